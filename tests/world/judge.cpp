#include "world/judge.h"

namespace bongsu {

void Judge::see(const Accepted& accepted) {
    ++m_tally.entries;
    m_tally.carried += accepted.entry.carried ? 1 : 0;
    m_tally.epochs += std::holds_alternative<EpochDeclared>(accepted.facts) ? 1 : 0;
    const Header& header = accepted.event.header;
    if (!opensEpoch(accepted.facts)) { // what opens an epoch stands outside its device's order
        quint64& last = m_newest[{accepted.log, header.device}];
        if (header.deviceSeq <= last) {
            m_findings.append(QStringLiteral("I9 a device's own numbers do not rise"));
        }
        last = header.deviceSeq;
    }
    if (accepted.verdict) {
        ++m_tally.voids;
        m_findings.append(QStringLiteral("a void entry under an honest relay: %1")
                              .arg(QString::fromLatin1(accepted.verdict->code)));
        return;
    }
    const bool ofOrganisation = accepted.entry.orgHash == accepted.entry.prev;
    const quint64 judgedBy = ofOrganisation ? accepted.entry.seq - 1 : accepted.entry.orgSeq;
    if (const auto revoked = m_revokedAt.find(header.device);
        revoked != m_revokedAt.end() && judgedBy >= revoked->second) {
        m_findings.append(QStringLiteral("I8 accepted from a revoked device"));
    }
    if (const auto* revoked = std::get_if<DeviceRevoked>(&accepted.facts)) {
        ++m_tally.revoked;
        m_revokedAt.emplace(revoked->device, accepted.entry.seq);
    }
    seeCommand(accepted);
    seeSeats(accepted);
    seeFirstNotices(accepted);
    seeNotices(accepted);
    seeApprovals(accepted);
}

// One commander at every prefix: each names the one before, so their row has no branch.
void Judge::seeCommand(const Accepted& accepted) {
    if (std::holds_alternative<IncidentDeclared>(accepted.facts)) {
        m_commandSetBy.insert_or_assign(accepted.log, accepted.event.id);
        m_commander.insert_or_assign(accepted.log, accepted.author.person.value());
    }
    if (const auto* taken = std::get_if<CommandTaken>(&accepted.facts)) {
        ++m_tally.commandsTaken;
        if (m_commandSetBy.at(accepted.log) != taken->against) {
            m_findings.append(QStringLiteral("I6 two commanders"));
        }
        m_commandSetBy.insert_or_assign(accepted.log, accepted.event.id);
        m_commander.insert_or_assign(accepted.log, accepted.author.person.value());
        if (const auto seat = m_seats.find({accepted.log, commanderSeat.toString()}); seat != m_seats.end()) {
            seat->second = {accepted.event.id, std::nullopt};
        }
    }
}

// A call is answered by whom it reached, or passed on, once; whoever accepts the commander's commands.
void Judge::seeSeats(const Accepted& accepted) {
    const LogId log = accepted.log;
    if (const auto* called = std::get_if<SeatsCalled>(&accepted.facts)) {
        for (const SeatCall& call : called->calls) {
            m_seats.insert_or_assign({log, call.seat}, Seat{accepted.event.id, call.person});
            ++m_tally.seatsCalled;
        }
    }
    if (const auto* answered = std::get_if<SeatAnswered>(&accepted.facts)) {
        const bool accepts = answered->answer == SeatAnswer::Accepted;
        m_tally.seatsAccepted += accepts ? 1 : 0;
        m_tally.seatsDeclined += accepts ? 0 : 1;
        const PersonId person = answered->person.value_or(accepted.author.person.value());
        Seat& seat = seatOf(log, answered->seat, answered->against);
        if (seat.called != person) {
            m_findings.append(QStringLiteral("I15 somebody answered who was not called"));
        }
        if (accepts && answered->seat == commanderSeat) {
            m_commandSetBy.insert_or_assign(log, accepted.event.id);
            m_commander.insert_or_assign(log, person);
        }
        seat = {accepted.event.id, accepts ? std::nullopt : seat.called};
    }
    if (const auto* passed = std::get_if<SeatPassed>(&accepted.facts)) {
        m_tally.callsPassedOn += passed->to ? 1 : 0;
        m_tally.seatsNobodyTook += passed->to ? 0 : 1;
        seatOf(log, passed->seat, passed->against) = {accepted.event.id, passed->to};
    }
    if (const auto* vacated = std::get_if<SeatVacated>(&accepted.facts)) {
        seatOf(log, vacated->seat, vacated->against) = {accepted.event.id, std::nullopt};
    }
    m_tally.tasksSettled += std::holds_alternative<TaskSettled>(accepted.facts) ? 1 : 0;
}

Judge::Seat& Judge::seatOf(const LogId& log, const QString& key, const EventId& against) {
    Seat& seat = m_seats.at({log, key});
    if (seat.setBy != against) {
        m_findings.append(QStringLiteral("I15 a call answered or passed on twice"));
    }
    return seat;
}

void Judge::seeFirstNotices(const Accepted& accepted) {
    if (const auto* document = std::get_if<DocumentPublished>(&accepted.facts);
        document && document->type == documenttype::firstNotice) {
        m_firstNotices.emplace(accepted.event.id, accepted.author.person);
    }
    if (const auto* approved = std::get_if<FirstNoticeApproved>(&accepted.facts)) {
        const auto document = m_firstNotices.find(approved->document);
        if (document == m_firstNotices.end() || document->second == accepted.author.person) {
            m_findings.append(QStringLiteral("I7 a first notice approved by the one who wrote it"));
        } else {
            m_firstNoticesApproved.insert(approved->document);
        }
    }
}

// A notice goes out only when two distinct people stand for those very texts (the blob's hash is part of what
// was proposed, and checkBlobs() sees that the bytes are of it), or whoever commands said so alone, or its
// form was approved in peacetime.
void Judge::seeNotices(const Accepted& accepted) {
    if (const auto* proposed = std::get_if<NoticeProposed>(&accepted.facts)) {
        ++m_tally.noticesProposed;
        Notice notice{accepted.author.person, {}, false, false};
        for (const Outgoing& outgoing : proposed->outgoings) {
            notice.channels.insert(outgoing.channel);
        }
        if (proposed->preapproved) {
            notice.isLetOut = m_firstNoticesApproved.contains(*proposed->preapproved);
            ++m_tally.noticesPreapproved;
        }
        m_notices.insert_or_assign(accepted.event.id, notice);
    }
    if (const auto* begun = std::get_if<DeliveryBegun>(&accepted.facts)) {
        ++m_tally.noticesBegun;
        const auto notice = m_notices.find(begun->notice);
        if (accepted.author.role != Author::Role::Relay) {
            m_findings.append(QStringLiteral("I7 a notice goes out, but not by a relay"));
        } else if (notice == m_notices.end() || !notice->second.channels.contains(begun->channel)) {
            m_findings.append(QStringLiteral("I7 something goes out that nobody proposed"));
        } else if (!notice->second.isLetOut || notice->second.isStopped) {
            m_findings.append(QStringLiteral("I7 a notice goes out that was not approved, or was stopped"));
        }
    }
}

void Judge::seeApprovals(const Accepted& accepted) {
    if (const auto* answered = std::get_if<NoticeAnswered>(&accepted.facts)) {
        Notice& notice = m_notices.at(answered->notice);
        if (answered->approval != Approval::Approved) {
            notice.isStopped = true;
        } else if (notice.by == accepted.author.person) {
            m_findings.append(QStringLiteral("I7 approved by the one who proposed it"));
        } else {
            ++m_tally.noticesApproved;
            notice.isLetOut = true;
        }
    }
    if (const auto* alone = std::get_if<NoticeOverridden>(&accepted.facts)) {
        const bool commands = accepted.author.person == m_commander.at(accepted.log) ||
                              accepted.author.permission == Permission::Commander ||
                              accepted.author.permission == Permission::Admin;
        if (!commands) {
            m_findings.append(QStringLiteral("I7 overridden by somebody who does not command"));
        }
        ++m_tally.noticesOverridden;
        m_notices.at(alone->notice).isLetOut = true;
    }
    if (const auto* stopped = std::get_if<NoticeStopped>(&accepted.facts)) {
        m_notices.at(stopped->notice).isStopped = true;
    }
}

} // namespace bongsu
