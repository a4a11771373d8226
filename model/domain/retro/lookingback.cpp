#include "domain/retro/lookingback.h"

#include "domain/event/action_facts.h"
#include "domain/event/retro_facts.h"

namespace bongsu {

bool isLookingBack(const Facts& facts) {
    return std::visit(
        []<class T>(const T&) {
            return std::is_same_v<T, RetroArranged> || std::is_same_v<T, StepAssigned> ||
                   std::is_same_v<T, StepSettled> || std::is_same_v<T, SectionWritten> ||
                   std::is_same_v<T, SectionRemarked> || std::is_same_v<T, RemarkSettled> ||
                   std::is_same_v<T, FindingAdded> || std::is_same_v<T, FindingDropped> ||
                   std::is_same_v<T, RetroIssued> || std::is_same_v<T, RetroSigned> ||
                   std::is_same_v<T, ActionAdded> || std::is_same_v<T, ActionChanged> ||
                   std::is_same_v<T, ActionSettled>;
        },
        facts);
}

} // namespace bongsu
