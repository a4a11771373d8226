#include "ui/hindsight/pastmeasures.h"

#include "ui/outgoing/outgoing.h"

namespace bongsu {

PastMeasures::PastMeasures(const WindowParts& parts) : m_parts(parts) {}

PastMeasures::~PastMeasures() {
    if (m_walk) {
        m_walk->cancel();
    }
}

void PastMeasures::readBeside(const LogId& log) {
    if (m_walk) {
        m_walk->cancel();
    }
    m_all.clear();
    m_waiting = m_parts.journal.incidents(); // by when they were declared
    std::erase(m_waiting, log);
    if (m_waiting.size() > most) {
        m_waiting.erase(m_waiting.begin(), m_waiting.end() - qsizetype(most));
    }
    readNext();
}

// One at a time: the record of whoever looks goes first, and nobody waits for these.
void PastMeasures::readNext() {
    if (m_waiting.empty()) {
        m_walk.reset();
        return;
    }
    const LogId log = m_waiting.back();
    m_waiting.pop_back();
    const auto taking = std::make_shared<MeasureTaking>();
    m_walk = RecordWalk::begin({pagesOf(m_parts.journal, log),
                                {},
                                [taking](const TimelineRow& row) { taking->take(row); },
                                {},
                                [this, taking, log](const Result<std::monostate>& read) {
                                    const Incident* incident = m_parts.journal.incident(log);
                                    if (read && incident) {
                                        m_all.push_back({log, m_parts.journal.texts().title(*incident),
                                                         incident->declaredAt, incident->drill,
                                                         taking->measures(m_parts.clock.now())});
                                        Q_EMIT grown();
                                    }
                                    readNext();
                                }});
}

} // namespace bongsu
