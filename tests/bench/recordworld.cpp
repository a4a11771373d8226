#include "bench/recordworld.h"

#include "domain/event/proofs.h"
#include "storage/replay.h"
#include "storage/samples.h"

#include <cstdlib>

namespace bongsu {

namespace {

constexpr int authors = 8;

Facts factsOf(int i) {
    if (i % 50 == 0) {
        return DecisionMade{};
    }
    return NoteAdded{};
}

} // namespace

Text Lines::next() {
    static const QStringList words =
        QStringLiteral(
            "판교 데이터센터 전원 복구 지하 배터리 냉각 메신저 문자 사진 결제 택시 지도 메일 로그인 인증 "
            "트래픽 전환 "
            "서울 부산 운영 점검 확인 요청 보고 통제 출입 소방 현장 승인 대기 투입 네트워크 스위치 DB 이중화 "
            "Redis failover 지연 오류 응답 재시작 배포 중지 안내 고객 문의 공지 발송 예정 완료")
            .split(QLatin1Char(' '));
    QStringList line;
    for (int i = 0; i < 24; ++i) {
        m_state = m_state * 6364136223846793005u + 1442695040888963407u;
        line += words[qsizetype((m_state >> 33) % quint64(words.size()))];
    }
    if (m_count++ % 5000 == 77) {
        line += QStringLiteral("변압기");
    }
    return Text{.text = line.join(QLatin1Char(' '))};
}

RecordWorld::RecordWorld()
    : m_root(Ed25519Key::generate(m_randomness)), m_otherRoot(Ed25519Key::generate(m_randomness)),
      m_relay(Ed25519Key::generate(m_randomness)), m_ledger(m_verifier) {
    for (int i = 0; i < authors; ++i) {
        m_people.push_back(Ed25519Key::generate(m_randomness));
    }
    found();
}

KeptEntry RecordWorld::add(const Signer& author, const std::optional<LogId>& log, const Facts& facts,
                           const Text& text) {
    const auto seen = [this](const LogId& of) {
        const auto tip = m_ledger.tip(of);
        return tip ? std::optional(SeenPoint{tip->epoch, tip->seq, tip->hash}) : std::nullopt;
    };
    const auto& org = m_ledger.organisation().id;
    const Circumstances around{org,
                               log,
                               ++m_deviceSeqs[deviceIdOf(author.publicKey())],
                               m_now,
                               log ? seen(*log) : std::nullopt,
                               org ? seen(LogId::of(*org)) : std::nullopt};
    const auto made = compose(facts, text, around, author, m_randomness);
    const Entry entry = m_ledger.nextEntry(made->event, deviceIdOf(m_relay.publicKey()), m_now, {});
    KeptEntry kept{encode(entry), made->offer.facts, made->offer.text};
    const auto accepted = m_ledger.accept(kept, Trust::OwnStore);
    if (!accepted || accepted->verdict) {
        // What is measured would be another record.
        qFatal("%s: %s", kindOf(facts).name,
               (accepted ? accepted->verdict->code : codeOf(accepted.error())).constData());
    }
    m_now += std::chrono::seconds(1);
    ++m_entries;
    return kept;
}

void RecordWorld::found() {
    const RelayKeys relay{
        m_relay.publicKey(), {TlsPin::of(deviceIdOf(m_relay.publicKey()))}, SealingKey::zeros()};
    m_unwritten.push_back(add(m_root, {}, Founded{{m_root.publicKey(), m_otherRoot.publicKey()}, relay, 1},
                              Text{.name = QStringLiteral("bench")}));
    const OrgId org = *m_ledger.organisation().id;
    const LogId log = LogId::of(org);
    for (const Ed25519Key& person : m_people) {
        const Ed25519Key invite = Ed25519Key::generate(m_randomness);
        const Signer& inviter = &person == &m_people.front() ? m_root : m_people.front();
        m_unwritten.push_back(add(inviter, log,
                                  InviteIssued{invite.publicKey(), Permission::Admin, std::nullopt,
                                               quint64(Millis(std::chrono::hours(1)).count()), 1},
                                  {}));
        const PublicKey key = person.publicKey();
        m_unwritten.push_back(add(person, log,
                                  DeviceAdded{key, invite.publicKey(), invite.sign(joinMessage(org, key))},
                                  Text{.name = QStringLiteral("person")}));
    }
}

KeptEntry RecordWorld::line(const LogId& log) {
    const auto next = std::size_t(m_entries);
    return add(m_people[next % m_people.size()], log, factsOf(int(next)), m_lines.next());
}

bool RecordWorld::flush(StoreUnderTest& under) {
    std::map<LogId, LogAppend> appends;
    for (const KeptEntry& kept : m_unwritten) {
        const LogId log = decodeEntry(kept.bytes)->log;
        const auto written = m_written.find(log);
        const std::optional<StoredTip> after =
            written == m_written.end() ? std::nullopt : std::optional(written->second);
        appends.try_emplace(log, LogAppend{log, after, {}}).first->second.entries.push_back(storedOf(kept));
    }
    m_unwritten.clear();
    Change change;
    change.settings[setting::organisation] = m_ledger.organisation().id->toBytes();
    for (auto& [log, append] : appends) {
        const StoredEntry& newest = append.entries.back();
        m_written.insert_or_assign(log, StoredTip{log, newest.seq, newest.hash});
        change.appends.push_back(std::move(append));
    }
    return commit(under, std::move(change)) == Committed::Durable;
}

bool RecordWorld::write(StoreUnderTest& under, int incidents, int entries) {
    for (int incident = 0; incident < incidents; ++incident) {
        const KeptEntry declared = add(m_people.front(), {}, IncidentDeclared{}, m_lines.next());
        const LogId log = decodeEntry(declared.bytes)->log;
        m_unwritten.push_back(declared);
        m_incidents.push_back(log);
        for (int i = 1; i < entries / incidents; ++i) {
            m_unwritten.push_back(line(log));
            if (m_unwritten.size() >= 512 && !flush(under)) {
                return false;
            }
        }
    }
    return flush(under);
}

} // namespace bongsu
