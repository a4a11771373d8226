// Names behind an @: found by initials and half-typed syllables, never in the middle of an address.
#include "domain/incident/mention.h"

#include <QTest>

using namespace bongsu;

namespace {

QString utf8(const char* words) {
    return QString::fromUtf8(words);
}

const std::vector<Mention> everybody{{MentionKind::Person, utf8("김하늘")},
                                     {MentionKind::Person, utf8("박도윤")},
                                     {MentionKind::Person, utf8("Sky Kim")},
                                     {MentionKind::Service, utf8("결제")},
                                     {MentionKind::Site, utf8("판교")}};

QStringList names(const char* query, std::size_t most = 6) {
    QStringList found;
    for (const Mention& one : mentionsFor(everybody, utf8(query), most)) {
        found += one.name;
    }
    return found;
}

} // namespace

class TestMention : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void findsTheQueryBeforeTheCursor_data();
    void findsTheQueryBeforeTheCursor();
    void findsByInitialsAndBeginnings();
    void namesEachOnce();
};

void TestMention::findsTheQueryBeforeTheCursor_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("cursor");
    QTest::addColumn<QString>("query"); // "-": none
    const auto row = [](const char* text, int cursor, const char* query) {
        QTest::newRow(text) << utf8(text) << cursor << utf8(query);
    };
    row("@", 1, "");
    row("@ㅍㄱ", 3, "ㅍㄱ");
    row("전원 차단 @판", 8, "판");
    row("@김하늘 통화", 3, "김하");
    row("@김하늘 통화 ", 8, "-");
    row("ops@daon.kr", 11, "-");
    row("전원", 2, "-");
    row("@", 0, "-");
    row("", 0, "-");
    row("@", 9, "");
    row("@aaaaaaaaaaaaaaaaaaaaaaaaa", 26, "-");
}

void TestMention::findsTheQueryBeforeTheCursor() {
    QFETCH(QString, text);
    QFETCH(int, cursor);
    QFETCH(QString, query);
    const auto found = mentionBefore(text, cursor);
    QCOMPARE(found ? found->query : QStringLiteral("-"), query);
    if (found) {
        QCOMPARE(text[found->from], QChar(u'@'));
    }
}

void TestMention::findsByInitialsAndBeginnings() {
    QCOMPARE(names("ㅍㄱ"), QStringList(utf8("판교")));
    QCOMPARE(names("ㄱㅎㄴ"), QStringList(utf8("김하늘")));
    QCOMPARE(names("박"), QStringList(utf8("박도윤")));
    QCOMPARE(names("sky"), QStringList(utf8("Sky Kim")));
    QCOMPARE(names("없음"), QStringList());
    QCOMPARE(names("").size(), 5);
    QCOMPARE(names("", 2), (QStringList{utf8("김하늘"), utf8("박도윤")}));
    QCOMPARE(names("판교"), QStringList()); // written out: Enter records again
}

void TestMention::namesEachOnce() {
    const auto event = *EventId::tryFrom(QByteArray(32, 'e'));
    const auto person = *PersonId::tryFrom(QByteArray(32, 'p'));
    Incident incident{LogId::of(event),
                      event,
                      person,
                      {},
                      {Grade::Total, event},
                      {Phase::Responding, event},
                      Command{person, event, {}, true},
                      {std::nullopt, event},
                      event};
    incident.sites = {utf8("판교")};
    incident.services = {utf8("결제")};
    incident.serviceStates.insert(
        {ServiceKey{utf8("결제"), {}}, ServiceStatus{ServiceState::MajorOutage, event, {}, {}}});
    incident.serviceStates.insert(
        {ServiceKey{utf8("메신저"), utf8("문자")}, ServiceStatus{ServiceState::Unknown, event, {}, {}}});
    incident.blockers.insert({event, Blocker{utf8("판교"), {}, {}}});
    incident.holds.insert({utf8("안양"), Hold{event, {}, {}, {}}});
    QStringList all;
    for (const Mention& one : mentionsIn(Organisation{}, Texts{}, incident)) {
        all += one.name;
    }
    QCOMPARE(all, (QStringList{utf8("결제"), utf8("메신저"), utf8("안양"), utf8("판교")}));
}

QTEST_APPLESS_MAIN(TestMention)
#include "test_mention.moc"
