#include "report/importlines.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

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
        return sound(value.toString(), field);
    }

    // A site, a service, a channel: short, and nothing around it.
    std::optional<QString> key(const char* field) {
        const auto value = text(field);
        if (value && !isKey(*value)) {
            setFault(field);
        }
        return value;
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

    std::vector<QString> keys(const char* field) {
        const QJsonValue value = at(field);
        const QJsonArray given = value.toArray();
        if ((!value.isUndefined() && !value.isArray()) || given.size() > limits::listItems) {
            setFault(field);
            return {};
        }
        std::vector<QString> list;
        for (const QJsonValue& one : given) {
            list.push_back(sound(one.toString(), field));
            if (!isKey(list.back())) { // what is no text is empty here
                setFault(field);
            }
        }
        return list;
    }

    std::optional<quint64> count(const char* field) { return countOf(at(field), field); }

    std::optional<CountRange> range(const char* field) {
        const QJsonValue value = at(field);
        if (value.isObject()) {
            const auto from = countOf(value.toObject().value(QLatin1String("from")), field);
            const auto to = countOf(value.toObject().value(QLatin1String("to")), field);
            if (!from || !to || *from > *to) {
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
        const qint64 millis = value ? qint64(value->time_since_epoch().count()) : -1;
        if (millis < 0 || quint64(millis) > limits::largestInteger) {
            setFault(field);
            return Moment{};
        }
        return *value;
    }

    bool flag(const char* field) {
        const QJsonValue value = at(field);
        if (!value.isUndefined() && !value.isBool()) {
            setFault(field);
        }
        return value.toBool(false);
    }
    bool has(const char* field) const { return !at(field).isUndefined(); }
    void setFault(const char* field) { m_fault = m_fault.isEmpty() ? QByteArray(field) : m_fault; }

  private:
    QJsonValue at(const char* field) const { return m_object.value(QLatin1String(field)); }

    static bool isKey(const QString& text) {
        return !text.isEmpty() && text.toUtf8().size() <= limits::keyTextBytes && text.trimmed() == text;
    }
    // Half a character can stand in JSON, but in no record.
    QString sound(const QString& text, const char* field) {
        if (!text.isValidUtf16()) {
            setFault(field);
            return {};
        }
        return toNfc(text);
    }

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

Restored restoredOf(LineReader& in) {
    Restored restored;
    restored.unit = in.requiredWord<CountUnit>("unit");
    const auto done = in.range("restored");
    if (!done) {
        in.setFault("restored");
    }
    restored.done = done.value_or(CountRange{});
    restored.total = in.count("total");
    restored.inProgress = in.range("inProgress");
    if (restored.total && restored.done.to > *restored.total) {
        in.setFault("total");
    }
    return restored;
}

Facts serviceFacts(LineReader& in, const Line& line) {
    ServiceStated facts;
    facts.line = line;
    facts.services = in.keys("services");
    facts.function = in.key("function");
    facts.state = in.requiredWord<ServiceState>("state");
    facts.site = in.key("site");
    if (facts.services.empty()) {
        in.setFault("services");
    }
    const auto counts = {"unit", "restored", "total", "inProgress"};
    if (std::any_of(counts.begin(), counts.end(), [&](const char* field) { return in.has(field); })) {
        facts.restored = restoredOf(in);
    }
    return facts;
}

Facts restorationFacts(LineReader& in, const Line& line) {
    RestorationCounted facts;
    facts.line = line;
    facts.site = in.key("site");
    facts.restored = restoredOf(in);
    return facts;
}

Facts noticeFacts(LineReader& in, const Line& line) {
    NoticeRecorded facts;
    facts.line = line;
    facts.channel = in.key("channel");
    facts.stage = in.word<NoticeStage>("stage");
    facts.contact = in.flag("contact");
    return facts;
}

Facts blockerFacts(LineReader& in, const Line& line) {
    BlockerRaised facts;
    facts.line = line;
    facts.site = in.key("site");
    return facts;
}

Facts noteFacts(LineReader& in, const Line& line) {
    NoteAdded facts;
    facts.line = line;
    facts.site = in.key("site");
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
    const qsizetype factsBytes = encodeFacts(facts).size();
    text.original = toNfc(QString::fromUtf8(bytes));
    if (factsBytes + encodeBody(text).size() > limits::partsBytes) {
        text.original.reset(); // its hash stands in the facts
    }
    if (factsBytes + encodeBody(text).size() > limits::partsBytes) {
        return refuse(refusal::tooLarge, "text");
    }
    return ImportedLine{std::move(facts), std::move(text), origin};
}

} // namespace

Result<Imported> importLines(QByteArrayView file) {
    if (file.size() > limits::importFileBytes) {
        return refuse(refusal::tooLarge, "file");
    }
    Imported imported;
    int number = 0;
    for (const QByteArray& raw : file.toByteArray().split('\n')) {
        ++number;
        const QByteArray bytes = raw.endsWith('\r') ? raw.chopped(1) : raw;
        if (bytes.trimmed().isEmpty()) {
            continue;
        }
        auto line = bytes.size() > limits::importLineBytes
                        ? Result<ImportedLine>(refuse(refusal::tooLarge, "line"))
                        : importLine(bytes);
        if (line) {
            imported.lines.push_back(std::move(*line));
        } else {
            imported.faults.push_back({number, std::get<Refusal>(line.error())});
        }
    }
    return imported;
}

} // namespace bongsu
