#include "journal/documents.h"

#include "documents/cataloguefile.h"
#include "documents/committeefile.h"
#include "documents/dutiesfile.h"
#include "documents/icalendarfile.h"
#include "documents/manualfile.h"
#include "documents/retrofile.h"
#include "documents/starter.h"
#include "domain/base/limits.h"
#include "domain/manual/failuretype.h"
#include "domain/notice/noticetimes.h"
#include "domain/organisation/contacts.h"
#include "journal/knownincidents.h"
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
    : m_journal(journal), m_attachments(attachments),
      m_duties(std::make_shared<Duties>(*readDuties(starterDuties()))),
      m_process(std::make_shared<RetroProcess>(*readRetroProcess(starterRetrospective()))) {
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
    const bool isHere = held != m_held.end() && (held->second.standing == Standing::Here ||
                                                 held->second.standing == Standing::Unreadable);
    return isHere ? &held->second.bytes : nullptr;
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

std::vector<QString> Documents::failureTypes() const {
    std::vector<QString> types;
    for (const QStringView key : failureTypeKeys) {
        types.push_back(key.toString());
    }
    for (const QString& own : keysOf(documenttype::manual)) {
        if (!failureTypeOf(own)) {
            types.push_back(own);
        }
    }
    return types;
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

void Documents::readManualOf(const EventId& version, ManualRead done) {
    read(version, [version, done = std::move(done)](const Result<QByteArray>& bytes) {
        if (!bytes) {
            done(errorOf(bytes));
        } else if (auto manual = readManual(*bytes, nullptr)) {
            done(HeldManual{std::make_shared<Manual>(std::move(*manual)), version});
        } else {
            done(refuse(refusal::malformed, version.toHex().toUtf8()));
        }
    });
}

// `done` is not called once this has ended.
void Documents::readCounted(const EventId& version, Attachments::Read done) {
    ++m_reading;
    read(version, [self = QPointer(this), done = std::move(done)](const Result<QByteArray>& bytes) {
        if (!self) {
            return;
        }
        done(bytes);
        if (self && --self->m_reading == 0) {
            Q_EMIT self->settled();
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
        m_shifts.reset();
        readCounted(record.event, [this, document = document, version = record.event](
                                      const Result<QByteArray>& bytes) { take(document, version, bytes); });
    }
    if (isNew) {
        std::erase_if(m_versions, [](const auto& one) { return !one.second; }); // may be here by now
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
    held->second.bytes = bytes ? *bytes : QByteArray();
    m_shifts.reset();
    held->second.standing = !bytes                               ? Standing::Lost
                            : understand(document, held->second) ? Standing::Here
                                                                 : Standing::Unreadable;
    Q_EMIT changed();
}

// What this program does not know is kept as it is.
bool Documents::understand(const DocumentKey& document, Held& held) {
    if (document.first == documenttype::services) {
        auto read = readCatalogue(held.bytes);
        if (read) {
            m_catalogue = std::move(*read);
        }
        return read.has_value();
    }
    if (document.first == documenttype::duties) {
        auto read = readDuties(held.bytes);
        if (read) {
            m_duties = std::make_shared<Duties>(std::move(*read));
        }
        return read.has_value();
    }
    if (document.first == documenttype::retrospective) {
        auto read = readRetroProcess(held.bytes);
        if (read) {
            m_process = std::make_shared<RetroProcess>(std::move(*read));
        }
        return read.has_value();
    }
    if (document.first == documenttype::manual) {
        // Its departments were compared with the catalogue when it was published; that may be another by now.
        auto read = readManual(held.bytes, nullptr);
        if (read) {
            held.manual = std::make_shared<Manual>(std::move(*read));
        }
        return read.has_value();
    }
    if (document.first == documenttype::committee) {
        auto read = readCommittee(held.bytes);
        if (read) {
            held.committee = std::make_shared<StandingCommittee>(std::move(*read));
        }
        return read.has_value();
    }
    if (document.first == documenttype::roster) {
        // Whether it can be read does not hang on the time that is asked for, but how much it gives does.
        return readRoster(held.bytes, {document.second, {}}).has_value();
    }
    return true;
}

const StandingCommittee* Documents::committee() const {
    const auto held = m_held.find({documenttype::committee.toString(), documenttype::committee.toString()});
    return held == m_held.end() ? nullptr : held->second.committee.get();
}

Documents::Standing Documents::committeeStanding() const {
    return standing(documenttype::committee, documenttype::committee.toString());
}

std::optional<QString> Documents::criteriaFor(MotionKind kind, Language language) const {
    if (const StandingCommittee* known = committee()) {
        return known->criteriaFor(kind, language);
    }
    const bool isNone = kind == MotionKind::General || committeeStanding() == Standing::None;
    return isNone ? std::optional(QString()) : std::nullopt;
}

const std::vector<Shift>& Documents::shifts(Moment now) const {
    const Span asked{now - rosterBefore, now + rosterAfter};
    if (m_shifts && m_shifts->within.from <= asked.from && asked.until <= m_shifts->within.until) {
        return m_shifts->shifts;
    }
    // As much again on both sides: hours pass before the files are read once more.
    HeldShifts read{{asked.from - rosterBefore, asked.until + rosterBefore}, {}};
    for (const auto& [document, held] : m_held) {
        if (document.first == documenttype::roster && held.standing == Standing::Here) {
            const auto shifts = readRoster(held.bytes, {document.second, read.within});
            if (shifts) {
                read.shifts.insert(read.shifts.end(), shifts->begin(), shifts->end());
            }
        }
    }
    read.shifts = inOrder(std::move(read.shifts));
    m_shifts = std::move(read);
    return m_shifts->shifts;
}

const Catalogue& Documents::catalogue() const {
    return m_catalogue;
}

std::optional<Documents::HeldManual> Documents::manual(const QString& failureType) const {
    if (const DocumentRecord* record = m_journal.organisation().document(documenttype::manual, failureType)) {
        const auto held = m_held.find({documenttype::manual.toString(), failureType});
        return held != m_held.end() && held->second.version == record->event && held->second.manual
                   ? std::optional(HeldManual{held->second.manual, record->event})
                   : std::nullopt;
    }
    return starter(failureType);
}

std::optional<Documents::HeldManual> Documents::starter(const QString& failureType) const {
    auto [starter, isNew] = m_starters.try_emplace(failureType);
    if (isNew) {
        auto read = readManual(starterManual(failureType), nullptr);
        starter->second = read ? std::make_shared<Manual>(std::move(*read)) : nullptr;
    }
    return starter->second ? std::optional(HeldManual{starter->second, std::nullopt}) : std::nullopt;
}

// A call by a version names it. So tasks of a manual that were added before anything was published are of
// what ships with the program.
std::optional<Documents::HeldManual> Documents::manualFor(const Incident& incident,
                                                          const QString& failureType) const {
    const DocumentRecord* record = m_journal.organisation().document(documenttype::manual, failureType);
    const LogIndex* index = m_journal.ledger().index(incident.id);
    const bool begun =
        record && std::any_of(incident.tasks.begin(), incident.tasks.end(), [&](const auto& task) {
            const auto added = index ? index->find(task.first.tasks) : std::nullopt;
            return task.second.item.key && added && added->recordedAt < record->at;
        });
    const auto shipped = begun ? starter(failureType) : std::nullopt;
    return shipped ? shipped : manual(failureType);
}

std::optional<Documents::NewerManual> Documents::newerThan(const HeldManual& own) const {
    const auto newest = manual(own.manual->failureType);
    if (!newest || !newest->version || newest->version == own.version) {
        return std::nullopt;
    }
    return NewerManual{own, *newest, differencesBetween(*own.manual, *newest->manual)};
}

Result<Documents::NamedVersion> Documents::versionToName(const QString& failureType) {
    const auto held = manual(failureType);
    if (!held) {
        return standing(documenttype::manual, failureType) == Standing::None
                   ? Result<NamedVersion>(refuse(refusal::notFound, failureType.toUtf8()))
                   : fail(failure::blobAway, failureType.toUtf8());
    }
    if (held->version) {
        return NamedVersion{*held->version};
    }
    auto published = m_journal.publish({documenttype::manual.toString(), failureType,
                                        starterManual(failureType), held->manual->name.in(Language::Korean)});
    return published ? Result<NamedVersion>(NamedVersion{published->event, *published}) : errorOf(published);
}

bool Documents::mayPublish() const {
    const Organisation& organisation = m_journal.organisation();
    const auto person = m_journal.person();
    const auto permission = person ? organisation.permission(*person, organisation.seq) : std::nullopt;
    return permission && mayCommand(*permission);
}

bool Documents::isAsShipped(const QString& failureType) const {
    const bool none = standing(documenttype::manual, failureType) == Standing::None;
    const QByteArray* own = bytes(documenttype::manual, failureType);
    return none || (own && *own == starterManual(failureType));
}

std::optional<Documents::HeldManual> Documents::manualOf(const Incident& incident) {
    const auto version = incident.manual.value;
    if (!version) {
        return incident.failureType ? manualFor(incident, *incident.failureType) : std::nullopt;
    }
    for (const auto& [document, held] : m_held) {
        if (held.version == *version && held.manual) {
            return HeldManual{held.manual, version};
        }
    }
    const auto [older, isNew] = m_versions.try_emplace(*version);
    if (isNew) {
        readCounted(*version, [this, id = *version](const Result<QByteArray>& bytes) {
            auto manual = bytes ? readManual(*bytes, nullptr) : tl::unexpected(std::vector<DocumentFault>());
            if (manual) {
                m_versions[id] = std::make_shared<Manual>(std::move(*manual));
                Q_EMIT changed();
            } else if (!bytes && std::holds_alternative<Failure>(bytes.error())) {
                m_versions.erase(id); // away: asked for again
            }
        });
    }
    const auto known = m_versions.find(*version);
    return known != m_versions.end() && known->second ? std::optional(HeldManual{known->second, version})
                                                      : std::nullopt;
}

Moment phaseSetAt(const Journal& journal, const Incident& incident, Moment now) {
    const LogIndex* index = journal.ledger().index(incident.id);
    const auto set = index ? index->find(incident.phase.setBy) : std::nullopt;
    return set ? set->recordedAt : now;
}

const Duties& Documents::duties() const {
    return *m_duties;
}

const RetroProcess& Documents::retroProcess() const {
    return *m_process;
}

std::vector<StepLine> retroStepsOf(const Documents& documents, const Incident& incident, Moment now) {
    return stepLines(documents.retroProcess(), incident, documents.duties().holidays, now, seoulOffset);
}

std::vector<DutyLine> dutiesOf(const Documents& documents, const Journal& journal, const Incident& incident,
                               Moment now) {
    return dutyLines(documents.duties(), incident,
                     courseOf(incident, phaseSetAt(journal, incident, now), now), now, seoulOffset);
}

namespace {

// Of incidents that are not over.
std::set<QString> downServices(const Journal& journal) {
    std::set<QString> down;
    for (const auto& [log, incident] : knownIncidents(journal)) {
        if (incident->phase.value == Phase::Closed) {
            continue;
        }
        for (const auto& [key, status] : incident->serviceStates) {
            if (key.function.isEmpty() && status.state == ServiceState::MajorOutage) {
                down.insert(key.service);
            }
        }
    }
    return down;
}

ReadinessBasis basisOf(const Documents& documents, const Journal& journal, Moment now) {
    return {.now = now,
            .people = knownPeople(journal),
            .shifts = documents.shifts(now),
            .catalogue = &documents.catalogue(),
            .downServices = downServices(journal)};
}

TypeReadiness readinessOf(const Documents& documents, const Journal& journal, const QString& type,
                          ReadinessBasis& basis) {
    const auto held = documents.manual(type);
    const DocumentRecord* record = journal.organisation().document(documenttype::manual, type);
    basis.published = !documents.isAsShipped(type);
    basis.readBy = record ? std::optional(record->readBy) : std::nullopt;
    return {type, held,
            held ? gapsOf(*held->manual, basis) : std::vector{ReadinessGap{Gap::NotReadable, type}}};
}

} // namespace

std::vector<TypeReadiness> readinessOf(const Documents& documents, const Journal& journal, Moment now) {
    ReadinessBasis basis = basisOf(documents, journal, now);
    std::vector<TypeReadiness> all;
    for (const QString& type : documents.failureTypes()) {
        all.push_back(readinessOf(documents, journal, type, basis));
    }
    return all;
}

// Nobody is reminded of what only ships with the program, so that a first page reads none of it.
ManualReminders remindersFor(const Documents& documents, const Journal& journal, Moment now) {
    ManualReminders all;
    const std::vector<QString> published = documents.keysOf(documenttype::manual);
    if (!journal.person() || published.empty()) {
        return all;
    }
    const QString name = journal.texts().personName(journal.organisation(), *journal.person());
    ReadinessBasis basis = basisOf(documents, journal, now);
    for (const QString& type : published) {
        const ManualReminders its =
            remindersOf(readinessOf(documents, journal, type, basis).gaps, name, documents.mayPublish());
        all.toReview += its.toReview;
        all.toRead += its.toRead;
    }
    return all;
}

RetroReminders retroRemindersFor(const Documents& documents, const Journal& journal, Moment now) {
    if (!journal.person()) {
        return {};
    }
    std::vector<const Incident*> incidents;
    for (const auto& [log, incident] : knownIncidents(journal)) {
        incidents.push_back(incident);
    }
    return retroRemindersOf(incidents, *journal.person(), documents.retroProcess(),
                            documents.duties().holidays, now, seoulOffset);
}

std::vector<KnownPerson> knownPeople(const Journal& journal) {
    const Organisation& organisation = journal.organisation();
    std::vector<KnownPerson> people;
    for (const auto& [id, person] : organisation.persons) {
        if (organisation.isActive(id, organisation.seq)) {
            people.push_back({id, journal.texts().personName(organisation, id),
                              person.department.value_or(QString()), person.grants.back().permission,
                              person.site.value_or(QString()),
                              contactsOf(journal.texts().aboutPerson(organisation, id))});
        }
    }
    return people;
}

} // namespace bongsu
