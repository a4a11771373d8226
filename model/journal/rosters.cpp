#include "journal/rosters.h"

#include "documents/icalendarfile.h"

#include <algorithm>

namespace bongsu {

std::vector<HeldRoster> rostersOf(const Journal& journal, const Documents& documents, const Span& within) {
    std::vector<HeldRoster> all;
    for (const QString& key : documents.keysOf(documenttype::roster)) {
        const DocumentRecord* record = journal.organisation().document(documenttype::roster, key);
        if (!record) {
            continue;
        }
        HeldRoster held{key, record->event, documents.standing(documenttype::roster, key)};
        const QByteArray* bytes = documents.bytes(documenttype::roster, key);
        if (held.standing == Documents::Standing::Here && bytes) {
            auto shifts = readRoster(*bytes, {key, within});
            if (shifts) {
                held.shifts = std::move(*shifts);
            } else {
                held.standing = Documents::Standing::Unreadable; // it gives too much in this time
            }
        }
        all.push_back(std::move(held));
    }
    return all;
}

std::vector<Shift> shiftsOf(const std::vector<HeldRoster>& rosters) {
    std::vector<Shift> all;
    for (const HeldRoster& roster : rosters) {
        all.insert(all.end(), roster.shifts.begin(), roster.shifts.end());
    }
    all = inOrder(std::move(all));
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

RosterRead rosterIn(QByteArrayView bytes, const QString& key, Moment now) {
    return readRoster(bytes, {key, {now - rosterBefore, now + rosterChecked}});
}

QByteArray calendarOf(const QString& name, const std::vector<Shift>& shifts, Moment now) {
    return writeRoster(name, shifts, now);
}

} // namespace bongsu
