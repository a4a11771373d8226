// The facts of looking back: the steps of a retrospective, what its authors write, what they found, and what
// was signed. What is to be done about it: action_facts.h.
#pragma once

#include "domain/base/ids.h"
#include "domain/event/fields.h"
#include "domain/event/kind.h"
#include "domain/event/line.h"
#include "domain/event/noticewords.h"
#include "domain/event/organisation_facts.h"
#include "domain/event/retrowords.h"

namespace bongsu {

// Which way it goes: in one piece, or by three sub-committees (원인조사, 재난대책, 보상대책).
struct RetroArranged {
    static constexpr KindInfo kind{"retro.arranged", 1, false, LogType::Incident};
    bool subcommittees = false;
    std::optional<EventId> against{}; // the one before; absent: nothing was arranged
    static constexpr auto fields() {
        return std::tuple{field(1, &RetroArranged::subcommittees), field(2, &RetroArranged::against)};
    }
};

// `step` is a key of the document `retrospective`, which no rule reads.
struct StepAssigned {
    static constexpr KindInfo kind{"step.assigned", 1, false, LogType::Incident};
    QString step{};
    std::optional<PersonId> owner{};
    std::optional<Moment> due{};      // absent: as the document has it
    std::optional<EventId> against{}; // what last set the step; absent: nothing has
    static constexpr auto fields() {
        return std::tuple{field(1, &StepAssigned::step), field(2, &StepAssigned::owner),
                          field(3, &StepAssigned::due), field(4, &StepAssigned::against)};
    }
};

struct StepSettled {
    static constexpr KindInfo kind{"step.settled", 1, false, LogType::Incident};
    QString step{};
    WorkOutcome outcome = WorkOutcome::Done;
    std::optional<EventId> against{};
    static constexpr auto fields() {
        return std::tuple{field(1, &StepSettled::step), field(2, &StepSettled::outcome),
                          field(3, &StepSettled::against)};
    }
};

// A version of a section, whose words are a blob with its salt in the text. It takes the place of the
// versions that it names and of no other: of two authors who did not see each other's, both stand until
// somebody names both.
struct SectionWritten {
    static constexpr KindInfo kind{"section.written", 1, false, LogType::Incident};
    QString section{};
    BlobId blob = BlobId::zeros();
    quint64 size = 0; // bytes
    OpenTo openTo = OpenTo::Organisation;
    std::vector<EventId> against{}; // versions of this section
    static constexpr auto fields() {
        return std::tuple{field(1, &SectionWritten::section), field(2, &SectionWritten::blob),
                          field(3, &SectionWritten::size), field(4, &SectionWritten::openTo),
                          field(5, &SectionWritten::against)};
    }
};

// What somebody says of a section.
struct SectionRemarked {
    static constexpr KindInfo kind{"section.remarked", 1, false, LogType::Incident};
    QString section{};
    std::optional<EventId> version{}; // the one that they read
    static constexpr auto fields() {
        return std::tuple{field(1, &SectionRemarked::section), field(2, &SectionRemarked::version)};
    }
};

// It is answered, or taken up; how stands in the text.
struct RemarkSettled {
    static constexpr KindInfo kind{"remark.settled", 1, false, LogType::Incident};
    EventId remark = EventId::zeros(); // the section.remarked
    static constexpr auto fields() { return std::tuple{field(1, &RemarkSettled::remark)}; }
};

struct FindingAdded {
    static constexpr KindInfo kind{"finding.added", 1, false, LogType::Incident};
    Line line{};
    FindingKind findingKind = FindingKind::Factor;
    std::optional<ReviewArea> area{};
    std::optional<QString> pattern{}; // what it is called in every incident: "untested change"
    std::vector<EventId> evidence{};  // entries of this log
    static constexpr auto fields() {
        return std::tuple{field(1, &FindingAdded::line), field(2, &FindingAdded::findingKind),
                          field(3, &FindingAdded::area), field(4, &FindingAdded::pattern),
                          field(5, &FindingAdded::evidence)};
    }
};

// It does not hold; why stands in the text.
struct FindingDropped {
    static constexpr KindInfo kind{"finding.dropped", 1, false, LogType::Incident};
    EventId finding = EventId::zeros(); // the finding.added
    static constexpr auto fields() { return std::tuple{field(1, &FindingDropped::finding)}; }
};

// Somebody looked; who, where it is not `checkedBy` or the author, stands in the text.
struct SafetyStated {
    static constexpr KindInfo kind{"safety.stated", 1, false, LogType::Incident};
    Line line{};
    std::vector<QString> services{};
    std::vector<SafetyAspect> aspects{};
    SafetyFinding finding = SafetyFinding::Clean;
    std::optional<PersonId> checkedBy{};
    static constexpr auto fields() {
        return std::tuple{field(1, &SafetyStated::line), field(2, &SafetyStated::services),
                          field(3, &SafetyStated::aspects), field(4, &SafetyStated::finding),
                          field(5, &SafetyStated::checkedBy)};
    }
};

// A document's exact bytes, as a blob with its salt in the text, and the log heads that it rests on.
// `pieces`: of the document cut into pieces of `pieceSize` bytes (the last one shorter), so that whoever
// checks a copy is told where it differs.
struct RetroIssued {
    static constexpr KindInfo kind{"retro.issued", 1, true, LogType::Incident};
    Line line{};
    quint64 number = 0; // from 1, of this incident
    RetroForm form = RetroForm::Full;
    QString format{}; // as its file is called: "html"
    BlobId blob = BlobId::zeros();
    quint64 size = 0; // bytes
    LogPoint upTo{};  // of this log
    LogPoint org{};   // of the organisation's
    quint64 pieceSize = 0;
    std::vector<PieceHash> pieces{};
    std::vector<PersonId> asked{}; // to sign it
    static constexpr auto fields() {
        return std::tuple{field(1, &RetroIssued::line),      field(2, &RetroIssued::number),
                          field(3, &RetroIssued::form),      field(4, &RetroIssued::format),
                          field(5, &RetroIssued::blob),      field(6, &RetroIssued::size),
                          field(7, &RetroIssued::upTo),      field(8, &RetroIssued::org),
                          field(9, &RetroIssued::pieceSize), field(10, &RetroIssued::pieces),
                          field(11, &RetroIssued::asked)};
    }
};

// One who was asked has read those very bytes.
struct RetroSigned {
    static constexpr KindInfo kind{"retro.signed", 1, true, LogType::Incident};
    EventId document = EventId::zeros(); // the retro.issued
    Approval answer = Approval::Approved;
    static constexpr auto fields() {
        return std::tuple{field(1, &RetroSigned::document), field(2, &RetroSigned::answer)};
    }
};

} // namespace bongsu
