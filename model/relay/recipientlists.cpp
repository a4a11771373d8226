#include "relay/recipientlists.h"

#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "storage/eventstore.h"

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

constexpr const char* prefix = "list/";
constexpr int mostKeyBytes = 48; // beside the prefix and the number of a part, in limits::settingKeyBytes

QByteArray settingOf(const QString& list, int part) {
    return prefix + list.toUtf8() + '/' + QByteArray::number(part);
}

bool isAddress(const QString& line) {
    return line.toUtf8().size() <= limits::recipientBytes &&
           std::all_of(line.begin(), line.end(), [](QChar c) {
               return c > u' ' && c != u',' && c != u';' && c.category() != QChar::Other_Control;
           });
}

Result<std::vector<QString>> addressesIn(QByteArrayView lines) {
    std::vector<QString> addresses;
    std::set<QString> known;
    int number = 0;
    for (const QByteArray& line : lines.toByteArray().split('\n')) {
        ++number;
        const QString address = QString::fromUtf8(line).section(u'#', 0, 0).trimmed();
        if (address.isEmpty()) {
            continue;
        }
        if (!isAddress(address) || addresses.size() >= std::size_t(limits::recipients)) {
            return refuse(refusal::outOfRange, QByteArray::number(number));
        }
        if (known.insert(address).second) {
            addresses.push_back(address);
        }
    }
    return addresses;
}

} // namespace

void RecipientLists::open(const std::map<QByteArray, QByteArray>& settings) {
    std::map<QString, std::map<int, QByteArray>> parts;
    for (const auto& [name, value] : settings) {
        const qsizetype slash = name.lastIndexOf('/');
        if (name.startsWith(prefix) && slash >= qsizetype(qstrlen(prefix))) {
            const QString list =
                QString::fromUtf8(name.mid(qsizetype(qstrlen(prefix)), slash - qsizetype(qstrlen(prefix))));
            parts[list].insert_or_assign(name.mid(slash + 1).toInt(), value);
        }
    }
    for (const auto& [list, pieces] : parts) {
        std::vector<QString>& addresses = m_lists[list];
        for (const auto& [part, lines] : pieces) {
            for (const QByteArray& line : lines.split('\n')) {
                addresses.push_back(QString::fromUtf8(line));
            }
        }
        m_parts[list] = int(pieces.size());
    }
}

const std::vector<QString>* RecipientLists::find(const QString& list) const {
    const auto found = m_lists.find(list);
    return found == m_lists.end() ? nullptr : &found->second;
}

std::map<QString, quint64> RecipientLists::sizes() const {
    std::map<QString, quint64> sizes;
    for (const auto& [list, addresses] : m_lists) {
        sizes.insert_or_assign(list, addresses.size());
    }
    return sizes;
}

void RecipientLists::set(const QString& list, QByteArrayView lines,
                         std::function<void(const Result<quint64>&)> done) {
    if (!isKeyText(list) || list.toUtf8().size() > mostKeyBytes || list.contains(u'/')) {
        done(refuse(refusal::outOfRange, "list"));
        return;
    }
    auto addresses = addressesIn(lines);
    if (!addresses) {
        done(errorOf(addresses));
        return;
    }
    std::vector<QByteArray> parts;
    for (const QString& address : *addresses) {
        const QByteArray line = address.toUtf8();
        if (parts.empty() || parts.back().size() + line.size() + 1 > limits::settingBytes) {
            parts.push_back(line);
        } else {
            parts.back() += '\n' + line;
        }
    }
    Change change;
    for (int i = 0; i < std::max(m_parts[list], int(parts.size())); ++i) {
        change.settings.insert_or_assign(settingOf(list, i),
                                         i < int(parts.size()) ? parts[std::size_t(i)] : QByteArray());
    }
    m_store.commit(std::move(change),
                   [this, list, addresses = std::move(*addresses), count = int(parts.size()),
                    done = std::move(done)](const Result<Committed>& committed) {
                       if (!committed || *committed != Committed::Durable) {
                           done(committed ? Result<quint64>(fail(failure::busy)) : errorOf(committed));
                           return;
                       }
                       m_parts[list] = count;
                       if (addresses.empty()) {
                           m_lists.erase(list);
                       } else {
                           m_lists.insert_or_assign(list, addresses);
                       }
                       done(quint64(addresses.size()));
                   });
}

} // namespace bongsu
