#include "journal/opening.h"

#include "domain/log/snapshot.h"

#include <QSysInfo>

namespace bongsu {

namespace {

struct Opening {
    EventStore& store;
    const Verifier& verifier;
    int snapshotAfter;
    EventStore::Done<std::shared_ptr<OpenedStore>> done;
};

void keepSnapshot(const Opening& opening, const OpenedStore& opened) {
    if (opened.folded >= quint64(opening.snapshotAfter)) {
        opening.store.keepSnapshot(
            encodeSnapshot(foldVersion(), opened.replayed->ledger, opened.replayed->texts, opened.records),
            [](const Result<std::monostate>&) {}); // without one the next opening folds as this one did
    }
}

void read(const Opening& opening, bool mayRestore) {
    const auto opened = std::make_shared<OpenedStore>();
    ReplayOptions options;
    options.seen = [opened](const Ledger&, const Accepted& accepted, const StoredEntry& stored) {
        opened->records.take(accepted, stored.entry.text);
        ++opened->folded;
    };
    if (mayRestore) {
        options.restore = [opened](const QByteArray& snapshot, Replayed& replayed) {
            opened->bySnapshot = true;
            return decodeSnapshot(snapshot, foldVersion(), replayed.ledger, replayed.texts, opened->records);
        };
    }
    replay(opening.store, opening.verifier, std::move(options),
           [opening, opened](Result<std::shared_ptr<Replayed>> replayed) {
               if (!replayed && opened->bySnapshot) {
                   read(opening, false);
                   return;
               }
               if (!replayed) {
                   opening.done(tl::unexpected(replayed.error()));
                   return;
               }
               opened->replayed = std::move(*replayed);
               // Before anything of this device's own, without a number, is beside it.
               keepSnapshot(opening, *opened);
               opening.done(opened);
           });
}

} // namespace

QByteArray foldVersion() {
    return hashOfTheFold() + ' ' + qVersion() + ' ' + QSysInfo::buildAbi().toUtf8();
}

void openStore(EventStore& store, const Verifier& verifier, int snapshotAfter,
               EventStore::Done<std::shared_ptr<OpenedStore>> done) {
    read({store, verifier, snapshotAfter, std::move(done)}, true);
}

} // namespace bongsu
