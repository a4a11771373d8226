// A record's lines as people read them outside the window: each with what later lines say of it beside it.
#pragma once

#include "report/recordsource.h"

namespace bongsu {

// Plain text on one line each, in the language installed.
struct ToldLine {
    Moment at;    // when it happened, as far as anybody said
    QString time; // "15:19"
    QString words;
    bool struck = false; // does not count, or was corrected
    bool decision = false;
    QString author;
    QString number;    // "#15"; where it has none, how it stands
    QStringList notes; // basis, source, corrections, why it does not count, times that lie apart
};

class RecordTeller {
  public:
    // What `source` names outlives the teller.
    explicit RecordTeller(const RecordSource& source);

    // Every line of the record in its order, before the first is told.
    void learn(const TimelineRow& row);
    ToldLine tell(const TimelineRow& row) const;

  private:
    struct About {
        QStringList corrections;
        bool withdrawn = false;
        bool pinned = false;
    };
    QString author(const TimelineRow& row) const;
    QString wordsOf(const TimelineRow& row, const About& about) const;
    QStringList notesOf(const TimelineRow& row, const About& about) const;
    const About& aboutOf(const TimelineRow& row) const;

    RecordSource m_source;
    Naming m_naming;
    std::map<EventId, About> m_about;
};

// How a line stands, in the word of files: "recorded", "pending" (no number yet), "refused", "void".
QString standingOf(const TimelineRow& row);

} // namespace bongsu
