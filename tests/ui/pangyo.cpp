// Reads the Pangyo lines; the command line's import is its own program's.
#include "ui/house.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu {

namespace {

template <class Enum>
std::optional<Enum> word(const QJsonObject& line, const char* key) {
    return fromWord<Enum>(line.value(QLatin1String(key)).toString().toLatin1());
}

std::optional<QString> text(const QJsonObject& line, const char* key) {
    const QJsonValue value = line.value(QLatin1String(key));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

CountRange range(const QJsonValue& value) {
    if (value.isObject()) {
        return {quint64(value[u"from"].toInteger()), quint64(value[u"to"].toInteger())};
    }
    return {quint64(value.toInteger()), quint64(value.toInteger())};
}

std::optional<Facts> factsOf(const QJsonObject& line) {
    const Line common{momentFromIso(line[u"occurredAt"].toString()), word<Source>(line, "source"),
                      std::nullopt};
    const QString kind = line[u"kind"].toString();
    if (kind == u"observation") {
        return NoteAdded{common, NoteKind::Observation, text(line, "site")};
    }
    if (kind == u"service") {
        std::vector<QString> services;
        for (const QJsonValue& service : line[u"services"].toArray()) {
            services.push_back(service.toString());
        }
        return ServiceStated{common,
                             services,
                             text(line, "function"),
                             word<ServiceState>(line, "state").value_or(ServiceState::Unknown),
                             text(line, "site"),
                             std::nullopt};
    }
    if (kind == u"notice") {
        return NoticeRecorded{common, text(line, "channel"), word<NoticeStage>(line, "stage"),
                              line[u"contact"].toBool()};
    }
    if (kind == u"blocker") {
        return BlockerRaised{common, text(line, "site")};
    }
    if (kind == u"authority") {
        return AuthorityRecorded{common};
    }
    if (kind == u"restoration") {
        Restored restored{word<CountUnit>(line, "unit").value_or(CountUnit::Servers),
                          range(line[u"restored"]), quint64(line[u"total"].toInteger()), std::nullopt};
        if (line.contains(u"inProgress")) {
            restored.inProgress = range(line[u"inProgress"]);
        }
        return RestorationCounted{common, text(line, "site"), restored};
    }
    return std::nullopt;
}

} // namespace

std::vector<PangyoLine> pangyoLines() {
    QFile file(qEnvironmentVariable("BONGSU_SOURCE_DIR") + QStringLiteral("/tests/data/pangyo-2022.jsonl"));
    std::vector<PangyoLine> lines;
    if (!file.open(QIODevice::ReadOnly)) {
        return lines;
    }
    while (!file.atEnd()) {
        const QJsonObject line = QJsonDocument::fromJson(file.readLine()).object();
        const auto facts = factsOf(line);
        Q_ASSERT(facts);
        lines.push_back({*momentFromIso(line[u"occurredAt"].toString()), *facts,
                         Text{.text = text(line, "text"), .party = text(line, "party")}});
    }
    return lines;
}

} // namespace bongsu
