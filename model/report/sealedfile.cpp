#include "report/sealedfile.h"

namespace bongsu {

SealedFile::SealedFile(SealedFileParts parts, const Head& head)
    : m_parts(std::move(parts)), m_orgSeq(head.orgSeq), m_logSeq(head.seq), m_file(m_parts.path) {}

std::shared_ptr<SealedFile> SealedFile::write(SealedFileParts parts) {
    const auto head =
        parts.head ? decodeHead(parts.head->bytes) : Result<Head>(refuse(refusal::notFound, "head"));
    if (!head) {
        parts.done(errorOf(head));
        return nullptr;
    }
    const std::shared_ptr<SealedFile> writing(new SealedFile(std::move(parts), *head));
    if (const auto opened = writing->m_file.open(); !opened) {
        writing->m_parts.done(errorOf(opened));
        return nullptr;
    }
    writing->m_writer.emplace(writing->m_parts.begin,
                              [file = &writing->m_file](QByteArrayView piece) { file->write(piece); });
    writing->read(true, 1);
    return writing;
}

// The organisation's entries up to the head's orgSeq, then the log's with its head.
void SealedFile::read(bool ofOrganisation, quint64 fromSeq) {
    if (fromSeq > (ofOrganisation ? m_orgSeq : m_logSeq)) {
        ofOrganisation ? read(false, 1) : end(std::monostate{});
        return;
    }
    const LogId log = ofOrganisation ? LogId::of(m_parts.begin.org) : m_parts.begin.log;
    m_parts.page(
        log, fromSeq,
        [self = shared_from_this(), ofOrganisation, fromSeq](const Result<std::vector<KeptEntry>>& page) {
            if (self->m_over) {
                return;
            }
            if (!page || page->empty()) {
                self->end(page ? Outcome(fail(failure::corrupt, QByteArray::number(fromSeq)))
                               : Outcome(errorOf(page)));
                return;
            }
            self->take(ofOrganisation, fromSeq, *page);
            self->read(ofOrganisation, fromSeq + page->size());
        });
}

void SealedFile::take(bool ofOrganisation, quint64 fromSeq, const std::vector<KeptEntry>& page) {
    const quint64 lastSeq = ofOrganisation ? m_orgSeq : m_logSeq;
    const LogId log = ofOrganisation ? LogId::of(m_parts.begin.org) : m_parts.begin.log;
    for (std::size_t i = 0; i < page.size() && fromSeq + i <= lastSeq; ++i) {
        const KeptEntry entry = asOf(lastSeq, page[i], *m_parts.ledger.index(log));
        ofOrganisation ? m_writer->organisationEntry(entry) : m_writer->entry(entry);
    }
    if (m_parts.progress) {
        const quint64 done =
            (ofOrganisation ? 0 : m_orgSeq) + std::min<quint64>(fromSeq - 1 + page.size(), lastSeq);
        m_parts.progress(int(100 * done / (m_orgSeq + m_logSeq)));
    }
}

void SealedFile::end(const Outcome& how) {
    m_over = true;
    if (how) {
        m_writer->head(*m_parts.head);
        m_writer->end();
    }
    const auto written = how ? m_file.commit() : how;
    m_parts.done(written ? Result<ExportWritten>(ExportWritten{m_parts.path, m_logSeq})
                         : tl::unexpected(written.error()));
}

} // namespace bongsu
