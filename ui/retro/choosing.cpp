#include "ui/retro/choosing.h"

#include "domain/retro/outline.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

} // namespace

PeopleOffered peopleOffered(const Journal& journal, const std::optional<PersonId>& chosen, bool nobody) {
    std::vector<KnownPerson> known = knownPeople(journal);
    std::stable_partition(known.begin(), known.end(),
                          [&](const KnownPerson& one) { return one.person == journal.person(); });
    PeopleOffered offered;
    for (const KnownPerson& one : known) {
        const bool isMe = one.person == journal.person();
        offered.persons.push_back(one.person);
        offered.options.push_back(
            {one.name, isMe ? translate("RetroPage", "me") : QString(), chosen == one.person});
    }
    if (nobody) {
        offered.persons.push_back(std::nullopt);
        offered.options.push_back({translate("RetroPage", "nobody yet"), {}, !chosen});
    }
    return offered;
}

DueTyped dueTyped(const QString& line, Moment now) {
    if (line.trimmed().isEmpty()) {
        return {};
    }
    const auto day = parseDueDay(line, dayOf(now));
    const QDateTime end = day ? day->endOfDay() : QDateTime();
    return end.isValid() ? DueTyped{false, Moment(Millis(end.toMSecsSinceEpoch()))} : DueTyped{true};
}

QString dueTrouble() {
    return translate("RetroPage", "Write the day as 2022-11-30, 11/30, or +14 for days from today.");
}

QString dueLine(const std::optional<Moment>& due) {
    return due ? dayOf(*due).toString(Qt::ISODate) : QString();
}

} // namespace bongsu
