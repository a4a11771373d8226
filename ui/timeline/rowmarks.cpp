#include "ui/timeline/rowmarks.h"

namespace bongsu {

namespace {

struct Marker {
    RowMark operator()(const NoteAdded& f) const {
        switch (f.noteKind) {
        case NoteKind::Call:
            return {Mark::Handset, Ink::Quiet};
        case NoteKind::Request:
            return {Mark::HollowDiamond, Ink::Ember};
        case NoteKind::Observation:
            break;
        }
        return {Mark::Square, Ink::Quiet};
    }
    RowMark operator()(const ServiceStated& f) const { return markOf(f.state); }
    RowMark operator()(const IncidentDeclared&) const { return {Mark::Triangle, Ink::Ember}; }
    RowMark operator()(const IncidentJoined&) const { return {Mark::Chain, Ink::Quiet}; }
    RowMark operator()(const CommandTaken&) const { return {Mark::Target, Ink::Quiet}; }
    RowMark operator()(const DecisionMade&) const { return {Mark::Diamond, Ink::Info}; }
    RowMark operator()(const EntryCorrected&) const { return {Mark::HollowSquare, Ink::Quiet}; }
    RowMark operator()(const EntryWithdrawn&) const { return {Mark::Cross, Ink::Quiet}; }
    RowMark operator()(const Erased&) const { return {Mark::Cross, Ink::Quiet}; }
    RowMark operator()(const EntryPinned&) const { return {Mark::Pin, Ink::Quiet}; }
    RowMark operator()(const GradeChanged&) const { return {Mark::Triangle, Ink::Ember}; }
    RowMark operator()(const PhaseChanged&) const { return {Mark::Chevron, Ink::Info}; }
    RowMark operator()(const MeetingSet&) const { return {Mark::Handset, Ink::Info}; }
    RowMark operator()(const WorkHeld&) const { return {Mark::Octagon, Ink::Ember}; }
    RowMark operator()(const WorkReleased&) const { return {Mark::HollowOctagon, Ink::Good}; }
    RowMark operator()(const BlockerRaised&) const { return {Mark::Octagon, Ink::Ember}; }
    RowMark operator()(const BlockerCleared&) const { return {Mark::HollowOctagon, Ink::Good}; }
    RowMark operator()(const RestorationCounted&) const { return {Mark::Bars, Ink::Good}; }
    RowMark operator()(const NoticeRecorded&) const { return {Mark::Play, Ink::Info}; }
    RowMark operator()(const AuthorityRecorded&) const { return {Mark::Pentagon, Ink::Quiet}; }
    RowMark operator()(const SeatsCalled&) const { return {Mark::Target, Ink::Ember}; }
    RowMark operator()(const SeatAnswered& f) const {
        return {Mark::Target, f.answer == SeatAnswer::Accepted ? Ink::Good : Ink::Partial};
    }
    RowMark operator()(const SeatPassed& f) const { return {Mark::Target, f.to ? Ink::Partial : Ink::Bad}; }
    RowMark operator()(const SeatVacated&) const { return {Mark::Target, Ink::Quiet}; }
    RowMark operator()(const TasksAdded&) const { return {Mark::HollowSquare, Ink::Info}; }
    RowMark operator()(const TaskSettled&) const { return {Mark::HollowSquare, Ink::Good}; }
    RowMark operator()(const AlertLevelSet&) const { return {Mark::Pentagon, Ink::Ember}; }
    RowMark operator()(const ReportIssued&) const { return {Mark::Pentagon, Ink::Info}; }
    RowMark operator()(const ServicesConfirmed&) const { return {Mark::HollowSquare, Ink::Good}; }
    RowMark operator()(const ImpactStated&) const { return {Mark::Bars, Ink::Partial}; }
    RowMark operator()(const CauseStated&) const { return {Mark::Square, Ink::Info}; }
    RowMark operator()(const RecoveryExpected&) const { return {Mark::Chevron, Ink::Info}; }
    RowMark operator()(const CommitteeCalled&) const { return {Mark::Target, Ink::Ember}; }
    RowMark operator()(const CommitteeAttended&) const { return {Mark::Target, Ink::Quiet}; }
    RowMark operator()(const MotionOpened&) const { return {Mark::HollowDiamond, Ink::Info}; }
    RowMark operator()(const MotionVoted&) const { return {Mark::HollowDiamond, Ink::Quiet}; }
    RowMark operator()(const MotionClosed&) const { return {Mark::Diamond, Ink::Info}; }
    RowMark operator()(const ResourceRequested&) const { return {Mark::HollowDiamond, Ink::Ember}; }
    RowMark operator()(const ResourceSettled&) const { return {Mark::HollowDiamond, Ink::Good}; }
    RowMark operator()(const PeriodOpened&) const { return {Mark::Chevron, Ink::Quiet}; }
    RowMark operator()(const NoticeProposed& f) const {
        return f.preapproved ? RowMark{Mark::Play, Ink::Ember} : RowMark{Mark::HollowPlay, Ink::Ember};
    }
    RowMark operator()(const NoticeAnswered& f) const {
        return {Mark::Play, f.approval == Approval::Approved ? Ink::Good : Ink::Partial};
    }
    RowMark operator()(const NoticeOverridden&) const { return {Mark::Play, Ink::Ember}; }
    RowMark operator()(const NoticeStopped&) const { return {Mark::Octagon, Ink::Ember}; }
    RowMark operator()(const DeliveryBegun&) const { return {Mark::HollowPlay, Ink::Quiet}; }
    RowMark operator()(const DeliveryTold& f) const {
        const bool isBad = f.counts.failed > 0 || f.counts.unknown > 0 || f.held;
        return {Mark::Play, isBad ? Ink::Partial : f.done ? Ink::Good : Ink::Quiet};
    }
    RowMark operator()(const DeliveryDecided&) const { return {Mark::HollowPlay, Ink::Info}; }
    RowMark operator()(const PageBegun&) const { return {Mark::Handset, Ink::Quiet}; }
    RowMark operator()(const PageTold& f) const {
        const bool isBad = std::any_of(f.results.begin(), f.results.end(), [](const PageResult& one) {
            return one.state == PageState::Failed || one.state == PageState::Unknown;
        });
        return {Mark::Handset, isBad ? Ink::Partial : Ink::Quiet};
    }
    RowMark operator()(const PageAnswered& f) const {
        return {Mark::Target, f.answer == SeatAnswer::Accepted ? Ink::Good : Ink::Partial};
    }
    RowMark operator()(const DutyBegun&) const { return {Mark::Pentagon, Ink::Ember}; }
    RowMark operator()(const DutySettled&) const { return {Mark::Pentagon, Ink::Good}; }
    RowMark operator()(const SectionWritten&) const { return {Mark::Square, Ink::Info}; }
    RowMark operator()(const SectionRemarked&) const { return {Mark::HollowSquare, Ink::Info}; }
    RowMark operator()(const FindingAdded& f) const {
        return {Mark::HollowDiamond, f.findingKind == FindingKind::Factor ? Ink::Ember : Ink::Info};
    }
    RowMark operator()(const SafetyStated& f) const {
        return {Mark::HollowSquare, f.finding == SafetyFinding::Clean ? Ink::Good : Ink::Bad};
    }
    RowMark operator()(const ActionAdded&) const { return {Mark::HollowSquare, Ink::Info}; }
    RowMark operator()(const ActionChanged&) const { return {Mark::HollowSquare, Ink::Quiet}; }
    RowMark operator()(const ActionSettled&) const { return {Mark::HollowSquare, Ink::Good}; }
    RowMark operator()(const RetroIssued&) const { return {Mark::Pentagon, Ink::Info}; }
    RowMark operator()(const RetroSigned&) const { return {Mark::Pentagon, Ink::Good}; }
    RowMark operator()(const AttachmentAdded&) const { return {Mark::HollowSquare, Ink::Info}; }

    template <class Other>
    RowMark operator()(const Other&) const {
        return {Mark::Ring, Ink::Quiet};
    }
};

} // namespace

RowMark markOf(ServiceState state) {
    switch (state) {
    case ServiceState::MajorOutage:
        return {Mark::Square, Ink::Bad};
    case ServiceState::PartialOutage:
    case ServiceState::Degraded:
        return {Mark::HalfSquare, Ink::Partial};
    case ServiceState::Operational:
        return {Mark::HollowSquare, Ink::Good};
    case ServiceState::Recovering:
        return {Mark::HalfSquare, Ink::Good};
    case ServiceState::Unknown:
        break;
    }
    return {Mark::HollowSquare, Ink::Quiet};
}

RowMark markOf(const Facts& facts) {
    return std::visit(Marker(), facts);
}

} // namespace bongsu
