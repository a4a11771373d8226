// Completes the name of a person, a service or a site behind an @ in a line being written.
#pragma once

#include "journal/journal.h"

#include <QObject>
#include <QPointer>

namespace bongsu {

class ComposerField;
class NameList;

class NameCompletion : public QObject {
    Q_OBJECT

  public:
    NameCompletion(const Journal& journal, ComposerField& field, QObject* parent);
    ~NameCompletion() override;

    void setIncident(const LogId& log) { m_log = log; } // whose names are offered

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void offer();
    void take(const QString& name);

    const Journal& m_journal;
    ComposerField& m_field;
    std::optional<LogId> m_log;
    QPointer<NameList> m_names; // over the window, once it is needed
};

} // namespace bongsu
