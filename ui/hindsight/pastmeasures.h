// The figures of other incidents, read one after the other while somebody looks at those of one.
#pragma once

#include "domain/incident/measures.h"
#include "report/recordwalk.h"
#include "ui/shell/windowparts.h"

#include <QObject>

namespace bongsu {

struct MeasuredIncident {
    LogId log;
    QString title;
    Moment declaredAt;
    bool drill = false;
    std::vector<Measure> measures{};
};

class PastMeasures : public QObject {
    Q_OBJECT

  public:
    static constexpr std::size_t most = 24; // the newest ones

    explicit PastMeasures(const WindowParts& parts);
    ~PastMeasures() override;

    // All but this one, the newest first; what was read before is read anew.
    void readBeside(const LogId& log);
    const std::vector<MeasuredIncident>& all() const { return m_all; } // those read so far

  Q_SIGNALS:
    void grown();

  private:
    void readNext();

    WindowParts m_parts;
    std::vector<LogId> m_waiting; // the last one is next
    std::vector<MeasuredIncident> m_all;
    std::shared_ptr<RecordWalk> m_walk;
};

} // namespace bongsu
