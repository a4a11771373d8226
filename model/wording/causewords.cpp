#include "wording/causewords.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace bongsu {

namespace {

struct Named {
    const char* cause;
    const char* english;
};

constexpr Named names[] = {
    {"dns", QT_TRANSLATE_NOOP("Cause", "its address is not found")},
    {"connect", QT_TRANSLATE_NOOP("Cause", "nobody answers there")},
    {"tls", QT_TRANSLATE_NOOP("Cause", "no safe line to it")},
    {"busy", QT_TRANSLATE_NOOP("Cause", "the service says: too many")},
    {"unavailable", QT_TRANSLATE_NOOP("Cause", "the service is down")},
    {"disk", QT_TRANSLATE_NOOP("Cause", "its folder cannot be written")},
    {"timeout", QT_TRANSLATE_NOOP("Cause", "no answer in time")},
    {"reset", QT_TRANSLATE_NOOP("Cause", "the line broke")},
    {"incomplete", QT_TRANSLATE_NOOP("Cause", "half an answer")},
    {"gateway", QT_TRANSLATE_NOOP("Cause", "its gateway does not know")},
    {"strange", QT_TRANSLATE_NOOP("Cause", "an answer that makes no sense")},
    {"helper", QT_TRANSLATE_NOOP("Cause", "the sending program failed")},
    {"credentials", QT_TRANSLATE_NOOP("Cause", "password or key refused")},
    {"gone", QT_TRANSLATE_NOOP("Cause", "no such account there")},
    {"rejected", QT_TRANSLATE_NOOP("Cause", "refused by the service")},
    {"duplicate", QT_TRANSLATE_NOOP("Cause", "already there")},
    {"too_long", QT_TRANSLATE_NOOP("Cause", "too long for it")},
    {"unencodable", QT_TRANSLATE_NOOP("Cause", "a character that it cannot carry")},
    {"redirected", QT_TRANSLATE_NOOP("Cause", "its address has changed")},
    {"recipient", QT_TRANSLATE_NOOP("Cause", "an address that is none")},
    {"endpoint", QT_TRANSLATE_NOOP("Cause", "its address is none")},
    {"unconfigured", QT_TRANSLATE_NOOP("Cause", "a setting or secret lacks")},
    {"elsewhere", QT_TRANSLATE_NOOP("Cause", "another address: secret wanted again")},
    {"drill", QT_TRANSLATE_NOOP("Cause", "not in a drill")},
    {"differs", QT_TRANSLATE_NOOP("Cause", "readers still see the old one")},
    {"channels", QT_TRANSLATE_NOOP("Cause", "no channels published")},
    {"channel", QT_TRANSLATE_NOOP("Cause", "no such channel published")},
    {"texts", QT_TRANSLATE_NOOP("Cause", "its text is not here")},
    {"form", QT_TRANSLATE_NOOP("Cause", "not as approved beforehand")},
    {"recipients", QT_TRANSLATE_NOOP("Cause", "no list of addresses")},
    {"sandbox", QT_TRANSLATE_NOOP("Cause", "for drills alone")},
    {"stopped", QT_TRANSLATE_NOOP("Cause", "stopped")},
    {"over", QT_TRANSLATE_NOOP("Cause", "answered or passed on before")},
};

} // namespace

QString causeName(const QString& cause) {
    const auto found = std::find_if(std::begin(names), std::end(names),
                                    [&](const Named& one) { return cause == QLatin1String(one.cause); });
    return found == std::end(names) ? cause : QCoreApplication::translate("Cause", found->english);
}

} // namespace bongsu
