// What people type or paste into the window's lines.
#include "fuzzing.h"

#include "domain/incident/askedsearch.h"
#include "domain/incident/composerline.h"
#include "domain/incident/servicing.h"
#include "domain/retro/outline.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QString text = Input(data, size).text();
    static const Moment now = *momentFromIso(u"2026-03-01T03:20:00Z");
    constexpr std::chrono::minutes korea(9 * 60);
    const ComposerLine line = parseComposerLine(text, now, korea);
    require(!line.occurredAt || *line.occurredAt <= now + std::chrono::minutes(5),
            "nothing that is to come has happened");
    const DeclaredLine declared = parseDeclaredLine(text, now, korea);
    require(!declared.ended || (declared.began && *declared.ended >= *declared.began),
            "an outage does not end before it began");
    parseComingTime(text, now, korea);
    const auto digit = digitAlone(text);
    require(!digit || (*digit >= 1 && *digit <= 9), "a digit is one");
    const AskedSearch asked = parseAskedSearch(text);
    require(asked.words.size() <= text.size(), "no words but those typed");
    const auto filter = filterAtEnd(text);
    require(!filter || (filter->from >= 0 && filter->from <= text.size()), "a filter stands in the text");
    const auto place = parseAskedPlace(text, now, now, korea);
    require(!place || place->time.has_value() != place->seq.has_value(), "a place is a time or a number");
    parseDueDay(text, QDate(2026, 3, 1));
    parseUsersHit(text);
    return 0;
}
