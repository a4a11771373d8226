#include "vectors/story.h"
#include "vectors/vectors.h"

#include "domain/base/cbor.h"
#include "domain/base/hash.h"

#include <algorithm>

namespace bongsu::vectors {

namespace {

QJsonObject json(const TextPart& text) {
    switch (text.state) {
    case TextPart::State::None:
        return {{"state", QStringLiteral("none")}};
    case TextPart::State::Present:
        return {{"state", QStringLiteral("present")},
                {"salt", text.part->salt.toHex()},
                {"bytes", hexOf(text.part->bytes)}};
    case TextPart::State::Withheld:
        return {{"state", QStringLiteral("withheld")}};
    case TextPart::State::Erased:
        return {{"state", QStringLiteral("erased")}, {"by", text.erasedBy->toHex()}};
    }
    return {};
}

QJsonObject json(const KeptEntry& entry) {
    return {{"entry", hexOf(entry.bytes)},
            {"facts", QJsonObject{{"salt", entry.facts.salt.toHex()}, {"bytes", hexOf(entry.facts.bytes)}}},
            {"text", json(entry.text)}};
}

QJsonObject json(const Taken& taken) {
    QJsonObject object = json(taken.entry);
    object.insert(QStringLiteral("log"), taken.accepted.log.toHex());
    object.insert(QStringLiteral("hash"), taken.accepted.hash.toHex());
    object.insert(QStringLiteral("event"), taken.accepted.event.id.toHex());
    const Verdict& verdict = taken.accepted.verdict;
    object.insert(QStringLiteral("void"),
                  verdict ? QJsonValue(QString::fromLatin1(verdict->code)) : QJsonValue());
    return object;
}

// Histories that nobody may take: all their entries but the last one stand, and that is refused.
class Broken {
  public:
    // What a story tells behind its first `shared` entries, and then `last`. `rules`: whether it takes
    // permissions to see it.
    void add(const char* name, const Story& story, std::size_t shared, const LogId& log,
             const KeptEntry& last, bool rules = false) {
        const auto code = story.refusalOf(last);
        if (!code) {
            qFatal("A broken history is taken: %s", name);
        }
        QJsonArray before;
        for (std::size_t i = shared; i < story.taken().size(); ++i) {
            before.append(json(story.taken()[i]));
        }
        QJsonObject entry = json(last);
        m_all.append(QJsonObject{{"name", QString::fromLatin1(name)},
                                 {"after", qint64(shared)},
                                 {"log", log.toHex()},
                                 {"before", before},
                                 {"last", entry},
                                 {"refusal", QString::fromLatin1(*code)},
                                 {"takesRules", rules}});
    }
    QJsonArray toJson() const { return m_all; }

  private:
    QJsonArray m_all;
};

// What could be a story's next entry, to be changed.
class Changed {
  public:
    Changed(Broken& broken, const Story& story, std::size_t shared, Draft draft)
        : m_broken(broken), m_story(story), m_shared(shared), m_draft(std::move(draft)) {}

    // As it is: it must be wrong already.
    void itself(const char* name, bool rules = false) { add(name, m_draft.kept(), rules); }
    template <class Change>
    void entry(const char* name, const Change& change, bool rules = false) {
        Draft draft = m_draft;
        change(draft.entry);
        add(name, draft.kept(), rules);
    }
    // Signed again by its author, or by `signer`.
    template <class Change>
    void header(const char* name, const Change& change, const QByteArray& signer = {}) {
        Draft draft = m_draft;
        change(draft.header);
        draft.sign(signer.isEmpty() ? draft.actor : signer);
        add(name, draft.kept(), false);
    }
    template <class Change>
    void kept(const char* name, const Change& change) {
        KeptEntry entry = m_draft.kept();
        change(entry);
        add(name, entry, false);
    }

  private:
    void add(const char* name, const KeptEntry& last, bool rules) {
        m_broken.add(name, m_story, m_shared, m_draft.entry.log, last, rules);
    }

    Broken& m_broken;
    const Story& m_story;
    std::size_t m_shared;
    Draft m_draft;
};

template <class FixedType>
void spoil(FixedType& value) {
    QByteArray raw = value.toBytes();
    raw[9] = char(raw[9] ^ 1);
    value = *FixedType::tryFrom(raw);
}

void breakPlaces(Changed& note, const Story& story, const LogId& log) {
    note.entry("a seq left out", [](Entry& e) { ++e.seq; });
    note.entry("a seq again", [](Entry& e) { --e.seq; });
    note.entry("seq 1 again", [](Entry& e) { e.seq = 1; });
    note.entry("behind another entry", [](Entry& e) { spoil(e.prev); });
    note.entry("behind the last entry but one",
               [&](Entry& e) { e.prev = *story.ledger().index(log)->hashAt(e.seq - 2); });
    note.entry("recorded before its predecessor",
               [&](Entry& e) { e.recordedAt = story.ledger().tip(log)->recordedAt - Millis(1); });
    note.entry("in another log", [](Entry& e) { spoil(e.log); });
    note.entry("in the organisation's log", [&](Entry& e) { e.log = story.orgLog(); });
    note.entry("by an organisation to come", [](Entry& e) { ++e.orgSeq; });
    note.entry("by no organisation", [](Entry& e) { e.orgSeq = 0; });
    note.entry("by another organisation's history", [](Entry& e) { spoil(e.orgHash); });
    note.entry("by an earlier organisation than its predecessor", [&](Entry& e) {
        --e.orgSeq;
        e.orgHash = *story.ledger().organisationIndex().hashAt(e.orgSeq);
    });
    note.entry("in an epoch nobody declared", [](Entry& e) { spoil(e.epoch); });
    note.entry("numbered by a stranger", [](Entry& e) { spoil(e.relay); });
    note.entry("numbered by a person", [](Entry& e) { e.relay = deviceOf("admin"); });
}

void breakEvents(Changed& note, const Story& story, const LogId& log) {
    note.kept("an event that is there already", [&](KeptEntry& e) {
        for (const Taken& taken : story.taken()) {
            if (taken.accepted.log == log && taken.accepted.entry.seq == 2) {
                auto entry = decodeEntry(e.bytes);
                entry->event = taken.accepted.entry.event;
                e = {encode(*entry), taken.entry.facts, taken.entry.text};
            }
        }
    });
    note.header("of another organisation", [](Header& h) { spoil(*h.org); });
    note.header("of no organisation", [](Header& h) { h.org.reset(); });
    note.header("for another log", [](Header& h) { spoil(*h.log); });
    note.header("for a log of its own", [](Header& h) { h.log.reset(); });
    note.header(
        "by a stranger", [](Header& h) { h.device = deviceOf("stranger"); }, "stranger");
    note.header("by nobody", [](Header& h) { h.device = DeviceId::zeros(); });
    note.header(
        "signed by another device", [](Header&) {}, "admin");
    note.header(
        "signed by the relay", [](Header&) {}, "relay");
    note.entry("a header changed after signing", [](Entry& e) {
        auto event = decodeEvent(e.event);
        event->header.createdAt += Millis(1);
        CborWriter out;
        out.array(2).bytes(encode(event->header)).bytes(event->signature.view());
        e.event = out.take();
    });
}

void breakParts(Changed& note) {
    note.kept("facts under another salt", [](KeptEntry& e) { spoil(e.facts.salt); });
    note.kept("other facts", [](KeptEntry& e) { e.facts.bytes[e.facts.bytes.size() - 1] ^= 1; });
    note.kept("facts and a byte", [](KeptEntry& e) { e.facts.bytes.append('\0'); });
    note.kept("a text under another salt", [](KeptEntry& e) { spoil(e.text.part->salt); });
    note.kept("another text", [](KeptEntry& e) { e.text.part->bytes[5] ^= 1; });
    note.kept("a text that is not there", [](KeptEntry& e) { e.text = TextPart::none(); });
    note.kept("facts as text", [](KeptEntry& e) { e.text = TextPart::present(e.facts); });
    note.header("facts of another size", [](Header& h) { ++h.factsSize; });
    note.header("a text of another size", [](Header& h) { ++h.textSize; });
}

void breakIncident(Broken& broken, Story story, const LogId& log) {
    const std::size_t shared = story.taken().size();
    Changed note(broken, story, shared,
                 story.draft("responder", log, NoteAdded{}, {.text = QStringLiteral("note")}));
    breakPlaces(note, story, log);
    breakEvents(note, story, log);
    breakParts(note);
    Changed silent(broken, story, shared, story.draft("responder", log, EntryPinned{EventId::zeros(), true}));
    silent.kept("a text that the header does not name",
                [](KeptEntry& e) { e.text = TextPart::present(e.facts); });
    silent.kept("a withheld text that the header does not name",
                [](KeptEntry& e) { e.text = TextPart::withheld(); });
    Changed early(broken, story, shared, story.draft("responder", std::nullopt, IncidentDeclared{}));
    early.entry("by a device that joined later", [&](Entry& e) {
        e.orgSeq = 2;
        e.orgHash = *story.ledger().organisationIndex().hashAt(2);
    });
    early.header("a first event of a log that is there", [&](Header& h) { h.log = log; });
}

void breakFoundation(Broken& broken, Story story) {
    Founded founded;
    founded.roots = {keyOf("root").publicKey(), keyOf("second root").publicKey()};
    founded.relay = relayKeys("relay");
    Changed foundation(broken, story, 0, story.draft("root", std::nullopt, founded));
    foundation.entry("a foundation at seq 2", [](Entry& e) { e.seq = 2; });
    foundation.entry("a foundation behind something", [](Entry& e) { spoil(e.prev); });
    foundation.entry("a foundation in another epoch", [](Entry& e) { spoil(e.epoch); });
    foundation.entry("a foundation numbered by another relay",
                     [](Entry& e) { e.relay = deviceOf("second relay"); });
    foundation.header("a foundation of an organisation", [](Header& h) { h.org = fixedOf<OrgId>("org"); });
    foundation.header(
        "a foundation signed by a stranger", [](Header&) {}, "stranger");
    Changed another(broken, story, 0, story.draft("stranger", std::nullopt, founded));
    another.itself("a foundation by a stranger");
    Changed first(broken, story, 0, story.draft("root", std::nullopt, IncidentDeclared{}));
    first.itself("no foundation");
}

void breakOrganisation(Broken& broken, Story story) {
    const std::size_t shared = story.taken().size();
    Changed described(
        broken, story, shared,
        story.draft("admin", story.orgLog(), PersonDescribed{PersonId::of(deviceOf("admin")), {}}));
    described.entry("judged by an entry before its predecessor", [](Entry& e) { --e.orgSeq; });
    described.entry("judged by another hash than its predecessor's", [](Entry& e) { spoil(e.orgHash); });
    described.entry("in an epoch of its own", [](Entry& e) { spoil(e.epoch); });
    Changed joined(broken, story, shared,
                   story.draft("newcomer", story.orgLog(), joining(story.org(), "newcomer")));
    joined.header(
        "a join for another device", [](Header& h) { h.device = deviceOf("stranger"); }, "stranger");
    const auto act = [&](const char* name, const DeviceAdded& unsound) {
        Story after = story;
        after.record("newcomer", story.orgLog(), unsound); // void
        Changed acting(
            broken, after, shared,
            after.draft("newcomer", story.orgLog(), PersonDescribed{PersonId::of(deviceOf("newcomer")), {}}));
        acting.itself(name);
    };
    act("a device acts that no invite let in", joining(story.org(), "newcomer"));
    invite(story, "admin", "newcomer", Permission::Viewer);
    DeviceAdded unproven = joining(story.org(), "newcomer");
    unproven.proof = joining(story.org(), "stranger").proof;
    act("a device acts whose join was not proven", unproven);
}

void breakEpochs(Broken& broken, Story story, const LogId& log) {
    const std::size_t shared = story.taken().size();
    story.record("admin", story.orgLog(), RelayDescribed{relayKeys("second relay")});
    story.setRelay("second relay");
    const EpochId old = story.ledger().organisation().epochs.back().id;
    Changed epoch(broken, story, shared, epochDraft(story, "admin"));
    epoch.entry("an epoch numbered by a relay it does not name",
                [](Entry& e) { e.relay = deviceOf("relay"); });
    epoch.entry(
        "an epoch that carries its predecessor's",
        [&](Entry& e) {
            e.epoch = old;
            e.relay = deviceOf("relay");
        },
        true);
    Draft unreadable = epochDraft(story, "admin").setFacts(QByteArray("\xa0"));
    unreadable.entry.epoch = EpochId::of(decodeEvent(unreadable.entry.event)->id);
    Changed(broken, story, shared, unreadable).itself("an epoch whose facts do not fit");
    Changed unauthorised(broken, story, shared, epochDraft(story, "viewer"));
    unauthorised.itself("an epoch by somebody who may not", true);
    story.take(epochDraft(story, "admin"));

    Changed rebase(broken, story, shared, rebaseDraft(story, log, "admin"));
    rebase.entry("a rebasing into the old epoch", [&](Entry& e) { e.epoch = old; });
    rebase.entry("a rebasing numbered by the old relay", [](Entry& e) { e.relay = deviceOf("relay"); });
    Draft unfit = rebaseDraft(story, log, "admin").setFacts(QByteArray("\xa0"));
    Changed(broken, story, shared, unfit).itself("a rebasing whose facts do not fit");
    Changed unrebased(broken, story, shared, story.draft("responder", log, NoteAdded{}));
    unrebased.itself("a new epoch without a rebasing");
    unrebased.entry("the old epoch goes on behind its end", [&](Entry& e) {
        e.epoch = old;
        e.relay = deviceOf("relay");
    });
    const Tip base = *story.ledger().tip(log);
    const EpochId now = story.ledger().organisation().epochs.back().id;
    const auto rebased = [&](const char* name, const LogRebased& facts, const QByteArray& by,
                             bool rules = false) {
        Changed(broken, story, shared, story.draft(by, log, facts)).itself(name, rules);
    };
    rebased("a rebasing of another epoch", {old, base.seq, base.hash}, "admin");
    rebased("a rebasing behind another seq", {now, base.seq - 1, base.hash}, "admin");
    rebased("a rebasing behind another entry", {now, base.seq, fixedOf<EntryHash>("elsewhere")}, "admin");
    rebased("a rebasing by somebody who may not", {now, base.seq, base.hash}, "viewer", true);
    Changed late(broken, story, shared,
                 story.draft("admin", story.orgLog(), DeviceRevoked{deviceOf("viewer")}));
    late.entry("the organisation goes back to the old epoch", [&](Entry& e) {
        e.epoch = old;
        e.relay = deviceOf("relay");
    });
}

QJsonArray brokenHistories() {
    Broken broken;
    Story story("chain");
    breakFoundation(broken, story);
    foundOrganisation(story);
    breakOrganisation(broken, story);
    const LogId log = beginIncident(story);
    breakIncident(broken, story, log);
    breakEpochs(broken, story, log);
    return broken.toJson();
}

} // namespace

QJsonObject chainVectors() {
    Story story("chain");
    const LogId log = tellIncident(story);
    QJsonArray entries;
    for (const Taken& taken : story.taken()) {
        entries.append(json(taken));
    }
    QJsonArray heads;
    for (const LogId& which : {story.orgLog(), log}) {
        const Statement head = story.head(which);
        heads.append(QJsonObject{
            {"log", which.toHex()}, {"hex", hexOf(head.bytes)}, {"signature", head.signature.toHex()}});
    }
    return {
        {"org", story.org().toHex()}, {"entries", entries}, {"heads", heads}, {"broken", brokenHistories()}};
}

} // namespace bongsu::vectors
