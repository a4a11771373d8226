#include "domain/log/sealedexport.h"

#include "domain/base/cbor_fixed.h"
#include "domain/base/limits.h"
#include "domain/log/ledger.h"

#include <QtEndian>

#include <array>

namespace bongsu {

namespace {

constexpr QByteArrayView magic("BONGSUX1");
constexpr qsizetype lengthBytes = 4;

enum RecordType : quint64 { Begin, OrganisationEntry, LogEntry, HeadStatement, End };
enum TextState : quint64 { Present, Withheld, Erased };

void writePart(CborWriter& out, const Part& part) {
    out.bytes(part.salt.view()).bytes(part.bytes);
}

Part readPart(CborReader& in) {
    const Salt salt = readFixed<Salt>(in);
    return Part{salt, in.bytes()};
}

void writeText(CborWriter& out, const TextPart& text) {
    switch (text.state) {
    case TextPart::State::None:
        out.null();
        break;
    case TextPart::State::Present:
        out.array(3).unsignedInteger(Present);
        writePart(out, *text.part);
        break;
    case TextPart::State::Withheld:
        out.array(1).unsignedInteger(Withheld);
        break;
    case TextPart::State::Erased:
        out.array(2).unsignedInteger(Erased).bytes(text.erasedBy->view());
        break;
    }
}

TextPart readText(CborReader& in) {
    if (in.takeNull()) {
        return TextPart::none();
    }
    const quint64 items = in.array();
    const quint64 state = in.unsignedInteger();
    if (state == Present && items == 3) {
        return TextPart::present(readPart(in));
    }
    if (state == Withheld && items == 1) {
        return TextPart::withheld();
    }
    if (state == Erased && items == 2) {
        return TextPart::erased(readFixed<EventId>(in));
    }
    in.setFault();
    return TextPart::none();
}

struct Encode {
    const QByteArray& hash; // of the file so far

    QByteArray operator()(const ExportBegin& begin) const {
        Q_ASSERT(begin.software.toUtf8().size() <= limits::softwareBytes);
        CborWriter out;
        out.array(5).unsignedInteger(Begin).bytes(begin.org.view()).bytes(begin.log.view());
        out.text(begin.software);
        writeMoment(out, begin.exportedAt);
        return out.take();
    }
    QByteArray operator()(const ExportEntry& record) const {
        CborWriter out;
        out.array(4).unsignedInteger(record.ofOrganisation ? OrganisationEntry : LogEntry);
        out.bytes(record.entry.bytes);
        out.array(2);
        writePart(out, record.entry.facts);
        writeText(out, record.entry.text);
        return out.take();
    }
    QByteArray operator()(const Statement& head) const {
        CborWriter out;
        out.array(3).unsignedInteger(HeadStatement).bytes(head.bytes).bytes(head.signature.view());
        return out.take();
    }
    QByteArray operator()(const ExportEnd& end) const {
        CborWriter out;
        out.array(4).unsignedInteger(End);
        out.unsignedInteger(end.organisationEntries).unsignedInteger(end.entries).bytes(hash);
        return out.take();
    }
};

ExportBegin readBegin(CborReader& in) {
    const OrgId org = readFixed<OrgId>(in);
    const LogId log = readFixed<LogId>(in);
    const QString software = in.text();
    if (software.toUtf8().size() > limits::softwareBytes) {
        in.setFault();
    }
    return {org, log, software, readMoment(in)};
}

ExportEntry readEntry(CborReader& in, bool ofOrganisation) {
    QByteArray bytes = in.bytes();
    in.arrayOf(2);
    Part facts = readPart(in);
    TextPart text = readText(in);
    return {ofOrganisation, {std::move(bytes), std::move(facts), std::move(text)}};
}

Statement readHead(CborReader& in) {
    QByteArray bytes = in.bytes();
    return {std::move(bytes), readFixed<Signature>(in)};
}

// A fault unless the hash is that of the file so far.
ExportEnd readEnd(CborReader& in, const QByteArray& hash) {
    const quint64 organisationEntries = in.unsignedInteger();
    const quint64 entries = in.unsignedInteger();
    if (in.bytesView() != QByteArrayView(hash)) {
        in.setFault();
    }
    return {organisationEntries, entries};
}

quint64 itemsOf(quint64 type) {
    constexpr std::array<quint64, 5> items{5, 4, 4, 3, 4};
    return type < items.size() ? items[type] : 0;
}

} // namespace

KeptEntry asOf(quint64 lastSeq, KeptEntry entry, const LogIndex& log) {
    if (entry.text.state == TextPart::State::Erased) {
        const auto erasure = log.find(*entry.text.erasedBy);
        if (!erasure || erasure->seq > lastSeq) {
            entry.text = TextPart::withheld();
        }
    }
    return entry;
}

bool ExportOrder::takeEntry(const ExportEntry& entry) {
    if (entry.ofOrganisation) {
        ++m_counts.organisationEntries;
        return m_phase == Phase::Organisation;
    }
    const bool first = m_phase == Phase::Organisation && !m_ownLog && m_counts.organisationEntries > 0;
    const bool fits = m_phase == Phase::Log || first;
    m_phase = Phase::Log;
    ++m_counts.entries;
    return fits;
}

bool ExportOrder::takeHead() {
    if (m_phase == Phase::Organisation) {
        m_phase = m_ownLog ? Phase::End : Phase::Log;
        return m_counts.organisationEntries > 0;
    }
    const bool fits = m_phase == Phase::Log && m_counts.entries > 0;
    m_phase = Phase::End;
    return fits;
}

bool ExportOrder::take(const ExportRecord& record) {
    if (const auto* begin = std::get_if<ExportBegin>(&record)) {
        const bool fits = m_phase == Phase::Begin;
        m_ownLog = LogId::of(begin->org) == begin->log;
        m_phase = Phase::Organisation;
        return fits;
    }
    if (const auto* entry = std::get_if<ExportEntry>(&record)) {
        return takeEntry(*entry);
    }
    if (std::holds_alternative<Statement>(record)) {
        return takeHead();
    }
    const bool fits = m_phase == Phase::End && std::get<ExportEnd>(record) == m_counts;
    m_phase = Phase::Done;
    return fits;
}

SealedExportWriter::SealedExportWriter(const ExportBegin& begin, Sink sink) : m_sink(std::move(sink)) {
    put(magic);
    write(begin);
}

void SealedExportWriter::put(QByteArrayView bytes) {
    m_hash.addData(bytes);
    m_sink(bytes);
}

void SealedExportWriter::write(const ExportRecord& record) {
    const bool fits = m_order.take(record);
    Q_ASSERT(fits);
    Q_UNUSED(fits)
    const QByteArray bytes = std::visit(Encode{m_hash.result()}, record);
    Q_ASSERT(bytes.size() <= limits::exportRecordBytes);
    QByteArray length(lengthBytes, '\0');
    qToBigEndian(quint32(bytes.size()), length.data());
    put(length + bytes);
}

void SealedExportReader::feed(QByteArrayView bytes) {
    m_fed.remove(0, m_at);
    m_at = 0;
    m_fed.append(bytes);
}

void SealedExportReader::pass(qsizetype count) {
    m_hash.addData(ahead().first(count));
    m_at += count;
}

Result<std::optional<ExportRecord>> SealedExportReader::stop(const char* code, QByteArray detail) {
    m_fault = Refusal{code, std::move(detail)};
    return refuse(code, m_fault->detail);
}

std::optional<ExportRecord> SealedExportReader::decode(QByteArrayView record) const {
    CborReader in(record);
    const quint64 items = in.array();
    const quint64 type = in.unsignedInteger();
    if (!in.ok() || items != itemsOf(type)) {
        return std::nullopt;
    }
    ExportRecord found = type == Begin           ? ExportRecord(readBegin(in))
                         : type == HeadStatement ? ExportRecord(readHead(in))
                         : type == End           ? ExportRecord(readEnd(in, m_hash.result()))
                                                 : ExportRecord(readEntry(in, type == OrganisationEntry));
    return in.finished() ? std::optional(std::move(found)) : std::nullopt;
}

Result<std::optional<ExportRecord>> SealedExportReader::next() {
    if (m_fault) {
        return refuse(m_fault->code.constData(), m_fault->detail);
    }
    if (!m_magicRead) {
        const qsizetype there = std::min(ahead().size(), magic.size());
        if (ahead().first(there) != magic.first(there)) {
            return stop(refusal::malformed, "not a sealed export");
        }
        if (there < magic.size()) {
            return std::nullopt;
        }
        pass(magic.size());
        m_magicRead = true;
    }
    if (m_order.isComplete() || ahead().size() < lengthBytes) {
        return std::nullopt;
    }
    const quint32 length = qFromBigEndian<quint32>(ahead().data());
    if (length < 1 || length > quint32(limits::exportRecordBytes)) {
        return stop(refusal::tooLarge, "record");
    }
    if (ahead().size() < lengthBytes + qsizetype(length)) {
        return std::nullopt;
    }
    auto record = decode(ahead().sliced(lengthBytes, length));
    if (!record || !m_order.take(*record)) {
        return stop(refusal::malformed, "record");
    }
    pass(lengthBytes + qsizetype(length));
    return record;
}

Verdict SealedExportReader::finish() const {
    if (m_fault) {
        return m_fault;
    }
    return m_order.isComplete() && ahead().isEmpty() ? Verdict() : Refusal{refusal::malformed, "the end"};
}

} // namespace bongsu
