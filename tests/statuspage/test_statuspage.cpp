// From what was told to states, words and files: what may be on a public page and what may not.
#include "domain/base/hash.h"
#include "statuspage/banner.h"
#include "statuspage/bundle.h"
#include "statuspage/harmless.h"
#include "statuspage/pagesamples.h"
#include "statuspage/pagewords.h"

#include "support/keyedhash.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>

using namespace bongsu;
using namespace bongsu::samples;

namespace {

const PublicComponent& named(const PublicPage& page, const char* ko) {
    for (const PublicComponent& component : page.components) {
        if (component.name.ko == text(ko)) {
            return component;
        }
    }
    qFatal("no component is called %s", ko);
}

ToldIncident incidentOf(const char* id, std::vector<ToldUpdate> updates) {
    return {.id = text(id),
            .title = {text("장애"), text("Outage")},
            .grade = Grade::Partial,
            .startedAt = at("2022-10-15T15:00:00+09:00"),
            .updates = std::move(updates)};
}

ToldUpdate update(const char* id, NoticeStep step, const char* clock, std::vector<ToldState> states = {}) {
    return {.id = text(id),
            .step = step,
            .text = {text("알립니다."), text("We tell you.")},
            .at = at(QByteArray("2022-10-15T").append(clock).append(":00+09:00").constData()),
            .states = std::move(states)};
}

PublicPage told(std::vector<ToldIncident> incidents) {
    return pageOf(messengerCatalogue(), incidents, messengerAbout(), at("2022-10-15T18:00:00+09:00"));
}

Bundle files(const PublicPage& page) {
    return bundleOf(page, KeyedHashSigner("page"));
}

} // namespace

class TestStatuspage : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void stepsBecomeStatuses() {
        using enum UpdateStatus;
        QCOMPARE(statusAfter({}, NoticeStep::Investigating), Investigating);
        QCOMPARE(statusAfter(Investigating, NoticeStep::Identified), Identified);
        QCOMPARE(statusAfter(Identified, NoticeStep::Monitoring), Monitoring);
        QCOMPARE(statusAfter(Monitoring, NoticeStep::Resolved), Resolved);
        QCOMPARE(statusAfter({}, NoticeStep::Afterwards), Resolved);
        QCOMPARE(statusAfter(Monitoring, NoticeStep::Correction), Monitoring);
        QCOMPARE(statusAfter(Resolved, NoticeStep::Correction), Resolved);
        QCOMPARE(statusAfter({}, NoticeStep::Correction), Investigating);
        QCOMPARE(statusAfter(Identified, NoticeStep::Compensation), Identified);
        QCOMPARE(statusAfter(Resolved, NoticeStep::Compensation), Postmortem);
        QCOMPARE(statusAfter(Resolved, NoticeStep::Investigating), Investigating); // it began again
    }

    void statesBecomeStatuses() {
        std::map<ServiceState, QByteArray> words;
        for (int i = 1; i <= int(ServiceState::Last); ++i) {
            words[ServiceState(i)] = wordOf(componentStatusOf(ServiceState(i)));
        }
        QCOMPARE(words[ServiceState::Operational], "operational");
        QCOMPARE(words[ServiceState::Degraded], "degraded_performance");
        QCOMPARE(words[ServiceState::Unknown], "degraded_performance");
        QCOMPARE(words[ServiceState::Recovering], "partial_outage");
        QCOMPARE(words[ServiceState::PartialOutage], "partial_outage");
        QCOMPARE(words[ServiceState::MajorOutage], "major_outage");
        // What is worse here is never better in the files.
        for (int a = 1; a <= int(ServiceState::Last); ++a) {
            for (int b = 1; b <= int(ServiceState::Last); ++b) {
                if (badness(ServiceState(a)) > badness(ServiceState(b))) {
                    QVERIFY(componentStatusOf(ServiceState(a)) >= componentStatusOf(ServiceState(b)));
                }
            }
        }
    }

    void gradesBecomeImpacts() {
        QCOMPARE(impactOf(Grade::Watch), Indicator::None);
        QCOMPARE(impactOf(Grade::Minor), Indicator::Minor);
        QCOMPARE(impactOf(Grade::Partial), Indicator::Major);
        QCOMPARE(impactOf(Grade::Major), Indicator::Critical);
        QCOMPARE(impactOf(Grade::Total), Indicator::Critical);
    }

    void theIndicatorIsTheWorstComponent() {
        PublicPage page = quiet();
        QCOMPARE(indicatorOf(page), Indicator::None);
        page.components.front().state = ServiceState::Degraded;
        QCOMPARE(indicatorOf(page), Indicator::Minor);
        page.components.back().state = ServiceState::PartialOutage;
        QCOMPARE(indicatorOf(page), Indicator::Major);
        page.components.front().state = ServiceState::MajorOutage;
        QCOMPARE(indicatorOf(page), Indicator::Critical);
        QCOMPARE(indicatorOf(nothing()), Indicator::None);
    }

    // "All services are operational" beside an open incident would be a lie.
    void anOpenIncidentIsNeverAllWell() {
        const PublicPage page = told({incidentOf("a", {update("1", NoticeStep::Investigating, "15:10")})});
        QCOMPARE(indicatorOf(page), Indicator::Minor);
        QCOMPARE(summaryOf(page, Language::English), text("We are looking into a problem"));
        const PublicPage watched = told({incidentOf("a", {update("1", NoticeStep::Investigating, "15:10"),
                                                          update("2", NoticeStep::Monitoring, "15:20")})});
        QCOMPARE(summaryOf(watched, Language::English), text("Restored, and being watched"));
    }

    void onlyPublicNamesAppear() {
        const PublicPage page = pangyo();
        QCOMPARE(page.components.size(), std::size_t(8));
        QCOMPARE(page.groups.size(), std::size_t(2)); // a group with nothing public in it has no heading
        for (const auto& [path, bytes] : files(page)) {
            for (const char* secret : {"billing", "Internal", "내부", "msg-text", "msg-login", "\"talk\""}) {
                QVERIFY2(!bytes.contains(secret), qPrintable(path + u' ' + text(secret)));
            }
            for (const char* drill : {"drill", "훈련", "Exercise"}) {
                QVERIFY2(!bytes.contains(drill) && !path.contains(text(drill)), qPrintable(path));
            }
        }
    }

    void servicesOfOneNameShowTheWorst() {
        const auto state = [](std::vector<ToldState> states) {
            return named(told({incidentOf("a", {update("1", NoticeStep::Identified, "15:10", states)})}),
                         "메신저 대화")
                .state;
        };
        QCOMPARE(state({{text("msg-pc"), ServiceState::Degraded}}), ServiceState::Degraded);
        QCOMPARE(
            state({{text("msg-pc"), ServiceState::Degraded}, {text("msg-text"), ServiceState::MajorOutage}}),
            ServiceState::MajorOutage);
        QCOMPARE(state({{text("msg-text"), ServiceState::Operational}}), ServiceState::Operational);
    }

    void aStateHoldsUntilItIsToldOtherwise() {
        const ToldUpdate first =
            update("1", NoticeStep::Identified, "15:10",
                   {{text("pay"), ServiceState::MajorOutage}, {text("taxi"), ServiceState::MajorOutage}});
        const ToldUpdate second =
            update("2", NoticeStep::Identified, "16:10", {{text("pay"), ServiceState::Operational}});
        const PublicPage page = told({incidentOf("a", {second, first})}); // in any order
        QCOMPARE(named(page, "페이").state, ServiceState::Operational);
        QCOMPARE(named(page, "페이").changedAt, second.at);
        QCOMPARE(named(page, "택시").state, ServiceState::MajorOutage);
        const std::vector<PublicChange>& changes = page.incidents.front().updates.back().changes;
        QCOMPARE(changes.size(), std::size_t(1));
        QCOMPARE(changes.front().from, ServiceState::MajorOutage);
        QCOMPARE(changes.front().to, ServiceState::Operational);
    }

    void aPartIsNotTheWhole() {
        std::vector<ToldUpdate> updates{update("1", NoticeStep::Identified, "15:10")};
        const auto state = [&](std::vector<ToldState> states) {
            updates.push_back(update("n", NoticeStep::Identified, "15:20", std::move(states)));
            updates.back().id = QString::number(updates.size());
            return named(told({incidentOf("a", updates)}), "사진·동영상 전송").state;
        };
        const QString media = text("msg-media");
        QCOMPARE(state({{media, ServiceState::MajorOutage, text("video")}}), ServiceState::PartialOutage);
        QCOMPARE(state({{media, ServiceState::MajorOutage}}), ServiceState::MajorOutage);
        QCOMPARE(state({{media, ServiceState::Operational, text("photo")}}), ServiceState::PartialOutage);
        QCOMPARE(state({{media, ServiceState::MajorOutage, text("photo")}}), ServiceState::MajorOutage);
        QCOMPARE(state({{media, ServiceState::Operational}}), ServiceState::Operational);
        QCOMPARE(state({{media, ServiceState::Degraded, text("video")}}), ServiceState::Degraded);
    }

    void thePromiseStandsUntilItIsOver() {
        QCOMPARE(nextUpdateOf(pangyo().incidents.front()), std::optional(at("2022-10-15T21:30:00+09:00")));
        QVERIFY(!nextUpdateOf(pangyoOver().incidents.front()));
        QVERIFY(files(pangyo()).at(text("en/index.html")).contains("Next notice by Sat 15 October, 21:30"));
    }

    void theEndBringsBackWhatItDoesNotName() {
        const PublicPage page = pangyoOver();
        QCOMPARE(named(page, "택시").state, ServiceState::Operational);
        QCOMPARE(named(page, "사진·동영상 전송").state, ServiceState::Degraded);
        QVERIFY(openOf(page).empty());
        QCOMPARE(resolvedAt(page.incidents.front()), std::optional(at("2022-10-20T23:10:00+09:00")));
        QCOMPARE(monitoringAt(page.incidents.front()), std::optional(at("2022-10-18T09:00:00+09:00")));
    }

    void twoIncidentsShowTheWorse() {
        const PublicPage page = told({incidentOf("a", {update("1", NoticeStep::Identified, "15:10",
                                                              {{text("pay"), ServiceState::MajorOutage}})}),
                                      incidentOf("b", {update("2", NoticeStep::Identified, "16:10",
                                                              {{text("pay"), ServiceState::Degraded}}),
                                                       update("3", NoticeStep::Resolved, "16:20")})});
        QCOMPARE(named(page, "페이").state, ServiceState::MajorOutage); // b's end is not a's
    }

    void whatWasNotToldIsNotThere() {
        QVERIFY(told({incidentOf("a", {})}).incidents.empty());
        ToldIncident drill = incidentOf(
            "a", {update("1", NoticeStep::Identified, "15:10", {{text("pay"), ServiceState::MajorOutage}})});
        drill.isDrill = true;
        QVERIFY(told({drill}) == told({}));
    }

    // Another order in the catalogue, other keys, more services: readers keep what they know.
    void idsStayTheSame() {
        Catalogue other = messengerCatalogue();
        std::reverse(other.services.begin(), other.services.end());
        for (CatalogueService& service : other.services) {
            service.key += u'x';
        }
        const PublicPage page = pageOf(other, {}, messengerAbout(), at("2022-10-15T18:00:00+09:00"));
        for (const PublicComponent& component : quiet().components) {
            QVERIFY(page.component(component.id) != nullptr);
            QCOMPARE(page.component(component.id)->name, component.name);
        }
    }

    void entriesKeepTheirIdsWhenThePageMoves() {
        PublicPage moved = pangyo();
        moved.url = text("https://elsewhere.example.org/status");
        static const QRegularExpression id(text("<guid isPermaLink=\"false\">([^<]*)<"));
        QStringList ids[2];
        for (const bool isMoved : {false, true}) {
            auto found =
                id.globalMatch(QString::fromUtf8(files(isMoved ? moved : pangyo()).at(text("history.rss"))));
            while (found.hasNext()) {
                ids[isMoved].append(found.next().captured(1));
            }
        }
        QCOMPARE(ids[0].size(), 5);
        QCOMPARE(ids[0], ids[1]);
    }

    void equalPagesGiveEqualFiles() { QVERIFY(files(pangyo()) == files(pangyo())); }

    // Who publishes every few minutes sends little, and no feed reader is woken.
    void publishingAgainChangesOnlyWhatTellsTheTime() {
        PublicPage later = pangyo();
        later.updatedAt += std::chrono::minutes(5);
        const Bundle before = files(pangyo());
        const Bundle after = files(later);
        QCOMPARE(after.size(), before.size());
        std::set<QString> changed;
        for (const auto& [path, bytes] : after) {
            if (before.at(path) != bytes && !path.endsWith(u".sig")) {
                changed.insert(path);
            }
        }
        for (const QString& path : changed) {
            QVERIFY2(path.endsWith(u"index.html") || path.contains(u"api/v2/") || path == u"banner.json" ||
                         path == u"codes.json",
                     qPrintable(path));
        }
        QCOMPARE(changed.size(), std::size_t(2 + 16 + 2));
    }

    void theLargePageIsSmallEnough() {
        const PublicPage page = large();
        QCOMPARE(page.components.size(), std::size_t(40));
        QCOMPARE(page.incidents.size(), std::size_t(10));
        for (const auto& [path, bytes] : files(page)) {
            if (path.endsWith(u".html")) {
                QVERIFY2(bytes.size() < 50'000, qPrintable(path + QString::number(bytes.size())));
                qInfo("%s %d bytes", qPrintable(path), int(bytes.size()));
            }
        }
    }

    void everyFileIsSignedOverItsPath() {
        const Bundle bundle = files(pangyo());
        const KeyedHashSigner signer("page");
        int count = 0;
        for (const auto& [path, bytes] : bundle) {
            if (!path.endsWith(u".sig")) {
                ++count;
                QByteArray message("bongsu/page/1");
                message += '\0';
                message += path.toUtf8();
                message += '\0';
                message += bytes;
                QCOMPARE(bundle.at(signaturePath(path)), signer.sign(message).toBytes().toBase64() + '\n');
            }
        }
        QCOMPARE(bundle.size(), std::size_t(2 * count));
    }

    // Whoever stops anywhere in between has left no file that names one that is not there.
    void theOrderNeverNamesWhatIsMissing() {
        const Bundle bundle = files(large());
        const std::vector<QString> order = publishingOrder(bundle);
        QCOMPARE(std::set<QString>(order.begin(), order.end()).size(), bundle.size());
        static const QRegularExpression link(text("href=\"([^\"#:]+)[\"#]"));
        std::set<QString> out;
        int followed = 0;
        for (const QString& path : order) {
            out.insert(path);
            if (!path.endsWith(u".sig")) {
                QVERIFY2(out.contains(signaturePath(path)), qPrintable(path));
            }
            // Navigation leads to the lists and front pages, which stand there from the first publication on.
            const bool isList = path.endsWith(u"index.html") || path.endsWith(u"history.html");
            if (isList || path.contains(u"codes.html")) {
                auto links = link.globalMatch(QString::fromUtf8(bundle.at(path)));
                while (links.hasNext()) {
                    const QString target =
                        QUrl(text("x:/") + path).resolved(QUrl(links.next().captured(1))).path().sliced(1);
                    QVERIFY2(bundle.contains(target), qPrintable(path + text(" -> ") + target));
                    if (target.contains(u"incidents/") || target.contains(u"history/")) {
                        QVERIFY2(out.contains(target), qPrintable(path + text(" -> ") + target));
                        ++followed;
                    }
                }
            }
        }
        QVERIFY(followed > 50);
        QCOMPARE(order.back(), text("index.html"));
        const Bundle fewer = files(quiet());
        const std::vector<QString> gone = outdated(order, fewer);
        QVERIFY(std::find(gone.begin(), gone.end(), text("incidents/i3.html")) != gone.end());
        QVERIFY(std::find(gone.begin(), gone.end(), text("index.html")) == gone.end());
    }

    void everyLinkLeadsSomewhere() {
        for (const PublicPage& page : {pangyo(), pangyoOver(), hostile(), nothing()}) {
            const Bundle bundle = files(page);
            static const QRegularExpression link(text("href=\"([^\":]*?)(?:#([^\"]*))?\""));
            for (const auto& [path, bytes] : bundle) {
                if (!path.endsWith(u".html")) {
                    continue;
                }
                auto links = link.globalMatch(QString::fromUtf8(bytes));
                while (links.hasNext()) {
                    const auto found = links.next();
                    const QString target =
                        found.captured(1).isEmpty()
                            ? path
                            : QUrl(text("x:/") + path).resolved(QUrl(found.captured(1))).path().sliced(1);
                    QVERIFY2(bundle.contains(target) || found.captured(1).startsWith(u'/'),
                             qPrintable(path + text(" -> ") + found.captured()));
                    if (!found.captured(2).isEmpty()) {
                        const QString anchor = text("id=\"") + found.captured(2) + u'"';
                        QVERIFY2(QString::fromUtf8(bundle.at(target)).contains(anchor),
                                 qPrintable(path + text(" -> ") + found.captured()));
                    }
                }
            }
        }
    }

    void aCodeLeadsToItsNotice() {
        const Bundle bundle = files(pangyo());
        const QJsonObject codes =
            QJsonDocument::fromJson(bundle.at(text("codes.json"))).object().value(text("codes")).toObject();
        QCOMPARE(codes.size(), 5);
        QCOMPARE(codes.value(text("7K4-M2P")).toObject().value(text("ko")).toString(),
                 text("incidents/9c77b2.html#7K4-M2P"));
        QVERIFY(bundle.at(text("en/incidents/9c77b2.html")).contains("<li id=\"7K4-M2P\">"));
        QVERIFY(bundle.at(text("codes.html")).contains("<tr id=\"7K4-M2P\">"));
    }

    void correctionsStandBesideWhatTheyCorrect() {
        const Bundle bundle = files(pangyo());
        const QByteArray page = bundle.at(text("en/incidents/9c77b2.html"));
        QVERIFY(page.contains("This corrects the notice of Sat 15 October, 16:10."));
        QVERIFY(page.contains("This notice was corrected at Sat 15 October, 17:05."));
        const QByteArray json = bundle.at(text("en/api/v2/incidents.json"));
        QVERIFY(json.contains("[Correction of the notice of Sat 15 October, 16:10] We had said"));
        QVERIFY(json.contains("[Corrected at Sat 15 October, 17:05] A fire"));
    }

    void theBannerSaysTheMostImportant() {
        const Banner open = bannerOf(harmless(pangyo()));
        QVERIFY(open.message);
        QCOMPARE(open.message->level, Indicator::Critical);
        QCOMPARE(open.message->title.ko, text("데이터센터 화재로 인한 서비스 장애"));
        QCOMPARE(open.message->link, text("https://status.example.com/incidents/9c77b2.html"));
        QCOMPARE(open.expiresAt, at("2022-10-16T20:55:00+09:00"));
        const Banner over = bannerOf(harmless(pangyoOver()));
        QVERIFY(over.message);
        QCOMPARE(over.message->level, Indicator::None);
        QCOMPARE(over.expiresAt, at("2022-10-21T00:10:00+09:00"));
        PublicPage later = pangyoOver();
        later.updatedAt = at("2022-10-21T00:10:00+09:00");
        QVERIFY(!bannerOf(harmless(later)).message);
        QVERIFY(!QJsonDocument::fromJson(files(later).at(text("banner.json")))
                     .object()
                     .contains(text("message")));
        PublicPage approved = pangyo();
        approved.incidents.front().updates.resize(2);
        QCOMPARE(bannerOf(harmless(approved)).message->title.en, text("Services out after a fire"));
    }

    void aBannerIsShort() {
        for (const PublicPage& page : {hostile(), pangyo(), large()}) {
            const Banner banner = bannerOf(harmless(page));
            QVERIFY(banner.message);
            for (const QString& title : {banner.message->title.ko, banner.message->title.en}) {
                QVERIFY2(!title.isEmpty() && title == shortened(title, 30), qPrintable(title));
            }
            for (const QString& body : {banner.message->body.ko, banner.message->body.en}) {
                QVERIFY2(!body.isEmpty() && body == shortened(body, 80), qPrintable(body));
                QVERIFY(!body.contains(u'\n'));
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestStatuspage)
#include "test_statuspage.moc"
