#include "ui/timeline/draft.h"

#include "domain/base/limits.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu {

namespace {

constexpr qsizetype enoughDigits = 32; // of a log's id: a setting's key is short
constexpr auto line = QLatin1String("line");
constexpr auto correcting = QLatin1String("correcting");
constexpr auto place = QLatin1String("place");
constexpr auto before = QLatin1String("before");
constexpr auto decision = QLatin1String("decision");
constexpr auto basis = QLatin1String("basis");
constexpr auto options = QLatin1String("options");

QByteArray written(const Draft& draft) {
    return QJsonDocument(QJsonObject{{line, draft.line},
                                     {correcting, draft.correcting ? draft.correcting->toHex() : QString()},
                                     {place, draft.place},
                                     {before, draft.before},
                                     {decision, draft.decision},
                                     {basis, draft.basis},
                                     {options, draft.options}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray draftKey(const LogId& log) {
    return "draft." + log.toHex().first(enoughDigits).toLatin1();
}

QByteArray toBytes(const Draft& draft) {
    if (draft.isEmpty()) {
        return {};
    }
    const QByteArray bytes = written(draft);
    return bytes.size() <= limits::settingBytes ? bytes : written(Draft{draft.line});
}

Draft draftFromBytes(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    return Draft{object.value(line).toString(),   EventId::tryFromHex(object.value(correcting).toString()),
                 object.value(place).toString(),  object.value(before).toString(),
                 object.value(decision).toBool(), object.value(basis).toString(),
                 object.value(options).toString()};
}

} // namespace bongsu
