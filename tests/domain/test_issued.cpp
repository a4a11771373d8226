// Documents that people sign: their pieces, where a copy differs, and the words of sections.
#include "domain/retro/issued.h"

#include "domain/base/limits.h"
#include "domain/dice.h"
#include "domain/incident/attachment.h"
#include "domain/retro/sectionwords.h"
#include "support/scene.h"

#include <QTest>

using namespace bongsu;

namespace {

const Salt salt = *Salt::tryFrom(QByteArray(32, 's'));

RetroIssued issuedOf(const QByteArray& bytes) {
    RetroIssued issued;
    issued.number = 1;
    issued.format = QStringLiteral("md");
    issued.size = quint64(bytes.size());
    issued.blob = blobIdOf(salt, bytes);
    issued.pieceSize = retroPieceSize(issued.size);
    issued.pieces = retroPieces(bytes, issued.pieceSize, salt);
    return issued;
}

TimelineRow rowOf(char id, quint64 seq, const RetroIssued& issued, std::optional<Salt> shown = salt) {
    TimelineRow row{*EventId::tryFrom(QByteArray(32, id)),
                    seq,
                    RetroIssued::kind.name,
                    issued,
                    TextPart::State::Present,
                    {.blobSalt = shown},
                    DeviceId::zeros(),
                    {},
                    RowTimes{}};
    return row;
}

} // namespace

class TestIssued : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void piecesCoverTheWhole();
    void everyChangeIsFoundWhereItIs();
    void ofSeveralTheNearestIsNamed();
    void whatItRestsOnIsLookedUp();
    void wordsAreTidied();
    void wordsThatNobodyWroteAreRefused();
    void linesAreParagraphsAndItems();
};

void TestIssued::piecesCoverTheWhole() {
    for (const int size : {1, 1023, 1024, 1025, 32 * 1024, 32 * 1024 + 1, 500'000, limits::blobBytes}) {
        const RetroIssued issued = issuedOf(QByteArray(size, 'x'));
        const quint64 wanted = (issued.size + issued.pieceSize - 1) / issued.pieceSize;
        QCOMPARE(quint64(issued.pieces.size()), wanted);
        QVERIFY(issued.pieces.size() <= std::size_t(limits::retroPieces));
    }
}

// A byte changed, put in, left out, a piece doubled or cut off, anywhere: what is named holds the change, and
// is no larger than that and a piece on either side.
void TestIssued::everyChangeIsFoundWhereItIs() {
    for (quint32 seed = 0; seed < 3000; ++seed) {
        Dice dice{seed};
        const QByteArray whole = dice.bytes(1 + dice.below(20'000));
        const RetroIssued issued = issuedOf(whole);
        QVERIFY(!differenceOf(whole, issued, salt));
        const auto at = qsizetype(dice.below(quint64(whole.size())));
        QByteArray copy = whole;
        const QByteArray put = dice.bytes(dice.below(3) == 0 ? 0 : 1 + dice.below(200));
        const auto gone = qsizetype(dice.below(std::min<quint64>(200, quint64(whole.size() - at) + 1)));
        copy.replace(at, gone, put);
        if (copy == whole) {
            continue;
        }
        // What is the same at both ends, byte for byte: the change is between them.
        qsizetype before = 0;
        while (before < std::min(copy.size(), whole.size()) && copy[before] == whole[before]) {
            ++before;
        }
        qsizetype behind = 0;
        while (behind < std::min(copy.size(), whole.size()) - before &&
               copy[copy.size() - 1 - behind] == whole[whole.size() - 1 - behind]) {
            ++behind;
        }
        const auto found = differenceOf(copy, issued, salt);
        QVERIFY2(found, QByteArray::number(seed).constData());
        QVERIFY2(found->from <= quint64(before) && found->to >= quint64(copy.size() - behind),
                 QByteArray::number(seed).constData());
        const quint64 changed = quint64(copy.size() - behind) - quint64(before);
        QVERIFY2(found->to - found->from <= changed + 2 * issued.pieceSize,
                 QByteArray::number(seed).constData());
    }
}

void TestIssued::ofSeveralTheNearestIsNamed() {
    CopyProof proof;
    Scene scene;
    std::vector<QByteArray> documents;
    Dice dice{7};
    for (quint64 i = 0; i < 3; ++i) {
        documents.push_back(dice.bytes(9000));
        RetroIssued issued = issuedOf(documents.back());
        issued.number = i + 1;
        proof.take(rowOf(char('a' + i), 10 + i, issued));
    }
    QByteArray copy = documents[1];
    copy[8999] = char(copy[8999] ^ 1);
    const auto judged = proof.judge(copy, scene.org.ledger(), scene.log);
    QCOMPARE(judged.kind, CopyJudgement::Kind::Altered);
    QCOMPARE(judged.issued.number, quint64(2));
    QCOMPARE(judged.seq, quint64(11));
    QCOMPARE(proof.judge(dice.bytes(9000), scene.org.ledger(), scene.log).kind, CopyJudgement::Kind::Unknown);
    QCOMPARE(CopyProof().judge(copy, scene.org.ledger(), scene.log).kind, CopyJudgement::Kind::Unknown);
    CopyProof erased;
    erased.take(rowOf('z', 9, issuedOf(copy), {})); // its text is gone, and the salt with it
    QCOMPARE(erased.judge(copy, scene.org.ledger(), scene.log).kind, CopyJudgement::Kind::Unprovable);
}

void TestIssued::whatItRestsOnIsLookedUp() {
    Scene scene;
    const Ledger& ledger = scene.org.ledger();
    const LogId org = LogId::of(*ledger.organisation().id);
    const QByteArray bytes(3000, 'b');
    const auto judged = [&](const std::function<void(RetroIssued&)>& change) {
        RetroIssued issued = issuedOf(bytes);
        issued.upTo = {ledger.tip(scene.log)->seq, ledger.tip(scene.log)->hash};
        issued.org = {ledger.tip(org)->seq, ledger.tip(org)->hash};
        change(issued);
        CopyProof proof;
        proof.take(rowOf('a', 5, issued));
        return proof.judge(bytes, ledger, scene.log);
    };
    QCOMPARE(judged([](RetroIssued&) {}).kind, CopyJudgement::Kind::Same);
    const auto log = judged([](RetroIssued& issued) { issued.upTo.hash = EntryHash::zeros(); });
    QCOMPARE(log.kind, CopyJudgement::Kind::WrongBasis);
    QVERIFY(log.wrongAt == std::pair(scene.log, ledger.tip(scene.log)->seq));
    const auto beyond = judged([](RetroIssued& issued) { issued.upTo.seq += 1; });
    QCOMPARE(beyond.kind, CopyJudgement::Kind::WrongBasis);
    const auto wrongOrg = judged([](RetroIssued& issued) { issued.org.hash = EntryHash::zeros(); });
    QVERIFY(wrongOrg.wrongAt == std::pair(org, ledger.tip(org)->seq));
}

void TestIssued::wordsAreTidied() {
    const auto bytes = sectionBytes(QStringLiteral("\r\n 첫 줄 \t\r\n\rA\u0301\u202E끝\u0000  \n\n"));
    QVERIFY(bytes);
    QCOMPARE(QString::fromUtf8(*bytes), QStringLiteral(" 첫 줄\n\n\u00C1끝"));
    QCOMPARE(*sectionWords(*bytes), QString::fromUtf8(*bytes));
    for (quint32 seed = 0; seed < 2000; ++seed) { // whatever is typed, what is kept reads back as it is
        Dice dice{seed};
        const auto kept = sectionBytes(dice.text() + dice.text());
        if (kept) {
            QVERIFY(sectionWords(*kept));
            QCOMPARE(*sectionBytes(*sectionWords(*kept)), *kept);
        } else {
            QCOMPARE(codeOf(kept.error()), QByteArray(refusal::malformed));
        }
    }
}

void TestIssued::wordsThatNobodyWroteAreRefused() {
    QCOMPARE(codeOf(sectionBytes(QStringLiteral(" \n\t")).error()), QByteArray(refusal::malformed));
    QCOMPARE(codeOf(sectionBytes(QString(limits::sectionBytes + 1, u'a')).error()),
             QByteArray(refusal::tooLarge));
    QCOMPARE(codeOf(sectionBytes(QString(limits::sectionBytes / 3 + 1, u'\uAC00')).error()),
             QByteArray(refusal::tooLarge));
    QVERIFY(sectionBytes(QString(limits::sectionBytes / 3, u'\uAC00')));
    for (const QByteArray& bytes :
         {QByteArray(), QByteArray("\xff"), QByteArray("a\r\n"), QByteArray("a\xCC\x81"),
          QByteArray("\xEF\xBB\xBF"
                     "a")}) {
        QCOMPARE(codeOf(sectionWords(bytes).error()), QByteArray(refusal::malformed));
    }
    QCOMPARE(*sectionWordsOfFile("a\r\nb\n"), QStringLiteral("a\nb"));
    QCOMPARE(codeOf(sectionWordsOfFile("\xff").error()), QByteArray(refusal::malformed));
}

void TestIssued::linesAreParagraphsAndItems() {
    const std::vector<SectionPart> wanted{{false, QStringLiteral("첫 줄")},
                                          {true, QStringLiteral("하나")},
                                          {true, QStringLiteral("둘 - 셋")},
                                          {false, QStringLiteral("-붙은 줄")},
                                          {false, QStringLiteral("-")}};
    QCOMPARE(sectionParts(QStringLiteral("첫 줄\n\n- 하나\n  · 둘 - 셋\n-붙은 줄\n-")), wanted);
}

QTEST_GUILESS_MAIN(TestIssued)
#include "test_issued.moc"
