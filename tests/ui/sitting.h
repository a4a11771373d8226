// A house whose people's desktops a test sits at, one after another, and works by keyboard.
#pragma once

#include "ui/board/choicesheet.h"
#include "ui/house.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/mainwindow.h"

namespace bongsu {

class Sitting : public QObject {
  protected:
    void begin(); // a house and a look; desks are the test's own
    void end();   // its window first

    // In a new window of this desk, at the incident where there is one.
    void sitAt(House::Desk& desk);
    // By this desk, in whose command it is; nobody sits anywhere yet. `type`: of the failure.
    void declareAt(House::Desk& desk, const std::optional<QString>& type);
    void settle(); // until everybody has heard everything
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier); // where the focus is
    void choose(ChoiceSheet& sheet, const QString& words);                     // the option that begins so
    static QStringList optionsOf(ChoiceSheet& sheet);

    const Incident& incident() const { return *m_desk->journal->incident(*m_log); }
    IncidentPage& page() { return m_window->incidentPage(); }

    std::unique_ptr<House> m_house;
    House::Desk* m_desk = nullptr; // the one sat at
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::optional<LogId> m_log;
};

} // namespace bongsu
