#include "report/importlines.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu {

namespace {

// Reads the fields of one line; the first that is not as it must be is named.
class LineReader {
  public:
    explicit LineReader(const QJsonObject& object) : m_object(object) {}

    const QByteArray& fault() const { return m_fault; }

    std::optional<QString> text(const char* field) {
        const QJsonValue value = at(field);
        if (value.isUndefined()) {
            return std::nullopt;
        }
        if (!value.isString()) {
            setFault(field);
            return std::nullopt;
        }
        return value.toString().normalized(QString::NormalizationForm_C);
    }

    QString requiredText(const char* field) {
        const auto value = text(field);
        if (!value || value->trimmed().isEmpty()) {
            setFault(field);
        }
        return value.value_or(QString());
    }

    template <class Enum>
    std::optional<Enum> word(const char* field) {
        const auto value = text(field);
        const auto found = value ? fromWord<Enum>(value->toUtf8()) : std::nullopt;
        if (value && !found) {
            setFault(field);
        }
        return found;
    }

    template <class Enum>
    Enum requiredWord(const char* field) {
        const auto found = word<Enum>(field);
        if (!found) {
            setFault(field);
        }
        return found.value_or(Enum::Last);
    }

    std::vector<QString> texts(const char* field) {
        std::vector<QString> list;
        for (const QJsonValue& value : at(field).toArray()) {
            if (!value.isString()) {
                setFault(field);
            }
            list.push_back(value.toString().normalized(QString::NormalizationForm_C));
        }
        return list;
    }

    std::optional<quint64> count(const char* field) { return countOf(at(field), field); }

    std::optional<CountRange> range(const char* field) {
        const QJsonValue value = at(field);
        if (value.isObject()) {
            const auto from = countOf(value.toObject().value(QLatin1String("from")), field);
            const auto to = countOf(value.toObject().value(QLatin1String("to")), field);
            if (!from || !to) {
                setFault(field);
                return std::nullopt;
            }
            return CountRange{*from, *to};
        }
        const auto exact = countOf(value, field);
        return exact ? std::optional(CountRange{*exact, *exact}) : std::nullopt;
    }

    Moment moment(const char* field) {
        const auto value = momentFromIso(requiredText(field));
        if (!value) {
            setFault(field);
        }
        return value.value_or(Moment{});
    }

    bool flag(const char* field) { return at(field).toBool(false); }
    void setFault(const char* field) { m_fault = m_fault.isEmpty() ? QByteArray(field) : m_fault; }

  private:
    QJsonValue at(const char* field) const { return m_object.value(QLatin1String(field)); }

    std::optional<quint64> countOf(const QJsonValue& value, const char* field) {
        if (value.isUndefined()) {
            return std::nullopt;
        }
        const qint64 number = value.toInteger(-1);
        if (number < 0 || quint64(number) > limits::largestInteger) {
            setFault(field);
            return std::nullopt;
        }
        return quint64(number);
    }

    const QJsonObject& m_object;
    QByteArray m_fault;
};

Facts serviceFacts(LineReader& in, const Line& line) {
    ServiceStated facts;
    facts.line = line;
    facts.services = in.texts("services");
    facts.function = in.text("function");
    facts.state = in.requiredWord<ServiceState>("state");
    facts.site = in.text("site");
    if (facts.services.empty()) {
        in.setFault("services");
    }
    return facts;
}

Facts restorationFacts(LineReader& in, const Line& line) {
    RestorationCounted facts;
    facts.line = line;
    facts.site = in.text("site");
    facts.restored.unit = in.requiredWord<CountUnit>("unit");
    const auto done = in.range("restored");
    if (!done) {
        in.setFault("restored");
    }
    facts.restored.done = done.value_or(CountRange{});
    facts.restored.total = in.count("total");
    facts.restored.inProgress = in.range("inProgress");
    return facts;
}

Facts noticeFacts(LineReader& in, const Line& line) {
    NoticeRecorded facts;
    facts.line = line;
    facts.channel = in.text("channel");
    facts.stage = in.word<NoticeStage>("stage");
    facts.contact = in.flag("contact");
    return facts;
}

Facts blockerFacts(LineReader& in, const Line& line) {
    BlockerRaised facts;
    facts.line = line;
    facts.site = in.text("site");
    return facts;
}

Facts noteFacts(LineReader& in, const Line& line) {
    NoteAdded facts;
    facts.line = line;
    facts.site = in.text("site");
    return facts;
}

Facts factsOf(LineReader& in, const Line& line) {
    const QString kind = in.requiredText("kind");
    if (kind == QLatin1String("observation")) {
        return noteFacts(in, line);
    }
    if (kind == QLatin1String("service")) {
        return serviceFacts(in, line);
    }
    if (kind == QLatin1String("restoration")) {
        return restorationFacts(in, line);
    }
    if (kind == QLatin1String("notice")) {
        return noticeFacts(in, line);
    }
    if (kind == QLatin1String("blocker")) {
        return blockerFacts(in, line);
    }
    if (kind == QLatin1String("authority")) {
        return AuthorityRecorded{line};
    }
    in.setFault("kind");
    return MalformedFacts{};
}

Result<ImportedLine> importLine(QByteArrayView bytes) {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes.toByteArray(), &error);
    if (!document.isObject()) {
        return refuse(refusal::malformed, error.errorString().toUtf8());
    }
    const QJsonObject object = document.object();
    LineReader in(object);
    Line line;
    const auto origin = *OriginHash::tryFrom(sha256({bytes}));
    line.occurredAt = in.moment("occurredAt");
    line.source = in.word<Source>("source");
    line.origin = origin;
    Facts facts = factsOf(in, line);
    Text text;
    text.text = in.requiredText("text");
    text.party = in.text("party");
    if (!in.fault().isEmpty()) {
        return refuse(refusal::malformed, in.fault());
    }
    return ImportedLine{std::move(facts), std::move(text), origin};
}

} // namespace

Result<std::vector<ImportedLine>> importLines(QByteArrayView file) {
    if (file.size() > limits::importFileBytes) {
        return refuse(refusal::tooLarge, "file");
    }
    std::vector<ImportedLine> lines;
    int number = 0;
    for (const QByteArray& raw : file.toByteArray().split('\n')) {
        ++number;
        const QByteArray bytes = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (bytes.trimmed().isEmpty()) {
            continue;
        }
        const QByteArray place = "line " + QByteArray::number(number) + ": ";
        if (bytes.size() > limits::importLineBytes) {
            return refuse(refusal::tooLarge, place);
        }
        auto line = importLine(bytes);
        if (!line) {
            return refuse(refusal::malformed, place + std::get<Refusal>(line.error()).detail);
        }
        lines.push_back(std::move(*line));
    }
    return lines;
}

} // namespace bongsu
