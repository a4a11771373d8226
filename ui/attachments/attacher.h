// Takes what people give, one thing after the other and off the window's thread, and holds it for the line
// they are writing.
#pragma once

#include "journal/journal.h"
#include "ui/attachments/picking.h"

#include <QObject>

#include <deque>

namespace bongsu {

class Attacher : public QObject {
    Q_OBJECT

  public:
    explicit Attacher(Journal& journal, QObject* parent = nullptr);

    void take(const LogId& log, std::vector<Given> given);
    bool isBusy() const { return m_working || !m_waiting.empty(); }

  Q_SIGNALS:
    void changed(); // one more is held, or one less is on its way
    void refused(const QString& name, const bongsu::Error& why);

  private:
    void takeNext();
    void taken(const LogId& log, const QString& name, const Result<Attachment>& made);

    Journal& m_journal;
    std::deque<std::pair<LogId, Given>> m_waiting;
    bool m_working = false;
};

} // namespace bongsu
