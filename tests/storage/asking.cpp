#include "storage/asking.h"

namespace bongsu {

bool StoreUnderTest::settle() {
    return ask<std::vector<StoredTip>>([](auto& store, auto done) { store.tips(done); }).has_value();
}

Result<Committed> commit(StoreUnderTest& under, Change change) {
    return under.ask<Committed>([&](auto& store, auto done) { store.commit(std::move(change), done); });
}
Result<std::vector<StoredTip>> tips(StoreUnderTest& under) {
    return under.ask<std::vector<StoredTip>>([](auto& store, auto done) { store.tips(done); });
}
Result<std::vector<StoredEntry>> range(StoreUnderTest& under, const LogId& log, quint64 fromSeq, int count,
                                       qsizetype bytes) {
    return under.ask<std::vector<StoredEntry>>(
        [&](auto& store, auto done) { store.range(log, fromSeq, count, bytes, done); });
}
Result<std::vector<OwnEvent>> ownEvents(StoreUnderTest& under) {
    return under.ask<std::vector<OwnEvent>>([](auto& store, auto done) { store.ownEvents(done); });
}
Result<std::map<LogId, Statement>> heads(StoreUnderTest& under) {
    return under.ask<std::map<LogId, Statement>>([](auto& store, auto done) { store.heads(done); });
}
Result<std::map<QByteArray, QByteArray>> settings(StoreUnderTest& under) {
    return under.ask<std::map<QByteArray, QByteArray>>([](auto& store, auto done) { store.settings(done); });
}
Result<std::monostate> inspect(StoreUnderTest& under) {
    return under.ask<std::monostate>([](auto& store, auto done) { store.inspect(done); });
}
Result<std::monostate> backup(StoreUnderTest& under, const QString& file) {
    return under.ask<std::monostate>([&](auto& store, auto done) { store.backup(file, done); });
}

// All questions are on their way at once: an answer costs two changes of threads.
Result<Everything> everything(StoreUnderTest& under) {
    Everything all;
    Outcome outcome;
    int awaited = 4;
    const auto into = [&](auto& target) {
        return [&](auto answer) {
            --awaited;
            if (answer) {
                target = std::move(*answer);
            } else {
                outcome = errorOf(answer);
            }
        };
    };
    const auto isAnswered = [&] { return awaited == 0; };
    under.store().ownEvents(into(all.own));
    under.store().heads(into(all.heads));
    under.store().settings(into(all.settings));
    under.store().tips(into(all.tips));
    under.runUntil(isAnswered);
    awaited = int(all.tips.size());
    for (const StoredTip& tip : all.tips) {
        under.store().range(tip.log, 1, 1'000'000, 1 << 30, into(all.logs[tip.log]));
    }
    under.runUntil(isAnswered);
    if (!outcome) {
        return errorOf(outcome);
    }
    return all;
}

Everything everythingOf(const MemoryContents& contents) {
    Everything all{{}, {}, contents.own, contents.heads, contents.settings};
    for (const auto& [id, log] : contents.logs) {
        if (const auto tip = contents.tip(id)) {
            all.tips.push_back(*tip);
            all.logs.emplace(id, log.entries);
        }
    }
    return all;
}

} // namespace bongsu
