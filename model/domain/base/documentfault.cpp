#include "domain/base/documentfault.h"

#include <array>

namespace bongsu {

namespace {

constexpr std::array words{"too_large",
                           "not_utf8",
                           "control_character",
                           "tab_indentation",
                           "unreadable",
                           "unclosed",
                           "several_documents",
                           "after_the_end",
                           "alias",
                           "tag",
                           "key_not_text",
                           "doubled_key",
                           "too_deep",
                           "too_many",
                           "too_long",
                           "unknown_key",
                           "missing_key",
                           "empty_value",
                           "text_expected",
                           "languages_expected",
                           "list_expected",
                           "map_expected",
                           "holder_expected",
                           "not_a_key",
                           "not_a_number",
                           "out_of_range",
                           "not_a_date",
                           "not_yes_or_no",
                           "unknown_version",
                           "unknown_site",
                           "unknown_department",
                           "unknown_group",
                           "unknown_service",
                           "unknown_seat",
                           "doubled",
                           "needs_circle",
                           "reports_circle",
                           "holders_circle",
                           "commander_missing",
                           "commander_reports",
                           "not_one_of",
                           "secret_written",
                           "unknown_channel",
                           "fallback_circle",
                           "not_for_pages",
                           "unknown_place",
                           "place_unclosed",
                           "place_unopened",
                           "place_unread",
                           "nothing_stays",
                           "disclosure_untold",
                           "contact_untold",
                           "not_a_calendar",
                           "component_unclosed",
                           "property_unreadable",
                           "unknown_zone",
                           "not_forwards",
                           "two_ends",
                           "rule_unreadable",
                           "rule_too_long",
                           "range_override",
                           "too_many_shifts",
                           "more"};
static_assert(words.size() == std::size_t(FaultCode::Last));

} // namespace

const char* wordOf(FaultCode code) {
    return words.at(std::size_t(code) - 1);
}

} // namespace bongsu
