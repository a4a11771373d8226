// Texts with places for facts.
#include "fuzzing.h"

#include "domain/notice/mustache.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = Input(data, size).text();
    static const std::set<QString> names{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("service")};
    static const MustacheValues values{{QStringLiteral("a"), QStringLiteral("{{b}}<&")},
                                       {QStringLiteral("service"), QStringLiteral("mail")}};
    if (const auto fault = faultIn(text, names)) {
        require(fault->at >= 0 && fault->at < text.size(), "a fault has a place in the text");
        return 0;
    }
    for (const QString& name : namesIn(text)) {
        require(names.contains(name), "no name but those there are");
    }
    fixedWordsOf(text);
    const QString written = rendered(text, values);
    require(text.contains(u"{{") || written == text, "a text without places stays as it is");
    missingIn(text, values);
    require(!missingIn(text, values) || !rendered(text, {}).contains(QStringLiteral("mail")) ||
                text.contains(QStringLiteral("mail")),
            "no fact but those given");
    return 0;
}
