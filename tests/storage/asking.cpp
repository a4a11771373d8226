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
Result<std::optional<BlobState>> blob(StoreUnderTest& under, const BlobId& blob) {
    return under.ask<std::optional<BlobState>>([&](auto& store, auto done) { store.blob(blob, done); });
}
Result<std::optional<QByteArray>> blobChunk(StoreUnderTest& under, const BlobId& blob, quint64 chunk) {
    return under.ask<std::optional<QByteArray>>(
        [&](auto& store, auto done) { store.blobChunk(blob, chunk, done); });
}
Result<std::optional<QByteArray>> snapshot(StoreUnderTest& under) {
    return under.ask<std::optional<QByteArray>>([](auto& store, auto done) { store.snapshot(done); });
}
Result<std::monostate> keepSnapshot(StoreUnderTest& under, const QByteArray& snapshot) {
    return under.ask<std::monostate>([&](auto& store, auto done) { store.keepSnapshot(snapshot, done); });
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
    int awaited = 5;
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
    under.store().blobs(into(all.blobs));
    under.store().tips(into(all.tips));
    under.runUntil(isAnswered);
    awaited = int(all.tips.size());
    for (const StoredTip& tip : all.tips) {
        under.store().range(tip.log, 1, 1'000'000, 1 << 30, into(all.logs[tip.log]));
    }
    under.runUntil(isAnswered);
    for (const BlobState& state : all.blobs) {
        for (quint64 i = 0; i < state.chunks && outcome; ++i) {
            const auto chunk = blobChunk(under, state.begun.blob, i);
            outcome = chunk ? Outcome() : errorOf(chunk);
            all.blobBytes[state.begun.blob] += chunk ? chunk->value_or("missing") : QByteArray();
        }
    }
    if (!outcome) {
        return errorOf(outcome);
    }
    return all;
}

Everything everythingOf(const MemoryContents& contents) {
    Everything all{{}, {}, contents.own, contents.heads, contents.settings, {}, {}};
    for (const auto& [id, kept] : contents.blobs) {
        all.blobs.push_back(kept.state);
        for (const QByteArray& chunk : kept.chunks) {
            all.blobBytes[id] += chunk;
        }
    }
    for (const auto& [id, log] : contents.logs) {
        if (const auto tip = contents.tip(id)) {
            all.tips.push_back(*tip);
            all.logs.emplace(id, log.entries);
        }
    }
    return all;
}

} // namespace bongsu
