#include "vectors/story.h"
#include "vectors/vectors.h"

#include <algorithm>

namespace bongsu::vectors {

namespace {

QJsonObject fileOf(const char* name, const OrgId& org, const LogId& log, const QByteArray& bytes) {
    return {{"name", QString::fromLatin1(name)},
            {"org", org.toHex()},
            {"log", log.toHex()},
            {"hex", hexOf(bytes)}};
}

QJsonObject soundFile(const char* name, bool ofOrganisation, bool withOrganisationHead) {
    Story story("chain");
    const LogId incident = tellIncident(story);
    const LogId log = ofOrganisation ? story.orgLog() : incident;
    const auto count = [&](TextPart::State state) {
        return qint64(std::count_if(story.taken().begin(), story.taken().end(), [&](const Taken& taken) {
            return taken.accepted.log == log && taken.entry.text.state == state;
        }));
    };
    const QJsonObject texts{{"present", count(TextPart::State::Present)},
                            {"withheld", count(TextPart::State::Withheld)},
                            {"erased", count(TextPart::State::Erased)}};
    QJsonObject file = fileOf(name, story.org(), log, exported(story, log, withOrganisationHead));
    file.insert(QStringLiteral("texts"), texts);
    return file;
}

// Files whose records are in order and whose hash is right, and which still prove nothing.
class BrokenFiles {
  public:
    BrokenFiles() {
        Founded founded;
        founded.roots = {keyOf("root").publicKey(), keyOf("second root").publicKey()};
        founded.relay = relayKeys("relay");
        m_story.record("root", std::nullopt, founded);
        invite(m_story, "root", "admin", Permission::Admin);
        m_story.record("admin", m_story.orgLog(), joining(m_story.org(), "admin"));
        m_log = LogId::of(m_story.record("admin", std::nullopt, IncidentDeclared{}));
        const EventId slip = m_story.record("admin", *m_log, NoteAdded{}, {.text = QStringLiteral("slip")});
        m_story.record("admin", *m_log, NoteAdded{}, {.text = QStringLiteral("note")});
        m_story.record("admin", *m_log, EntryWithdrawn{slip});
        // The organisation goes on after the incident's last entry, before the heads are signed.
        m_story.record("admin", m_story.orgLog(), FeatureRaised{2});
    }

    // Changes the records of an incident's export, which is then at fault at `seq` of the incident's log or
    // the organisation's.
    template <class Change>
    void add(const char* name, bool inOrganisation, qint64 seq, const Change& change) {
        std::vector<ExportRecord> records = exportRecords(m_story, *m_log, true);
        change(records);
        QJsonObject file = fileOf(name, m_story.org(), *m_log, sealed(exportBegin(m_story, *m_log), records));
        const QString log = inOrganisation ? m_story.orgLog().toHex() : m_log->toHex();
        file.insert(QStringLiteral("bad"), QJsonObject{{"log", log}, {"seq", seq}});
        m_all.append(file);
    }
    // The log's head changed and signed again.
    template <class Change>
    void addHead(const char* name, qint64 seq, const Change& change, const QByteArray& signer = "relay") {
        add(name, false, seq, [&](std::vector<ExportRecord>& records) {
            records.back() = changed(records.back(), change, signer);
        });
    }
    template <class Change>
    void addOrganisationHead(const char* name, qint64 seq, const Change& change,
                             const QByteArray& signer = "relay") {
        add(name, true, seq, [&](std::vector<ExportRecord>& records) {
            ExportRecord& head =
                *std::find_if(records.begin(), records.end(), [](const ExportRecord& record) {
                    return std::holds_alternative<Statement>(record);
                });
            head = changed(head, change, signer);
        });
    }
    const Story& story() const { return m_story; }
    const LogId& log() const { return *m_log; }
    QJsonArray toJson() const { return m_all; }

  private:
    template <class Change>
    static Statement changed(const ExportRecord& record, const Change& change, const QByteArray& signer) {
        Head head = *decodeHead(std::get<Statement>(record).bytes);
        change(head);
        return signHead(head, keyOf(signer));
    }

    Story m_story{"broken export"};
    std::optional<LogId> m_log;
    QJsonArray m_all;
};

void breakHeads(BrokenFiles& files) {
    const auto nothing = [](Head&) {};
    files.addHead("a head signed by a person", 4, nothing, "admin");
    files.addHead("a head signed by a stranger", 4, nothing, "stranger");
    files.addHead("a head of the last entry but one", 4, [&](Head& head) {
        head.seq = 3;
        head.hash = *files.story().ledger().index(files.log())->hashAt(3);
    });
    files.addHead("a head beyond the last entry", 4, [](Head& head) { ++head.seq; });
    files.addHead("a head of another entry", 4,
                  [](Head& head) { head.hash = fixedOf<EntryHash>("another"); });
    files.addHead("a head recorded at another time", 4, [](Head& head) { head.recordedAt += Millis(1); });
    files.addHead("a head of another log", 4, [](Head& head) { head.log = fixedOf<LogId>("another"); });
    files.addHead("a head of another organisation", 4,
                  [](Head& head) { head.org = fixedOf<OrgId>("another"); });
    files.addHead("a head in another epoch", 4, [](Head& head) { head.epoch = fixedOf<EpochId>("another"); });
    files.addHead("a head before the organisation of its entry", 4, [&](Head& head) {
        head.orgSeq = 2;
        head.orgHash = *files.story().ledger().organisationIndex().hashAt(2);
    });
    files.addHead("a head beyond the organisation", 4, [](Head& head) { ++head.orgSeq; });
    files.addHead("a head of another organisation's history", 4,
                  [](Head& head) { head.orgHash = fixedOf<EntryHash>("another"); });
    files.addOrganisationHead("an organisation's head signed by a stranger", 4, nothing, "stranger");
    files.addOrganisationHead("an organisation's head that names its predecessor", 4,
                              [](Head& head) { --head.orgSeq; });
    files.addOrganisationHead("an organisation's head of another entry", 4,
                              [](Head& head) { head.hash = head.orgHash = fixedOf<EntryHash>("another"); });
}

bool isHead(const ExportRecord& record) {
    return std::holds_alternative<Statement>(record);
}

void breakCover(BrokenFiles& files) {
    using Records = std::vector<ExportRecord>;
    files.add("a log whose last entry is left out", false, 3,
              [](Records& records) { records.erase(records.end() - 2); });
    files.add("an organisation whose last entry is left out", true, 3, [](Records& records) {
        records.erase(std::find_if(records.begin(), records.end(), isHead) - 1);
    });
    files.add("an organisation that no head covers to its end", true, 4, [&](Records& records) {
        records.erase(std::find_if(records.begin(), records.end(), isHead));
        Head head = *decodeHead(std::get<Statement>(records.back()).bytes);
        head.orgSeq = 3;
        head.orgHash = *files.story().ledger().organisationIndex().hashAt(3);
        records.back() = signHead(head, keyOf("relay"));
    });
}

// The log's entries chained anew from what is not its genesis, each otherwise as sound as before, to the
// head.
void chainAnew(std::vector<ExportRecord>& records, bool ofOrganisation) {
    EntryHash prev = fixedOf<EntryHash>("another");
    ExportRecord* head = &records.back();
    for (ExportRecord& record : records) {
        auto* kept = std::get_if<ExportEntry>(&record);
        if (kept && kept->ofOrganisation == ofOrganisation) {
            Entry entry = *decodeEntry(kept->entry.bytes);
            entry.prev = prev;
            entry.orgHash = ofOrganisation ? prev : entry.orgHash;
            kept->entry.bytes = encode(entry);
            prev = entryHash(kept->entry.bytes);
        } else if (isHead(record) && ofOrganisation && head == &records.back()) {
            head = &record;
        }
    }
    Head changed = *decodeHead(std::get<Statement>(*head).bytes);
    changed.hash = prev;
    changed.orgHash = ofOrganisation ? prev : changed.orgHash;
    *head = signHead(changed, keyOf("relay"));
}

void breakBeginnings(BrokenFiles& files) {
    files.add("a log that does not begin with its own genesis", false, 1,
              [](auto& records) { chainAnew(records, false); });
    files.add("an organisation that does not begin with its own genesis", true, 1,
              [](auto& records) { chainAnew(records, true); });
}

// The incident's entries are: declared, the slip (erased), a note, what withdrew the slip.
void breakErasures(BrokenFiles& files) {
    const auto textOf = [](std::vector<ExportRecord>& records, std::size_t seq) -> TextPart& {
        return std::get<ExportEntry>(records[4 + seq])
            .entry.text; // behind four of the organisation and its head
    };
    const auto eventOf = [](std::vector<ExportRecord>& records, std::size_t seq) {
        const auto entry = decodeEntry(std::get<ExportEntry>(records[4 + seq]).entry.bytes);
        return decodeEvent(entry->event)->id;
    };
    files.add("erased by nothing", false, 2,
              [&](auto& records) { textOf(records, 2) = TextPart::erased(fixedOf<EventId>("nothing")); });
    files.add("erased by an event before it", false, 2,
              [&](auto& records) { textOf(records, 2) = TextPart::erased(eventOf(records, 1)); });
    files.add("erased by an event that erases nothing", false, 2,
              [&](auto& records) { textOf(records, 2) = TextPart::erased(eventOf(records, 3)); });
    files.add("erased by an event that erases another", false, 3,
              [&](auto& records) { textOf(records, 3) = TextPart::erased(eventOf(records, 4)); });
    files.add("a text where there is none", false, 1,
              [&](auto& records) { textOf(records, 1) = TextPart::withheld(); });
    files.add("no text where there is one", false, 3,
              [&](auto& records) { textOf(records, 3) = TextPart::none(); });
}

} // namespace

QJsonObject exportVectors() {
    BrokenFiles broken;
    breakHeads(broken);
    breakCover(broken);
    breakErasures(broken);
    breakBeginnings(broken);
    return {{"files", QJsonArray{soundFile("an incident", false, false),
                                 soundFile("an incident and the organisation's head", false, true),
                                 soundFile("the organisation", true, true)}},
            {"broken", broken.toJson()}};
}

} // namespace bongsu::vectors
