// What people approve and a relay sends: bytes that one program shows whole and another takes for less would
// let somebody approve what he never saw.
#include "domain/base/cbor.h"
#include "domain/notice/noticetext.h"

#include <QTest>

namespace bongsu {

class TestNoticeText : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void whatIsWrittenIsRead();
    void nothingIsPassedOver_data();
    void nothingIsPassedOver();
};

namespace {

NoticeTexts mailed() {
    return {NoticeStep::Investigating,
            {{QStringLiteral("mail"),
              Audience::Users,
              Language::English,
              QStringLiteral("title"),
              QStringLiteral("body"),
              {Disclosure::Event},
              {{QStringLiteral("name"), QStringLiteral("value")}}}},
            QStringLiteral("KX7"),
            {{QStringLiteral("mail"), ServiceState::Degraded}}};
}

// Where the same bytes may hold more, or the same in another way.
struct More {
    bool inTexts = false;
    bool inText = false;
    bool inVariable = false;
    bool inAffected = false;
    bool emptyTitle = false;
    bool noVariables = false;
    quint64 version = 1;
};

void key(CborWriter& out, bool isThere) {
    if (isThere) {
        out.unsignedInteger(14).text(u"more");
    }
}

// As mailed(), without its title and variables where these are to be empty.
QByteArray written(const More& more) {
    CborWriter out;
    out.map(5 + more.inTexts).unsignedInteger(1).unsignedInteger(more.version);
    out.unsignedInteger(2).unsignedInteger(quint64(NoticeStep::Investigating));
    out.unsignedInteger(3).array(1).map(7 + more.inText).unsignedInteger(1).text(u"mail");
    out.unsignedInteger(2).unsignedInteger(quint64(Audience::Users)).unsignedInteger(3).unsignedInteger(2);
    out.unsignedInteger(4).text(more.emptyTitle ? u"" : u"title").unsignedInteger(5).text(u"body");
    out.unsignedInteger(6).array(1).unsignedInteger(quint64(Disclosure::Event));
    out.unsignedInteger(7).array(more.noVariables ? 0 : 1);
    if (!more.noVariables) {
        out.map(2 + more.inVariable).unsignedInteger(1).text(u"name").unsignedInteger(2).text(u"value");
        key(out, more.inVariable);
    }
    key(out, more.inText);
    out.unsignedInteger(4).text(u"KX7").unsignedInteger(5).array(1).map(2 + more.inAffected);
    out.unsignedInteger(1).text(u"mail").unsignedInteger(2).unsignedInteger(quint64(ServiceState::Degraded));
    key(out, more.inAffected);
    key(out, more.inTexts);
    return out.take();
}

} // namespace

void TestNoticeText::whatIsWrittenIsRead() {
    QCOMPARE(encodeNoticeTexts(mailed()), written({}));
    QVERIFY(decodeNoticeTexts(written({})) == mailed());
}

void TestNoticeText::nothingIsPassedOver_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a key beside the texts") << written({.inTexts = true});
    QTest::newRow("a key in a text") << written({.inText = true});
    QTest::newRow("a key in a variable") << written({.inVariable = true});
    QTest::newRow("a key in a service's state") << written({.inAffected = true});
    QTest::newRow("an empty title") << written({.emptyTitle = true});
    QTest::newRow("no variables, said so") << written({.noVariables = true});
    QTest::newRow("a later version") << written({.version = 2});
}

void TestNoticeText::nothingIsPassedOver() {
    QFETCH(QByteArray, bytes);
    QVERIFY(!decodeNoticeTexts(bytes));
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestNoticeText)
#include "test_noticetext.moc"
