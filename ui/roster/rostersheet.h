// Who is on duty now and next: the departments, and for the chosen one the days to come with what is missing.
// From here a calendar's file is read, given out and printed.
#pragma once

#include "ui/roster/rosterimport.h"
#include "ui/roster/rosterwords.h"
#include "ui/shell/ticker.h"

class QGridLayout;

namespace bongsu {

class Halves;

class RosterSheet : public Sheet {
    Q_OBJECT

  public:
    // The documents of `parts` must be there.
    RosterSheet(const WindowParts& parts, const Ticker& ticker, QWidget* page);

    void show();
    QListView& departments() { return *m_list; }
    RosterImport& importing() { return *m_import; }
    QString shownWords() const; // of the chosen department
    QString message() const;
    // The chosen department's shifts for other calendars; the words say what became of it.
    void writeTo(const QString& path);
    void readFrom(const QString& path);

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void fit() override;

  private:
    void build();
    QWidget* buildDetails();
    void layKeys(std::initializer_list<KeyHint*> hints);
    void name();
    void read();
    void refresh();
    void tell();
    void tellNothing();
    void clear();
    void say(const QString& words, Ink ink, Weight weight = Weight::Normal);
    void sayDays(const std::vector<RosterDay>& days);
    void tellOutcome(const QString& words);
    void chooseFile();
    void chooseWhereTo();
    void print();
    const RosterDepartment* chosen() const; // null: there is none

    WindowParts m_parts;
    RosterBook m_book{};
    std::vector<RosterDepartment> m_all;
    PanelModel m_model;
    QString m_told; // the department that is told of
    QLabel* m_summary;
    Halves* m_halves;
    QListView* m_list;
    QLabel* m_name;
    QLabel* m_versions;
    QWidget* m_words;
    KeyHint* m_read;
    KeyHint* m_write;
    KeyHint* m_print;
    KeyHint* m_scroll;
    KeyHint* m_close;
    RosterImport* m_import;
};

} // namespace bongsu
