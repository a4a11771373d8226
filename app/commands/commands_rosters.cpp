// Commands about who is on duty: rosters read, published, shown and given to other calendars.
#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "documents/icalendarfile.h"
#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono;

constexpr auto checkedAhead = hours(24 * 92); // a quarter: rosters are made for months
constexpr auto shownAhead = hours(24 * 7);
constexpr std::size_t mostSaid = 10; // of each thing that is not as it should be

QString word(const char* text) {
    return QString::fromLatin1(text);
}

qint64 minutesOf(Millis span) {
    return duration_cast<minutes>(span).count();
}

Span aroundFrom(Moment now, Millis ahead) {
    return {now - rosterBefore, now + ahead};
}

QJsonObject shiftLine(const QString& roster, const Shift& shift) {
    return {{word("roster"), roster},
            {word("department"), shift.department},
            {word("person"), shift.person},
            {word("from"), toIso(shift.from)},
            {word("until"), toIso(shift.until)},
            {word("hours"), double(minutesOf(shift.until - shift.from)) / 60},
            {word("note"), shift.note}};
}

std::set<QString> departmentsOf(const std::vector<Shift>& shifts) {
    std::set<QString> keys;
    for (const Shift& shift : shifts) {
        keys.insert(shift.department);
    }
    return keys;
}

struct NamedHole {
    QString department;
    Span span;
};
// From now until each department's last shift begins.
std::vector<NamedHole> holesFrom(Moment now, const std::vector<Shift>& shifts) {
    std::vector<NamedHole> found;
    for (const QString& department : departmentsOf(shifts)) {
        std::vector<Shift> theirs;
        std::copy_if(shifts.begin(), shifts.end(), std::back_inserter(theirs),
                     [&](const Shift& shift) { return shift.department == department; });
        for (const Span& hole : holes(theirs, {now, theirs.back().from})) {
            found.push_back({department, hole});
        }
    }
    return found;
}

// Says the first of them, and how many there are.
template <class One, class Say>
void sayAll(Output& output, const std::vector<One>& all, const Say& say) {
    for (std::size_t i = 0; i < std::min(all.size(), mostSaid); ++i) {
        output.words(say(all[i]));
    }
    if (all.size() > mostSaid) {
        output.words(
            filled(NodeCommands::tr("… and %1 more like this."), {QString::number(all.size() - mostSaid)}));
    }
}

// What would surprise somebody who relies on it: said, and no fault of the file.
QJsonObject sayGaps(Output& output, const std::vector<Shift>& shifts, const std::vector<KnownPerson>& people,
                    Moment now) {
    std::set<QString> names;
    for (const Shift& shift : shifts) {
        names.insert(shift.person);
    }
    std::vector<QString> unknown;
    for (const QString& name : names) {
        if (std::none_of(people.begin(), people.end(), [&](const auto& one) { return one.name == name; })) {
            unknown.push_back(name);
        }
    }
    std::vector<Duty> tooLong = duties(shifts);
    std::erase_if(tooLong, [](const Duty& duty) { return !isLong(duty.length()); });
    const std::vector<Overlap> doubled = overlaps(shifts);
    const std::vector<NamedHole> empty = holesFrom(now, shifts);
    const auto clock = [&](Moment at) { return clockSeenFrom(at, now); };
    if (!people.empty()) { // where nobody is known, everybody would be missing
        sayAll(output, unknown, [](const QString& name) {
            return filled(
                NodeCommands::tr("Nobody here is called \"%1\": no call will find them. Write the name as "
                                 "\"people\" has it."),
                {name});
        });
    }
    sayAll(output, empty, [&](const NamedHole& hole) {
        return filled(NodeCommands::tr("Nobody is on duty for %1 from %2 to %3."),
                      {hole.department, clock(hole.span.from), clock(hole.span.until)});
    });
    sayAll(output, doubled, [&](const Overlap& one) {
        return filled(NodeCommands::tr("%1 is on duty in two places from %2 to %3: %4, %5."),
                      {one.first.person, clock(one.both.from), clock(one.both.until), one.first.department,
                       one.second.department});
    });
    sayAll(output, tooLong, [&](const Duty& duty) {
        return filled(NodeCommands::tr("%1 is on duty for %2 without a break, from %3."),
                      {duty.person, elapsed(duty.length()), clock(duty.from)});
    });
    return {{word("unknownPeople"), people.empty() ? qint64(0) : qint64(unknown.size())},
            {word("holes"), qint64(empty.size())},
            {word("overlaps"), qint64(doubled.size())},
            {word("longDuties"), qint64(tooLong.size())},
            {word("people"), qint64(names.size())}};
}

// What one command asks of rosters.
struct Wanted {
    std::vector<QString> keys;
    Span within;
};

// Those of --key, --from, --until; or nothing, and then the command is at its end.
std::optional<Wanted> wantedBy(const Asked& asked, const Documents& documents, Moment now, Millis ahead) {
    const auto from = timeIn(*asked, "from");
    const auto until = timeIn(*asked, "until");
    if (!from || !until) {
        asked->fail(from ? until.error() : from.error());
        return std::nullopt;
    }
    const Moment begin = from->value_or(now);
    Wanted wanted{documents.keysOf(documenttype::roster), {begin, until->value_or(begin + ahead)}};
    if (wanted.within.until <= wanted.within.from) {
        asked->fail(Refusal{refusal::outOfRange, "until"});
        return std::nullopt;
    }
    const QString key = nfc(asked->value("key"));
    const bool isThere = std::find(wanted.keys.begin(), wanted.keys.end(), key) != wanted.keys.end();
    if (wanted.keys.empty() || (!key.isEmpty() && !isThere)) {
        asked->output->words(
            NodeCommands::tr("No roster was published under this name. \"roster publish FILE "
                             "--key K\" gives one to everybody."));
        asked->fail(Refusal{refusal::notFound, key.isEmpty() ? "roster" : key.toUtf8()});
        return std::nullopt;
    }
    if (!key.isEmpty()) {
        wanted.keys = {key};
    }
    return wanted;
}

// The shifts of each; or nothing, and then the command is at its end.
std::optional<std::vector<std::pair<QString, std::vector<Shift>>>>
shiftsOf(const Asked& asked, const Documents& documents, const Wanted& wanted) {
    std::vector<std::pair<QString, std::vector<Shift>>> all;
    for (const QString& key : wanted.keys) {
        const QByteArray* bytes = documents.bytes(documenttype::roster, key);
        if (!bytes) {
            asked->fail(Failure{failure::blobAway, key.toUtf8()});
            return std::nullopt;
        }
        auto shifts = readRoster(*bytes, {key, wanted.within});
        if (!shifts) {
            tellFaults(*asked->output, key, shifts.error());
            asked->fail(Refusal{refusal::malformed, key.toUtf8()});
            return std::nullopt;
        }
        all.emplace_back(key, std::move(*shifts));
    }
    return all;
}

} // namespace

void NodeCommands::checkRoster(const Asked& asked) {
    const Moment now = m_node.system().clock.now();
    const QString key = asked->arguments.has(word("key")) ? nfc(asked->value("key")) : word("roster");
    const auto read = understood(asked, asked->arguments.at(0), [&](const QByteArray& bytes) {
        return readRoster(bytes, {key, aroundFrom(now, checkedAhead)});
    });
    if (!read) {
        return;
    }
    const std::vector<Shift>& shifts = read->first;
    QJsonObject line = sayGaps(*asked->output, shifts, knownPeople(m_journal), now);
    const std::set<QString> departments = departmentsOf(shifts);
    line.insert(word("ok"), true);
    line.insert(word("shifts"), qint64(shifts.size()));
    line.insert(word("departments"),
                QJsonArray::fromStringList(QStringList(departments.begin(), departments.end())));
    if (shifts.empty()) {
        asked->output->words(tr("The file can be read, and nobody is on duty in it in the next 92 days."));
    }
    asked->output->line(line);
    asked->done(exitcode::done);
}

void NodeCommands::publishRoster(const Asked& asked) {
    const QString key = nfc(asked->value("key"));
    if (!isKeyText(key)) {
        asked->output->words(tr("Say with --key whose roster it is: a department's or a seat's key."));
        asked->fail(Refusal{refusal::outOfRange, "key"});
        return;
    }
    const Moment now = m_node.system().clock.now();
    const auto read = understood(asked, asked->arguments.at(0), [&](const QByteArray& bytes) {
        return readRoster(bytes, {key, aroundFrom(now, checkedAhead)});
    });
    if (read) {
        publish(asked, {{documenttype::roster.toString(), key, read->second, key,
                         asked->value("reason").trimmed()}});
    }
}

void NodeCommands::showRoster(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        const Documents& documents = m_node.documents();
        const auto wanted = wantedBy(asked, documents, m_node.system().clock.now(), shownAhead);
        const auto all = wanted ? shiftsOf(asked, documents, *wanted) : std::nullopt;
        if (!all) {
            return;
        }
        for (const auto& [roster, shifts] : *all) {
            for (const Shift& shift : shifts) {
                asked->output->line(shiftLine(roster, shift));
            }
        }
        asked->done(exitcode::done);
    });
}

// A shift that stands in two rosters is given once.
void NodeCommands::exportRoster(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        const Documents& documents = m_node.documents();
        const Moment now = m_node.system().clock.now();
        const auto wanted = wantedBy(asked, documents, now, checkedAhead);
        const auto all = wanted ? shiftsOf(asked, documents, *wanted) : std::nullopt;
        if (!all) {
            return;
        }
        std::vector<Shift> together;
        for (const auto& [roster, shifts] : *all) {
            together.insert(together.end(), shifts.begin(), shifts.end());
        }
        together = inOrder(std::move(together));
        together.erase(std::unique(together.begin(), together.end()), together.end());
        const QString name = wanted->keys.size() == 1 ? wanted->keys.front() : tr("Rosters");
        giveDocument(asked, writeRoster(name, together, now), {{word("shifts"), qint64(together.size())}});
    });
}

void NodeCommands::rosterNow(const Asked& asked) {
    afterDocuments(asked, [this, asked] {
        const Documents& documents = m_node.documents();
        const Moment now = m_node.system().clock.now();
        auto wanted = wantedBy(asked, documents, now, shownAhead);
        const auto all = wanted ? shiftsOf(asked, documents, *wanted) : std::nullopt;
        if (!all) {
            return;
        }
        for (const auto& [roster, shifts] : *all) {
            const std::vector<Shift> running = onDuty(shifts, now);
            for (const Shift& shift : running) {
                // Whatever roster the rest of their duty stands in.
                const auto duty = dutyOf(documents.shifts(now), shift.person, now);
                const Millis length = duty ? duty->lengthAt(now) : now - shift.from;
                QJsonObject line = shiftLine(roster, shift);
                line.insert(word("leftMinutes"), minutesOf(untilHandover(shift, now)));
                line.insert(word("onDutyFrom"), toIso(duty ? duty->from : shift.from));
                line.insert(word("onDutyMinutes"), minutesOf(length));
                line.insert(word("long"), isLong(length));
                line.insert(word("text"), filled(tr("%1: handover in %2"),
                                                 {shift.person, elapsed(untilHandover(shift, now))}));
                asked->output->line(line);
                if (isLong(length)) {
                    asked->output->words(
                        filled(tr("%1 has been on duty for %2 without a break. Have somebody take over."),
                               {shift.person, elapsed(length)}));
                }
            }
            if (running.empty()) {
                const auto next = std::find_if(shifts.begin(), shifts.end(),
                                               [&](const Shift& shift) { return shift.from > now; });
                asked->output->line(
                    {{word("roster"), roster},
                     {word("person"), QJsonValue()},
                     {word("next"), next == shifts.end() ? QJsonValue() : QJsonValue(toIso(next->from))}});
            }
        }
        asked->done(exitcode::done);
    });
}

} // namespace bongsu
