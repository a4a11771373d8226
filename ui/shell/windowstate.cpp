#include "ui/shell/windowstate.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu {

namespace {

constexpr std::array themes{"light", "dark", "contrast"};
constexpr int mostGeometryBytes = 1024;

QString key(const char* name) {
    return QString::fromLatin1(name);
}

} // namespace

QByteArray encode(const WindowState& state) {
    QJsonObject object;
    if (state.theme) {
        object.insert(key("theme"), key(themes[std::size_t(*state.theme)]));
    }
    if (state.zoom) {
        object.insert(key("zoom"), *state.zoom);
    }
    if (!state.language.isEmpty()) {
        object.insert(key("language"), QString::fromLatin1(state.language));
    }
    if (state.incident) {
        object.insert(key("incident"), state.incident->toHex());
    }
    if (!state.geometry.isEmpty()) {
        object.insert(key("geometry"), QString::fromLatin1(state.geometry.toBase64()));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

WindowState decodeWindowState(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    const auto latin = [&](const char* name) { return object.value(key(name)).toString().toLatin1(); };
    WindowState state;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        if (latin("theme") == themes[i]) {
            state.theme = ThemeName(i);
        }
    }
    const int zoom = object.value(key("zoom")).toInt();
    if (zoom >= leastZoom && zoom <= mostZoom) {
        state.zoom = zoom;
    }
    if (const QByteArray language = latin("language"); language == "ko" || language == "en") {
        state.language = language;
    }
    state.incident = LogId::tryFrom(QByteArray::fromHex(latin("incident")));
    const QByteArray geometry = QByteArray::fromBase64(latin("geometry"));
    if (geometry.size() <= mostGeometryBytes) {
        state.geometry = geometry;
    }
    return state;
}

} // namespace bongsu
