#include "storage/conformance.h"

#include "domain/base/limits.h"
#include "storage/chances.h"

#include <QTest>

namespace bongsu {

namespace {
template <class T>
QByteArray codeOf(const Result<T>& result) {
    return result ? QByteArray("ok") : codeOf(result.error());
}
} // namespace

void Conformance::init() {
    m_samples = Samples(1);
    m_a = m_samples.fixed<LogId>();
    m_b = m_samples.fixed<LogId>();
    m_under = makeStore();
}

void Conformance::cleanup() {
    m_under.reset();
}

LogAppend Conformance::appended(const LogId& log, int count) {
    std::optional<StoredTip> end;
    const auto ends = tips(*m_under).value();
    for (const StoredTip& tip : ends) {
        if (tip.log == log) {
            end = tip;
        }
    }
    LogAppend append = m_samples.append(log, end, count);
    [&] { QCOMPARE(commit(*m_under, changeOf(append)), Committed::Durable); }();
    return append;
}

void Conformance::newStoreIsEmpty() {
    QCOMPARE(everything(*m_under), Everything{});
    QCOMPARE(range(*m_under, m_a)->size(), size_t(0));
    QCOMPARE(codeOf(inspect(*m_under)), "ok");
    QCOMPARE(commit(*m_under, Change{}), Committed::Durable);
}

void Conformance::entriesComeBackAsTheyWere() {
    const LogAppend a = appended(m_a, 50);
    const LogAppend b = appended(m_b, 7);
    const LogAppend more = appended(m_a, 1);
    std::vector<StoredEntry> expected = a.entries;
    expected.push_back(more.entries[0]);
    QVERIFY(range(*m_under, m_a) == expected);
    QVERIFY(range(*m_under, m_b) == b.entries);
    std::vector<StoredTip> ends{*tipAfter(more), *tipAfter(b)};
    std::sort(ends.begin(), ends.end(), [](const auto& x, const auto& y) { return x.log < y.log; });
    QVERIFY(tips(*m_under) == ends);
}

void Conformance::appendNeedsTheTipItNames() {
    const LogAppend first = appended(m_a, 3);
    const StoredTip tip = *tipAfter(first);
    const auto tried = [&](const std::optional<StoredTip>& after) {
        Change change = changeOf(m_samples.append(m_a, after, 2));
        change.settings["k"] = "v";
        return commit(*m_under, change);
    };
    QCOMPARE(tried(std::nullopt), Committed::Conflict);
    QCOMPARE(tried(StoredTip{m_a, 2, first.entries[1].hash}), Committed::Conflict);
    QCOMPARE(tried(StoredTip{m_a, 4, tip.hash}), Committed::Conflict);
    QCOMPARE(tried(StoredTip{m_a, 3, m_samples.fixed<EntryHash>()}), Committed::Conflict);
    QVERIFY(range(*m_under, m_a) == first.entries);
    QVERIFY(settings(*m_under)->empty()); // nothing else of a change in conflict was done either
    QCOMPARE(tried(tip), Committed::Durable);
    QCOMPARE(settings(*m_under)->size(), size_t(1));
    Change unknown = changeOf(m_samples.append(m_b, StoredTip{m_b, 1, tip.hash}, 1));
    QCOMPARE(commit(*m_under, unknown), Committed::Conflict);
}

void Conformance::numberedEventIsNotAppendedAgain() {
    const OwnEvent event = m_samples.own(m_a);
    LogAppend first{m_a, std::nullopt, {m_samples.entry(event, std::nullopt)}};
    QCOMPARE(commit(*m_under, changeOf(first)), Committed::Durable);
    const auto tip = tipAfter(first);
    QCOMPARE(commit(*m_under, changeOf({m_a, tip, {m_samples.entry(event, tip)}})), Committed::Conflict);

    // Nor twice by one change.
    const OwnEvent twice = m_samples.own(m_a);
    LogAppend both{m_a, tip, {m_samples.entry(twice, tip)}};
    both.entries.push_back(m_samples.entry(twice, tipAfter(both)));
    QCOMPARE(commit(*m_under, changeOf(both)), Committed::Conflict);
    QVERIFY(range(*m_under, m_a) == first.entries);
}

void Conformance::appendWithoutEntriesIsACondition() {
    const StoredTip tip = *tipAfter(appended(m_a, 2));
    Change change = changeOf(m_samples.append(m_b, std::nullopt, 1));
    change.appends.push_back({m_a, StoredTip{m_a, 1, tip.hash}, {}});
    QCOMPARE(commit(*m_under, change), Committed::Conflict);
    change.appends[1].after = std::nullopt;
    QCOMPARE(commit(*m_under, change), Committed::Conflict);
    change.appends[1].after = tip;
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QCOMPARE(range(*m_under, m_b)->size(), size_t(1));
    QCOMPARE(commit(*m_under, changeOf({m_samples.fixed<LogId>(), std::nullopt, {}})), Committed::Durable);
    QCOMPARE(tips(*m_under)->size(), size_t(2));
}

void Conformance::unsoundChangesAreRefused() {
    const auto refused = [&](const Change& change) { return codeOf(commit(*m_under, change)); };
    LogAppend gap = m_samples.append(m_a, std::nullopt, 3);
    gap.entries.erase(gap.entries.begin() + 1);
    QCOMPARE(refused(changeOf(gap)), refusal::badSeq);
    LogAppend unchained = m_samples.append(m_a, std::nullopt, 3);
    unchained.entries[1].hash = m_samples.fixed<EntryHash>();
    QCOMPARE(refused(changeOf(unchained)), refusal::badChain);
    LogAppend stranger = m_samples.append(m_b, std::nullopt, 1);
    stranger.log = m_a;
    QCOMPARE(refused(changeOf(stranger)), refusal::badChain);
    LogAppend bytes = m_samples.append(m_a, std::nullopt, 1);
    bytes.entries[0].entry.bytes.chop(1);
    QCOMPARE(refused(changeOf(bytes)), refusal::malformed);

    Change setting;
    setting.settings[QByteArray(limits::settingKeyBytes + 1, 'k')] = "v";
    QCOMPARE(refused(setting), refusal::tooLarge);
    setting.settings = {{"k", QByteArray(limits::settingBytes + 1, 'v')}};
    QCOMPARE(refused(setting), refusal::tooLarge);
    setting.settings = {{"", "v"}};
    QCOMPARE(refused(setting), refusal::malformed);
    setting.settings = {{QByteArray(limits::settingKeyBytes, 'k'), QByteArray(limits::settingBytes, 'v')}};
    QCOMPARE(refused(setting), "ok");
    QVERIFY(tips(*m_under)->empty());
}

void Conformance::pagesEndAtTheirLimits() {
    const std::vector<StoredEntry> all = appended(m_a, 20).entries;
    const auto part = [&](int from, int to) { return std::vector(all.begin() + from, all.begin() + to); };
    QVERIFY(range(*m_under, m_a, 0) == all);
    QVERIFY(range(*m_under, m_a, 5, 3) == part(4, 7));
    QVERIFY(range(*m_under, m_a, 18, 100) == part(17, 20));
    QVERIFY(range(*m_under, m_a, 21)->empty());
    QVERIFY(range(*m_under, m_a, 5, 0)->empty());
    const qsizetype three = sizeOf(all[4]) + sizeOf(all[5]) + sizeOf(all[6]);
    QVERIFY(range(*m_under, m_a, 5, 100, three) == part(4, 7));
    QVERIFY(range(*m_under, m_a, 5, 100, three - 1) == part(4, 6));
    QVERIFY(range(*m_under, m_a, 5, 100, 0) == part(4, 5)); // the first one always
}

void Conformance::ownEventsKeepTheirOrder() {
    std::vector<OwnEvent> made;
    for (int i = 0; i < 30; ++i) {
        made.push_back(m_samples.own(i % 2 == 0 ? m_a : m_b, i % 3 == 0 ? 0 : 20));
    }
    for (int i = 0; i < 30; i += 3) {
        Change change;
        change.recorded.assign(made.begin() + i, made.begin() + i + 3);
        QCOMPARE(commit(*m_under, change), Committed::Durable);
    }
    QVERIFY(ownEvents(*m_under) == made);
    QVERIFY(tips(*m_under)->empty()); // an own event has no number, so its log has no entry

    Change again;
    again.recorded = {made[3], made[0]};
    again.recorded[0].carried = m_samples.carried();
    again.settled = {made[29].event, made[10].event, m_samples.fixed<EventId>()};
    QCOMPARE(commit(*m_under, again), Committed::Durable);
    made.erase(made.begin() + 29);
    made.erase(made.begin() + 10);
    QVERIFY(ownEvents(*m_under) == made);

    // What comes back after its end was taken away goes behind the others, not into an old place.
    Change late;
    late.recorded = {m_samples.own(m_a)};
    QCOMPARE(commit(*m_under, late), Committed::Durable);
    QVERIFY(ownEvents(*m_under)->back() == late.recorded[0]);
}

void Conformance::ownEventGoesThroughItsStates() {
    OwnEvent event = m_samples.own(m_a);
    event.carried = m_samples.carried();
    Change change;
    change.recorded = {event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);

    const Statement no = m_samples.statement();
    change = {};
    change.refused = {{event.event, no}, {m_samples.fixed<EventId>(), m_samples.statement()}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    event.refusal = no;
    QVERIFY(ownEvents(*m_under) == std::vector{event});

    change = {};
    change.retried = {event.event, m_samples.fixed<EventId>()};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    event.refusal.reset();
    QVERIFY(ownEvents(*m_under) == std::vector{event});

    change = changeOf({m_a, std::nullopt, {m_samples.entry(event, std::nullopt)}});
    change.settled = {event.event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(ownEvents(*m_under)->empty());
    QCOMPARE(range(*m_under, m_a)->size(), size_t(1));
}

void Conformance::numberedEventIsNotRecorded() {
    const OwnEvent event = m_samples.own(m_a);
    Change change = changeOf({m_a, std::nullopt, {m_samples.entry(event, std::nullopt)}});
    change.recorded = {event}; // even by the change that numbers it
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(ownEvents(*m_under)->empty());
    change = {};
    change.recorded = {event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(ownEvents(*m_under)->empty());
}

void Conformance::rewoundEntriesAreGone() {
    const std::vector<StoredEntry> all = appended(m_a, 10).entries;
    appended(m_b, 2);
    Change change;
    const Statement head{"a head", m_samples.fixed<Signature>()};
    change.heads = {{m_a, head}, {m_b, head}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    change = {};
    change.rewinds = {{m_a, 4}, {m_samples.fixed<LogId>(), 3}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    const std::vector<StoredEntry> kept(all.begin(), all.begin() + 4);
    QVERIFY(range(*m_under, m_a) == kept);
    QVERIFY(heads(*m_under) ==
            (std::map<LogId, Statement>{{m_b, head}})); // the log's head spoke of what is gone
    change.rewinds = {{m_a, 99}};                       // nothing lies behind it
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(range(*m_under, m_a) == kept);
    change.rewinds = {{m_a, 0}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(range(*m_under, m_a)->empty());
    QCOMPARE(tips(*m_under)->size(), size_t(1));
    appended(m_a, 2); // a log without entries is a new one
}

void Conformance::rewoundEventsMayComeBack() {
    std::vector<OwnEvent> events;
    LogAppend first{m_a, std::nullopt, {}};
    for (int i = 0; i < 6; ++i) {
        events.push_back(m_samples.own(m_a));
        first.entries.push_back(m_samples.entry(events.back(), tipAfter(first)));
    }
    QCOMPARE(commit(*m_under, changeOf(first)), Committed::Durable);

    // An epoch goes on from seq 2: number 5 returns at once, number 6 is ours and waits with its old place.
    const StoredTip base{m_a, 2, first.entries[1].hash};
    events[4].carried = m_samples.carried();
    events[5].carried = m_samples.carried();
    Change change = changeOf({m_a, base, {m_samples.entry(events[4], base)}});
    change.rewinds = {{m_a, 2}};
    change.recorded = {events[5]};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QCOMPARE(range(*m_under, m_a)->size(), size_t(3));
    QVERIFY(range(*m_under, m_a, 3)->front() == change.appends[0].entries[0]);
    QVERIFY(ownEvents(*m_under) == std::vector{events[5]});

    // A rewind is undone with the rest when a condition does not hold.
    change = changeOf(m_samples.append(m_a, StoredTip{m_a, 1, base.hash}, 1));
    change.rewinds = {{m_a, 1}};
    QCOMPARE(commit(*m_under, change), Committed::Conflict);
    QCOMPARE(range(*m_under, m_a)->size(), size_t(3));
}

void Conformance::erasedTextIsGone() {
    OwnEvent pending = m_samples.own(m_a);
    const OwnEvent shown = m_samples.own(m_a, 3000);
    const OwnEvent silent = m_samples.own(m_a, 0);
    const OwnEvent hidden = m_samples.own(m_a);
    LogAppend append{m_a, std::nullopt, {m_samples.entry(shown, std::nullopt)}};
    append.entries.push_back(m_samples.entry(silent, tipAfter(append)));
    append.entries.push_back(m_samples.entry(hidden, tipAfter(append)));
    append.entries[2].entry.text = TextPart::withheld();
    Change change = changeOf(append);
    change.recorded = {pending};
    QCOMPARE(commit(*m_under, change), Committed::Durable);

    const EventId by = m_samples.fixed<EventId>();
    change = {};
    change.erasures = {
        {m_a, shown.event, by}, {m_a, silent.event, by}, {m_a, hidden.event, by}, {m_a, pending.event, by}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    append.entries[0].entry.text = TextPart::erased(by);
    append.entries[2].entry.text = TextPart::erased(by);
    pending.offer.text = TextPart::erased(by);
    QVERIFY(range(*m_under, m_a) == append.entries);
    QVERIFY(ownEvents(*m_under) == std::vector{pending});

    change.erasures = {{m_a, shown.event, m_samples.fixed<EventId>()}}; // the first one stays the reason
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(range(*m_under, m_a) == append.entries);
}

void Conformance::erasedTextStaysAway() {
    OwnEvent later = m_samples.own(m_a);
    OwnEvent laterOwn = m_samples.own(m_b);
    const EventId by = m_samples.fixed<EventId>();
    Change change;
    change.erasures = {{m_a, later.event, by}, {m_b, laterOwn.event, by}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QCOMPARE(everything(*m_under), Everything{});

    LogAppend append{m_a, std::nullopt, {m_samples.entry(later, std::nullopt)}};
    change = changeOf(append);
    change.recorded = {laterOwn};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    append.entries[0].entry.text = TextPart::erased(by);
    laterOwn.offer.text = TextPart::erased(by);
    QVERIFY(range(*m_under, m_a) == append.entries);
    QVERIFY(ownEvents(*m_under) == std::vector{laterOwn});
}

void Conformance::headsAndSettingsAreReplaced() {
    Change change;
    change.heads.emplace(m_a, m_samples.statement());
    change.heads.emplace(m_b, m_samples.statement());
    change.settings = {{"window", "1"}, {"relay", QByteArray(1000, 'x')}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(heads(*m_under) == change.heads);
    QVERIFY(settings(*m_under) == change.settings);
    QVERIFY(tips(*m_under)->empty());

    Change second;
    second.heads.emplace(m_a, m_samples.statement());
    second.settings = {{"window", "2"}, {"relay", ""}, {"never", ""}};
    QCOMPARE(commit(*m_under, second), Committed::Durable);
    change.heads.at(m_a) = second.heads.at(m_a);
    QVERIFY(heads(*m_under) == change.heads);
    const std::map<QByteArray, QByteArray> left{{"window", "2"}};
    QVERIFY(settings(*m_under) == left);
}

void Conformance::snapshotGoesWithWhatItMayHold() {
    using Held = std::optional<QByteArray>;
    QVERIFY(*snapshot(*m_under) == Held());
    const LogAppend append = m_samples.append(m_a, std::nullopt, 3);
    QCOMPARE(commit(*m_under, changeOf(append)), Committed::Durable);
    for (const QByteArray& bytes : {QByteArray("first"), m_samples.bytes(300'000), QByteArray()}) {
        QVERIFY(keepSnapshot(*m_under, bytes).has_value());
        QVERIFY(*snapshot(*m_under) == Held(bytes));
        m_under->reopen();
        QVERIFY(*snapshot(*m_under) == Held(bytes));
    }
    QVERIFY(settings(*m_under)->empty());

    const EventId erased = append.entries[1].event;
    LogAppend behind{m_a, tipAfter(append), {m_samples.entry(m_samples.own(m_a), tipAfter(append))}};
    Change refused = changeOf(append); // it is there already
    refused.erasures = {{m_a, erased, m_samples.fixed<EventId>()}};
    refused.rewinds = {{m_b, 1}};
    QCOMPARE(commit(*m_under, refused), Committed::Conflict);
    QCOMPARE(commit(*m_under, changeOf(behind)), Committed::Durable);
    QVERIFY(*snapshot(*m_under) == Held(QByteArray()));

    Change erasure;
    erasure.erasures = {{m_a, erased, m_samples.fixed<EventId>()}};
    QCOMPARE(commit(*m_under, erasure), Committed::Durable);
    QVERIFY(*snapshot(*m_under) == Held());
    QVERIFY(keepSnapshot(*m_under, "without it").has_value());
    Change rewind;
    rewind.rewinds = {{m_a, 2}};
    QCOMPARE(commit(*m_under, rewind), Committed::Durable);
    QVERIFY(*snapshot(*m_under) == Held());
    m_under->reopen();
    QVERIFY(*snapshot(*m_under) == Held());
}

void Conformance::waitingCommitsStandOrFallAlone() {
    std::optional<StoredTip> tip;
    std::vector<Result<Committed>> answers;
    const auto give = [&](Change change) {
        m_under->store().commit(std::move(change),
                                [&](auto result) { answers.push_back(std::move(result)); });
    };
    for (int i = 0; i < 30; ++i) {
        LogAppend append = m_samples.append(m_a, tip, 2);
        tip = tipAfter(append);
        give(changeOf(std::move(append)));
        Change wrong = changeOf(m_samples.append(m_b, StoredTip{m_b, 5, tip->hash}, 1));
        wrong.settings["wrong"] = "1";
        give(wrong);
        Change unsound;
        unsound.settings[""] = "1";
        give(unsound);
    }
    QVERIFY(m_under->runUntil([&] { return answers.size() == 90; }));
    for (size_t i = 0; i < answers.size(); i += 3) {
        QCOMPARE(answers[i], Committed::Durable);
        QCOMPARE(answers[i + 1], Committed::Conflict);
        QCOMPARE(codeOf(answers[i + 2]), refusal::malformed);
    }
    QCOMPARE(range(*m_under, m_a)->size(), size_t(60));
    QVERIFY(settings(*m_under)->empty());
}

void Conformance::callsAreAnsweredInTheirOrder() {
    QByteArray order;
    std::optional<StoredTip> tip;
    for (int i = 0; i < 10; ++i) {
        LogAppend append = m_samples.append(m_a, tip, 1);
        tip = tipAfter(append);
        m_under->store().commit(changeOf(std::move(append)), [&, i](auto) { order += char('0' + i); });
        m_under->store().range(m_a, 1, 100, 1 << 30,
                               [&](auto page) { order += char('a' + page.value().size() - 1); });
    }
    QVERIFY(order.isEmpty()); // never at once
    QVERIFY(m_under->runUntil([&] { return order.size() == 20; }));
    QCOMPARE(order, "0a1b2c3d4e5f6g7h8i9j");
}

void Conformance::destroyedStoreKeepsWhatItWasGiven() {
    bool answered = false;
    std::optional<StoredTip> tip;
    for (int i = 0; i < 100; ++i) {
        LogAppend append = m_samples.append(m_a, tip, 1);
        tip = tipAfter(append);
        m_under->store().commit(changeOf(std::move(append)), [&](auto) { answered = true; });
    }
    m_under->reopen();
    QVERIFY(m_under->settle());
    QVERIFY(!answered);
    QCOMPARE(range(*m_under, m_a)->size(), size_t(100));
}

void Conformance::reopenedStoreHoldsTheSame() {
    MemoryContents expected;
    Chances chances(7);
    for (int i = 0; i < 100; ++i) {
        const Change change = chances.change(expected);
        QCOMPARE(commit(*m_under, change), expected.carryOut(change));
    }
    m_under->reopen();
    QCOMPARE(everything(*m_under), everythingOf(expected));
    QCOMPARE(codeOf(inspect(*m_under)), "ok");
}

void Conformance::anyChangesMeanTheSameAsInMemory() {
    MemoryContents expected;
    Chances chances(11);
    int conflicts = 0;
    for (int i = 0; i < 600; ++i) {
        const Change change = chances.change(expected);
        const auto means = expected.carryOut(change);
        QCOMPARE(commit(*m_under, change), means);
        conflicts += means == Committed::Conflict ? 1 : 0;
        if (i % 20 == 0) {
            QCOMPARE(everything(*m_under), everythingOf(expected));
        }
    }
    QVERIFY(conflicts > 30 && conflicts < 300);
    QCOMPARE(everything(*m_under), everythingOf(expected));
}

} // namespace bongsu
