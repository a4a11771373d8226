#include "vectors/story.h"

#include "domain/event/proofs.h"

#include <algorithm>

namespace bongsu::vectors {

Draft& Draft::sign(const QByteArray& signer) {
    offer.event = entry.event = signEvent(header, keyOf(signer)).bytes;
    return *this;
}

Draft& Draft::setFacts(const QByteArray& bytes) {
    offer.facts.bytes = bytes;
    header.factsHash = hashOf(PartKind::Facts, offer.facts);
    header.factsSize = quint64(bytes.size());
    sign(actor);
    return *this;
}

KeptEntry Draft::kept() const {
    return {encode(entry), offer.facts, offer.text};
}

std::optional<SeenPoint> Story::seen(const LogId& log) const {
    const auto tip = m_ledger.tip(log);
    return tip ? std::optional(SeenPoint{tip->epoch, tip->seq, tip->hash}) : std::nullopt;
}

Draft Story::draft(const QByteArray& actor, const std::optional<LogId>& log, const Facts& facts,
                   const Text& text) {
    m_now += std::chrono::seconds(10);
    const std::optional<OrgId> organisation = m_ledger.organisation().id;
    const Circumstances around{organisation,
                               log,
                               ++m_deviceSeq,
                               m_now - std::chrono::seconds(1),
                               log ? seen(*log) : std::nullopt,
                               organisation ? seen(orgLog()) : std::nullopt};
    auto composed = compose(facts, text, around, keyOf(actor), m_random);
    Q_ASSERT(composed);
    const Entry entry = m_ledger.nextEntry(composed->event, deviceOf(m_relay), m_now, std::nullopt);
    return {actor, composed->event.header, composed->offer, entry};
}

EventId Story::take(const Draft& draft) {
    const KeptEntry entry = draft.kept();
    auto accepted = m_ledger.accept(entry, Trust::Verify);
    if (!accepted) {
        qFatal("The story does not hold: %s", codeOf(accepted.error()).constData());
    }
    const EventId event = accepted->event.id;
    m_taken.push_back({entry, *accepted});
    if (accepted->erases) {
        eraseText(*accepted->erases, event);
    }
    return event;
}

std::optional<QByteArray> Story::refusalOf(const KeptEntry& entry) const {
    Ledger copy = m_ledger;
    const auto accepted = copy.accept(entry, Trust::Verify);
    return accepted ? std::nullopt : std::optional(codeOf(accepted.error()));
}

namespace {
TextPart& textOf(std::vector<Taken>& taken, const EventId& event) {
    const auto it = std::find_if(taken.begin(), taken.end(),
                                 [&](const Taken& t) { return t.accepted.event.id == event; });
    Q_ASSERT(it != taken.end() && it->entry.text.state == TextPart::State::Present);
    return it->entry.text;
}
} // namespace

void Story::eraseText(const EventId& event, const EventId& by) {
    textOf(m_taken, event) = TextPart::erased(by);
}

void Story::withhold(const EventId& event) {
    textOf(m_taken, event) = TextPart::withheld();
}

Statement Story::head(const LogId& log) {
    const Tip tip = *m_ledger.tip(log);
    const Tip organisation = *m_ledger.tip(orgLog());
    m_now += std::chrono::seconds(1);
    return signHead({org(), log, tip.epoch, tip.seq, tip.hash, tip.recordedAt, organisation.seq,
                     organisation.hash, m_now},
                    keyOf(m_relay));
}

RelayKeys relayKeys(const QByteArray& relay) {
    return {keyOf(relay).publicKey(),
            {fixedOf<TlsPin>(relay + " pin"), fixedOf<TlsPin>(relay + " next pin")},
            fixedOf<SealingKey>(relay + " sealing")};
}

void invite(Story& story, const QByteArray& by, const QByteArray& whom, Permission permission) {
    InviteIssued issued;
    issued.inviteKey = keyOf("invite of " + whom).publicKey();
    issued.permission = permission;
    issued.validForMs = 24 * 3600 * 1000;
    story.record(by, story.orgLog(), issued);
}

DeviceAdded joining(const OrgId& org, const QByteArray& whom) {
    const Ed25519Key seed = keyOf("invite of " + whom);
    const PublicKey device = keyOf(whom).publicKey();
    return {device, seed.publicKey(), seed.sign(joinMessage(org, device))};
}

namespace {

QString korean(const char8_t* text) {
    return QString::fromUtf8(text);
}

Text line(const char8_t* text) {
    return {.text = korean(text)};
}

void join(Story& story, const QByteArray& by, const QByteArray& whom, Permission permission,
          const char8_t* name) {
    invite(story, by, whom, permission);
    const Text text{.name = korean(name), .deviceName = korean(u8"노트북")};
    story.record(whom, story.orgLog(), joining(story.org(), whom), text);
}

PersonId personOf(const QByteArray& name) {
    return PersonId::of(deviceOf(name));
}

ServiceStated outage() {
    ServiceStated stated;
    stated.line.occurredAt = Moment(Millis(1'665'815'400'000));
    stated.line.source = Source::Press;
    stated.line.origin = fixedOf<OriginHash>("line 2");
    stated.services = {korean(u8"메신저"), korean(u8"결제")};
    stated.state = ServiceState::MajorOutage;
    stated.site = korean(u8"판교");
    stated.restored = Restored{CountUnit::Servers, {0, 12'000}, 32'000, CountRange{1, 2}};
    return stated;
}

} // namespace

void foundOrganisation(Story& story) {
    Founded founded;
    founded.roots = {keyOf("root").publicKey(), keyOf("second root").publicKey()};
    founded.relay = relayKeys("relay");
    story.record("root", std::nullopt, founded, {.name = korean(u8"봉수 재해복구위원회")});
    join(story, "root", "admin", Permission::Admin, u8"김관리");
    story.record("admin", story.orgLog(), DepartmentDescribed{korean(u8"인프라"), korean(u8"본사")},
                 {.name = korean(u8"인프라팀")});
    join(story, "admin", "responder", Permission::Responder, u8"이대응");
    join(story, "admin", "viewer", Permission::Viewer, u8"박열람");
    story.record("relay", story.orgLog(), RelayDescribed{relayKeys("relay")},
                 {.addresses = std::vector<QString>{QStringLiteral("relay.example:7443")}});
}

namespace {

// Kinds of later programs, and facts that are not of their kind (void).
void tellWhatIsNotUnderstood(Story& story, const LogId& log) {
    const auto later = [&](const char* kind, quint64 version, quint64 flags) {
        Draft draft = story.draft("responder", log, NoteAdded{}, line(u8"다음 판의 기록"));
        draft.header.kind = kind;
        draft.header.kindVersion = version;
        draft.header.flags = flags;
        story.take(draft.setFacts(QByteArray("\xa1\x18\x63\x81\xf5")));
    };
    later("thing.later", 1, 0);
    later("thing.later", 1, Header::criticalFlag);
    later("note.added", 2, 0);
    story.take(story.draft("responder", log, NoteAdded{})
                   .setFacts(QByteArray("\xa1\x02\x04"))); // no such kind of note
    story.take(story.draft("responder", log, NoteAdded{}).setFacts(QByteArray("\x80")));
    story.take(story.draft("responder", log, NoteAdded{}).setFacts(QByteArray("\xff")));
}

// What people write, and what becomes of it.
void tellLines(Story& story, const LogId& log) {
    NoteAdded note;
    note.site = korean(u8"판교");
    const EventId first = story.record("responder", log, note, line(u8"지하 3층 배터리실에서 화재"));
    story.record("responder", log, outage(), line(u8"메신저·결제 동시 중단"));
    story.record("responder", log, DecisionMade{},
                 {.text = korean(u8"주 전원 차단"),
                  .basis = korean(u8"소방 요청"),
                  .options = std::vector<QString>{korean(u8"일부만 차단")}});
    story.withhold(story.record("responder", log, note, line(u8"읽을 사람이 정해진 글")));
    const EventId slip = story.record("responder", log, NoteAdded{}, line(u8"잘못 쓴 글"));
    story.record("responder", log, EntryWithdrawn{slip});
    const EventId personal = story.record("responder", log, NoteAdded{}, line(u8"지워야 할 개인정보"));
    story.record("admin", log, Erased{personal}, {.reason = korean(u8"개인정보 삭제 요청")});
    story.record("viewer", log, GradeChanged{Grade::Total, first}, line(u8"권한 없음")); // void
    story.record("responder", log, EntryPinned{first, true});
    tellWhatIsNotUnderstood(story, log);
}

} // namespace

Draft epochDraft(Story& story, const QByteArray& by) {
    const EpochId before = story.ledger().organisation().epochs.back().id;
    const Tip base = *story.ledger().tip(story.orgLog());
    const EpochDeclared declared{before, 1, {deviceOf("second relay")}, {base.seq, base.hash}, {}};
    return story.draft(by, story.orgLog(), declared, {.reason = korean(u8"복원")});
}

void beginEpoch(Story& story) {
    story.record("admin", story.orgLog(), RelayDescribed{relayKeys("second relay")});
    story.setRelay("second relay");
    story.take(epochDraft(story, "admin"));
}

Draft rebaseDraft(Story& story, const LogId& log, const QByteArray& by) {
    const Tip base = *story.ledger().tip(log);
    return story.draft(by, log,
                       LogRebased{story.ledger().organisation().epochs.back().id, base.seq, base.hash});
}

LogId beginIncident(Story& story) {
    IncidentDeclared declared;
    declared.grade = Grade::Major;
    declared.sites = {korean(u8"판교")};
    declared.services = {korean(u8"메신저")};
    declared.began = Moment(Millis(1'665'814'740'000));
    const LogId log =
        LogId::of(story.record("responder", std::nullopt, declared, line(u8"판교 데이터센터 화재")));
    tellLines(story, log);
    return log;
}

void endIncident(Story& story, const LogId& log) {
    const EventId described =
        story.record("admin", story.orgLog(), PersonDescribed{personOf("responder"), {}},
                     {.name = korean(u8"이대응"), .phone = QStringLiteral("010-0000-0000")});
    story.record("admin", story.orgLog(), Erased{described});
    beginEpoch(story);
    story.take(rebaseDraft(story, log, "admin"));
    Draft carried = story.draft("responder", log, NoteAdded{}, line(u8"이어서 기록"));
    carried.entry.carried = Carried{story.ledger().organisation().epochs.front().id, 12,
                                    carried.entry.recordedAt, fixedOf<EntryHash>("carried")};
    story.take(carried);
    story.record("admin", story.orgLog(), DeviceRevoked{deviceOf("viewer")});
    story.record("viewer", log, NoteAdded{}, line(u8"폐기된 기기")); // void
}

LogId tellIncident(Story& story) {
    foundOrganisation(story);
    const LogId log = beginIncident(story);
    endIncident(story, log);
    return log;
}

LogId tellLongIncident(Story& story, std::size_t entries) {
    const LogId log = tellIncident(story);
    for (int i = 0; story.taken().size() < entries; ++i) {
        NoteAdded note;
        note.line.occurredAt = Moment(Millis(1'665'814'740'000 + i));
        const Text text{.text = korean(u8"복구 상황 ") + QString::number(i)};
        const EventId event = story.record(i % 3 == 0 ? "admin" : "responder", log, note, text);
        if (i % 7 == 3) {
            story.withhold(event);
        }
    }
    return log;
}

ExportBegin exportBegin(const Story& story, const LogId& log) {
    return {story.org(), log, QStringLiteral("bongsu vectors"), Moment(Millis(1'666'000'000'000))};
}

std::vector<ExportRecord> exportRecords(Story& story, const LogId& log, bool withOrganisationHead) {
    std::vector<ExportRecord> records;
    const auto addEntries = [&](const LogId& which) {
        for (const Taken& taken : story.taken()) {
            if (taken.accepted.log == which) {
                records.push_back(ExportEntry{which == story.orgLog(), taken.entry});
            }
        }
    };
    addEntries(story.orgLog());
    if (withOrganisationHead || log == story.orgLog()) {
        records.push_back(story.head(story.orgLog()));
    }
    if (log != story.orgLog()) {
        addEntries(log);
        records.push_back(story.head(log));
    }
    return records;
}

QByteArray sealed(const ExportBegin& begin, const std::vector<ExportRecord>& records) {
    QByteArray file;
    SealedExportWriter writer(begin, [&file](QByteArrayView bytes) { file.append(bytes); });
    for (const ExportRecord& record : records) {
        if (const auto* entry = std::get_if<ExportEntry>(&record)) {
            entry->ofOrganisation ? writer.organisationEntry(entry->entry) : writer.entry(entry->entry);
        } else {
            writer.head(std::get<Statement>(record));
        }
    }
    writer.end();
    return file;
}

QByteArray exported(Story& story, const LogId& log, bool withOrganisationHead) {
    return sealed(exportBegin(story, log), exportRecords(story, log, withOrganisationHead));
}

} // namespace bongsu::vectors
