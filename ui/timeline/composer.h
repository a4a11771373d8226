// Where lines are written: recording is typing and Enter, and what was typed is there until it is kept.
#pragma once

#include "domain/incident/composerline.h"
#include "journal/journal.h"
#include "ui/attachments/picking.h"
#include "ui/style/labels.h"
#include "ui/timeline/draft.h"

#include <QTimer>
#include <QWidget>

#include <set>

class QLabel;

namespace bongsu {

class Attacher;
class ComposerField;
class HeldStrip;
class NameCompletion;

class Composer : public QWidget {
    Q_OBJECT

  public:
    Composer(Journal& journal, const Clock& clock, const Theme& theme, QWidget* parent = nullptr);
    ~Composer() override;

    // Lines go into this incident; what was typed for another one stays with it until it is asked for again,
    // in this run of the program or a later one.
    void setIncident(const LogId& log);
    // Keeps what is typed in the home now. It is done by itself shortly after the first key that is not kept.
    void keepDraft();
    // The line being typed is a call, or is none any more.
    void markCall();
    // The next line corrects this one; its words are offered for changing. Escape ends that.
    void correct(const TimelineRow& row);
    // These go with the next line, over a crash too.
    void attach(std::vector<Given> given);
    // What a picture from the clipboard is called.
    QString pictureName() const;
    // An act upon a line, such as pinning one: refused, it says why.
    void recordAct(const Facts& facts);
    void tell(const QString& words) { say(words, Ink::Quiet); }
    // Begins a line with these words and gives it the focus; what stands there already stays behind them.
    void begin(const QString& words);
    ComposerField& field() { return *m_field; }
    // What stands above the line now: why something was not kept, what happens next. Empty: nothing to say.
    QString message() const;

  Q_SIGNALS:
    void lookedUp();
    void left();
    void digitEntered(int digit); // a line that is one digit: what is needed now, by its number

  protected:
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    struct Sending {
        std::vector<EventId> events; // a line, and what was attached to it
        QString typed;
        Moment at;
    };
    void build(const Theme& theme);
    void connectJournal();
    void name();
    void recordLine();
    void recordDecision();
    void openDecision(bool open);
    void recordTyped(const Facts& facts, const Text& text);
    void kept();
    void takeBack();
    void escape();
    Draft draft() const;
    void showDraft(const Draft& draft);
    void connectFields();
    void showTimeLeft();
    void connectAttachments();
    void recordHeld(AttachmentWords words);
    bool waitsForFiles(void (Composer::*due)());
    bool onItsWay(const Result<Recorded>& recorded);
    void endOnItsWay();
    void showHeld();
    void endCorrection();
    void understand();
    void say(const QString& words, Ink ink = Ink::Ember);

    Journal& m_journal;
    const Clock& m_clock;
    std::optional<LogId> m_log;
    std::set<LogId> m_shown; // whose drafts this run knows
    QTimer m_draftWait;
    QTimer m_second;                  // while a line can be taken back
    std::optional<Sending> m_sending; // on its way to the disk
    std::optional<Sending> m_last;    // the newest of this session that is kept
    bool m_notSaved = false;          // said so
    std::optional<EventId> m_correcting;
    QString m_correctedPlace; // "#15"
    QString m_before;         // what was being typed when a correction began
    NameCompletion* m_names;
    Attacher* m_attacher;
    HeldStrip* m_strip;
    void (Composer::*m_due)() =
        nullptr; // asked for while a file was being made ready: it belongs to this line
    QLabel* m_message;
    QLabel* m_mode; // "정정 #15"
    ComposerField* m_field;
    QWidget* m_decision;
    ComposerField* m_basis;
    ComposerField* m_options;
    KeyHint* m_enterHint;
    KeyHint* m_decideHint;
    KeyHint* m_undoHint;
};

} // namespace bongsu
