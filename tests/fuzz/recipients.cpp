// Lists of addresses, as a relay takes them; and what its store gives back.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "relay/recipientlists.h"
#include "world/memorystore.h"

#include <deque>

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView lines = Input(data, size).rest();
    const QString list = QStringLiteral("users");
    std::deque<MemoryStore::Task> tasks;
    const auto disk = std::make_shared<MemoryDisk>();
    MemoryStore store(disk, [&tasks](MemoryStore::Task task) { tasks.push_back(std::move(task)); });
    const auto settle = [&tasks] {
        while (!tasks.empty()) {
            const auto task = std::move(tasks.front());
            tasks.pop_front();
            task();
        }
    };
    RecipientLists lists(store);
    std::optional<Result<quint64>> done;
    lists.set(list, lines, [&done](const Result<quint64>& result) { done = result; });
    settle();
    require(done.has_value(), "whoever sets a list is answered");
    if (!*done) {
        requireCode(done->error());
        require(!lists.find(list), "what is refused changes nothing");
        return 0;
    }
    const std::vector<QString>* kept = lists.find(list);
    require((kept ? kept->size() : 0) == **done, "as many are kept as were counted");
    std::map<QByteArray, QByteArray> settings;
    store.settings(
        [&settings](const Result<std::map<QByteArray, QByteArray>>& result) { settings = *result; });
    settle();
    RecipientLists again(store);
    again.open(settings);
    require(again.find(list) ? kept && *again.find(list) == *kept : !kept, "a list comes back as it was");
    for (const QString& address : kept ? *kept : std::vector<QString>()) {
        require(!address.isEmpty() && address.toUtf8().size() <= limits::recipientBytes,
                "no address is over its limit");
    }
    return 0;
}
