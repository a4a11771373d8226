#include "domain/log/act.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {
// A relay is a device, limited to telling how it is reached and how many addresses it has, to calling who is
// next in line, to reaching them and passing on their answer, to telling what it sends of approved notices,
// and to what is sealed to relays.
bool relayMay(const Facts& facts) {
    return std::holds_alternative<RelayDescribed>(facts) || std::holds_alternative<SeatPassed>(facts) ||
           std::holds_alternative<DeliveryBegun>(facts) || std::holds_alternative<DeliveryTold>(facts) ||
           std::holds_alternative<SecretSealed>(facts) || std::holds_alternative<PageBegun>(facts) ||
           std::holds_alternative<PageTold>(facts) || std::holds_alternative<PageAnswered>(facts) ||
           std::holds_alternative<RecipientsCounted>(facts);
}
// Root signs only: the foundation, admins' invites, epochs, its own replacement (and the rebasing an epoch
// brings).
bool rootMay(const Facts& facts) {
    return std::holds_alternative<Founded>(facts) || std::holds_alternative<InviteIssued>(facts) ||
           std::holds_alternative<EpochDeclared>(facts) || std::holds_alternative<RootReplaced>(facts) ||
           std::holds_alternative<LogRebased>(facts);
}
} // namespace

bool couldBePermitted(const Refusal& refusal) {
    static constexpr std::array byAuthority{refusal::notPermitted, refusal::inviteTooWide,
                                            refusal::commanderPresent, refusal::revoked,
                                            refusal::unknownDevice};
    return std::any_of(byAuthority.begin(), byAuthority.end(),
                       [&](const char* code) { return refusal.code == code; });
}

bool opensEpoch(const Facts& facts) {
    return std::holds_alternative<EpochDeclared>(facts) || std::holds_alternative<LogRebased>(facts);
}

void countDeviceSeq(std::map<DeviceId, quint64>& deviceSeqs, const Event& event, const Facts& facts) {
    if (!opensEpoch(facts)) {
        quint64& newest = deviceSeqs[event.header.device];
        newest = std::max(newest, event.header.deviceSeq);
    }
}

Verdict checkCommon(LogType log, const std::map<DeviceId, quint64>& deviceSeqs, const Act& act) {
    if (act.author.revoked) {
        return Refusal{refusal::revoked};
    }
    if (std::holds_alternative<MalformedFacts>(act.facts)) {
        return Refusal{refusal::malformed, "facts"};
    }
    const auto newest = deviceSeqs.find(act.event.header.device);
    const bool ordered = newest != deviceSeqs.end() && !opensEpoch(act.facts);
    if (ordered && act.event.header.deviceSeq <= newest->second) {
        return Refusal{refusal::clonedDevice};
    }
    if (std::holds_alternative<UnknownFacts>(act.facts)) {
        return std::nullopt; // numbered and shown by those who do not know it
    }
    const KindInfo kind = kindOf(act.facts);
    if (kind.log != LogType::Any && kind.log != log) {
        return Refusal{refusal::wrongLog};
    }
    if (kind.critical != act.event.header.critical()) {
        return Refusal{refusal::malformed, "flags"};
    }
    const bool allowed = act.author.role == Author::Role::Relay  ? relayMay(act.facts)
                         : act.author.role == Author::Role::Root ? rootMay(act.facts)
                                                                 : true;
    return allowed ? Verdict() : Refusal{refusal::notPermitted};
}

} // namespace bongsu
