#include "ui/shell/windowstate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bongsu {

namespace {

constexpr std::array themes{"light", "dark", "contrast"};
constexpr int mostGeometryBytes = 1024;
constexpr std::size_t mostWindows = 8; // given back

QString key(const char* name) {
    return QString::fromLatin1(name);
}

QByteArray latin(const QJsonObject& object, const char* name) {
    return object.value(key(name)).toString().toLatin1();
}

QByteArray geometryIn(const QJsonObject& object) {
    const QByteArray geometry = QByteArray::fromBase64(latin(object, "geometry"));
    return geometry.size() <= mostGeometryBytes ? geometry : QByteArray();
}

QJsonObject objectOf(const QByteArray& geometry) {
    return {{key("geometry"), QString::fromLatin1(geometry.toBase64())}};
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
    QJsonArray windows;
    for (const LeftWindow& window : state.windows) {
        QJsonObject one = objectOf(window.geometry);
        if (window.incident) {
            one.insert(key("incident"), window.incident->toHex());
        }
        windows.append(one);
    }
    object.insert(key("windows"), windows);
    if (state.wall) {
        object.insert(key("wall"), objectOf(*state.wall));
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

WindowState decodeWindowState(const QByteArray& bytes) {
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    WindowState state;
    for (std::size_t i = 0; i < themes.size(); ++i) {
        if (latin(object, "theme") == themes[i]) {
            state.theme = ThemeName(i);
        }
    }
    const int zoom = object.value(key("zoom")).toInt();
    if (zoom >= leastZoom && zoom <= mostZoom) {
        state.zoom = zoom;
    }
    if (const QByteArray language = latin(object, "language"); language == "ko" || language == "en") {
        state.language = language;
    }
    for (const QJsonValue& value : object.value(key("windows")).toArray()) {
        const QJsonObject one = value.toObject();
        if (!one.isEmpty() && state.windows.size() < mostWindows) {
            state.windows.push_back(
                {LogId::tryFrom(QByteArray::fromHex(latin(one, "incident"))), geometryIn(one)});
        }
    }
    if (object.value(key("wall")).isObject()) {
        state.wall = geometryIn(object.value(key("wall")).toObject());
    }
    return state;
}

} // namespace bongsu
