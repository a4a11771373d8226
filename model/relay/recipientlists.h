// Addresses that bulk messages go to, in a relay's own store, sealed, and nowhere else: no desktop needs
// them.
#pragma once

#include "domain/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <vector>

namespace bongsu {

class EventStore;

class RecipientLists {
  public:
    // `store` outlives it.
    explicit RecipientLists(EventStore& store) : m_store(store) {}

    void open(const std::map<QByteArray, QByteArray>& settings); // what the store's hold
    // Null: no list of that key.
    const std::vector<QString>* find(const QString& list) const;
    std::map<QString, quint64> sizes() const;
    // One address a line; empty lines and what stands behind # are passed over, each address counts once.
    // Refusal value.out_of_range with the number of the line: longer than limits::recipientBytes, or with
    // characters that no address has; or too many. None: the list is taken away. Durable when `done` is
    // called; else nothing has changed.
    void set(const QString& list, QByteArrayView lines, std::function<void(const Result<quint64>&)> done);

  private:
    EventStore& m_store;
    std::map<QString, std::vector<QString>> m_lists;
    std::map<QString, int> m_parts; // settings that each takes
};

} // namespace bongsu
