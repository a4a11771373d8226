// What every group of acts on one incident has: which incident, a sheet to ask in, and recording with words
// for what became of it.
#pragma once

#include "ui/board/choicesheet.h"
#include "ui/shell/actions.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

class PageActs : public QObject {
    Q_OBJECT

  public:
    // Asks in `sheet`, which lies over the page that owns this.
    PageActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page);

    // The incident they are about.
    void setIncident(const LogId& log) { m_log = log; }
    ChoiceSheet& sheet() { return m_sheet; }

  Q_SIGNALS:
    void done(const QString& words); // what was done, to be said

  protected:
    const WindowParts& parts() const { return m_parts; }
    Journal& journal() const { return m_parts.journal; }
    const std::optional<LogId>& log() const { return m_log; }
    const Incident* incident() const; // null: none is open
    QString personName(const PersonId& person) const;
    // Why it was not recorded; empty: it was, and `said` tells so.
    QString record(const Facts& facts, const Text& text, const QString& said);
    QString recordIn(const LogId& log, const Facts& facts, const Text& text, const QString& said);
    // What to say of something kept: `said`, or why others may not accept it.
    static QString saidOf(const Verdict& warning, const QString& said);
    // What was written in a line; nothing where it is empty.
    static std::optional<QString> given(const QString& line);
    // Names divided by commas, as the record has them.
    static std::vector<QString> namesIn(const QString& line);
    // Another question once the one being answered has closed.
    void askNext(std::function<void()> question);

  private:
    WindowParts m_parts;
    ChoiceSheet& m_sheet;
    std::optional<LogId> m_log;
};

} // namespace bongsu
