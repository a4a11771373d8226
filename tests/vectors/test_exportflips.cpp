// Every byte of a sealed export of 100 entries is flipped in turn, and what proves exports finds each at its
// entry.
//
// What makes this fast: the chains are a value that takes one record after another, so a file whose first
// records are unchanged is judged from a copy of the state before the record the flip is in
// (`theWholeFileSaysTheSame`); and signatures that held are remembered by key, message and signature
// together.
#include "support/rememberingverifier.h"
#include "vectors/story.h"

#include "domain/log/exportproof.h"

#include <QTest>
#include <QtEndian>

using namespace bongsu;
using namespace bongsu::vectors;

namespace {

constexpr std::size_t storyEntries = 100;
constexpr qsizetype magicBytes = 8;
constexpr qsizetype lengthBytes = 4;

// One record of the sound file.
struct Piece {
    qsizetype at;
    qsizetype size; // with its length
    ExportRecord record;
    ExportChains before;
    QByteArray shortest; // the shortest beginning of a file behind which such a record may stand
    ExportFault place;   // what a fault in it is to name
};

using Found = std::optional<ExportFault>;

// The byte strings in a record that are signed or hashed.
QByteArrayList contentsOf(const ExportRecord& record) {
    if (const auto* head = std::get_if<Statement>(&record)) {
        return {head->bytes, head->signature.toBytes()};
    }
    const auto* entry = std::get_if<ExportEntry>(&record);
    if (!entry) {
        return {};
    }
    const KeptEntry& kept = entry->entry;
    QByteArrayList contents{kept.bytes, kept.facts.salt.toBytes(), kept.facts.bytes};
    if (kept.text.part) {
        contents << kept.text.part->salt.toBytes() << kept.text.part->bytes;
    }
    if (kept.text.erasedBy) {
        contents << kept.text.erasedBy->toBytes();
    }
    return contents;
}

// The file from `from` on, with one bit of the byte `at` flipped.
QByteArray flipped(const QByteArray& file, qsizetype from, qsizetype at) {
    QByteArray bytes = file.sliced(from);
    bytes[at - from] = char(bytes[at - from] ^ (1 << (at % 8)));
    return bytes;
}

} // namespace

class TestExportFlips : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void initTestCase();
    void everyByteIsNamed();
    void theWholeFileSaysTheSame();

  private:
    void takeApart();
    Found judged(const Piece& piece, qsizetype at) const;
    Found wholeJudged(qsizetype at) const;
    QByteArray slice(std::size_t piece) const {
        return m_file.sliced(m_pieces[piece].at, m_pieces[piece].size);
    }
    QByteArray shortestBefore(const ExportRecord& record) const;

    RememberingVerifier m_verifier;
    QByteArray m_file;
    OrgId m_org = OrgId::zeros();
    std::vector<Piece> m_pieces;
    std::optional<std::size_t> m_organisationHead;
};

void TestExportFlips::initTestCase() {
    Story story("long");
    const LogId log = tellLongIncident(story, storyEntries);
    m_org = story.org();
    m_file = exported(story, log, true);
    takeApart();
    QCOMPARE(m_pieces.size(), storyEntries + 4); // the beginning, two heads and the end
    QVERIFY(!wholeJudged(-1));
}

// The pieces are in the order begin, organisation's entries, its head, entries, head, end.
QByteArray TestExportFlips::shortestBefore(const ExportRecord& record) const {
    const auto* entry = std::get_if<ExportEntry>(&record);
    if (m_pieces.empty() || std::holds_alternative<ExportEnd>(record)) {
        // The end counts and hashes all of it.
        return m_file.first(m_pieces.empty() ? magicBytes : m_pieces.back().at + m_pieces.back().size);
    }
    QByteArray bytes = m_file.first(magicBytes) + slice(0);
    if (entry && entry->ofOrganisation) {
        return bytes;
    }
    bytes += slice(1);
    if (!m_organisationHead) {
        return bytes;
    }
    bytes += slice(*m_organisationHead);
    return entry ? bytes : bytes + slice(*m_organisationHead + 1);
}

void TestExportFlips::takeApart() {
    SealedExportReader reader;
    reader.feed(m_file);
    ExportChains chains(m_org, m_verifier);
    qsizetype at = magicBytes;
    for (auto record = reader.next(); record && *record; record = reader.next()) {
        const qsizetype size = lengthBytes + qFromBigEndian<quint32>(m_file.constData() + at);
        ExportFault place = chains.fault("");
        if (std::holds_alternative<Statement>(**record)) {
            --place.seq; // the last entry it covers
        }
        m_pieces.push_back({at, size, **record, chains, shortestBefore(**record), place});
        if (std::holds_alternative<Statement>(**record) && !m_organisationHead) {
            m_organisationHead = m_pieces.size() - 1;
        }
        QVERIFY(!chains.take(**record));
        at += size;
    }
    QCOMPARE(at, m_file.size());
}

Found TestExportFlips::judged(const Piece& piece, qsizetype at) const {
    SealedExportReader reader;
    reader.feed(piece.shortest);
    while (const auto record = reader.next()) {
        if (!*record) {
            break;
        }
    }
    ExportChains chains = piece.before;
    reader.feed(flipped(m_file, piece.at, at));
    for (;;) {
        const auto record = reader.next();
        if (!record) {
            return chains.fault(codeOf(record.error()));
        }
        if (!*record) {
            const Verdict broken = reader.finish();
            return broken ? Found(chains.fault(broken->code)) : Found();
        }
        if (const Found found = chains.take(**record)) {
            return found;
        }
    }
}

Found TestExportFlips::wholeJudged(qsizetype at) const {
    ExportProof proof(m_org, m_verifier);
    proof.feed(at < 0 ? m_file : flipped(m_file, 0, at));
    const auto proven = proof.finish();
    return proven ? Found() : Found(proven.error());
}

void TestExportFlips::everyByteIsNamed() {
    qsizetype named = 0;
    qsizetype elsewhere = magicBytes;
    for (const Piece& piece : m_pieces) {
        std::vector<bool> inside(std::size_t(piece.size), false);
        qsizetype from = piece.at;
        for (const QByteArray& content : contentsOf(piece.record)) {
            from = m_file.indexOf(content, from);
            std::fill_n(inside.begin() + (from - piece.at), content.size(), true);
            from += content.size();
        }
        for (qsizetype at = piece.at; at < piece.at + piece.size; ++at) {
            const Found found = judged(piece, at);
            QVERIFY2(found, qPrintable(QStringLiteral("byte %1").arg(at)));
            const bool isNamed = inside[std::size_t(at - piece.at)];
            QVERIFY2(!isNamed || (found->log == piece.place.log && found->seq == piece.place.seq),
                     qPrintable(QStringLiteral("byte %1: %2 %3, not %4")
                                    .arg(at)
                                    .arg(found->seq)
                                    .arg(QString::fromLatin1(found->why))
                                    .arg(piece.place.seq)));
            ++(isNamed ? named : elsewhere);
        }
    }
    for (qsizetype at = 0; at < magicBytes; ++at) {
        QVERIFY(wholeJudged(at));
    }
    qInfo("%lld bytes named at their entry, %lld found elsewhere", qlonglong(named), qlonglong(elsewhere));
    QCOMPARE(named + elsewhere, m_file.size());
    QVERIFY(named > m_file.size() * 9 / 10);
}

// Three bytes of each record: its length, its beginning, its middle.
void TestExportFlips::theWholeFileSaysTheSame() {
    for (const Piece& piece : m_pieces) {
        for (const qsizetype at : {piece.at + 3, piece.at + lengthBytes, piece.at + piece.size / 2}) {
            const Found whole = wholeJudged(at);
            const Found fast = judged(piece, at);
            QVERIFY(whole && fast);
            QVERIFY2(whole->log == fast->log && whole->seq == fast->seq,
                     qPrintable(QStringLiteral("byte %1").arg(at)));
        }
    }
}

QTEST_GUILESS_MAIN(TestExportFlips)
#include "test_exportflips.moc"
