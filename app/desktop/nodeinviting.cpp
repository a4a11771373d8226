#include "desktop/nodeinviting.h"

namespace bongsu {

Result<InviteGiven> NodeInviting::invite(const InviteAsked& asked) {
    const auto self = asked.forMyself ? m_node.journal().person() : std::nullopt;
    const auto issued =
        m_node.invite({asked.permission, self, asked.terms.uses, asked.terms.valid, maySpeak(asked.terms)});
    if (!issued) {
        return errorOf(issued);
    }
    if (issued->recorded.warning) {
        return tl::unexpected<Error>(*issued->recorded.warning);
    }
    m_newest = issued->recorded.event;
    return InviteGiven{issued->line, issued->spoken, isRecorded()};
}

bool NodeInviting::isRecorded() const {
    return m_newest && m_node.journal().stateOf(*m_newest) == OwnState::Recorded;
}

} // namespace bongsu
