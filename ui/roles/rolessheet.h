// Roles and manual: every seat with who has it, and what is the chosen one's to do and to decide. Whoever
// holds a seat sees their own first.
#pragma once

#include "ui/board/halves.h"
#include "ui/roles/incidentmanual.h"
#include "ui/roles/manualwords.h"
#include "ui/shell/sheet.h"

class QKeyEvent;

namespace bongsu {

class RolesSheet : public Sheet {
    Q_OBJECT

  public:
    RolesSheet(const WindowParts& parts, const IncidentManual& manual, QWidget* page);

    // At this seat; empty: where the viewer looks first.
    void show(const LogId& log, const QString& seat);
    void refresh(); // the record has moved, or time has; nothing while it is closed
    QListView& seats() { return *m_list; }
    QString shownSeat() const;  // its key
    QString shownWords() const; // all that is said of it
    // That a newer version was published than the one the incident goes by; empty: none was.
    QString newerShown() const;
    bool showsDifferences() const { return m_differs; } // in place of the seat

  Q_SIGNALS:
    void actAsked(const QString& seat); // Enter
    void newerAsked();                  // Ctrl Enter: the newer version is to hold

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    void build();
    void name();
    void tell();
    void tellNewer(const Incident& incident);
    bool keyOfNewer(const QKeyEvent& key);
    void showSections(const QString& seat, const std::vector<RoleSection>& sections);

    WindowParts m_parts;
    const IncidentManual& m_manual;
    std::optional<LogId> m_log;
    PanelModel m_model;
    QLabel* m_version;
    QLabel* m_newer;
    bool m_differs = false;
    Halves* m_halves;
    QListView* m_list = nullptr;
    QLabel* m_seat;
    QLabel* m_terms;
    QWidget* m_sections;
    std::pair<QString, std::vector<RoleSection>> m_told; // what stands there, of which seat
    KeyHint* m_act;
    KeyHint* m_what;
    KeyHint* m_take;
    KeyHint* m_scroll;
    KeyHint* m_close;
};

} // namespace bongsu
