#include "commands/dutycommands.h"

#include "commands/given.h"
#include "commands/nodecommands.h"

#include "domain/notice/duties.h"
#include "domain/notice/fatecheck.h"
#include "journal/noticedesk.h"
#include "wording/dutywords.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QJsonValue dayOrNull(const QDate& day) {
    return day.isNull() ? QJsonValue() : QJsonValue(day.toString(Qt::ISODate));
}

QJsonObject dutyLine(NodeCommands& home, const DutyLine& line, Moment now) {
    QJsonArray told;
    for (const Disclosure one : line.told) {
        told.append(word(wordOf(one)));
    }
    const auto time = [](const std::optional<Moment>& at) {
        return at ? QJsonValue(toIso(*at)) : QJsonValue();
    };
    return {{word("duty"), line.duty.key},
            {word("state"), word(wordOf(line.state))},
            {word("from"), time(line.from)},
            {word("until"), line.end ? QJsonValue(toIso(line.end->at)) : QJsonValue()},
            {word("day"), line.end ? dayOrNull(line.end->day) : QJsonValue()},
            {word("aim"), line.end ? dayOrNull(line.end->aim) : QJsonValue()},
            {word("lastDay"), line.end ? dayOrNull(line.end->lastDay) : QJsonValue()},
            {word("settledAt"), time(line.settledAt)},
            {word("settledBy"), line.settledBy ? QJsonValue(home.personName(*line.settledBy)) : QJsonValue()},
            {word("told"), told},
            {word("says"), dutyClock(line, now)}};
}

std::vector<DutyLine> dutiesNow(NodeCommands& home, const LogId& log) {
    const Journal& journal = home.node().journal();
    return dutiesOf(home.node().documents(), journal, *journal.incident(log),
                    home.node().system().clock.now());
}

// An incident, and one of the duties that this organisation has.
void withDuty(
    NodeCommands& home, const Asked& asked,
    const std::function<void(const LogId&, const QString& duty, const std::optional<EventId>& setBy)>& then) {
    home.afterDocuments(asked, [&home, asked, then] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        const QString key = nfc(asked->arguments.at(1));
        if (!home.node().documents().duties().duty(key)) {
            asked->fail(Refusal{refusal::notFound, key.toUtf8()});
            return;
        }
        const auto& held = home.node().journal().incident(*log)->duties;
        const auto known = held.find(key);
        then(*log, key, known == held.end() ? std::nullopt : std::optional(known->second.setBy));
    });
}

// --at and --reason, as the record has them.
Result<std::pair<Line, Text>> lineGiven(const Asked& asked) {
    const auto at = timeIn(*asked, "at");
    if (!at) {
        return errorOf(at);
    }
    const QString reason = nfc(asked->value("reason"));
    return std::pair(Line{.occurredAt = *at}, reason.isEmpty() ? Text{} : Text{.text = reason});
}

} // namespace

void tellDuties(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        if (!log) {
            asked->fail(log.error());
            return;
        }
        for (const DutyLine& line : dutiesNow(home, *log)) {
            asked->output->line(dutyLine(home, line, home.node().system().clock.now()));
        }
        asked->done(exitcode::done);
    });
}

void beginDuty(NodeCommands& home, const Asked& asked) {
    withDuty(home, asked, [&home, asked](const LogId& log, const QString& duty, const auto& setBy) {
        const auto given = lineGiven(asked);
        if (!given) {
            asked->fail(given.error());
            return;
        }
        home.tellRecorded(asked, home.recordOne(log, DutyBegun{given->first, duty, setBy}, given->second));
    });
}

void settleDuty(NodeCommands& home, const Asked& asked) {
    const DutyOutcome outcome = asked->command == u"duty met"      ? DutyOutcome::Met
                                : asked->command == u"duty excuse" ? DutyOutcome::Excused
                                                                   : DutyOutcome::Reopened;
    withDuty(home, asked, [&home, asked, outcome](const LogId& log, const QString& duty, const auto& setBy) {
        const auto given = lineGiven(asked);
        if (!given) {
            asked->fail(given.error());
            return;
        }
        home.tellRecorded(
            asked, home.recordOne(log, DutySettled{given->first, duty, outcome, setBy}, given->second));
    });
}

void checkFates(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto channels = home.node().notices().channels();
        if (!channels) {
            asked->fail(channels.error());
            return;
        }
        const auto findings = fateFindings(*channels, home.node().documents().catalogue());
        for (const FateFinding& one : findings) {
            asked->output->line({{word("risk"), word(wordOf(one.risk))},
                                 {word("who"), one.who},
                                 {word("what"), one.what},
                                 {word("says"), fateWords(one)}});
        }
        asked->output->line({{word("findings"), qint64(findings.size())}});
        asked->done(exitcode::done);
    });
}

} // namespace bongsu
