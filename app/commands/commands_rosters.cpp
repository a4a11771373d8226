// Commands about who is on duty: rosters read, published, shown and given to other calendars.
#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "documents/icalendarfile.h"
#include "domain/base/keytext.h"
#include "domain/roster/rostergaps.h"
#include "journal/rosters.h"
#include "wording/rosterwords.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

using namespace std::chrono;

constexpr auto shownAhead = hours(24 * 7);
constexpr std::size_t mostSaid = 10; // of each thing that is not as it should be

QString word(const char* text) {
    return QString::fromLatin1(text);
}

qint64 minutesOf(Millis span) {
    return duration_cast<minutes>(span).count();
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

// What would surprise somebody who relies on it: said, and no fault of the file.
QJsonObject sayGaps(Output& output, const std::vector<Shift>& shifts, const std::vector<KnownPerson>& people,
                    Moment now) {
    const RosterGaps gaps = gapsOf(shifts, people, now);
    const auto key = [](const QString& department) { return department; }; // as commands name it
    for (const QString& sentence : sentences(gaps, now, key, mostSaid)) {
        output.words(sentence);
    }
    return {{word("unknownPeople"), qint64(gaps.unknown.size())},
            {word("holes"), qint64(gaps.holes.size())},
            {word("overlaps"), qint64(gaps.overlaps.size())},
            {word("longDuties"), qint64(gaps.tooLong.size())},
            {word("people"), qint64(peopleOf(shifts).size())}};
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
    const auto read = understood(asked, asked->arguments.at(0),
                                 [&](const QByteArray& bytes) { return rosterIn(bytes, key, now); });
    if (!read) {
        return;
    }
    const std::vector<Shift>& shifts = read->first;
    QJsonObject line = sayGaps(*asked->output, shifts, knownPeople(m_journal), now);
    const std::vector<QString> departments = departmentsOf(shifts);
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
    const auto read = understood(asked, asked->arguments.at(0),
                                 [&](const QByteArray& bytes) { return rosterIn(bytes, key, now); });
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
        const auto wanted = wantedBy(asked, documents, now, rosterChecked);
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
        giveDocument(asked, calendarOf(name, together, now), {{word("shifts"), qint64(together.size())}});
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
            const auto running = runningDuties(shifts, documents.shifts(now), now);
            for (const RunningDuty& duty : running) {
                const QString& person = duty.shift.person;
                QJsonObject line = shiftLine(roster, duty.shift);
                line.insert(word("leftMinutes"), minutesOf(duty.handover));
                line.insert(word("onDutyFrom"), toIso(duty.since));
                line.insert(word("onDutyMinutes"), minutesOf(duty.onDuty));
                line.insert(word("long"), duty.isLong);
                line.insert(word("text"), filled(tr("%1: handover in %2"), {person, elapsed(duty.handover)}));
                asked->output->line(line);
                if (duty.isLong) {
                    asked->output->words(
                        filled(tr("%1 has been on duty for %2 without a break. Have somebody take over."),
                               {person, elapsed(duty.onDuty)}));
                }
            }
            if (running.empty()) {
                const std::vector<Shift> next = nextShifts(shifts, now);
                asked->output->line(
                    {{word("roster"), roster},
                     {word("person"), QJsonValue()},
                     {word("next"), next.empty() ? QJsonValue() : QJsonValue(toIso(next.front().from))}});
            }
        }
        asked->done(exitcode::done);
    });
}

} // namespace bongsu
