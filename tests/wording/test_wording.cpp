#include "domain/base/stopdetail.h"
#include "support/scene.h"
#include "translations/translations.h"
#include "wording/causewords.h"
#include "wording/names.h"

#include "wording/sentence.h"
#include "wording/template.h"

#include "domain/event/facts.h"

#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <set>

using namespace bongsu;

namespace {

bool hasHangul(const QString& text) {
    return text.contains(QRegularExpression(QStringLiteral("\\p{Hangul}")));
}

// The codes as a file lists them: a new one without a sentence makes this test fail.
QList<QByteArray> codesIn(const QString& space, const char* file = "/model/domain/base/result.h") {
    QFile header(qEnvironmentVariable("BONGSU_SOURCE_DIR") + QLatin1String(file));
    if (!header.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QString text = QString::fromUtf8(header.readAll());
    const qsizetype begin = text.indexOf(QStringLiteral("namespace %1 {").arg(space));
    const qsizetype end = text.indexOf(QStringLiteral("} // namespace %1").arg(space));
    QList<QByteArray> codes;
    const QRegularExpression constant(QStringLiteral("constexpr const char\\* \\w+ = \"([^\"]+)\""));
    for (auto found = constant.globalMatch(text.mid(begin, end - begin)); found.hasNext();) {
        codes += found.next().captured(1).toLatin1();
    }
    return codes;
}

template <class Enum>
QStringList namesOf() {
    QStringList names;
    for (int value = 1; value <= int(Enum::Last); ++value) {
        names += nameOf(Enum(value));
    }
    return names;
}

template <std::size_t I = 0>
QStringList kindNames() {
    QStringList names;
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        using T = std::variant_alternative_t<I, AnyFacts>;
        if constexpr (requires { T::kind; }) {
            names += kindName(T::kind.name);
        }
        names += kindNames<I + 1>();
    }
    return names;
}

// Both languages name each value once, and not with the other's word.
void compareNames(const std::function<QStringList()>& names) {
    installTranslations(u"en");
    const QStringList english = names();
    installTranslations(u"ko");
    const QStringList korean = names();
    QCOMPARE(std::set<QString>(english.begin(), english.end()).size(), std::size_t(english.size()));
    QCOMPARE(std::set<QString>(korean.begin(), korean.end()).size(), std::size_t(korean.size()));
    for (qsizetype i = 0; i < english.size(); ++i) {
        QVERIFY2(!english[i].isEmpty() && english[i] != u"?" && !hasHangul(english[i]),
                 qPrintable(english[i]));
        QVERIFY2(hasHangul(korean[i]), qPrintable(korean[i]));
    }
}

class ChangeCounter : public QObject {
  public:
    bool eventFilter(QObject*, QEvent* event) override {
        changes += event->type() == QEvent::LanguageChange ? 1 : 0;
        return false;
    }
    int changes = 0;
};

} // namespace

class TestWording : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void everyCodeHasASentenceInBothLanguages_data();
    void everyCodeHasASentenceInBothLanguages();
    void everyCauseHasANameInBothLanguages();
    void wrongPinSaysWhatItMayBe();
    void aRelayThatWasClosedIsNoOldBackup();
    void aDetailStandsBehind();
    void aCodeOfAnotherVersionIsNamed();
    void aRecordOfANewerVersionSaysSo();
    void everyValueHasItsName();
    void everyKindHasItsName();
    void numbersAreGrouped();
    void particlesFollowTheWord_data();
    void particlesFollowTheWord();
    void wordsAreNotTemplates();
    void languageChangesWhileRunning();
    void languageIsFoundInALocale();
};

void TestWording::everyCodeHasASentenceInBothLanguages_data() {
    QTest::addColumn<QString>("space");
    QTest::addColumn<QByteArray>("code");
    for (const auto* space : {"refusal", "failure", "keyfault"}) {
        const auto codes = codesIn(QLatin1String(space));
        QVERIFY2(codes.size() > 5, space);
        for (const QByteArray& code : codes) {
            QTest::addRow("%s %s", space, code.constData()) << QString(QLatin1String(space)) << code;
        }
    }
}

void TestWording::everyCodeHasASentenceInBothLanguages() {
    QFETCH(QString, space);
    QFETCH(QByteArray, code);
    const auto say = [&](const QByteArray& one) {
        return space == u"refusal"   ? sentence(Error(Refusal{one}))
               : space == u"failure" ? sentence(Error(Failure{one}))
                                     : sentence(Error(Failure{failure::keyUnusable, one}));
    };
    const auto general = [&] { return say("zz").replace(QStringLiteral("zz"), QString::fromLatin1(code)); };
    installTranslations(u"en");
    const QString english = say(code);
    QVERIFY2(english != general(), qPrintable(english));
    QVERIFY(!hasHangul(english));
    QVERIFY2(english.count(u". ") >= 1 && english.endsWith(u'.'), qPrintable(english)); // what; and what now
    installTranslations(u"ko");
    const QString korean = say(code);
    QVERIFY2(korean != general(), qPrintable(korean));
    QVERIFY2(hasHangul(korean), qPrintable(korean));
    QVERIFY2(korean.count(u". ") >= 1 && korean.endsWith(u'.'), qPrintable(korean));
}

void TestWording::everyCauseHasANameInBothLanguages() {
    QList<QByteArray> causes;
    for (const auto& [space, file] :
         {std::pair{"sendingcode", "/model/channel/sending.h"},
          std::pair{"cause", "/model/relay/deliveries.cpp"}, std::pair{"cause", "/model/relay/pager.cpp"}}) {
        const auto codes = codesIn(QLatin1String(space), file);
        QVERIFY2(codes.size() >= 2, file);
        causes += codes;
    }
    QVERIFY(causes.size() > 30);
    for (const QByteArray& cause : std::as_const(causes)) {
        const QString word = QString::fromLatin1(cause);
        installTranslations(u"en");
        QVERIFY2(causeName(word) != word || word == u"stopped", cause.constData());
        QVERIFY2(!hasHangul(causeName(word)), cause.constData());
        installTranslations(u"ko");
        QVERIFY2(hasHangul(causeName(word)), cause.constData());
    }
    const QString newer = QStringLiteral("of_a_newer_relay");
    QCOMPARE(causeName(newer), newer);
}

void TestWording::wrongPinSaysWhatItMayBe() {
    installTranslations(u"ko");
    QCOMPARE(sentence(Failure{failure::wrongPin}),
             QStringLiteral("회사망이 보안 연결을 바꾸고 있습니다. 휴대폰 핫스팟으로 바꾸면 바로 됩니다."));
}

void TestWording::aRelayThatWasClosedIsNoOldBackup() {
    for (const auto& [language, backup] : {std::pair{u"ko", u"백업"}, std::pair{u"en", u"backup"}}) {
        installTranslations(language);
        const QString closed = sentence(Failure{failure::stopped, stopdetail::closed});
        QVERIFY2(!closed.contains(backup) && !closed.contains(u"closed)"), qPrintable(closed));
        QVERIFY(sentence(Failure{failure::stopped, "behind"}).contains(backup));
        QVERIFY(sentence(Failure{failure::stopped}).contains(backup)); // of an offer: the line is there
    }
}

void TestWording::aDetailStandsBehind() {
    installTranslations(u"ko");
    for (const char* fault : {"invite.form", "invite.address", "invite.damaged", "invite.words"}) {
        QVERIFY(!sentence(Refusal{refusal::malformed, fault}).contains(QString::fromLatin1(fault)));
    }
    QVERIFY(sentence(Refusal{refusal::outOfRange, "site"}).endsWith(QStringLiteral(" (데이터센터)")));
    QVERIFY(sentence(Failure{failure::disk, "Permission denied"}).endsWith(u" (Permission denied)"));
    const QByteArray id(64, 'a');
    QVERIFY(sentence(Refusal{refusal::notFound, id}).endsWith(u" (aaaaaaaa)"));
}

void TestWording::aCodeOfAnotherVersionIsNamed() {
    installTranslations(u"ko");
    const QString words = sentence(Refusal{"tea.cold"});
    QVERIFY2(hasHangul(words) && words.contains(u"tea.cold"), qPrintable(words));
}

void TestWording::aRecordOfANewerVersionSaysSo() {
    Scene scene;
    for (const char* language : {"ko", "en"}) {
        QCOMPARE(installTranslations(QString::fromLatin1(language)), QString::fromLatin1(language));
        QVERIFY(beyondThisVersion(scene.org.organisation(), scene.incident()).isEmpty());
    }
    // A relay of the newer version has numbered it: kept, shown, and not verified from there on.
    QVERIFY(scene.org.force(scene.org.composeUnknown(scene.responder(), scene.log, true)).has_value());
    installTranslations(u"ko");
    QVERIFY(
        beyondThisVersion(scene.org.organisation(), scene.incident()).contains(QStringLiteral("새 버전")));
    installTranslations(u"en");
    QVERIFY(beyondThisVersion(scene.org.organisation(), scene.incident()).contains(QStringLiteral("newer")));
}

void TestWording::everyValueHasItsName() {
    compareNames(namesOf<Permission>);
    compareNames(namesOf<Grade>);
    compareNames(namesOf<Phase>);
    compareNames(namesOf<Source>);
    compareNames(namesOf<NoteKind>);
    compareNames(namesOf<ServiceState>);
    compareNames(namesOf<NoticeStage>);
    compareNames([] {
        QStringList criteria;
        for (int grade = 1; grade <= int(Grade::Last); ++grade) {
            criteria += criteriaOf(Grade(grade));
        }
        return criteria;
    });
    QCOMPARE(nameOf(Grade::Total), QStringLiteral("전면"));
    QCOMPARE(nameOf(Permission(99)), QStringLiteral("?"));
}

void TestWording::everyKindHasItsName() {
    QVERIFY(kindNames().size() > 30);
    compareNames(kindNames<>);
    QCOMPARE(kindName("tea.brewed"), QStringLiteral("tea.brewed"));
}

void TestWording::numbersAreGrouped() {
    QCOMPARE(numberOf(0), QStringLiteral("0"));
    QCOMPARE(numberOf(999), QStringLiteral("999"));
    QCOMPARE(numberOf(1000), QStringLiteral("1,000"));
    QCOMPARE(numberOf(1234567), QStringLiteral("1,234,567"));
    installTranslations(u"ko");
    QCOMPARE(quantityOf(CountUnit::Servers, 2000, 3000), QStringLiteral("서버 2,000~3,000대"));
    QCOMPARE(quantityOf(CountUnit::Percent, 40, 40), QStringLiteral("40%"));
    installTranslations(u"en");
    QCOMPARE(quantityOf(CountUnit::Users, 7, 7), QStringLiteral("7 users"));
}

void TestWording::particlesFollowTheWord_data() {
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char* pattern, const char* word, const char* expected) {
        QTest::newRow(expected) << QString::fromUtf8(pattern) << QString::fromUtf8(word)
                                << QString::fromUtf8(expected);
    };
    row("%1이(가) 총괄을 맡음", "김하늘", "김하늘이 총괄을 맡음");
    row("%1이(가) 총괄을 맡음", "최서아", "최서아가 총괄을 맡음");
    row("%1을(를) 거둠", "#15", "#15를 거둠");
    row("%1을(를) 거둠", "#16", "#16을 거둠");
    row("%1은(는)", "서울", "서울은");
    row("%1과(와)", "부산", "부산과");
    row("%1으로(로)", "서울", "서울로");
    row("%1으로(로)", "판교", "판교로");
    row("%1으로(로)", "부산", "부산으로");
    row("%1이(가)", "Kim", "Kim이(가)");
    row("이(가) %1", "김", "이(가) 김");
}

void TestWording::particlesFollowTheWord() {
    QFETCH(QString, pattern);
    QFETCH(QString, word);
    QFETCH(QString, expected);
    QCOMPARE(filled(pattern, {word}), expected);
}

void TestWording::wordsAreNotTemplates() {
    QCOMPARE(filled(QStringLiteral("%1 / %2"), {QStringLiteral("%2"), QStringLiteral("b")}),
             QStringLiteral("%2 / b"));
    QCOMPARE(filled(QStringLiteral("100% %3 %"), {QStringLiteral("a")}), QStringLiteral("100% %3 %"));
    QCOMPARE(filled(QStringLiteral("%1"), {QStringLiteral("김이(가)")}), QStringLiteral("김이(가)"));
    QCOMPARE(capitalised(QStringLiteral("declaration of disaster")),
             QStringLiteral("Declaration of disaster"));
    QCOMPARE(capitalised(QString()), QString());
}

void TestWording::languageChangesWhileRunning() {
    ChangeCounter counter;
    qApp->installEventFilter(&counter);
    installTranslations(u"ko");
    QCOMPARE(nameOf(Phase::Closed), QStringLiteral("종료"));
    installTranslations(u"en");
    QCOMPARE(nameOf(Phase::Closed), QStringLiteral("closed"));
    installTranslations(u"ko");
    QCOMPARE(nameOf(Phase::Closed), QStringLiteral("종료"));
    QVERIFY(counter.changes > 0);
}

void TestWording::languageIsFoundInALocale() {
    QCOMPARE(installTranslations(u"ko_KR.UTF-8"), QStringLiteral("ko"));
    QCOMPARE(installTranslations(u"en-GB"), QStringLiteral("en"));
    QCOMPARE(installTranslations(u"kok"), QStringLiteral("en")); // the tests' own locale is C
    QCOMPARE(installTranslations(u""), QStringLiteral("en"));
}

QTEST_GUILESS_MAIN(TestWording)
#include "test_wording.moc"
