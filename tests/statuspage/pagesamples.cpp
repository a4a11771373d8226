#include "statuspage/pagesamples.h"

namespace bongsu::samples {

QString text(const char* utf8) {
    return QString::fromUtf8(utf8);
}

Moment at(const char* iso) {
    return *momentFromIso(QString::fromLatin1(iso));
}

namespace {

CatalogueService service(const char* key, const char* ko, const char* en, const char* group) {
    CatalogueService made;
    made.key = text(key);
    made.name = {text(key), text(key)};
    made.publicName = LocalText{text(ko), text(en)};
    made.group = text(group);
    return made;
}

std::vector<ToldState> all(std::initializer_list<const char*> keys, ServiceState state) {
    std::vector<ToldState> told;
    for (const char* key : keys) {
        told.push_back({text(key), state});
    }
    return told;
}

ToldIncident shortOutage() {
    return {
        .id = text("3f1d0a"),
        .title = {text("메신저 로그인·전송 지연"), text("Slow login and sending in Messenger")},
        .grade = Grade::Minor,
        .startedAt = at("2022-10-04T14:15:00+09:00"),
        .updates = {
            {.id = text("3f1d0a-1"),
             .code = text("2QX-9HD"),
             .step = NoticeStep::Afterwards,
             .text = {text("오후 2시 15분부터 약 20분 동안 메신저 로그인과 전송이 지연되었습니다. 지금은 "
                           "정상입니다.\n"
                           "문의: 고객센터 1577-0000"),
                      text("Login and sending in Messenger were slow for about 20 minutes from 14:15. All is "
                           "normal now.\nQuestions: 1577-0000")},
             .at = at("2022-10-04T14:52:00+09:00")}}};
}

ToldIncident fire() {
    ToldIncident told{
        .id = text("9c77b2"),
        .title = {text("데이터센터 화재로 인한 서비스 장애"), text("Outage after a fire in a data centre")},
        .grade = Grade::Total,
        .startedAt = at("2022-10-15T15:30:00+09:00")};
    told.updates = {
        {.id = text("9c77b2-1"),
         .code = text("7K4-M2P"),
         .step = NoticeStep::Investigating,
         .text = {text("현재 서비스가 원활하지 않아 긴급 점검 중입니다. 이용에 불편을 드려 죄송합니다.\n"
                       "다음 안내: 16시 20분까지. 문의: 고객센터 1577-0000"),
                  text("Our services are not working properly and we are looking into it. We are "
                       "sorry.\nNext notice "
                       "by 16:20. Questions: 1577-0000")},
         .at = at("2022-10-15T15:37:00+09:00"),
         .states = all({"msg-text", "msg-media", "msg-login", "msg-pc", "pay", "taxi", "map", "portal",
                        "blog", "billing-core"},
                       ServiceState::MajorOutage)},
        {.id = text("9c77b2-2"),
         .code = text("M3R-8TW"),
         .step = NoticeStep::Identified,
         .text =
             {text("데이터센터에 불이 나 서버 전원이 끊겼습니다. 소방 당국이 진화 중이며, 전원이 들어오는 "
                   "대로 복구를 "
                   "시작합니다. 복구 예상 시각은 아직 말씀드릴 수 없습니다.\n다음 안내: 17시까지"),
              text(
                  "A fire in a data centre has cut the power of our servers. The fire brigade is at work; we "
                  "begin "
                  "to restore as soon as the power is back. We cannot say when that will be.\nNext notice by "
                  "17:00")},
         .at = at("2022-10-15T16:10:00+09:00"),
         .bannerTitle = {text("데이터센터 화재로 서비스 중단"), text("Services out after a fire")},
         .bannerBody = {text("전원이 들어오는 대로 복구합니다. 예상 시각은 아직 없습니다."),
                        text("We restore as soon as the power is back. No time yet.")}},
        {.id = text("9c77b2-3"),
         .code = text("C6V-1LA"),
         .step = NoticeStep::Correction,
         .text = {text("앞서 쇼핑은 정상이라고 안내했으나 결제가 되지 않습니다."),
                  text("We had said that Shopping works; paying there does not.")},
         .at = at("2022-10-15T17:05:00+09:00"),
         .states = all({"shop"}, ServiceState::PartialOutage),
         .corrects = text("9c77b2-2")},
        {.id = text("9c77b2-4"),
         .code = text("R9B-4ZE"),
         .step = NoticeStep::Identified,
         .text = {text("화재 진압을 위해 전원 공급이 차단되어 조치가 늦어지고 있습니다. 밤샘 작업이 이어질 "
                       "수 있습니다. "
                       "포털은 다른 데이터센터로 옮겨 복구하고 있습니다."),
                  text("The power is off for the fire fighting, which delays our work; it may last the "
                       "night. Portal is "
                       "being restored in another data centre.")},
         .at = at("2022-10-15T20:30:00+09:00"),
         .states = all({"portal"}, ServiceState::Recovering),
         .nextUpdate = at("2022-10-15T21:30:00+09:00")},
    };
    return told;
}

} // namespace

Catalogue messengerCatalogue() {
    Catalogue catalogue;
    catalogue.groups = {{text("talk"), {text("메신저"), text("Messenger")}},
                        {text("life"), {text("생활"), text("Daily life")}},
                        {text("inner"), {text("내부 계산 시스템"), text("Internal billing")}}};
    catalogue.services = {service("msg-text", "메신저 대화", "Messenger chats", "talk"),
                          service("msg-login", "메신저 대화", "Messenger chats", "talk"),
                          service("msg-pc", "메신저 대화", "Messenger chats", "talk"),
                          service("msg-media", "사진·동영상 전송", "Photos and videos", "talk"),
                          service("pay", "페이", "Pay", "life"),
                          service("taxi", "택시", "Taxi", "life"),
                          service("map", "지도", "Maps", "life"),
                          service("shop", "쇼핑", "Shopping", "life"),
                          service("portal", "포털", "Portal", ""),
                          service("blog", "블로그", "Blog", ""),
                          service("billing-core", "-", "-", "inner")};
    catalogue.services.back().publicName.reset();
    return catalogue;
}

PageAbout messengerAbout() {
    return {.organisation = {text("우리메신저"), text("Our Messenger")},
            .url = text("https://status.example.com"),
            .contact = {text("고객센터 1577-0000 (24시간), help@example.com"),
                        text("1577-0000 at any hour, help@example.com")},
            .since = at("2022-01-01T00:00:00+09:00")};
}

PublicPage pangyo() {
    ToldIncident drill = fire();
    drill.id = text("drill");
    drill.isDrill = true;
    drill.title = {text("훈련: 데이터센터 상실"), text("Exercise: loss of a site")};
    return pageOf(messengerCatalogue(), {shortOutage(), fire(), drill}, messengerAbout(),
                  at("2022-10-15T20:55:00+09:00"));
}

PublicPage pangyoOver() {
    ToldIncident told = fire();
    told.updates.push_back(
        {.id = text("9c77b2-5"),
         .code = text("K5N-2SJ"),
         .step = NoticeStep::Monitoring,
         .text = {text("대화와 사진 전송이 복구되어 지켜보고 있습니다."),
                  text("Chats and photos are back and being watched.")},
         .at = at("2022-10-18T09:00:00+09:00"),
         .states = all({"msg-text", "msg-media", "msg-login", "msg-pc"}, ServiceState::Operational)});
    told.updates.push_back(
        {.id = text("9c77b2-6"),
         .code = text("W8F-6YC"),
         .step = NoticeStep::Resolved,
         .text = {text("모든 서비스가 정상화되었습니다. 사진 전송은 혼잡하면 느릴 수 있습니다."),
                  text("All services are back. Photos may be slow at busy times.")},
         .at = at("2022-10-20T23:10:00+09:00"),
         .states = all({"msg-media"}, ServiceState::Degraded)});
    return pageOf(messengerCatalogue(), {told, shortOutage()}, messengerAbout(),
                  at("2022-10-20T23:30:00+09:00"));
}

PublicPage quiet() {
    return pageOf(messengerCatalogue(), {shortOutage()}, messengerAbout(), at("2022-10-15T09:00:00+09:00"));
}

PublicPage nothing() {
    return pageOf({}, {}, messengerAbout(), at("2022-10-15T09:00:00+09:00"));
}

PublicPage large() {
    Catalogue catalogue;
    for (int group = 0; group < 8; ++group) {
        catalogue.groups.push_back(
            {text("g%1").arg(group),
             {text("서비스 묶음 %1").arg(group), text("Service group %1").arg(group)}});
        for (int i = 0; i < 5; ++i) {
            CatalogueService made = service("", "", "", "");
            made.key = text("s%1-%2").arg(group).arg(i);
            made.group = text("g%1").arg(group);
            made.publicName = LocalText{text("이용자가 아는 서비스 %1-%2").arg(group).arg(i),
                                        text("Service that users know %1-%2").arg(group).arg(i)};
            catalogue.services.push_back(made);
        }
    }
    std::vector<ToldIncident> told;
    for (int n = 0; n < 10; ++n) {
        ToldIncident incident{.id = text("i%1").arg(n),
                              .title = {text("서비스 묶음 %1에서 접속이 되지 않는 장애").arg(n % 8),
                                        text("Service group %1 cannot be reached").arg(n % 8)},
                              .grade = Grade(1 + n % 5),
                              .startedAt = at("2022-10-01T10:00:00+09:00") + std::chrono::hours(24 * n)};
        for (int u = 0; u < 5; ++u) {
            const bool isEnd = u == 4 && n < 4;
            ToldUpdate update{
                .id = text("i%1-%2").arg(n).arg(u),
                .code = text("A%1B-C%2D").arg(n).arg(u),
                .step = isEnd ? NoticeStep::Resolved : NoticeStep(1 + u % 3),
                .text =
                    {text("접속이 원활하지 않습니다. 원인을 확인하고 있으며 확인되는 대로 이 페이지에서 다시 "
                          "알려 드리겠습니다. 이용에 불편을 드려 죄송합니다. 문의: 고객센터 1577-0000"),
                     text("The service is hard to reach. We are looking into the cause and tell you here "
                          "as soon as we know. We are sorry. Questions: 1577-0000")},
                .at = incident.startedAt + std::chrono::minutes(20 * (u + 1))};
            for (int i = 0; i < 5 && !isEnd; ++i) {
                update.states.push_back({text("s%1-%2").arg(n % 8).arg(i), ServiceState(1 + (u + i) % 6)});
            }
            incident.updates.push_back(update);
        }
        told.push_back(incident);
    }
    return pageOf(catalogue, told, messengerAbout(), at("2022-10-12T09:00:00+09:00"));
}

PublicPage hostile() {
    const QString attack =
        text("</title></script><script>alert(1)</script><img src=x onerror=alert(1)>\"'`&amp;]]>"
             "{{x}}${x}<!--\u202Egnp.exe\u202C\u2066\u200B\u200F\uFEFF") +
        QChar(0) + QChar(8) + QChar(0x1B) + QChar(0x85) + QChar(0xD800) + QChar(0xFFFE) +
        text("\r\n\r\n\r\n\r\njavascript:alert(1)");
    const QString pile = text("e") + text("\u0301").repeated(500);
    const QString wide = text("가").repeated(30'000);
    const QString word = text("W").repeated(3'000);
    PublicPage page;
    page.organisation = {attack, word};
    page.url = text("https://status.example.com/\"><script>alert(1)</script>");
    page.contact = {attack + word, attack};
    page.zone.name = attack;
    page.updatedAt = at("2022-10-15T20:55:00+09:00");
    page.groups = {{text("../../etc"), {attack, {}}}, {text("../../etc"), {text("again"), {}}}};
    page.components = {{text("../../etc/passwd"), {attack, word}, text("../../etc")},
                       {text("A"), {word, {}}, text("unknown"), ServiceState::MajorOutage},
                       {text("a"), {{}, pile}, {}, ServiceState::Unknown},
                       {text("a"), {text("second"), {}}, {}, ServiceState::MajorOutage},
                       {{}, {wide, wide}, {}, ServiceState::Recovering}};
    for (int n = 0; n < 3; ++n) {
        PublicIncident incident{.id = n == 0 ? attack : text("../%1").arg(n),
                                .title = {n == 1 ? word : attack, n == 2 ? QString() : pile + attack},
                                .grade = Grade::Total,
                                .startedAt = at("2022-10-15T15:30:00+09:00")};
        for (int u = 0; u < 3; ++u) {
            incident.updates.push_back(
                {.id = u == 0 ? attack : text("%1").arg(u),
                 .code = u == 2 ? text("7K4-M2P") : attack,
                 .step = NoticeStep(1 + (n + u) % 7),
                 .text = {u == 1 ? wide : attack, u == 2 ? word + attack : pile},
                 .at = at("2022-10-15T16:30:00+09:00") - std::chrono::minutes(u),
                 .changes = {{text("../../etc/passwd"), ServiceState::Operational, ServiceState::MajorOutage},
                             {text("not there"), ServiceState::Operational, ServiceState::MajorOutage}},
                 .corrects = u == 1 ? attack : text("nothing"),
                 .bannerTitle = {attack, wide},
                 .bannerBody = {word, pile + attack}});
        }
        page.incidents.push_back(incident);
    }
    return page;
}

} // namespace bongsu::samples
