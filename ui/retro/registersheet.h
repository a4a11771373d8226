// What is to be done after incidents, over all of them: whose turn it is, what is late, and what was found
// more than once; below, what is known of the chosen one.
#pragma once

#include "ui/retro/registerrows.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

class QListView;
class QPushButton;

namespace bongsu {

class ActionActs;
class ChoiceSheet;
class DetailsView;
class KeyLines;
class Scrolled;

class RegisterSheet : public Sheet {
    Q_OBJECT

  public:
    // The documents of `parts` must be there. `questions` lies over the same page.
    RegisterSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page);

    void show();
    void refresh(); // nothing while it is closed
    QListView& list() { return *m_list; }
    const PanelModel& lines() const { return m_model; }
    const std::vector<RegisterRow>& rows() const { return m_rows; }
    QString shownWords() const; // all that is said of the chosen one
    QString said() const;
    ChoiceSheet& questions() { return m_questions; }

  Q_SIGNALS:
    void incidentAsked(const bongsu::LogId& log);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    struct Key {
        KeyHint* hint;
        Qt::Key key;
    };
    bool press(const QKeyEvent& pressed, bool does); // whether it is one of its keys
    KeyHint* addKey(const char* cap, Qt::Key key, void (RegisterSheet::*act)());
    void build();
    void name();
    void tell();
    void say(const QString& words, Ink ink = Ink::Quiet);
    const RegisterRow* chosen() const; // null: nothing is
    void act();                        // it is done, or confirmed
    void add();
    void change();
    void drop();
    void reopen();
    void goThere();
    void saveTable();
    void saveCalendar();
    void askPath(const QString& ending, const std::function<QByteArray()>& make);
    void readOn();

    WindowParts m_parts;
    ChoiceSheet& m_questions;
    ActionActs* m_acts;
    std::vector<RegisterRow> m_rows;
    QString m_chosen; // its line's key
    bool m_filling = false;
    PanelModel m_model;
    QLabel* m_counts;
    QLabel* m_empty;
    QPushButton* m_first; // where there is none yet
    QWidget* m_both;
    QListView* m_list = nullptr;
    DetailsView* m_details;
    Scrolled* m_told = nullptr;
    QLabel* m_said;
    KeyLines* m_keyLines;
    std::vector<Key> m_keys;
    KeyHint* m_enter;
    KeyHint* m_add;
    KeyHint* m_change;
    KeyHint* m_drop;
    KeyHint* m_reopen;
    KeyHint* m_go;
    KeyHint* m_table;
    KeyHint* m_calendar;
    KeyHint* m_readOn;
    KeyHint* m_back;
};

} // namespace bongsu
