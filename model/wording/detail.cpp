#include "wording/detail.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

struct Detail {
    const char* code;
    const char* english;
};

// Details that are names of this program's own; others are shown as they are.
constexpr Detail details[] = {
    {"event", QT_TRANSLATE_NOOP("Detail", "event")},
    {"entry", QT_TRANSLATE_NOOP("Detail", "entry")},
    {"header", QT_TRANSLATE_NOOP("Detail", "header")},
    {"head", QT_TRANSLATE_NOOP("Detail", "signed head")},
    {"facts", QT_TRANSLATE_NOOP("Detail", "facts")},
    {"text", QT_TRANSLATE_NOOP("Detail", "text")},
    {"parts", QT_TRANSLATE_NOOP("Detail", "facts and text")},
    {"flags", QT_TRANSLATE_NOOP("Detail", "flags")},
    {"relay", QT_TRANSLATE_NOOP("Detail", "relay")},
    {"declaration", QT_TRANSLATE_NOOP("Detail", "title, sites, services or times")},
    {"into", QT_TRANSLATE_NOOP("Detail", "the incident to join")},
    {"site", QT_TRANSLATE_NOOP("Detail", "site")},
    {"service", QT_TRANSLATE_NOOP("Detail", "service")},
    {"services", QT_TRANSLATE_NOOP("Detail", "number of services")},
    {"restored", QT_TRANSLATE_NOOP("Detail", "numbers restored")},
    {"blocker", QT_TRANSLATE_NOOP("Detail", "blocker")},
    {"channel", QT_TRANSLATE_NOOP("Detail", "channel")},
    {"readers", QT_TRANSLATE_NOOP("Detail", "readers")},
    {"department", QT_TRANSLATE_NOOP("Detail", "department")},
    {"people", QT_TRANSLATE_NOOP("Detail", "number of people and devices")},
    {"place", QT_TRANSLATE_NOOP("Detail", "place")},
    {"invite", QT_TRANSLATE_NOOP("Detail", "invite")},
    {"name", QT_TRANSLATE_NOOP("Detail", "name")},
    {"certificate", QT_TRANSLATE_NOOP("Detail", "certificate")},
    {"impact", QT_TRANSLATE_NOOP("Detail", "users hit")},
    {"impacts", QT_TRANSLATE_NOOP("Detail", "number of impacts")},
    {"recoveries", QT_TRANSLATE_NOOP("Detail", "number of recovery times")},
    {"members", QT_TRANSLATE_NOOP("Detail", "members and quorum")},
    {"member", QT_TRANSLATE_NOOP("Detail", "member")},
    {"meeting", QT_TRANSLATE_NOOP("Detail", "committee meeting")},
    {"motion", QT_TRANSLATE_NOOP("Detail", "motion")},
    {"motions", QT_TRANSLATE_NOOP("Detail", "number of motions")},
    {"outcome", QT_TRANSLATE_NOOP("Detail", "outcome: the votes say otherwise")},
    {"resource", QT_TRANSLATE_NOOP("Detail", "what is asked for")},
    {"resources", QT_TRANSLATE_NOOP("Detail", "number of requests")},
    {"party", QT_TRANSLATE_NOOP("Detail", "who it is from")},
    {"amount", QT_TRANSLATE_NOOP("Detail", "amount")},
};

} // namespace

QString nameOfDetail(const QByteArray& detail) {
    const auto* known = std::find_if(std::begin(details), std::end(details),
                                     [&](const Detail& one) { return detail == one.code; });
    if (known != std::end(details)) {
        return QCoreApplication::translate("Detail", known->english);
    }
    const QString words = QString::fromUtf8(detail);
    constexpr qsizetype idDigits = 64;
    constexpr qsizetype enoughDigits = 8;
    return words.size() == idDigits && !words.contains(u' ') ? words.first(enoughDigits) : words;
}

} // namespace bongsu
