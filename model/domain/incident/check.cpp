#include "domain/incident/checking.h"

#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/closing.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

bool isRestored(const Restored& r) {
    return isRange(r.done) && (!r.inProgress || isRange(*r.inProgress)) &&
           (!r.total || r.done.to <= *r.total);
}

// Lines whose text a person may take back; everything else is undone by its opposite.
bool isLineKind(const QByteArray& kind) {
    static constexpr std::array lines{NoteAdded::kind.name,         DecisionMade::kind.name,
                                      EntryCorrected::kind.name,    NoticeRecorded::kind.name,
                                      AuthorityRecorded::kind.name, AttachmentAdded::kind.name,
                                      FindingAdded::kind.name};
    return std::any_of(lines.begin(), lines.end(), [&](const char* name) { return kind == name; });
}

class IncidentCheck : private Checking {
  public:
    explicit IncidentCheck(const Checking& checking) : Checking(checking) {}

    Verdict operator()(const UnknownFacts&) const { return {}; }
    Verdict operator()(const MalformedFacts&) const { return no(refusal::malformed); }
    Verdict operator()(const IncidentDeclared&) const { return no(refusal::alreadyDone); }

    Verdict operator()(const IncidentJoined& f) const {
        if (f.into == incident.id) {
            return no(refusal::outOfRange, "into");
        }
        return f.against == incident.joinedInto.setBy ? commanding() : no(refusal::stale);
    }

    Verdict operator()(const CommandTaken& f) const {
        if (f.against != incident.command.setBy) {
            return no(refusal::stale);
        }
        if (incident.command.person == *act.person() && !incident.command.acting) {
            return no(refusal::alreadyDone);
        }
        if (!act.hasText()) {
            return no(refusal::reasonMissing);
        }
        if (mayCommand(permission())) {
            return {};
        }
        const bool vacant = !authority.isActive(incident.command.person);
        if (!mayRespond(permission())) {
            return no(refusal::notPermitted);
        }
        return vacant ? Verdict() : no(refusal::commanderPresent);
    }

    Verdict operator()(const NoteAdded& f) const {
        return isKeyText(f.site) ? written() : no(refusal::outOfRange, "site");
    }
    Verdict operator()(const DecisionMade&) const { return written(); }

    Verdict operator()(const EntryCorrected& f) const {
        const auto target = lookup(f.target);
        if (!target || !target->hasText || target->isVoid) {
            return no(refusal::notFound);
        }
        return target->erased ? Verdict(no(refusal::alreadyDone)) : written();
    }

    Verdict operator()(const EntryWithdrawn& f) const {
        const auto target = lookup(f.target);
        if (!target || !isLineKind(target->kind)) {
            return no(refusal::notFound);
        }
        if (target->erased) {
            return no(refusal::alreadyDone);
        }
        if (target->person != act.person()) {
            return no(refusal::notPermitted);
        }
        return act.at <= target->recordedAt + limits::withdrawWindow ? Verdict() : no(refusal::tooLate);
    }

    Verdict operator()(const EntryPinned& f) const {
        const auto target = lookup(f.target);
        if (!target || target->isVoid) {
            return no(refusal::notFound);
        }
        return writing();
    }

    Verdict operator()(const GradeChanged& f) const {
        return f.against == incident.grade.setBy ? commanding() : no(refusal::stale);
    }
    Verdict operator()(const PhaseChanged& f) const {
        if (f.against != incident.phase.setBy) {
            return no(refusal::stale);
        }
        const Verdict fault = f.phase == Phase::Closed ? closing() : Verdict();
        return fault ? fault : commanding();
    }
    Verdict operator()(const MeetingSet& f) const {
        if (!act.hasText()) {
            return no(refusal::malformed, "place");
        }
        return f.against == incident.meetingSetBy ? responding() : no(refusal::stale);
    }

    Verdict operator()(const WorkHeld& f) const {
        if (!isKeyText(f.site) || incident.holds.size() >= std::size_t(limits::holds)) {
            return no(refusal::outOfRange, "site");
        }
        return incident.holds.contains(f.site) ? no(refusal::alreadyDone) : commanding();
    }
    Verdict operator()(const WorkReleased& f) const {
        const auto hold = incident.holds.find(f.site);
        if (hold == incident.holds.end()) {
            return no(refusal::notFound);
        }
        return hold->second.event == f.against ? commanding() : no(refusal::stale);
    }

    Verdict operator()(const ServiceStated& f) const {
        if (f.services.empty() || !areKeyTexts(f.services) || !isKeyText(f.function) || !isKeyText(f.site) ||
            (f.restored && !isRestored(*f.restored))) {
            return no(refusal::outOfRange, "service");
        }
        if (incident.serviceStates.size() + newServices(f) > std::size_t(limits::serviceStates)) {
            return no(refusal::outOfRange, "services");
        }
        return writing();
    }
    Verdict operator()(const RestorationCounted& f) const {
        const bool isNew = !incident.restorations.contains(f.site.value_or(QString()));
        if (!isKeyText(f.site) || !isRestored(f.restored) ||
            (isNew && incident.restorations.size() >= std::size_t(limits::restorationCounts))) {
            return no(refusal::outOfRange, "restored");
        }
        return writing();
    }
    Verdict operator()(const BlockerRaised& f) const {
        if (!isKeyText(f.site) || incident.blockers.size() >= std::size_t(limits::openBlockers)) {
            return no(refusal::outOfRange, "blocker");
        }
        return written();
    }
    Verdict operator()(const BlockerCleared& f) const {
        return incident.blockers.contains(f.target) ? writing() : no(refusal::notFound);
    }

    Verdict operator()(const NoticeRecorded& f) const {
        return isKeyText(f.channel) ? written() : no(refusal::outOfRange, "channel");
    }
    Verdict operator()(const AuthorityRecorded&) const { return written(); }

    // Without its text nobody could read it: the salt stands there.
    Verdict operator()(const AttachmentAdded& f) const {
        if (f.size == 0 || f.size > mostBytes(f.media)) {
            return no(refusal::outOfRange, "size");
        }
        const auto target = f.target ? lookup(*f.target) : std::nullopt;
        if (f.target && (!target || target->isVoid)) {
            return no(refusal::notFound);
        }
        return written();
    }

    Verdict operator()(const ReadersSet& f) const {
        if (incident.readers.size() + newReaders(f) > std::size_t(limits::readers) ||
            (f.added.empty() && f.removed.empty())) {
            return no(refusal::outOfRange, "readers");
        }
        return commanding();
    }

    Verdict operator()(const SeatsCalled& f) const {
        if (f.calls.empty() || f.calls.size() > std::size_t(limits::seatCalls)) {
            return no(refusal::outOfRange, "seats");
        }
        if (f.manual && incident.manual.value && f.manual != incident.manual.value) {
            return no(refusal::stale, "manual");
        }
        std::set<QString> called;
        for (const SeatCall& call : f.calls) {
            if (!called.insert(call.seat).second) {
                return no(refusal::outOfRange, "seat");
            }
            if (auto fault = callable(call)) {
                return fault;
            }
        }
        if (incident.seats.size() + newSeats(f) > std::size_t(limits::seats)) {
            return no(refusal::outOfRange, "seats");
        }
        const bool own = std::all_of(f.calls.begin(), f.calls.end(),
                                     [this](const SeatCall& call) { return holds(call.seat); });
        return own ? Verdict() : commanding();
    }

    // Whoever was called answers for themselves, whatever they may do otherwise.
    Verdict operator()(const SeatAnswered& f) const {
        const SeatStatus* seat = findSeat(f.seat);
        if (!seat) {
            return no(refusal::notFound);
        }
        if (seat->setBy != f.against) {
            return no(refusal::stale);
        }
        if (!seat->called || seat->called->declined) {
            return no(refusal::alreadyDone);
        }
        const PersonId who = f.person.value_or(*act.person());
        if (who != seat->called->person) {
            return no(refusal::notPermitted);
        }
        if (who == *act.person()) {
            return {};
        }
        return authority.isActive(who) ? writing() : no(refusal::notFound, "person");
    }

    Verdict operator()(const SeatPassed& f) const {
        const SeatStatus* seat = findSeat(f.seat);
        if (!seat) {
            return no(refusal::notFound);
        }
        if (seat->setBy != f.against) {
            return no(refusal::stale);
        }
        if (!seat->called) {
            return no(refusal::alreadyDone);
        }
        if (!mayPass(*seat->called, f.cause)) {
            return no(refusal::tooEarly);
        }
        if (f.to != nextInLine(*seat, authority)) {
            return no(refusal::outOfRange, "to");
        }
        return act.author.role == Author::Role::Relay ? Verdict() : commanding();
    }

    Verdict operator()(const SeatVacated& f) const {
        const SeatStatus* seat = findSeat(f.seat);
        if (!seat) {
            return no(refusal::notFound);
        }
        if (f.seat == commanderSeat) { // there is never an incident without a commander
            return no(refusal::outOfRange, "seat");
        }
        if (seat->setBy != f.against) {
            return no(refusal::stale);
        }
        if (!seat->holder && !seat->called) {
            return no(refusal::alreadyDone);
        }
        return holds(f.seat) ? Verdict() : commanding();
    }

    Verdict operator()(const ManualAttached& f) const {
        if (f.against != incident.manual.setBy) {
            return no(refusal::stale);
        }
        return f.manual == incident.manual.value ? no(refusal::alreadyDone) : commanding();
    }

    Verdict operator()(const TasksAdded& f) const {
        const bool fits = std::all_of(f.tasks.begin(), f.tasks.end(), [](const TaskItem& task) {
            return isKeyText(task.seat) && isKeyText(task.key);
        });
        if (f.tasks.empty() || !fits || incident.tasks.size() + f.tasks.size() > std::size_t(limits::tasks)) {
            return no(refusal::outOfRange, "tasks");
        }
        return written();
    }

    Verdict operator()(const TaskSettled& f) const {
        const auto task = incident.tasks.find(TaskKey{f.tasks, f.index});
        if (task == incident.tasks.end()) {
            return no(refusal::notFound);
        }
        if (task->second.setBy != f.against) {
            return no(refusal::stale);
        }
        if (task->second.outcome.has_value() != (f.outcome == TaskOutcome::Reopened)) {
            return no(refusal::alreadyDone);
        }
        return f.outcome == TaskOutcome::Skipped && !act.hasText() ? no(refusal::reasonMissing) : writing();
    }

    Verdict operator()(const AlertLevelSet&) const { return writing(); }

    Verdict operator()(const ReportIssued& f) const {
        if (f.number != incident.report.number + 1) {
            return no(refusal::stale); // somebody else issued one meanwhile
        }
        return lookup(f.upTo) ? written() : no(refusal::notFound);
    }

    Verdict operator()(const Erased& f) const {
        const auto target = lookup(f.event);
        if (!target || !target->hasText) {
            return no(refusal::notFound);
        }
        if (target->erased) {
            return no(refusal::alreadyDone);
        }
        return permission() == Permission::Admin ? Verdict() : no(refusal::notPermitted);
    }

    // That it continues this very log is a matter of the chain (ledger); here only who may say so.
    Verdict operator()(const LogRebased&) const {
        return act.author.role == Author::Role::Root || permission() == Permission::Admin
                   ? Verdict()
                   : no(refusal::notPermitted);
    }

    template <class Other>
    Verdict operator()(const Other& f) const {
        if constexpr (requires { checkFacts(*this, f); }) {
            return checkFacts(*this, f);
        } else {
            return no(refusal::wrongLog); // the organisation's
        }
    }

  private:
    // What an incident still lacks (closing.h).
    Verdict closing() const {
        if (const auto missing = safetyMissing(incident); !missing.empty()) {
            const auto& [service, aspect] = missing.front();
            return no(refusal::safetyMissing, service.toUtf8() + ' ' + wordOf(aspect));
        }
        return isCauseLeftOpen(incident) && !act.hasText() ? no(refusal::causeOpen) : Verdict();
    }
    // What a state does not hold yet: at its limit, what is there can still be changed.
    std::size_t newServices(const ServiceStated& f) const {
        const std::set<QString> names(f.services.begin(), f.services.end());
        return std::size_t(std::count_if(names.begin(), names.end(), [&](const QString& service) {
            return !incident.serviceStates.contains({service, f.function.value_or(QString())});
        }));
    }
    std::size_t newReaders(const ReadersSet& f) const {
        const std::set<PersonId> added(f.added.begin(), f.added.end());
        return std::size_t(std::count_if(added.begin(), added.end(), [&](const PersonId& person) {
            return !incident.readers.contains(person);
        }));
    }

    std::size_t newSeats(const SeatsCalled& f) const {
        return std::size_t(std::count_if(f.calls.begin(), f.calls.end(), [this](const SeatCall& call) {
            return !incident.seats.contains(call.seat);
        }));
    }

    const SeatStatus* findSeat(const QString& seat) const {
        const auto it = incident.seats.find(seat);
        return it == incident.seats.end() ? nullptr : &it->second;
    }
    // The author's own seat.
    bool holds(const QString& seat) const {
        const SeatStatus* status = findSeat(seat);
        return status && status->holder && status->holder == act.person();
    }
    Verdict callable(const SeatCall& call) const {
        const Millis within{call.acceptWithinMs};
        std::set<PersonId> line(call.successors.begin(), call.successors.end());
        const bool inOrder = call.successors.size() <= std::size_t(limits::successors) &&
                             line.size() == call.successors.size() && !line.contains(call.person);
        if (!isKeyText(call.seat) || !isKeyText(call.reportsTo) || call.reportsTo == call.seat ||
            within < limits::acceptWithinLeast || within > limits::acceptWithinMost || !inOrder) {
            return no(refusal::outOfRange, "seat");
        }
        const SeatStatus* seat = findSeat(call.seat);
        if (call.against != (seat ? std::optional(seat->setBy) : std::nullopt)) {
            return no(refusal::stale);
        }
        const bool commands =
            call.seat == commanderSeat && !incident.command.acting && incident.command.person == call.person;
        if (commands || (seat && seat->holder == call.person)) {
            return no(refusal::alreadyDone);
        }
        return authority.isActive(call.person) ? Verdict() : no(refusal::notFound, "person");
    }
    bool mayPass(const Called& called, PassCause cause) const {
        switch (cause) {
        case PassCause::Unanswered:
            return !called.declined && act.at >= called.acceptBy();
        case PassCause::Declined:
            return called.declined;
        case PassCause::Gone:
            break;
        }
        return !authority.isActive(called.person);
    }
};

} // namespace

Verdict checkDeclaration(const Act& act) {
    if (auto common = checkCommon(LogType::Incident, {}, act)) {
        return common;
    }
    const auto* declared = std::get_if<IncidentDeclared>(&act.facts);
    if (!declared) {
        return no(refusal::unknownLog);
    }
    if (!act.person() || declared->grade < Grade::Watch) {
        return no(refusal::malformed, "declaration");
    }
    const bool inOrder = !declared->began || !declared->ended || *declared->began <= *declared->ended;
    if (!act.hasText() || !isKeyText(declared->failureType) || !areKeyTexts(declared->sites) ||
        !areKeyTexts(declared->services) || !inOrder) {
        return no(refusal::outOfRange, "declaration");
    }
    return std::nullopt; // whatever the permission: who is there raises the alarm
}

Verdict checkIncident(const Incident& incident, const Authority& authority, const Act& act,
                      const Lookup& lookup) {
    if (auto common = checkCommon(LogType::Incident, incident.deviceSeqs, act)) {
        return common;
    }
    return std::visit(IncidentCheck({incident, authority, act, lookup}), act.facts);
}

} // namespace bongsu
