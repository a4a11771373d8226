// Ten thousand nights of proposals, edits, approvals, overrides, stops, preapprovals, revocations and
// approvals written offline, with an honest relay that sends what is due: what it sends was approved by two
// people, or by one where that is recorded, and everything approved goes out once.
#include "domain/base/limits.h"
#include "support/notices.h"

#include "domain/dice.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

const std::array channels{QStringLiteral("page"), QStringLiteral("mail"), QStringLiteral("sms")};

// What the record says of one notice, followed by a rule of its own.
struct Followed {
    PersonId writer;
    BlobId texts;
    Moment until;
    std::vector<QString> channels;
    bool wasSettled = false;
    bool mayGo = false; // approved and not stopped
    std::set<PersonId> stoodBehind{};
    bool isAlone = false; // an override is in the record, or two people approved its form before
};

class Night {
  public:
    Night(quint32 seed, const Scene& evening, const EventId& form)
        : m_dice(seed), m_scene(evening), m_form(form) {
        for (const auto& [permission, member] : m_scene.people) {
            m_members.push_back(&member);
        }
    }

    // Nothing wrong, or what.
    QString live(int acts) {
        for (int i = 0; i < acts && m_wrong.isEmpty(); ++i) {
            if (!m_late.empty() && m_dice.below(3) == 0) { // written offline, some time ago
                const std::size_t which = m_dice.below(int(m_late.size()));
                const Written written = m_late[which];
                m_late.erase(m_late.begin() + qsizetype(which));
                offer(written);
            } else {
                write();
            }
            m_scene.org.now += std::chrono::seconds(m_dice.below(90));
            if (m_dice.below(2) == 0) {
                relaySends();
            }
        }
        relaySends();
        return m_wrong.isEmpty() ? judgeEnd() : m_wrong;
    }

    int sent = 0;
    int refused = 0;
    int overrides = 0;
    int preapproved = 0;

  private:
    struct Written {
        const Member* author;
        Facts facts;
        Composed made;
    };

    const Member& anybody() { return *m_members[std::size_t(m_dice.below(int(m_members.size())))]; }
    EventId someNotice() {
        const auto& notices = m_scene.incident().notices;
        if (notices.empty()) {
            return EventId::zeros();
        }
        return std::next(notices.begin(), m_dice.below(int(notices.size())))->first;
    }

    Facts proposal() {
        std::vector<Outgoing> outgoings;
        for (const QString& channel : channels) {
            if (m_dice.below(2) == 0) {
                outgoings.push_back(on(channel));
            }
        }
        NoticeProposed facts = proposed(m_scene.incident(), outgoings, QByteArray::number(++m_texts));
        facts.validForMs = 60'000u * quint64(1 + m_dice.below(10));
        if (m_dice.below(5) == 0) {
            facts.preapproved = m_form;
        }
        return facts;
    }

    Facts something() {
        switch (m_dice.below(12)) {
        case 0:
        case 1:
        case 2:
            return proposal(); // an edit is another one
        case 3:
            return NoticeOverridden{someNotice()};
        case 4:
            return NoticeStopped{someNotice()};
        case 5:
            return CommandTaken{m_scene.incident().command.setBy};
        case 6:
            return NoticeAnswered{someNotice(), Approval::Declined};
        default:
            return NoticeAnswered{someNotice(), Approval::Approved};
        }
    }

    void write() {
        TestOrganisation& org = m_scene.org;
        if (m_dice.below(25) == 0 && m_members.size() > 3) { // a device is lost
            const Member* gone = m_members[std::size_t(m_dice.below(int(m_members.size())))];
            if (codeOf(org.act(org.admin(), org.orgLog(), DeviceRevoked{gone->device})).isEmpty()) {
                std::erase(m_members, gone);
                m_revoked.insert(gone->device);
            }
            return;
        }
        if (m_dice.below(40) == 0) { // whoever may approve takes the form's approval back
            if (codeOf(org.act(anybody(), org.orgLog(), FirstNoticeEnded{m_form})).isEmpty()) {
                m_formEnded = true;
            }
            return;
        }
        const Member& author = anybody();
        const Facts facts = something();
        const Text text = m_dice.below(5) == 0 && !std::holds_alternative<NoticeProposed>(facts)
                              ? Text{}
                              : TestOrganisation::words();
        const Written written{&author, facts, org.compose(author, m_scene.log, facts, text)};
        if (m_dice.below(4) == 0) {
            m_late.push_back(written);
        } else {
            offer(written);
        }
    }

    void offer(const Written& written) {
        const PersonId commander = m_scene.incident().command.person;
        if (m_scene.org.offer(written.made)) {
            ++refused;
            return;
        }
        if (m_revoked.contains(written.author->device)) {
            m_wrong = QStringLiteral("something of a revoked device was recorded");
        }
        follow(written, commander);
    }

    void follow(const Written& written, const PersonId& commander) {
        const EventId event = written.made.event.id;
        const PersonId who = written.author->person;
        if (const auto* f = std::get_if<NoticeProposed>(&written.facts)) {
            Followed notice{who, f->blob, m_scene.org.now + Millis{f->validForMs}, {}};
            for (const Outgoing& one : f->outgoings) {
                notice.channels.push_back(one.channel);
            }
            notice.stoodBehind.insert(who);
            if (f->preapproved) {
                notice.wasSettled = notice.mayGo = notice.isAlone = true;
                ++preapproved;
                check(!m_formEnded, "a form was used whose approval had ended");
                check(isSpeaker(who, commander), "a form was used by somebody who may not");
            }
            m_followed.insert_or_assign(event, notice);
        } else if (const auto* a = std::get_if<NoticeAnswered>(&written.facts)) {
            Followed& notice = m_followed.at(a->notice);
            check(!notice.wasSettled, "settled twice");
            check(isSpeaker(who, commander), "answered by somebody who may not");
            notice.wasSettled = true;
            if (a->approval == Approval::Approved) {
                check(m_scene.org.now <= notice.until, "approved too late");
                notice.mayGo = true;
                notice.stoodBehind.insert(who);
            }
        } else if (const auto* o = std::get_if<NoticeOverridden>(&written.facts)) {
            Followed& notice = m_followed.at(o->notice);
            check(!notice.wasSettled, "settled twice");
            check(m_scene.org.now <= notice.until, "overridden too late");
            check(who == commander || isCommander(who), "overridden by somebody who does not command");
            check(written.made.event.header.textHash.has_value(), "overridden without a reason");
            notice.wasSettled = notice.mayGo = notice.isAlone = true;
            ++overrides;
        } else if (const auto* s = std::get_if<NoticeStopped>(&written.facts)) {
            Followed& notice = m_followed.at(s->notice);
            notice.wasSettled = true;
            notice.mayGo = false;
        }
    }

    void relaySends() {
        TestOrganisation& org = m_scene.org;
        const Due due = dueNow(m_scene);
        for (const DeliveryBegun& begun : due.begun) {
            check(codeOf(org.act(org.relay(), m_scene.log, begun)).isEmpty(), "what is due was refused");
            const Followed& notice = m_followed.at(begun.notice);
            check(notice.mayGo, "sent without approval");
            check(notice.isAlone || notice.stoodBehind.size() >= 2, "sent with one person behind it");
            const auto& status = m_scene.incident().notices.at(begun.notice);
            check(status.blob == notice.texts, "other texts than those approved");
            check(m_sent.insert({begun.notice, begun.channel}).second, "sent twice");
            ++sent;
        }
    }

    QString judgeEnd() const {
        for (const auto& [id, notice] : m_followed) {
            for (const QString& channel : notice.channels) {
                if (notice.mayGo && !m_sent.contains({id, channel})) {
                    return QStringLiteral("approved and not sent");
                }
            }
        }
        return m_wrong;
    }

    bool isCommander(const PersonId& who) const {
        return who == m_scene.the(Permission::Commander).person || who == m_scene.org.admin().person;
    }
    bool isSpeaker(const PersonId& who, const PersonId& commander) const {
        return isCommander(who) || who == commander || who == m_scene.the(Permission::Communications).person;
    }
    void check(bool holds, const char* otherwise) {
        if (!holds && m_wrong.isEmpty()) {
            m_wrong = QString::fromLatin1(otherwise);
        }
    }

    Dice m_dice;
    Scene m_scene;
    EventId m_form;
    std::vector<const Member*> m_members;
    std::vector<Written> m_late;
    std::map<EventId, Followed> m_followed;
    std::set<std::pair<EventId, QString>> m_sent;
    std::set<DeviceId> m_revoked;
    bool m_formEnded = false;
    int m_texts = 0;
    QString m_wrong;
};

} // namespace

class TestNoticeInterleavings : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void exactlyWhatWasApprovedIsSent();
};

void TestNoticeInterleavings::exactlyWhatWasApprovedIsSent() {
    constexpr quint32 nights = 10'000;
    constexpr int acts = 24;
    int sent = 0;
    int refused = 0;
    int overrides = 0;
    int preapproved = 0;
    Scene evening(Permission::Responder);
    const EventId form =
        preapprove(evening.org, evening.commander(), evening.the(Permission::Communications));
    for (quint32 seed = 1; seed <= nights; ++seed) {
        Night night(seed, evening, form);
        const QString wrong = night.live(acts);
        QVERIFY2(wrong.isEmpty(), qPrintable(QStringLiteral("night %1: %2").arg(seed).arg(wrong)));
        sent += night.sent;
        refused += night.refused;
        overrides += night.overrides;
        preapproved += night.preapproved;
    }
    qInfo("%u nights: %d sendings begun, %d acts refused, %d overrides, %d preapproved", nights, sent,
          refused, overrides, preapproved);
    QVERIFY(sent > int(nights) && refused > int(nights) && overrides > int(nights) / 20 &&
            preapproved > int(nights) / 20);
}

QTEST_APPLESS_MAIN(TestNoticeInterleavings)
#include "test_notice_interleavings.moc"
