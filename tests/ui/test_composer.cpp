// Writing: Enter records once, an input method's Enter never, and nothing typed is lost before it is kept.
#include "ui/house.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/namelist.h"

#include <QApplication>
#include <QInputMethodEvent>
#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

class TestComposer : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void enterRecordsOnce();
    void enterThatEndsACompositionRecordsNothing();
    void nothingElseHappensWhileComposing();
    void textStaysUntilItIsKept();
    void textStaysWhenTheDiskIsFull();
    void textStaysWhenRefused();
    void typedTimeAndKindAreUnderstood();
    void decisionHasBasisAndOptions();
    void takesBackForSixtySeconds();
    void undoUndoesTypingFirst();
    void correctsALine();
    void keepsADraftForEachIncident();
    void draftsAreThereAfterACrash();
    void draftGoesWithTheLineAndNotBefore();
    void correctionsAndDecisionsAreDrafts();
    void saysHowLongALineCanBeTakenBack();
    void aCallHasAKey();
    void namesAreCompleted();
    void namesNeverDisturbWriting();

  private:
    void crash();
    NameList* names() const { return m_composer->findChild<NameList*>(); }
    std::vector<TimelineRow> own() const { return m_me->journal->ownRows(*m_log); }
    ComposerField& field() { return m_composer->field(); }
    void type(const char* words) { QTest::keyClicks(&field(), QString::fromUtf8(words)); }
    void put(const char* words) { field().insert(QString::fromUtf8(words)); }
    void press(Qt::Key key, Qt::KeyboardModifiers with = Qt::NoModifier) {
        QTest::keyClick(&field(), key, with);
    }
    void compose(const char* preedit, const char* commit = "");
    LogId declare(const char* title);

    std::unique_ptr<House> m_house;
    House::Desk* m_me = nullptr;
    std::optional<LogId> m_log;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Composer> m_composer;
};

void TestComposer::init() {
    m_house = std::make_unique<House>("2022-10-15T16:11:00+09:00");
    m_me = &m_house->addDesk(QStringLiteral("박도윤"), Permission::Admin);
    m_log = declare("판교 데이터센터 화재");
    m_house->disconnect(*m_me); // own lines stay where they can be counted
    m_theme = std::make_unique<Theme>(ThemeName::Light);
    m_composer = std::make_unique<Composer>(*m_me->journal, m_house->clock, *m_theme);
    m_composer->setIncident(*m_log);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    field().setFocus();
}

void TestComposer::cleanup() {
    m_composer.reset();
    m_house.reset();
}

LogId TestComposer::declare(const char* title) {
    const auto declared = m_me->journal->record(std::nullopt, IncidentDeclared{.grade = Grade::Total},
                                                Text{.text = QString::fromUtf8(title)});
    m_house->sync();
    return declared->log;
}

// What an input method sends: what it is composing, and what it has finished.
void TestComposer::compose(const char* preedit, const char* commit) {
    QInputMethodEvent event(QString::fromUtf8(preedit), {});
    event.setCommitString(QString::fromUtf8(commit));
    QApplication::sendEvent(&field(), &event);
}

void TestComposer::enterRecordsOnce() {
    put("현장 출입 통제");
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(1));
    QCOMPARE(*own()[0].text.text, QStringLiteral("현장 출입 통제"));
    QVERIFY(field().text().isEmpty());
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(1));
}

void TestComposer::enterThatEndsACompositionRecordsNothing() {
    compose("", "판");
    compose("교");
    QVERIFY(field().isComposing());
    press(Qt::Key_Return);
    press(Qt::Key_Enter);
    press(Qt::Key_Return, Qt::ControlModifier);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(0));
    QCOMPARE(field().text(), QStringLiteral("판"));
    compose("", "교");
    QVERIFY(!field().isComposing());
    QCOMPARE(own().size(), std::size_t(0));
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(1));
    QCOMPARE(*own()[0].text.text, QStringLiteral("판교"));
}

void TestComposer::nothingElseHappensWhileComposing() {
    int left = 0;
    connect(m_composer.get(), &Composer::left, this, [&left] { ++left; });
    compose("교");
    press(Qt::Key_Escape);
    press(Qt::Key_Z, Qt::ControlModifier);
    press(Qt::Key_Up);
    QCOMPARE(left, 0);
    QVERIFY(m_composer->message().isEmpty());
    QKeyEvent shortcut(QEvent::ShortcutOverride, Qt::Key_N, Qt::ControlModifier);
    shortcut.ignore();
    QApplication::sendEvent(&field(), &shortcut);
    QVERIFY(shortcut.isAccepted()); // the window's keys wait
    compose("");
    press(Qt::Key_Escape);
    QCOMPARE(left, 1);
}

void TestComposer::textStaysUntilItIsKept() {
    put("현장 출입 통제");
    press(Qt::Key_Return);
    QCOMPARE(field().text(), QStringLiteral("현장 출입 통제"));
    press(Qt::Key_Return); // impatience
    put(" 다음");
    m_house->run();
    QCOMPARE(own().size(), std::size_t(1));
    QCOMPARE(field().text(), QStringLiteral(" 다음"));
}

void TestComposer::textStaysWhenTheDiskIsFull() {
    m_me->disk->isFull = true;
    put("현장 출입 통제");
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(field().text(), QStringLiteral("현장 출입 통제"));
    QVERIFY(m_composer->message().startsWith(QStringLiteral("Not saved yet")));
    m_me->disk->isFull = false;
    m_house->timers.ring();
    m_house->run();
    QVERIFY(field().text().isEmpty());
    QVERIFY(m_composer->message().isEmpty());
    QCOMPARE(own().size(), std::size_t(1));
}

void TestComposer::textStaysWhenRefused() {
    field().setMaxLength(10'000);
    field().insert(QString(6000, QChar(0xD310)));
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(0));
    QCOMPARE(field().text().size(), 6000);
    QVERIFY(!m_composer->message().isEmpty());
}

void TestComposer::typedTimeAndKindAreUnderstood() {
    put("1519 요청: 발전차 두 대");
    press(Qt::Key_Return);
    m_house->run();
    const auto note = std::get<NoteAdded>(own().at(0).facts);
    QCOMPARE(note.noteKind, NoteKind::Request);
    QCOMPARE(note.line.occurredAt, momentFromIso(QStringLiteral("2022-10-15T15:19:00+09:00")));
    QCOMPARE(*own()[0].text.text, QStringLiteral("발전차 두 대"));
    put("공지: 점검 중");
    press(Qt::Key_Return);
    m_house->run();
    QVERIFY(std::holds_alternative<NoticeRecorded>(own().at(1).facts));
}

void TestComposer::decisionHasBasisAndOptions() {
    put("문자부터 복구");
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(own().size(), std::size_t(0));
    auto* basis = qobject_cast<ComposerField*>(QApplication::focusWidget());
    QVERIFY(basis && basis != &field());
    basis->insert(QStringLiteral("연락이 우선"));
    QTest::keyClick(basis, Qt::Key_Return);
    auto* options = qobject_cast<ComposerField*>(QApplication::focusWidget());
    QVERIFY(options && options != basis);
    options->insert(QStringLiteral("DR 전체 전환, 결제 우선"));
    QTest::keyClick(options, Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(1));
    QVERIFY(std::holds_alternative<DecisionMade>(own()[0].facts));
    QCOMPARE(*own()[0].text.basis, QStringLiteral("연락이 우선"));
    QCOMPARE(own()[0].text.options->size(), std::size_t(2));
    QVERIFY(field().hasFocus());
    QVERIFY(!basis->isVisible());
}

void TestComposer::takesBackForSixtySeconds() {
    put("비밀번호는 1234");
    press(Qt::Key_Return);
    m_house->run();
    m_house->clock.forward(59s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(own().size(), std::size_t(0)); // nobody has seen it: it is simply deleted
    QCOMPARE(field().text(), QStringLiteral("비밀번호는 1234"));
    press(Qt::Key_Return);
    m_house->run();
    m_house->clock.forward(61s);
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(own().size(), std::size_t(1));
    QVERIFY(!m_composer->message().isEmpty());
}

void TestComposer::undoUndoesTypingFirst() {
    put("기록");
    press(Qt::Key_Return);
    m_house->run();
    type("abc");
    press(Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(field().text() != QStringLiteral("abc"));
    QCOMPARE(own().size(), std::size_t(1));
}

void TestComposer::correctsALine() {
    put("비상 전원 30분 뒤 투입");
    press(Qt::Key_Return);
    m_house->run();
    put("쓰던 글");
    m_composer->correct(own().at(0));
    QCOMPARE(field().text(), QStringLiteral("비상 전원 30분 뒤 투입"));
    put("투입 불가");
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(std::get<EntryCorrected>(own().at(1).facts).target, own()[0].event);
    QCOMPARE(*own()[1].text.text, QStringLiteral("투입 불가"));
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
    m_composer->correct(own().at(0));
    press(Qt::Key_Escape);
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
    press(Qt::Key_Return);
    m_house->run();
    QVERIFY(std::holds_alternative<NoteAdded>(own().at(2).facts));
}

void TestComposer::keepsADraftForEachIncident() {
    const LogId other = declare("다른 장애");
    put("쓰던 글");
    m_composer->setIncident(other);
    QVERIFY(field().text().isEmpty());
    put("다른 글");
    m_composer->setIncident(*m_log);
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
}

// The power is cut, and another run begins over what is on the disk.
void TestComposer::crash() {
    m_composer.reset();
    m_house->restart(*m_me);
    m_composer = std::make_unique<Composer>(*m_me->journal, m_house->clock, *m_theme);
    m_composer->setIncident(*m_log);
    m_composer->show();
    QVERIFY(QTest::qWaitForWindowActive(m_composer.get()));
    field().setFocus();
}

void TestComposer::draftsAreThereAfterACrash() {
    put("쓰던 글");
    QTRY_VERIFY(!m_me->journal->setting(draftKey(*m_log)).isEmpty()); // by itself, after a moment
    m_house->run();
    crash();
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
    QVERIFY(!m_composer->message().isEmpty()); // says why it stands there
    press(Qt::Key_Return);
    m_house->run();
    crash();
    QCOMPARE(field().text(), QString());
    QVERIFY(m_composer->message().isEmpty());
    QCOMPARE(own().size(), std::size_t(1));
}

void TestComposer::draftGoesWithTheLineAndNotBefore() {
    put("현장 출입 통제");
    m_composer->keepDraft();
    m_house->run();
    m_me->disk->isFull = true;
    press(Qt::Key_Return);
    m_house->run();
    m_me->disk->isFull = false;
    crash(); // before the disk was tried again
    QCOMPARE(own().size(), std::size_t(0));
    QCOMPARE(field().text(), QStringLiteral("현장 출입 통제"));
}

void TestComposer::correctionsAndDecisionsAreDrafts() {
    put("비상 전원 30분 뒤 투입");
    press(Qt::Key_Return);
    m_house->run();
    const EventId wrong = own().at(0).event;
    put("쓰던 글");
    m_composer->correct(own().at(0));
    put("투입 불가");
    m_composer->keepDraft();
    m_house->run();
    crash();
    QCOMPARE(field().text(), QStringLiteral("투입 불가"));
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(std::get<EntryCorrected>(own().at(1).facts).target, wrong);
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
    press(Qt::Key_Return, Qt::ControlModifier);
    qobject_cast<ComposerField*>(QApplication::focusWidget())->insert(QStringLiteral("연락 우선"));
    m_composer->keepDraft();
    m_house->run();
    crash();
    QCOMPARE(field().text(), QStringLiteral("쓰던 글"));
    press(Qt::Key_Return, Qt::ControlModifier);
    m_house->run();
    QVERIFY(std::holds_alternative<DecisionMade>(own().at(2).facts));
    QCOMPARE(*own()[2].text.basis, QStringLiteral("연락 우선"));
}

void TestComposer::saysHowLongALineCanBeTakenBack() {
    const auto says = [this](const char* words) {
        const auto hints = m_composer->findChildren<KeyHint*>();
        return std::any_of(hints.begin(), hints.end(), [words](const KeyHint* hint) {
            return hint->text() == QString::fromLatin1(words);
        });
    };
    QVERIFY(says("Take back"));
    put("기록");
    press(Qt::Key_Return);
    m_house->run();
    QVERIFY(says("Take back (60 s)"));
    m_house->clock.forward(31s);
    QTRY_VERIFY(says("Take back (30 s)")); // by itself
    m_house->clock.forward(30s);
    QTRY_VERIFY(says("Take back"));
}

void TestComposer::aCallHasAKey() {
    put("과기정통부");
    m_composer->markCall();
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(std::get<NoteAdded>(own().at(0).facts).noteKind, NoteKind::Call);
    QCOMPARE(*own()[0].text.text, QStringLiteral("과기정통부"));
    put("아님");
    m_composer->markCall();
    m_composer->markCall();
    QCOMPARE(field().text(), QStringLiteral("아님"));
}

void TestComposer::namesAreCompleted() {
    type("1519 @");
    QVERIFY(names() && names()->isVisible());
    put("ㅂㄷㅇ");
    QCOMPARE(names()->count(), 1);
    press(Qt::Key_Tab);
    QVERIFY(!names()->isVisible());
    QCOMPARE(field().text(), QStringLiteral("1519 박도윤"));
    put("에게 @ㅂ");
    press(Qt::Key_Return); // takes the name
    QCOMPARE(own().size(), std::size_t(0));
    QCOMPARE(field().text(), QStringLiteral("1519 박도윤에게 박도윤"));
    press(Qt::Key_Return); // records
    m_house->run();
    QCOMPARE(*own().at(0).text.text, QStringLiteral("박도윤에게 박도윤"));
}

void TestComposer::namesNeverDisturbWriting() {
    put("@ㅂ");
    QVERIFY(names() && names()->isVisible());
    compose("도");
    press(Qt::Key_Tab);
    press(Qt::Key_Return);
    QCOMPARE(field().text(), QStringLiteral("@ㅂ")); // the input method's keys
    compose("", "도");
    press(Qt::Key_Escape);
    QVERIFY(!names()->isVisible());
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(*own().at(0).text.text, QStringLiteral("@ㅂ도"));
    put("ops@daon.kr");
    QVERIFY(!names()->isVisible());
    put(" @박도윤"); // written out: nothing to complete
    QVERIFY(!names()->isVisible());
    press(Qt::Key_Return);
    m_house->run();
    QCOMPARE(own().size(), std::size_t(2));
}

QTEST_MAIN(TestComposer)
#include "test_composer.moc"
