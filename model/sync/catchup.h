// What one client still lacks of each log, and how much of it is on the way.
#pragma once

#include "domain/base/ids.h"

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace bongsu {

// Which logs to read on from where: the organisation's first, then in the order in which they were found
// lacking.
class CatchUp {
  public:
    struct Want {
        LogId log;
        quint64 from;
        quint64 version; // of what is lacking: pages read for an older one may be of a branch that has ended
    };

    // The organisation's log, before anything is lacking.
    void putFirst(const LogId& organisation) { m_organisation = organisation; }

    // Everything from `from` on, whatever was sent before.
    void lacks(const LogId& log, quint64 from);
    // A live batch was not sent.
    void passedOver(const LogId& log, quint64 from, quint64 to);

    // Whether live batches of `log` must be passed over: they would come before what is still lacking.
    bool standsBefore(const LogId& log) const;
    bool empty() const { return m_lacking.empty(); }
    std::size_t size() const { return m_lacking.size(); }

    std::optional<Want> next() const;
    // False if the log was cut back, or asked for from elsewhere, since `want` was given out.
    bool isCurrent(const Want& want) const;
    // `count` entries from want.from on are on the way; `more`: the log goes on.
    void sent(const Want& want, quint64 count, bool more);
    void forget(const LogId& log);

  private:
    struct Lack {
        quint64 turn;
        quint64 next;
        quint64 atLeastTo; // entries up to this one exist, whatever a page read earlier says
        quint64 version;
    };

    std::optional<LogId> m_organisation;
    quint64 m_lastTurn = 0;
    quint64 m_lastVersion = 0;
    std::map<LogId, Lack> m_lacking;
    std::map<quint64, LogId> m_turns;
};

// Pages sent and not acknowledged.
class PageWindow {
  public:
    bool hasRoom() const;
    bool empty() const { return m_underWay.empty(); }
    // The number of a page of `bytes`.
    quint64 add(qsizetype bytes);
    // `page` and all before. False if it was never sent.
    bool acknowledge(quint64 page);

  private:
    struct Page {
        quint64 number;
        qsizetype bytes;
    };
    quint64 m_last = 0;
    qsizetype m_bytes = 0;
    std::deque<Page> m_underWay;
};

} // namespace bongsu
