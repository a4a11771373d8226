#include "ui/recovering.h"

#include "domain/incident/servicing.h"
#include "ui/committee/committeeacts.h"
#include "ui/incidents/incidentpage.h"
#include "ui/screens.h"

namespace bongsu {

namespace {

constexpr auto minute = std::chrono::minutes(1);

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

const QByteArray catalogue = R"(catalogue: 1
sites:
  - {site: 판교, name: {ko: 판교, en: Pangyo}}
  - {site: 안양, name: {ko: 안양, en: Anyang}, spare-percent: 30}
  - {site: 춘천, name: {ko: 춘천, en: Chuncheon}, spare-percent: 10}
departments:
  - {department: chat, name: {ko: 채팅개발팀, en: Chat development}, phone: 02-000-0101}
  - {department: pay, name: {ko: 결제플랫폼팀, en: Payment platform}, phone: 02-000-0102}
  - {department: web, name: {ko: 포털서비스팀, en: Portal}}
services:
  - {service: 인증, name: {ko: 인증, en: Sign-in}, department: pay, rto-minutes: 60, sites: [판교, 안양]}
  - {service: 저장소, name: {ko: 저장소, en: Storage}, department: chat, sites: [판교]}
  - service: 메신저
    name: {ko: 메신저, en: Messenger}
    department: chat
    rto-minutes: 120
    sites: [판교, 안양]
    needs: [인증, 저장소]
    functions:
      - {function: 문자, name: {ko: 문자, en: Text}, rto-minutes: 60}
      - {function: 사진·동영상, name: {ko: 사진·동영상, en: Pictures and video}}
      - {function: PC 로그인, name: {ko: PC 로그인, en: Sign-in on PCs}}
  - {service: 결제, name: {ko: 결제, en: Payment}, department: pay, rto-minutes: 240, sites: [판교], needs: [인증]}
  - {service: 포털, name: {ko: 포털, en: Portal}, department: web, rto-minutes: 720, sites: [판교, 춘천]}
)";

const QByteArray committee = R"(committee: 1
name: {ko: 재해복구위원회, en: Disaster recovery committee}
quorum: 3
members: [{name: 김하늘}, {name: 이수민}, {name: 한지우}, {name: 외부위원 정다은}]
criteria:
  disaster: [{ko: 주 센터가 두 시간 안에 돌아오지 않는다, en: The main site will not be back within two hours}]
)";

// Somebody of the department that owns the messenger, who may publish.
House::Desk& ownerIn(Stage& stage) {
    stage.connectedNight();
    House::Desk& owner = stage.house().addDesk(words("이수민"), Permission::Admin);
    stage.sitAt(owner);
    const auto publish = [&](const char* type, const QByteArray& bytes) {
        Q_ASSERT(owner.journal->publish({words(type), words(type), bytes, {}, {}}));
        stage.house().run();
        owner.journal->offerWithoutBlobs();
        stage.house().sync();
    };
    publish("services", catalogue);
    publish("committee", committee);
    Q_ASSERT(owner.journal->record(LogId::of(*owner.journal->organisationId()),
                                   PersonDescribed{*owner.journal->person(), words("chat")},
                                   {.name = words("이수민")}));
    stage.house().sync();
    return owner;
}

EventId say(Stage& stage, House::Desk& who, const Facts& facts, const Text& text = {}) {
    stage.house().clock.forward(minute);
    const auto recorded = who.journal->record(stage.night().incident, facts, text);
    Q_ASSERT(recorded && !recorded->warning);
    stage.house().sync();
    return recorded->event;
}

EventId callTogether(Stage& stage, House::Desk& owner) {
    House::Desk& scribe = stage.night().me;
    return say(
        stage, scribe,
        CommitteeCalled{{}, 1, {{}, {*owner.journal->person()}, {*scribe.journal->person()}, {}}, 3},
        {.options = std::vector{words("김하늘"), words("이수민"), words("한지우"), words("외부위원 정다은")},
         .place = words("본관 3층 · 02-000-0000 #816")});
}

ServiceStated stated(const char* service, ServiceState state, const char* function = nullptr) {
    ServiceStated facts;
    facts.services = {words(service)};
    facts.function = function ? std::optional(words(function)) : std::nullopt;
    facts.state = state;
    return facts;
}

// Three times, each for a reason.
void promise(Stage& stage, House::Desk& who, const char* iso, const char* basis) {
    const Incident& incident = *who.journal->incident(stage.night().incident);
    say(stage, who, expectationOf(incident, {words("메신저"), {}}, at(iso)), {.basis = words(basis)});
}

void tellServices(Stage& stage, House::Desk& owner) {
    House::Desk& scribe = stage.night().me;
    say(stage, scribe, stated("인증", ServiceState::PartialOutage), {.text = words("안양에서 일부만 받음")});
    say(stage, scribe, stated("메신저", ServiceState::PartialOutage, "사진·동영상"));
    ServiceStated portal = stated("포털", ServiceState::Recovering);
    portal.restored = Restored{CountUnit::Servers, {900, 900}, 2400, CountRange{200, 300}};
    say(stage, scribe, portal);
    say(stage, scribe, ImpactStated{{}, {words("메신저")}, {}, words("PC"), CountRange{900, 1000}, {}});
    say(stage, scribe, ImpactStated{{}, {words("메신저")}, {}, {}, {}, CountRange{3'000'000, 4'000'000}});
    const EventId declared = scribe.journal->incident(stage.night().incident)->declaredBy;
    say(stage, scribe, CauseStated{{}, Certainty::Suspected, declared, {}},
        {.text = words("배터리실 UPS 배터리 화재")});
    promise(stage, scribe, "2022-10-16T03:00:00+09:00", "발전차 두 대로 절반을 켠다");
    promise(stage, scribe, "2022-10-16T04:30:00+09:00", "발전차 한 대가 늦는다");
    promise(stage, owner, "2022-10-16T06:00:00+09:00", "건물주 점검이 05:00에 끝난다");
    say(stage, scribe, BlockerRaised{{}, words("판교")},
        {.text = words("소방 안전 점검 전 출입 불가"),
         .party = words("분당소방서"),
         .promised = words("05:00까지 3층 점검")});
}

void confirmMessenger(Stage& stage, House::Desk& owner) {
    const auto& states = owner.journal->incident(stage.night().incident)->serviceStates;
    const EventId against = states.at({words("메신저"), {}}).setBy;
    say(stage, owner, ServicesConfirmed{{}, {{words("메신저"), {}, against}}});
}

} // namespace

void openServices(Stage& stage) {
    House::Desk& owner = ownerIn(stage);
    tellServices(stage, owner);
    confirmMessenger(stage, owner);
    stage.incident();
    stage.press(Qt::Key_F3);
    stage.press(Qt::Key_F3);
    stage.press(Qt::Key_Down);
}

void seeBlocker(Stage& stage) {
    openServices(stage);
    stage.press(Qt::Key_End);
}

void confirmServices(Stage& stage) {
    House::Desk& owner = ownerIn(stage);
    tellServices(stage, owner);
    stage.incident();
    stage.press(Qt::Key_F7);
}

// By the scribe, whose device has not got what the committee goes by.
void moveWithoutCriteria(Stage& stage) {
    (void)callTogether(stage, ownerIn(stage));
    stage.sitAt(stage.night().me);
    stage.incident().committee().openMotion();
    stage.settle();
    stage.press(Qt::Key_Return); // to declare a disaster
}

void voteOnDisaster(Stage& stage) {
    House::Desk& owner = ownerIn(stage);
    House::Desk& scribe = stage.night().me;
    const EventId meeting = callTogether(stage, owner);
    say(stage, scribe, CommitteeAttended{{}, meeting, 2, Attendance::Present});
    say(stage, owner, CommitteeAttended{{}, meeting, 1, Attendance::Present});
    MotionOpened opened{{}, meeting, MotionKind::Disaster, at("2022-10-16T03:00:00+09:00")};
    const EventId motion =
        say(stage, scribe, opened, {.text = words("주 센터가 두 시간 안에 돌아오지 않는다")});
    say(stage, scribe, MotionVoted{{}, motion, 2, Vote::For});
    stage.incident();
    stage.press(Qt::Key_F9);
    stage.press(Qt::Key_Down);
    stage.press(Qt::Key_Down); // to vote
    stage.press(Qt::Key_Return);
}

} // namespace bongsu
