#include "identity/rootfile.h"

#include "domain/event/fields.h"
#include "identity/secretfile.h"

namespace bongsu {

namespace {

constexpr SecretFileKind rootFile{"BONGSUR1", true};

struct RootBody {
    OrgId org = OrgId::zeros();
    quint64 which = 0;
    QByteArray seed{};
    static constexpr auto fields() {
        return std::tuple{field(1, &RootBody::org), field(2, &RootBody::which), field(3, &RootBody::seed)};
    }
};

std::optional<RootKey> decoded(QByteArrayView body) {
    auto root = decodeBody<RootBody>(body);
    const auto seed = root ? Seed::tryFrom(root->seed) : std::nullopt;
    if (!seed || root->which < 1 || root->which > 2) {
        return std::nullopt;
    }
    wipe(root->seed);
    return RootKey{root->org, int(root->which), *seed};
}

} // namespace

Result<std::monostate> createRootFile(const QString& path, const RootKey& key) {
    Q_ASSERT(key.which == 1 || key.which == 2);
    RootBody root{key.org, quint64(key.which), key.seed.view().toByteArray()};
    QByteArray body = encodeBody(root);
    auto result = createSecretFile(path, rootFile, body);
    wipe(body);
    wipe(root.seed);
    return result;
}

Result<LoadedRootKey> loadRootFile(const QString& path) {
    auto contents = readSecretFile(path, rootFile);
    if (!contents) {
        return tl::unexpected(contents.error());
    }
    const auto key = decoded(contents->body);
    wipe(contents->body);
    if (!key) {
        return fail(failure::keyUnusable, keyfault::damaged);
    }
    return LoadedRootKey{*key, contents->exposed};
}

} // namespace bongsu
