// The facts of a notice, written once: every channel's text is made from them.
#pragma once

#include "domain/notice/facts.h"
#include "ui/style/labels.h"

class QGridLayout;

namespace bongsu {

class ComposerField;

class NoticeForm : public QWidget {
    Q_OBJECT

  public:
    explicit NoticeForm(QWidget* parent = nullptr);

    // What the record says. `slotsOnly`: a text approved in peacetime, of which the next notice's time alone
    // is written here. `english`: some channel speaks it, so that what is written is asked for in it too.
    void show(const NoticeFacts& facts, bool slotsOnly, bool english, Moment now);
    // As they stand now; nothing where a time cannot be read, and trouble() says so.
    std::optional<NoticeFacts> facts(Moment now) const;
    QString trouble(Moment now) const;
    void name(); // in the language installed
    ComposerField& next() { return *m_next.field; }
    ComposerField& wrong() { return *m_wrong.ko; }
    ComposerField& feels() { return *m_feels.ko; }
    ComposerField& doing() { return *m_doing.ko; }
    ComposerField& who() { return *m_who.ko; }
    ComposerField& criteria() { return *m_criteria.ko; }
    ComposerField& procedure() { return *m_procedure.ko; }

  Q_SIGNALS:
    void changed();
    void escaped();

  private:
    // A fact that people write, in one language or both.
    struct Written {
        QLabel* name;
        ComposerField* ko;
        ComposerField* en;
    };
    struct Timed {
        QLabel* name;
        ComposerField* field;
    };
    ComposerField* addField(int column, int columns);
    Written addWritten();
    Timed addTimed();
    void put(const Written& written, const LocalText& text, bool shown, bool english);
    static LocalText textOf(const Written& written);

    NoticeFacts m_facts;
    QGridLayout* m_grid;
    QLabel* m_heading;
    QLabel* m_given; // services and since when, as the record has them
    Written m_wrong;
    Written m_feels;
    Written m_cause;
    Written m_doing;
    Written m_who; // is compensated, by what criteria, how
    Written m_criteria;
    Written m_procedure;
    Timed m_next;
    Timed m_recovery;
    bool m_isShowing = false;
};

} // namespace bongsu
