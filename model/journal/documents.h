// The catalogue, the manuals and the rosters of the organisation, as they were published: fetched as soon as
// this device hears of them, so that they are here when nothing else is.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "domain/manual/difference.h"
#include "domain/manual/manual.h"
#include "domain/manual/proposal.h"
#include "domain/manual/readiness.h"
#include "domain/manual/standing.h"
#include "domain/notice/duties.h"
#include "domain/retro/process.h"
#include "domain/retro/reminders.h"
#include "journal/attachments.h"
#include "journal/journal.h"

namespace bongsu {

// A file as somebody wrote it, to be published.
struct Published {
    QString type; // documenttype::
    QString key;
    QByteArray bytes;
    QString title;
    QString reason{}; // what changed
};

class Documents : public QObject {
    Q_OBJECT

  public:
    // Both outlive it.
    Documents(Journal& journal, Attachments& attachments);

    // How the version that holds stands on this device.
    enum class Standing {
        None,   // nothing was published
        Coming, // known, and not here: it comes once a relay is connected
        Here,
        Unreadable, // here, and this program makes nothing of it
        Lost        // it cannot be had: erased, or not what was published
    };
    Standing standing(QStringView type, const QString& key) const;
    // Of the version that holds, whether it can be read or not; nothing while it is not here.
    const QByteArray* bytes(QStringView type, const QString& key) const;
    std::vector<QString> keysOf(QStringView type) const; // of what was published
    // Those that everybody knows, then the organisation's own: there is or was a manual for each.
    std::vector<QString> failureTypes() const;

    // The published catalogue as this program reads it; an empty one while there is none, or none that can be
    // read.
    const Catalogue& catalogue() const;
    // The standing committee; null: none was published, or it is not here or cannot be read.
    const StandingCommittee* committee() const;
    Standing committeeStanding() const;
    // What it decides a motion of this kind by, empty where nothing is written down; nothing: that is not
    // here.
    std::optional<QString> criteriaFor(MotionKind kind, Language language) const;

    // What must be told in time, as published; while nothing that can be read was, as it ships with the
    // program.
    const Duties& duties() const;
    // How one looks back here; the same.
    const RetroProcess& retroProcess() const;

    // A manual, and where it comes from.
    struct HeldManual {
        std::shared_ptr<const Manual> manual; // never null
        std::optional<EventId> version;       // absent: nothing was published, so what ships with the program
    };
    // The newest for a type of failure. Nothing: it was published and is not here (yet), or cannot be read,
    // or there is none for this type.
    std::optional<HeldManual> manual(const QString& failureType) const;
    // What ships with the program. Nothing: it has none for this type.
    std::optional<HeldManual> starter(const QString& failureType) const;
    // How many of those were read from their files by now: each costs milliseconds, so none unless it is
    // asked for.
    int startersRead() const { return int(m_starters.size()); }
    // The one that an incident goes by: the version attached to it, else the newest for its type of failure.
    // An older version is fetched: changed() tells when it is here.
    std::optional<HeldManual> manualOf(const Incident& incident);
    // The one that an incident of this type of failure goes by while no version is attached to it: the
    // newest, but what ships with the program where people were called by that already.
    std::optional<HeldManual> manualFor(const Incident& incident, const QString& failureType) const;

    // A version that was published after the one an incident goes by.
    struct NewerManual {
        HeldManual own;
        HeldManual newest;
        std::vector<ManualDifference> differences; // empty: nobody has to do anything otherwise
    };
    // Of what it goes by (`own`). Nothing: that is the newest, or the newest is not here.
    std::optional<NewerManual> newerThan(const HeldManual& own) const;

    // A version that an incident can name.
    struct NamedVersion {
        EventId version;
        std::optional<Recorded> published{}; // now, because nothing was
    };
    // The newest of this type; where none was published, what ships with the program is published as it is.
    // Refusal not_found: there is none. Failure blob_away: it was published and cannot be read here (yet).
    Result<NamedVersion> versionToName(const QString& failureType);
    // Whether this person may publish: what ships with the program has no version until somebody does.
    bool mayPublish() const;
    // Nothing was published for this type, or just what ships with the program.
    bool isAsShipped(const QString& failureType) const;

    // The shifts of all rosters that are here and can be read: at least those of rosterBefore and rosterAfter
    // this time.
    const std::vector<Shift>& shifts(Moment now) const;

    // A version is being read or fetched; settled() tells when none is any more.
    bool isReading() const { return m_reading > 0; }

    // Any version, by the event that published it. Answers as Attachments::read(), refusal not_found.
    void read(const EventId& version, Attachments::Read done);
    // The same of a manual. Refusal malformed: this program makes nothing of it, or it is none.
    using ManualRead = std::function<void(const Result<HeldManual>&)>;
    void readManualOf(const EventId& version, ManualRead done);

  Q_SIGNALS:
    void changed(); // a version holds now that did not before, or it has come
    void settled(); // what is not here now cannot be had for the time being

  private:
    struct Held {
        EventId version;
        Standing standing;
        QByteArray bytes;
        std::shared_ptr<const Manual> manual{};               // of a manual that could be read
        std::shared_ptr<const StandingCommittee> committee{}; // of the committee
    };
    // What the rosters give between two times; read anew when one changes, or when time has passed.
    struct HeldShifts {
        Span within{};
        std::vector<Shift> shifts{};
    };
    void look();
    void readCounted(const EventId& version, Attachments::Read done);
    bool understand(const DocumentKey& document, Held& held);
    void take(const DocumentKey& document, const EventId& version, const Result<QByteArray>& bytes);

    Journal& m_journal;
    Attachments& m_attachments;
    std::map<DocumentKey, Held> m_held;
    Catalogue m_catalogue;
    std::shared_ptr<const Duties> m_duties;        // never null
    std::shared_ptr<const RetroProcess> m_process; // never null
    int m_reading = 0;
    mutable std::optional<HeldShifts> m_shifts;
    mutable std::map<QString, std::shared_ptr<const Manual>> m_starters;
    std::map<EventId, std::shared_ptr<const Manual>> m_versions; // null: asked for, and not here
};

// The clocks of an incident as they stand.
std::vector<DutyLine> dutiesOf(const Documents& documents, const Journal& journal, const Incident& incident,
                               Moment now);

// The steps of an incident's retrospective as they stand.
std::vector<StepLine> retroStepsOf(const Documents& documents, const Incident& incident, Moment now);

// When its present phase was recorded; `now` where that is not known.
Moment phaseSetAt(const Journal& journal, const Incident& incident, Moment now);

// What would be missing if the manual for a type of failure were needed today.
struct TypeReadiness {
    QString failureType;
    std::optional<Documents::HeldManual> held; // nothing: it cannot be read here
    std::vector<ReadinessGap> gaps;            // empty: it is ready
};
// For every type, in their order.
std::vector<TypeReadiness> readinessOf(const Documents& documents, const Journal& journal, Moment now);

// What whoever sits here is reminded of, over all types.
ManualReminders remindersFor(const Documents& documents, const Journal& journal, Moment now);
// The same of what was learnt.
RetroReminders retroRemindersFor(const Documents& documents, const Journal& journal, Moment now);

inline constexpr auto rosterBefore = std::chrono::hours(24 * 3); // longer than anybody is on duty
inline constexpr auto rosterAfter = std::chrono::hours(24 * 14);

// Whoever may be called to a seat: people with a device that counts. Names as they are known here.
std::vector<KnownPerson> knownPeople(const Journal& journal);

} // namespace bongsu
