#include "domain/event/facts.h"

namespace bongsu {

namespace {

template <class T>
concept Known = requires {
    T::kind;
};

// Calls `visit.template operator()<T>()` for each known kind until one returns true.
template <std::size_t I = 0, class Visit>
void eachKind(const Visit& visit) {
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        using T = std::variant_alternative_t<I, AnyFacts>;
        if constexpr (Known<T>) {
            if (visit.template operator()<T>()) {
                return;
            }
        }
        eachKind<I + 1>(visit);
    }
}

template <class T>
concept NamesBlob = requires(const T& body) {
    body.blob;
    body.size;
};

template <class T>
bool isCalled(QByteArrayView kind, quint64 version) {
    return T::kind.version == version && kind == QByteArrayView(T::kind.name);
}

} // namespace

Facts::Facts() = default;
Facts::Facts(const Facts& other) = default;
Facts::Facts(Facts&& other) noexcept = default;
Facts& Facts::operator=(const Facts& other) = default;
Facts& Facts::operator=(Facts&& other) noexcept = default;
Facts::~Facts() = default;

std::optional<KindInfo> kindInfo(QByteArrayView kind, quint64 version) {
    std::optional<KindInfo> found;
    eachKind([&]<class T>() {
        if (isCalled<T>(kind, version)) {
            found = T::kind;
        }
        return found.has_value();
    });
    return found;
}

KindInfo kindOf(const Facts& facts) {
    return std::visit(
        []<class T>(const T&) -> KindInfo {
            if constexpr (Known<T>) {
                return T::kind;
            } else {
                Q_ASSERT_X(false, "kindOf", "facts without a kind");
                return {"", 0, false, LogType::Any};
            }
        },
        facts);
}

Facts decodeFacts(QByteArrayView kind, quint64 version, QByteArrayView bytes) {
    Facts facts = UnknownFacts{};
    eachKind([&]<class T>() {
        if (!isCalled<T>(kind, version)) {
            return false;
        }
        if (auto body = decodeBody<T>(bytes)) {
            facts = std::move(*body);
        } else {
            facts = MalformedFacts{};
        }
        return true;
    });
    return facts;
}

QByteArray encodeFacts(const Facts& facts) {
    return std::visit(
        []<class T>(const T& body) -> QByteArray {
            if constexpr (Known<T>) {
                return encodeBody(body);
            } else {
                Q_ASSERT_X(false, "encodeFacts", "facts without a kind");
                return {};
            }
        },
        facts);
}

std::optional<BlobNamed> blobNamedBy(const Facts& facts) {
    return std::visit(
        []<class T>(const T& body) -> std::optional<BlobNamed> {
            if constexpr (NamesBlob<T>) {
                return BlobNamed{body.blob, body.size};
            } else {
                return std::nullopt;
            }
        },
        facts);
}

bool namesBlob(QByteArrayView kind) {
    bool names = false;
    eachKind([&]<class T>() {
        names = NamesBlob<T> && kind == QByteArrayView(T::kind.name);
        return names;
    });
    return names;
}

const Line* lineOf(const Facts& facts) {
    return std::visit(
        []<class T>(const T& body) -> const Line* {
            if constexpr (requires { body.line; }) {
                return &body.line;
            } else {
                return nullptr;
            }
        },
        facts);
}

} // namespace bongsu
