#include "ui/notifying.h"

#include "documents/starter.h"
#include "domain/notice/firstnotice.h"
#include "ui/incidents/incidentpage.h"
#include "ui/notices/noticecards.h"
#include "ui/notices/noticeform.h"
#include "ui/notices/noticesheet.h"
#include "ui/screens.h"
#include "ui/timeline/composerfield.h"

namespace bongsu {

namespace {

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

void publish(Stage& stage, QStringView type, const QByteArray& bytes) {
    House::Desk& writer = stage.desk();
    const auto recorded = writer.journal->publish({type.toString(), type.toString(), bytes, {}, {}});
    Q_ASSERT(recorded);
    stage.house().run();
    writer.journal->offerWithoutBlobs();
    stage.house().sync();
}

} // namespace

void prepareNotices(Stage& stage) {
    stage.connectedNight();
    publish(stage, documenttype::services, starterCatalogue());
    publish(stage, documenttype::channels, starterChannels());
    publish(stage, documenttype::notices, starterNotices());
    publish(stage, documenttype::firstNotice, starterFirstNotice());
    House::Desk& second = stage.house().addDesk(words("이수민"), Permission::Admin);
    const Organisation& organisation = second.journal->organisation();
    const DocumentRecord* form =
        organisation.document(documenttype::firstNotice, documenttype::firstNotice.toString());
    Q_ASSERT(form);
    const auto approved = second.journal->record(LogId::of(*second.journal->organisationId()),
                                                 FirstNoticeApproved{form->event}, {});
    Q_ASSERT(approved && !approved->warning);
    stage.house().sync();
}

EventId sendTheFirst(Stage& stage) {
    openFirstNotice(stage);
    stage.press(Qt::Key_Return, Qt::ControlModifier);
    Journal& journal = *stage.desk().journal;
    journal.offerWithoutBlobs();
    stage.house().sync();
    const LogId log = stage.night().incident;
    const auto& notices = journal.incident(log)->notices;
    Q_ASSERT(notices.size() == 1);
    const EventId id = notices.begin()->first;
    const std::vector<Outgoing> outgoings = notices.begin()->second.outgoings;
    std::size_t place = 0;
    for (const Outgoing& outgoing : outgoings) {
        if (outgoing.standsInFor) {
            continue;
        }
        stage.house().relayRecords(log, DeliveryBegun{id, outgoing.channel, std::nullopt});
        const EventId begun = journal.incident(log)->notices.at(id).deliveries.at(outgoing.channel).begun;
        DeliveryTold told{};
        told.notice = id;
        told.channel = outgoing.channel;
        told.begun = begun;
        told.done = true;
        told.counts.sent = place == 2 ? 0 : 1;
        told.counts.unknown = place == 2 ? 1 : 0;
        if (outgoing.channel == words("x")) {
            told.counts = {};
            told.counts.failed = 1;
            told.cause = words("credentials");
        }
        stage.house().clock.forward(std::chrono::seconds(2));
        stage.house().relayRecords(log, told);
        ++place;
    }
    stage.settle();
    return id;
}

void openFirstNotice(Stage& stage) {
    prepareNotices(stage);
    stage.incident();
    stage.press(Qt::Key_F2);
    Q_ASSERT(stage.incident().notices().isOpen());
}

// The cause is known by then: what is written once stands in every text.
void writeNotice(Stage& stage) {
    openFirstNotice(stage);
    stage.press(Qt::Key_Down);
    NoticeForm& form = stage.incident().notices().form();
    form.feels().setFocus();
    stage.type(words("메시지를 보낼 수 없고 로그인이 되지 않습니다"));
    form.feels().textEdited(form.feels().text());
    form.doing().setFocus();
    stage.type(words("전원을 다시 넣는 대로 문자부터 되살립니다"));
    form.doing().textEdited(form.doing().text());
    stage.settle();
}

void seeDeliveries(Stage& stage) {
    const EventId id = sendTheFirst(stage);
    const auto shown = stage.incident().notices().show(stage.night().incident, id);
    Q_ASSERT(shown);
    stage.settle();
}

void decideUnknown(Stage& stage) {
    seeDeliveries(stage);
    for (const NoticeCard& card : stage.incident().notices().cards().cards()) {
        if (card.footInk == Ink::Ember) {
            stage.incident().notices().cards().card(card.channel)->click();
            break;
        }
    }
    stage.settle();
}

void seeDuty(Stage& stage) {
    prepareNotices(stage);
    const QString duty = words("privacy-report");
    const auto begun = stage.desk().journal->record(
        stage.night().incident,
        DutyBegun{{.occurredAt = momentFromIso(u"2022-10-16T01:10:00+09:00")}, duty, {}},
        {.text = words("외부 저장소에 고객 연락처가 노출된 것을 확인")});
    Q_ASSERT(begun && !begun->warning);
    stage.house().sync();
    NoticeSheet& sheet = stage.incident().notices();
    stage.press(Qt::Key_F2);
    for (int row = 0; row < sheet.lines().rowCount(); ++row) {
        if (sheet.lines().line(row).key == duty) {
            sheet.list().setCurrentIndex(sheet.lines().index(row));
        }
    }
    stage.settle();
}

} // namespace bongsu
