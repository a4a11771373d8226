// All kinds of facts as one variant, and the way between it and (kind, version, bytes).
#pragma once

#include "domain/event/action_facts.h"
#include "domain/event/attachment_facts.h"
#include "domain/event/authority_facts.h"
#include "domain/event/committee_facts.h"
#include "domain/event/document_facts.h"
#include "domain/event/duty_facts.h"
#include "domain/event/incident_facts.h"
#include "domain/event/line_facts.h"
#include "domain/event/notice_facts.h"
#include "domain/event/organisation_facts.h"
#include "domain/event/page_facts.h"
#include "domain/event/response_facts.h"
#include "domain/event/retro_facts.h"
#include "domain/event/seat_facts.h"
#include "domain/event/service_facts.h"

#include <variant>

namespace bongsu {

// A kind or version this program does not know: kept, numbered and shown, never judged.
struct UnknownFacts {};
// A known kind whose facts are not of its shape: such an entry is void.
struct MalformedFacts {};

using AnyFacts = std::variant<
    UnknownFacts, MalformedFacts,
    // the organisation's log
    Founded, DeviceAdded, InviteIssued, InviteRevoked, PersonDescribed, PermissionSet, DeviceRevoked,
    PersonRevoked, DepartmentDescribed, RelayDescribed, EpochDeclared, RootReplaced, FeatureRaised,
    DocumentPublished, DocumentRead, FirstNoticeApproved, FirstNoticeEnded, SecretSealed, RecipientsCounted,
    // either
    WorkHeld, WorkReleased, Erased,
    // an incident's log
    IncidentDeclared, IncidentJoined, CommandTaken, NoteAdded, DecisionMade, EntryCorrected, EntryWithdrawn,
    EntryPinned, GradeChanged, PhaseChanged, MeetingSet, ServiceStated, RestorationCounted, BlockerRaised,
    BlockerCleared, NoticeRecorded, AuthorityRecorded, ReadersSet, LogRebased, AttachmentAdded, SeatsCalled,
    SeatAnswered, SeatPassed, SeatVacated, ManualAttached, TasksAdded, TaskSettled, AlertLevelSet,
    ReportIssued, ServicesConfirmed, ImpactStated, CauseStated, RecoveryExpected, CommitteeCalled,
    CommitteeAttended, MotionOpened, MotionVoted, MotionClosed, ResourceRequested, ResourceSettled,
    PeriodOpened, NoticeProposed, NoticeAnswered, NoticeOverridden, NoticeStopped, DeliveryBegun,
    DeliveryTold, DeliveryDecided, PageBegun, PageTold, PageAnswered, DutyBegun, DutySettled, RetroArranged,
    StepAssigned, StepSettled, SectionWritten, SectionRemarked, RemarkSettled, FindingAdded, FindingDropped,
    SafetyStated, RetroIssued, RetroSigned, ActionAdded, ActionChanged, ActionSettled>;

template <class T, class Variant>
inline constexpr bool isAlternative = false;
template <class T, class... Kinds>
inline constexpr bool isAlternative<T, std::variant<Kinds...>> = (std::is_same_v<T, Kinds> || ...);

// A class of its own, so that copying and ending a variant of so many kinds is compiled once (facts.cpp) and
// not in every file that keeps facts.
class Facts : public AnyFacts {
  public:
    Facts();
    template <class Kind>
    requires isAlternative<std::remove_cvref_t<Kind>, AnyFacts>
    Facts(Kind&& facts) // NOLINT(google-explicit-constructor): as of a variant
        : AnyFacts(std::in_place_type<std::remove_cvref_t<Kind>>, std::forward<Kind>(facts)) {}
    Facts(const Facts& other);
    Facts(Facts&& other) noexcept;
    Facts& operator=(const Facts& other);
    Facts& operator=(Facts&& other) noexcept;
    ~Facts();
};

// Nothing for a (kind, version) this program does not know.
std::optional<KindInfo> kindInfo(QByteArrayView kind, quint64 version);

// The kind of known facts; must not be asked of Unknown or Malformed.
KindInfo kindOf(const Facts& facts);

Facts decodeFacts(QByteArrayView kind, quint64 version, QByteArrayView bytes);
QByteArray encodeFacts(const Facts& facts);

// A blob that facts name, and its size in bytes.
struct BlobNamed {
    BlobId blob;
    quint64 size;
    friend bool operator==(const BlobNamed&, const BlobNamed&) = default;
};
std::optional<BlobNamed> blobNamedBy(const Facts& facts);
// Whether facts of this kind name one, in any version this program knows.
bool namesBlob(QByteArrayView kind);

// The timeline's common part of facts that have one.
const Line* lineOf(const Facts& facts);

} // namespace bongsu
