// Notices of an incident and first notices of the organisation, proposed, approved and stopped by whoever
// comes along: permitted or not, in time or too late.
#include "world/actors.h"

#include "domain/base/limits.h"
#include "journal/documents.h"

#include <algorithm>

namespace bongsu {

namespace {
Text because() {
    Text text;
    text.reason = QStringLiteral("because");
    text.text = QStringLiteral("because");
    return text;
}
} // namespace

void World::tellTheUsers(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    const auto open = std::find_if(incident.notices.begin(), incident.notices.end(), [](const auto& one) {
        return one.second.standing == NoticeStatus::Standing::Open;
    });
    if (open == incident.notices.end() || random.below(4) == 0) {
        proposeNotice(desktop, log);
        return;
    }
    const EventId id = random.below(8) != 0 ? open->first : incident.notices.begin()->first;
    switch (random.below(6)) {
    case 0:
        note(&desktop, "lets a notice out alone");
        journal.record(log, NoticeOverridden{id}, because());
        return;
    case 1:
        note(&desktop, "stops a notice");
        journal.record(log, NoticeStopped{id}, {});
        return;
    case 2:
        note(&desktop, "declines a notice");
        journal.record(log, NoticeAnswered{id, Approval::Declined}, because());
        return;
    default:
        note(&desktop, "approves a notice");
        journal.record(log, NoticeAnswered{id, Approval::Approved}, {});
        return;
    }
}

void World::proposeNotice(SimulatedDesktop& desktop, const LogId& log) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const Incident& incident = *journal.incident(log);
    NoticeProposed facts;
    const std::array channels{QStringLiteral("page"), QStringLiteral("mail"), QStringLiteral("sms")};
    const quint32 first = random.below(quint32(channels.size()));
    for (quint32 i = 0, count = 1 + random.below(2); i < count; ++i) {
        Outgoing outgoing;
        outgoing.channel = channels[(first + i) % channels.size()];
        facts.outgoings.push_back(outgoing);
    }
    facts.validForMs = quint64(Millis(limits::noticeValidLeast).count()) + random.below(10'000'000);
    facts.against = incident.approved.last;
    const auto& forms = journal.organisation().preapproved;
    if (!forms.empty() && random.below(3) == 0) {
        note(&desktop, "sends a first notice");
        facts.preapproved = forms.begin()->first;
    } else {
        note(&desktop, "proposes a notice");
    }
    const bool made =
        journal.recordNaming(log, facts, QByteArray(1 + int(random.below(500)), 'n'), because()).has_value();
    tally.attached += made ? 1 : 0;
}

// In peacetime: the form of a first notice, which another person approves.
void World::prepareFirstNotice(SimulatedDesktop& desktop) {
    auto& random = schedule.random();
    Journal& journal = desktop.journal();
    const DocumentRecord* known =
        journal.organisation().document(documenttype::firstNotice, QStringLiteral("any"));
    if (!known || random.below(3) == 0) {
        note(&desktop, "publishes a first notice");
        const bool made = journal
                              .publish({documenttype::firstNotice.toString(),
                                        QStringLiteral("any"),
                                        QByteArray(1 + int(random.below(500)), 'f'),
                                        {}})
                              .has_value();
        tally.attached += made ? 1 : 0;
        return;
    }
    note(&desktop, "approves a first notice");
    journal.record(LogId::of(*journal.organisationId()), FirstNoticeApproved{known->event}, {});
}

} // namespace bongsu
