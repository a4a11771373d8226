// Notices for tests: proposals whose texts stand in a blob that nobody looks into.
#pragma once

#include "support/scene.h"

#include "domain/base/hash.h"
#include "domain/incident/due.h"

namespace bongsu {

inline NoticeProposed proposed(const Incident& incident, std::vector<Outgoing> outgoings,
                               const QByteArray& texts = "texts") {
    NoticeProposed facts;
    facts.outgoings = std::move(outgoings);
    facts.blob = *BlobId::tryFrom(sha256({texts}));
    facts.size = quint64(texts.size());
    facts.validForMs = 3'600'000;
    facts.against = incident.approved.last;
    return facts;
}

inline Outgoing on(const QString& channel, Audience audience = Audience::Users,
                   std::vector<Disclosure> tells = {Disclosure::Event, Disclosure::Response,
                                                    Disclosure::Contact}) {
    return {channel, audience, std::move(tells), std::nullopt};
}

// A first notice's text, published by `writer` and approved by `approver`; the version's id.
inline EventId preapprove(TestOrganisation& org, const Member& writer, const Member& approver,
                          const QString& key = QStringLiteral("first")) {
    const DocumentRecord* before = org.organisation().document(documenttype::firstNotice, key);
    const DocumentPublished document{documenttype::firstNotice.toString(), key,
                                     *BlobId::tryFrom(sha256({"f"})), 1,
                                     before ? std::optional(before->event) : std::nullopt};
    const EventId version = org.did(writer, org.orgLog(), document, TestOrganisation::words());
    org.did(approver, org.orgLog(), FirstNoticeApproved{version});
    return version;
}

// What a relay ought to do now.
inline Due dueNow(const Scene& scene) {
    const Organisation& organisation = scene.org.organisation();
    return dueOf(scene.incident(), Authority(organisation, organisation.seq), scene.org.now);
}
// By communications.
inline EventId propose(Scene& scene, std::vector<Outgoing> outgoings) {
    return scene.did(scene.the(Permission::Communications), proposed(scene.incident(), std::move(outgoings)),
                     scene.org.words());
}
// And approved by the commander.
inline EventId approved(Scene& scene, std::vector<Outgoing> outgoings) {
    const EventId notice = propose(scene, std::move(outgoings));
    scene.did(scene.commander(), NoticeAnswered{notice});
    return notice;
}

} // namespace bongsu
