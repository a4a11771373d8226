// Looking back at one incident: how far it has come on the left, what is chosen in the middle, where it is
// also written, and lines of the record to rest on at the right.
#pragma once

#include "ui/retro/retrodrafts.h"
#include "ui/retro/retrorows.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

#include <QTimer>

#include <functional>

class QListView;

namespace bongsu {

class ActionActs;
class ChoiceSheet;
class DetailsView;
class DocumentActs;
class EvidenceColumn;
class KeyLines;
class RetroActs;
class Scrolled;
class SectionEditor;

class RetroSheet : public Sheet {
    Q_OBJECT

  public:
    // The retrospective's desk and the documents of `parts` must be there. `questions` lies over the same
    // page.
    RetroSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page);
    ~RetroSheet() override; // keeps what was being written

    void show(const LogId& log); // at the step that is next
    void showSafety(const LogId& log);
    void refresh(); // the record has moved, or time has; nothing while it is closed
    QListView& list() { return *m_list; }
    const PanelModel& lines() const { return m_model; }
    QString shownWords() const; // all that is said of the chosen line
    bool isWriting() const { return m_writing.has_value(); }
    SectionEditor& editor() { return *m_editor; }
    EvidenceColumn& evidence() { return *m_evidence; }
    QString said() const;
    RetroActs& acts() { return *m_acts; }
    void choose(const RetroItem& item); // passed over where it is not there

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;
    void hideEvent(QHideEvent* event) override;

  private:
    enum class Where { List, Text, Anywhere }; // the focus is
    struct Key {
        KeyHint* hint;
        QKeyCombination keys;
        Where where;
    };
    void build();
    void buildKeys();
    void connectParts();
    KeyHint* addKey(const char* cap, QKeyCombination keys, Where where, void (RetroSheet::*act)());
    void name();
    void open(const LogId& log);
    void fill();
    void readWords();
    void readVersion(const EventId& event);
    void tell();
    void tellKeys();
    void offer(KeyHint* hint, bool offered, const QString& words);
    void say(const QString& words, Ink ink = Ink::Quiet);
    void seek(bool seeks);                 // evidence
    std::optional<RetroView> view() const; // nothing: no incident is shown
    const Incident* incident() const;
    const StepLine* step() const;          // the chosen one
    const OutlineSection* section() const; // the same
    std::optional<RegisterLine> action() const;
    const IssuedRetro* document() const;

    // What keys do with what is chosen (retrosheet_keys.cpp).
    void act();
    void takeIt();
    void giveIt();
    void remarkIt();
    void answerIt();
    void affectedIt();
    void dropIt();
    void reopenIt();
    void saveIt();
    void toEvidence();
    void readOn();
    void back();

    // Writing a section (retrosheet_writing.cpp).
    void beginWriting();
    void recordText();
    void keepText();
    void endWriting();
    void cite(quint64 seq);
    void findDrafts();

    WindowParts m_parts;
    RetroActs* m_acts;
    ActionActs* m_actionActs;
    DocumentActs* m_documentActs;
    std::optional<LogId> m_log;
    std::optional<RetroOutline> m_outline;
    std::vector<RetroRow> m_rows;
    RetroItem m_chosen;
    PanelModel m_model;
    std::map<EventId, Result<QString>> m_words; // of versions, as they were read
    std::set<EventId> m_asked;                  // those being read
    std::set<QString> m_drafts;
    std::optional<QString> m_writing; // the section
    SectionDraft m_begun;             // what stood there before anything was typed
    QTimer m_draftWait;
    bool m_filling = false;
    bool m_seeks = false; // evidence, in place of the list
    QWidget* m_columns;
    QListView* m_list = nullptr;
    QWidget* m_middle;
    DetailsView* m_details;
    Scrolled* m_told = nullptr;
    SectionEditor* m_editor;
    EvidenceColumn* m_evidence;
    QLabel* m_said;
    KeyLines* m_keyLines;
    std::vector<Key> m_keys;
    KeyHint* m_enter;
    KeyHint* m_record;
    KeyHint* m_take;
    KeyHint* m_give;
    KeyHint* m_remark;
    KeyHint* m_answer;
    KeyHint* m_affected;
    KeyHint* m_drop;
    KeyHint* m_reopen;
    KeyHint* m_save;
    KeyHint* m_toEvidence;
    KeyHint* m_readOn;
    KeyHint* m_back;
};

} // namespace bongsu
