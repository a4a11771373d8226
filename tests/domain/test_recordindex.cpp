// The record in memory: what is found, what is filtered, what leaves it.
#include "domain/base/limits.h"
#include "domain/incident/recordsearch.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;
using namespace std::chrono_literals;

namespace {

Text said(const char* words) {
    return Text{.text = QString::fromUtf8(words)};
}
using Seqs = std::vector<quint64>;

} // namespace

class TestRecordIndex : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void findsWords_data();
    void findsWords();
    void findsAllWordsNewestFirst();
    void findsAPageAtATime();
    void findsAcrossBlocks();
    void findsByAuthorsName();
    void findsWhatIsBeingTyped();
    void filters();
    void filtersWhatConcernsSomebody();
    void erasedWordsLeave();
    void knowsWhatLaterLinesSay();
    void voidLinesSayNothing();
    void matchesOwnLines();
    void findsTheLineOfATime();
    void sumsUpWhatWasMissed();
    void marksPlaces();
    void keepsWhereReadingStopped();

  private:
    void write(const Member& who, const Facts& facts, const Text& text);
    const RecordIndex& record() const { return m_records.of(m_scene->log); }
    static RecordSearch search(const char* words);
    Seqs found(const char* words) const { return search(words).find(record(), ~0ull, 1000, 1 << 30).seqs; }
    Seqs passing(const RecordFilter& filter) const { return filtered(record(), filter); }
    void readAll();

    std::unique_ptr<Scene> m_scene;
    std::unique_ptr<Ledger> m_ledger;
    KeyedHashVerifier m_verifier;
    std::size_t m_read = 0;
    Records m_records;
};

void TestRecordIndex::init() {
    m_scene = std::make_unique<Scene>();
    m_ledger = std::make_unique<Ledger>(m_verifier);
    m_records = {};
    m_read = 0;
    readAll();
}

// As a desktop does it.
void TestRecordIndex::readAll() {
    const auto& kept = m_scene->org.kept();
    for (; m_read < kept.size(); ++m_read) {
        const auto accepted = m_ledger->accept(kept[m_read], Trust::Verify);
        QVERIFY(accepted.has_value());
        m_records.take(*accepted, kept[m_read].text);
        if (accepted->erases) {
            m_records.erase(accepted->log, m_ledger->index(accepted->log)->find(*accepted->erases)->seq);
        }
    }
}

void TestRecordIndex::write(const Member& who, const Facts& facts, const Text& text) {
    m_scene->org.now += 1min;
    m_scene->did(who, facts, text);
    readAll();
}

RecordSearch TestRecordIndex::search(const char* words) {
    RecordQuery query;
    for (const QString& word : QString::fromUtf8(words).split(u' ', Qt::SkipEmptyParts)) {
        query.words.push_back({word});
    }
    return RecordSearch(std::move(query));
}

void TestRecordIndex::findsWords_data() {
    QTest::addColumn<QString>("words");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const QString& words, bool isFound) {
        QTest::addRow("%s", qPrintable(words)) << words << isFound;
    };
    row(QStringLiteral("판교"), true);
    row(QStringLiteral("화재"), true);
    row(QStringLiteral("화재 판교"), true);
    row(QStringLiteral("ups"), true);
    row(QStringLiteral("UPS"), true);
    row(QStringLiteral("ㅍㄱ"), true);
    row(QStringLiteral("ㅍ교"), true);
    row(QStringLiteral("판ㄱ"), true);
    row(QStringLiteral("ㅈㅎㅅ"), true); // 지하실
    row(QStringLiteral("ㅋㅋ"), true);   // as written
    row(QStringLiteral("결제"), true);   // a service of the facts
    row(QStringLiteral("ㄳ"), false);
    row(QStringLiteral("교판"), false);
    row(QStringLiteral("판교 서울"), false);
    row(QStringLiteral("ㅍㅎ"), false);
    row(QStringLiteral("파"), false);
    row(QStringLiteral("실ups"), false);
}

void TestRecordIndex::findsWords() {
    QFETCH(QString, words);
    QFETCH(bool, isFound);
    ServiceStated facts = stated(QStringLiteral("결제"), ServiceState::MajorOutage);
    write(m_scene->responder(), facts, said("판교 데이터센터 지하실 UPS 화재 ㅋㅋ"));
    QCOMPARE(found(words.toUtf8().constData()) == Seqs{2}, isFound);
}

void TestRecordIndex::findsAllWordsNewestFirst() {
    write(m_scene->responder(), NoteAdded{}, said("하나 둘"));
    write(m_scene->responder(), NoteAdded{}, said("둘 하나 하나 둘"));
    write(m_scene->responder(), NoteAdded{}, said("하나"));
    write(m_scene->responder(), DecisionMade{},
          Text{.text = QStringLiteral("하나"), .basis = QStringLiteral("둘")});
    QCOMPARE(found("하나 둘"), (Seqs{5, 3, 2}));
    QCOMPARE(found(""), (Seqs{5, 4, 3, 2, 1}));
}

void TestRecordIndex::findsAPageAtATime() {
    for (int i = 0; i < 10; ++i) {
        write(m_scene->responder(), NoteAdded{}, said(i % 2 ? "홀" : "짝"));
    }
    const RecordSearch odd = search("홀");
    const FoundLines first = odd.find(record(), ~0ull, 3, 1 << 30);
    QCOMPARE(first.seqs, (Seqs{11, 9, 7}));
    QCOMPARE(first.before, quint64(7));
    const FoundLines rest = odd.find(record(), first.before, 3, 1 << 30);
    QCOMPARE(rest.seqs, (Seqs{5, 3}));
    QCOMPARE(rest.before, quint64(1));
}

void TestRecordIndex::findsAcrossBlocks() {
    const QByteArray filling = QByteArray("가나다라 마바사 ").repeated(200);
    Seqs expected;
    for (int i = 0; i < 150; ++i) {
        const bool odd = i % 7 == 0;
        write(m_scene->responder(), NoteAdded{},
              said(QByteArray(filling + (odd ? "찾는말" : "")).constData()));
        if (odd) {
            expected.insert(expected.begin(), record().size());
        }
    }
    QVERIFY(record().allWords().size() > 600'000);
    QCOMPARE(found("찾는말"), expected);
    QCOMPARE(found("ㅊㄴㅁ"), expected);
    // With little to look at in one go, everything comes all the same.
    const RecordSearch again = search("찾는말");
    Seqs gathered;
    quint64 before = ~0ull;
    int turns = 0;
    while (before > 1) {
        const FoundLines part = again.find(record(), before, 1000, 1);
        gathered.insert(gathered.end(), part.seqs.begin(), part.seqs.end());
        before = part.before;
        ++turns;
    }
    QCOMPARE(gathered, expected);
    QVERIFY(turns > 2);
}

void TestRecordIndex::findsByAuthorsName() {
    write(m_scene->responder(), NoteAdded{}, said("통제"));
    write(m_scene->commander(), NoteAdded{}, said("통제"));
    RecordQuery query{{{QStringLiteral("통제")}, {QStringLiteral("최서연"), {m_scene->commander().person}}}};
    QCOMPARE(RecordSearch(query).find(record(), ~0ull, 10, 1 << 30).seqs, Seqs{3});
    query.words.erase(query.words.begin());
    QCOMPARE(RecordSearch(query).find(record(), ~0ull, 10, 1 << 30).seqs, Seqs{3});
}

void TestRecordIndex::findsWhatIsBeingTyped() {
    write(m_scene->responder(), NoteAdded{}, said("메신저 판교"));
    for (const char* typed : {"ㅍ", "파", "판", "판ㄱ", "판교", "ㅁ", "메", "멧", "메시"}) {
        const RecordQuery query{{{QString::fromUtf8(typed)}}, true};
        QVERIFY2(RecordSearch(query).find(record(), ~0ull, 10, 1 << 30).seqs == Seqs{2}, typed);
    }
}

void TestRecordIndex::filters() {
    const Member& a = m_scene->responder();
    write(a, NoteAdded{{}, NoteKind::Request}, said("요청"));                            // 2
    write(m_scene->commander(), DecisionMade{}, said("결정"));                           // 3
    write(a, stated(QStringLiteral("결제"), ServiceState::MajorOutage), said("안 됨"));  // 4
    write(a, NoteAdded{Line{.occurredAt = m_scene->org.now - 1h}}, said("결제가 늦다")); // 5
    QCOMPARE(passing({.kinds = {LineKind::Decision}}), Seqs{3});
    QCOMPARE(passing({.kinds = {LineKind::Decision, LineKind::Request}}), (Seqs{2, 3}));
    QCOMPARE(passing({.persons = std::set{m_scene->commander().person}}), Seqs{3});
    QCOMPARE(passing({.persons = std::set<PersonId>()}), Seqs{});
    QCOMPARE(passing({.service = QStringLiteral("결제")}), (Seqs{4, 5}));
    const Moment third = record().told(3);
    QCOMPARE(passing({.from = third}), (Seqs{3, 4}));
    QCOMPARE(passing({.until = third}), (Seqs{1, 2, 5}));
    QCOMPARE(passing({}), (Seqs{1, 2, 3, 4, 5}));
}

void TestRecordIndex::filtersWhatConcernsSomebody() {
    const PersonId me = m_scene->commander().person;
    write(m_scene->responder(), NoteAdded{}, said("김하늘 총괄께 보고"));         // 2
    write(m_scene->commander(), NoteAdded{}, said("김하늘입니다"));               // 3: my own words
    write(m_scene->responder(), DecisionMade{.decidedBy = me}, said("문자부터")); // 4
    write(m_scene->responder(), NoteAdded{}, said("다른 말"));                    // 5
    QCOMPARE(passing({.concerning = me, .concerningName = QStringLiteral("김하늘")}), (Seqs{2, 4}));
    QCOMPARE(passing({.concerning = me}), Seqs{4});
}

void TestRecordIndex::erasedWordsLeave() {
    const NoteAdded facts{.site = QStringLiteral("결제동")};
    m_scene->org.now += 1min;
    const EventId slip = m_scene->did(m_scene->responder(), facts, said("비밀번호는 일이삼사"));
    readAll();
    QCOMPARE(found("일이삼사"), Seqs{2});
    write(m_scene->responder(), NoteAdded{}, said("그다음"));
    write(m_scene->responder(), EntryWithdrawn{slip}, {});
    QVERIFY(!record().allWords().contains("일이삼사"));
    QVERIFY(!record().allWords().contains("비밀번호"));
    QCOMPARE(found("일이삼사"), Seqs{});
    QCOMPARE(found("결제동"), Seqs{2}); // facts are never erased
    QCOMPARE(found("그다음"), Seqs{3});
    // Read anew from what is kept, it is the same.
    const QByteArray before = record().allWords().toByteArray().replace('\n', "");
    m_records = {};
    m_ledger = std::make_unique<Ledger>(m_verifier);
    m_read = 0;
    readAll();
    QCOMPARE(record().allWords().toByteArray().replace('\n', ""), before);
}

void TestRecordIndex::knowsWhatLaterLinesSay() {
    m_scene->org.now += 1min;
    const EventId wrong = m_scene->did(m_scene->responder(), NoteAdded{}, said("30분"));
    readAll();
    QVERIFY(!record().sayings(wrong));
    write(m_scene->responder(), EntryCorrected{wrong}, said("60분"));
    write(m_scene->commander(), EntryPinned{wrong, true}, {});
    QCOMPARE(record().sayings(wrong)->corrections, Seqs{3});
    QVERIFY(record().sayings(wrong)->pinned);
    write(m_scene->commander(), EntryPinned{wrong, false}, {});
    QVERIFY(!record().sayings(wrong)->pinned);
    QVERIFY(!record().sayings(wrong)->withdrawn);
    const EventId slip = m_scene->did(m_scene->responder(), NoteAdded{}, said("실수"));
    m_scene->did(m_scene->responder(), EntryWithdrawn{slip}, {});
    readAll();
    QVERIFY(record().sayings(slip)->withdrawn);
}

void TestRecordIndex::voidLinesSayNothing() {
    m_scene->org.now += 1min;
    const EventId mine = m_scene->did(m_scene->responder(), NoteAdded{}, said("30분"));
    // Nobody may take back somebody else's line; a relay that numbers it all the same makes it void.
    QVERIFY(
        m_scene->org.force(m_scene->org.compose(m_scene->commander(), m_scene->log, EntryWithdrawn{mine})));
    readAll();
    QCOMPARE(record().size(), quint64(3));
    QVERIFY(record().isVoid(3));
    QVERIFY(!record().sayings(mine));
    QCOMPARE(found("30분"), Seqs{2});
}

void TestRecordIndex::matchesOwnLines() {
    const PersonId me = m_scene->commander().person;
    const Facts facts = DecisionMade{};
    const OwnLine own{traitsOf(facts, m_scene->org.now, me), searchableWords(facts, said("문자부터 복구"))};
    QVERIFY(search("복구").matches(own));
    QVERIFY(search("ㅂㄱ 문자").matches(own));
    QVERIFY(!search("사진").matches(own));
    QVERIFY(RecordSearch(RecordQuery{{}, false, {.kinds = {LineKind::Decision}}}).matches(own));
    QVERIFY(!RecordSearch(RecordQuery{{}, false, {.kinds = {LineKind::Notice}}}).matches(own));
}

void TestRecordIndex::findsTheLineOfATime() {
    const Moment start = m_scene->org.now;
    for (int i = 0; i < 5; ++i) {
        write(m_scene->responder(), NoteAdded{}, said("줄")); // a minute apart: seqs 2 to 6
    }
    write(m_scene->responder(), NoteAdded{Line{.occurredAt = start + 90s}}, said("나중에 적은 줄")); // 7
    QCOMPARE(record().lineAt(start - 1h), quint64(1));
    QCOMPARE(record().lineAt(start + 3min), quint64(4));
    QCOMPARE(record().lineAt(start + 70s), quint64(7));
    QCOMPARE(record().lineAt(start + 10h), quint64(6));
    QCOMPARE(RecordIndex().lineAt(start), quint64(0));
}

void TestRecordIndex::sumsUpWhatWasMissed() {
    const Member& a = m_scene->responder();
    write(a, DecisionMade{}, said("결정"));                                  // 2
    write(m_scene->commander(), NoticeRecorded{}, said("1차 공지"));         // 3
    write(a, stated(QStringLiteral("결제"), ServiceState::MajorOutage), {}); // 4
    write(a, NoteAdded{}, said("관찰"));                                     // 5
    write(a, NoteAdded{{}, NoteKind::Request}, said("요청"));                // 6
    const AwaySummary all = awaySince(record(), 2, std::nullopt);
    QCOMPARE(all, (AwaySummary{1, 1, 1, 1, 0, 0, 5, {2, 3, 4, 6}}));
    const AwaySummary mine = awaySince(record(), 2, m_scene->commander().person);
    QCOMPARE(mine.notices, 0);
    QCOMPARE(mine.lines, 4);
    QCOMPARE(awaySince(record(), 7, std::nullopt), AwaySummary{});
}

void TestRecordIndex::marksPlaces() {
    using Places = std::vector<std::pair<qsizetype, qsizetype>>;
    QCOMPARE(search("판교 화재").placesIn(u"\U0001F525 판교 데이터센터 화재"), (Places{{3, 2}, {12, 2}}));
    QCOMPARE(search("ups").placesIn(u"UPS와 ups"), (Places{{0, 3}, {5, 3}}));
    QCOMPARE(search("ㄷㅇㅌ").placesIn(u"판교 데이터센터"), (Places{{3, 3}}));
    QCOMPARE(search("판 판교").placesIn(u"판교"), (Places{{0, 2}}));
    QCOMPARE(search("없음").placesIn(u"판교"), Places{});
}

void TestRecordIndex::keepsWhereReadingStopped() {
    const ReadingStopped stopped{815, Moment(Millis(1'665'814'740'000))};
    QCOMPARE(readingStoppedFrom(toSetting(stopped)), stopped);
    for (const char* other : {"", "815", "x 1", "1 x", "1 2 3", "-1 2"}) {
        QVERIFY2(!readingStoppedFrom(other), other);
    }
    QVERIFY(readingSettingKey(m_scene->log).size() <= limits::settingKeyBytes);
    QVERIFY(readingSettingKey(m_scene->log) != readingSettingKey(m_scene->org.orgLog()));
}

QTEST_GUILESS_MAIN(TestRecordIndex)
#include "test_recordindex.moc"
