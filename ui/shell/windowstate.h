// How the windows were left: kept in the home and given back at the next start, after a crash too.
#pragma once

#include "domain/base/ids.h"
#include "ui/style/tokens.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace bongsu {

struct LeftWindow {
    std::optional<LogId> incident{}; // the one that was open; nothing: the list was
    QByteArray geometry{};           // QWidget::saveGeometry()
    friend bool operator==(const LeftWindow&, const LeftWindow&) = default;
};

struct WindowState {
    std::optional<ThemeName> theme{};
    std::optional<int> zoom{}; // percent
    QByteArray language{};     // "ko", "en"; empty: as the system speaks
    std::vector<LeftWindow> windows{};
    std::optional<QByteArray> wall{}; // its geometry, while it is shown
    friend bool operator==(const WindowState&, const WindowState&) = default;
};

// The name of the setting that holds it.
inline constexpr const char* windowSetting = "window";

QByteArray encode(const WindowState& state);
// What cannot be read, or is out of range, is left out: a window always opens.
WindowState decodeWindowState(const QByteArray& bytes);

} // namespace bongsu
