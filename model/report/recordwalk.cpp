#include "report/recordwalk.h"

#include <algorithm>

namespace bongsu {

std::shared_ptr<RecordWalk> RecordWalk::begin(Parts parts) {
    const std::shared_ptr<RecordWalk> walk(new RecordWalk(std::move(parts)));
    walk->read(1);
    return walk;
}

void RecordWalk::read(quint64 fromSeq) {
    if (fromSeq > m_parts.pages.lastSeq) {
        endRound();
        return;
    }
    m_parts.pages.page(fromSeq,
                       [self = shared_from_this(), fromSeq](const Result<std::vector<TimelineRow>>& rows) {
                           if (self->m_over) {
                               return;
                           }
                           if (!rows) {
                               self->end(tl::unexpected(rows.error()));
                           } else if (rows->empty()) {
                               self->end(fail(failure::corrupt, QByteArray::number(fromSeq)));
                           } else {
                               self->take(*rows);
                               self->tellProgress(*rows->back().seq);
                               self->read(*rows->back().seq + 1);
                           }
                       });
}

void RecordWalk::take(const std::vector<TimelineRow>& rows) {
    for (const TimelineRow& row : rows) {
        if (!row.seq || *row.seq <= m_parts.pages.lastSeq) {
            (m_learning ? m_parts.learn : m_parts.tell)(row);
        }
    }
}

void RecordWalk::endRound() {
    take(m_parts.pages.own);
    if (std::exchange(m_learning, false)) {
        read(1);
    } else {
        end(std::monostate{});
    }
}

void RecordWalk::end(const Result<std::monostate>& how) {
    m_over = true;
    m_parts.done(how);
}

void RecordWalk::tellProgress(quint64 seq) {
    if (!m_parts.progress) {
        return;
    }
    const quint64 last = m_parts.pages.lastSeq;
    const quint64 rounds = m_parts.learn ? 2 : 1;
    const quint64 before = rounds == 2 && !m_learning ? last : 0;
    m_parts.progress(int(100 * (before + std::min(seq, last)) / (rounds * last)));
}

} // namespace bongsu
