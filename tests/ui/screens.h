// Every screen of the program, as people reach it, at fixed moments: what tests of pictures, of access and of
// fit walk through.
//
// A screen is added by one line in the list of screens.cpp: its name, which is also its pictures' name, and
// how somebody gets there. Afterwards BONGSU_RENEW_PICTURES=1 test_pictures keeps its pictures.
#pragma once

#include "ui/hands.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/wallwindow.h"
#include "ui/story.h"

#include <QSize>

namespace bongsu {

// Where a screen is reached: somebody's desktop and its one window.
class Stage {
  public:
    // In the language installed, at the zoom in force.
    explicit Stage(Theme& theme, const QSize& size = {1440, 900});
    ~Stage();

    // Whose desktop it is; one of them, before the window.
    Story& night();          // the scribe's in the Pangyo night, whose connection has gone a minute ago
    Story& connectedNight(); // the same, back again, with everything sent
    House::Desk& firstDay(); // an organisation's only member's: nothing has happened yet
    House::Desk& notYetIn(); // somebody's who does not belong to an organisation
    void sitAt(House::Desk& desk) { m_desk = &desk; } // another desk of the house
    void keepOrganisation() { m_hosts = true; }       // this computer does, and may invite; before the window
    House& house();                                   // theirs
    House::Desk& desk() { return *m_desk; }

    MainWindow& window();     // made and shown when it is first asked for
    IncidentPage& incident(); // the night's incident in the window
    WallWindow& wall();       // beside the window, and of its size
    QWidget& shown();         // the wall where there is one, else the window

    // As a person does, where the focus is.
    void type(const QString& words);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    // Until the stores have answered and the window has laid itself out.
    void settle();

  private:
    WindowParts parts();

    Theme& m_theme;
    QSize m_size;
    std::unique_ptr<Story> m_story;
    std::unique_ptr<House> m_house;
    House::Desk* m_desk = nullptr;
    bool m_hosts = false;
    HandHosting m_hosting;
    HandInviting m_inviting;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<WallWindow> m_wall;
};

struct Screen {
    const char* name;
    void (*enter)(Stage& stage);
};
const std::vector<Screen>& screens();
// A slower build takes samples of the looks (languages, themes, zooms) of each screen: every so many. 1: all.
inline int lookStep() {
    return std::max(1, qEnvironmentVariableIntValue("BONGSU_LOOK_STEP"));
}
// Pictures and nothing else: nobody reaches into a wall, and what was missed lies over a line being written,
// which keeps the keys (test_recordtools has it by keys).
const std::vector<Screen>& screensToSee();

} // namespace bongsu
