#include "journal/documents.h"

#include "domain/base/limits.h"
#include "storage/replay.h"

#include <QPointer>

namespace bongsu {

Result<Recorded> Journal::publish(const Published& published) {
    if (!m_org) {
        return refuse(refusal::unknownLog, "organisation");
    }
    if (published.bytes.size() > limits::documentBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(published.bytes.size()));
    }
    const DocumentRecord* before = organisation().document(published.type, published.key);
    const Salt salt = m_parts.randomness.fixed<Salt>();
    const DocumentPublished facts{published.type, published.key, blobIdOf(salt, published.bytes),
                                  quint64(published.bytes.size()),
                                  before ? std::optional(before->event) : std::nullopt};
    Text text{.blobSalt = salt};
    if (!published.title.isEmpty()) {
        text.name = published.title;
    }
    if (!published.reason.isEmpty()) {
        text.reason = published.reason;
    }
    Change change;
    keepWhole(change.blobs, BlobBegun{facts.blob, facts.size, salt, device(), m_parts.clock.now()},
              published.bytes);
    return recordIn(circumstances(LogId::of(*m_org), m_parts.signer, facts), facts, text, m_parts.signer,
                    std::move(change));
}

Documents::Documents(Journal& journal, Attachments& attachments)
    : m_journal(journal), m_attachments(attachments) {
    connect(&journal, &Journal::organisationChanged, this, &Documents::look);
    connect(&attachments, &Attachments::connected, this, &Documents::look);
    look();
}

Documents::Standing Documents::standing(QStringView type, const QString& key) const {
    if (!m_journal.organisation().document(type, key)) {
        return Standing::None;
    }
    const auto held = m_held.find({type.toString(), key});
    return held == m_held.end() ? Standing::Coming : held->second.standing;
}

const QByteArray* Documents::bytes(QStringView type, const QString& key) const {
    const auto held = m_held.find({type.toString(), key});
    return held != m_held.end() && held->second.standing == Standing::Here ? &held->second.bytes : nullptr;
}

std::vector<QString> Documents::keysOf(QStringView type) const {
    std::vector<QString> keys;
    for (const auto& [document, record] : m_journal.organisation().documents) {
        if (document.first == type) {
            keys.push_back(document.second);
        }
    }
    return keys;
}

void Documents::read(const EventId& version, Attachments::Read done) {
    const auto org = m_journal.organisationId();
    if (!org) {
        done(refuse(refusal::notFound));
        return;
    }
    const LogId log = LogId::of(*org);
    m_journal.row(log, version,
                  [this, self = QPointer(this), log, done = std::move(done)](const Result<TimelineRow>& row) {
                      if (!self) {
                          return;
                      }
                      const Result<NamedBlob> blob = row ? namedBlob(log, *row) : errorOf(row);
                      if (blob) {
                          m_attachments.read(*blob, done);
                      } else {
                          done(errorOf(blob));
                      }
                  });
}

// Each version is asked for once; what could not be had for want of a relay, again when one is there.
void Documents::look() {
    bool isNew = false;
    for (const auto& [document, record] : m_journal.organisation().documents) {
        const auto held = m_held.find(document);
        const bool known = held != m_held.end() && held->second.version == record.event;
        if (known && held->second.standing != Standing::Coming) {
            continue;
        }
        isNew = isNew || !known;
        m_held.insert_or_assign(document, Held{record.event, Standing::Coming, {}});
        read(record.event, [self = QPointer(this), document = document,
                            version = record.event](const Result<QByteArray>& bytes) {
            if (self) {
                self->take(document, version, bytes);
            }
        });
    }
    if (isNew) {
        Q_EMIT changed();
    }
}

void Documents::take(const DocumentKey& document, const EventId& version, const Result<QByteArray>& bytes) {
    const auto held = m_held.find(document);
    if (held == m_held.end() || held->second.version != version ||
        held->second.standing != Standing::Coming) {
        return; // a newer one was published meanwhile, or it was asked for twice
    }
    if (!bytes && std::holds_alternative<Failure>(bytes.error())) {
        return; // away, or the disk: asked for again
    }
    held->second.standing = bytes ? Standing::Here : Standing::Lost;
    held->second.bytes = bytes ? *bytes : QByteArray();
    Q_EMIT changed();
}

} // namespace bongsu
