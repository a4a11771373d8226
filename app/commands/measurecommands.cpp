#include "commands/measurecommands.h"

#include "commands/nodecommands.h"

#include "domain/incident/measures.h"
#include "report/jsonform.h"
#include "wording/manualnames.h"
#include "wording/measurewords.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QJsonValue pointOrNull(const std::optional<MeasurePoint>& point) {
    if (!point) {
        return {};
    }
    return QJsonObject{
        {word("at"), toIso(point->at)},
        {word("seq"), qint64(point->seq)},
        {word("event"), point->event.toHex()},
        {word("source"), point->source ? QJsonValue(word(wordOf(*point->source))) : QJsonValue()}};
}

QJsonObject measureObject(const Incident& incident, const Measure& measure) {
    QJsonArray among;
    for (const MeasurePoint& point : measure.among) {
        among.append(pointOrNull(point));
    }
    return {{word("incident"), incident.id.toHex()},
            {word("drill"), incident.drill},
            {word("measure"), word(wordOf(measure.kind))},
            {word("service"), measure.service.service},
            {word("function"), measure.service.function},
            {word("seat"), measure.seat},
            {word("from"), pointOrNull(measure.from)},
            {word("until"), pointOrNull(measure.until)},
            {word("among"), among},
            {word("ms"), measure.length ? QJsonValue(qint64(measure.length->count())) : QJsonValue()},
            {word("count"), measure.count ? QJsonValue(qint64(*measure.count)) : QJsonValue()},
            {word("why"), measure.why ? QJsonValue(word(wordOf(*measure.why))) : QJsonValue()},
            {word("name"), nameOf(measure, [](const QString& seat) { return nameOfSeat(seat); })},
            {word("formula"), formulaOf(measure.kind)},
            {word("says"), valueOf(measure)}};
}

void tellMeasuresOf(NodeCommands& home, const Asked& asked, std::vector<LogId> logs) {
    if (logs.empty()) {
        asked->done(exitcode::done);
        return;
    }
    const LogId log = logs.front();
    logs.erase(logs.begin());
    const auto taking = std::make_shared<MeasureTaking>();
    home.eachRow(
        log, 1, [taking](const TimelineRow& row) { taking->take(row); },
        [&home, asked, log, logs, taking](const Result<std::monostate>& read) {
            if (!read) {
                asked->fail(read.error());
                return;
            }
            for (const Measure& measure : taking->measures(home.node().system().clock.now())) {
                asked->output->line(measureObject(*home.node().journal().incident(log), measure));
            }
            tellMeasuresOf(home, asked, logs);
        });
}

} // namespace

void tellMeasures(NodeCommands& home, const Asked& asked) {
    if (asked->arguments.count() == 0) {
        tellMeasuresOf(home, asked, home.node().journal().incidents());
        return;
    }
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    tellMeasuresOf(home, asked, {*log});
}

} // namespace bongsu
