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

Result<Everything> everything(StoreUnderTest& under) {
    const auto heldTips = tips(under);
    const auto own = ownEvents(under);
    const auto heldHeads = heads(under);
    const auto held = settings(under);
    if (!heldTips) {
        return tl::unexpected(heldTips.error());
    }
    if (!own) {
        return tl::unexpected(own.error());
    }
    if (!heldHeads) {
        return tl::unexpected(heldHeads.error());
    }
    if (!held) {
        return tl::unexpected(held.error());
    }
    Everything all{*heldTips, {}, *own, *heldHeads, *held};
    for (const StoredTip& tip : all.tips) {
        auto entries = range(under, tip.log);
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        all.logs.emplace(tip.log, std::move(*entries));
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
