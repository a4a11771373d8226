// What every store must do with blobs.
#include "domain/base/limits.h"
#include "storage/conformance.h"

#include <QTest>

namespace bongsu {

BlobBegun Conformance::begun(quint64 size) {
    return {m_samples.fixed<BlobId>(), size, m_samples.fixed<Salt>(), m_samples.fixed<DeviceId>(),
            Moment(Millis(5))};
}

void Conformance::blobsGrowChunkByChunk() {
    const BlobBegun one = begun(limits::blobChunkBytes + 10);
    const QByteArray first = m_samples.bytes(limits::blobChunkBytes);
    const QByteArray last = m_samples.bytes(10);
    const auto add = [&](quint64 chunk, const QByteArray& bytes) {
        Change change;
        change.blobs.chunks.push_back({one.blob, chunk, bytes});
        change.blobs.whole.push_back(one.blob);
        QCOMPARE(commit(*m_under, change), Committed::Durable);
    };
    add(0, first); // of a blob that was not begun
    QCOMPARE(blob(*m_under, one.blob).value(), std::nullopt);
    Change begin;
    begin.blobs.begun = {one};
    QCOMPARE(commit(*m_under, begin), Committed::Durable);
    QCOMPARE(commit(*m_under, begin), Committed::Durable);
    add(1, last);             // not the next one
    add(0, first.chopped(1)); // not all of it
    add(0, first + QByteArray(1, 'x'));
    QCOMPARE(blob(*m_under, one.blob).value(), BlobState{one});
    add(0, first);
    QCOMPARE(blob(*m_under, one.blob).value(), (BlobState{one, 1}));
    m_under->reopen();
    add(0, last);  // there already
    add(1, first); // too long for the last one
    QCOMPARE(blob(*m_under, one.blob).value(), (BlobState{one, 1}));
    add(1, last);
    QCOMPARE(blob(*m_under, one.blob).value(), (BlobState{one, 2, true}));
    QCOMPARE(blobChunk(*m_under, one.blob, 0).value(), first);
    QCOMPARE(blobChunk(*m_under, one.blob, 1).value(), last);
    QCOMPARE(blobChunk(*m_under, one.blob, 2).value(), std::nullopt);

    Change rest;
    rest.blobs.sent = {one.blob, m_samples.fixed<BlobId>()};
    QCOMPARE(commit(*m_under, rest), Committed::Durable);
    QCOMPARE(everything(*m_under)->blobs, (std::vector<BlobState>{{one, 2, true, true}}));
    rest.blobs = {};
    rest.blobs.dropped = {one.blob};
    QCOMPARE(commit(*m_under, rest), Committed::Durable);
    QCOMPARE(everything(*m_under), Everything{});
}

// Somebody who had no part in it began to bring it: its author begins anew, unless all of it is here.
void Conformance::blobsAreBegunAnewByTheirAuthor() {
    const QByteArray first = m_samples.bytes(limits::blobChunkBytes);
    const QByteArray last = m_samples.bytes(10);
    for (const bool isWhole : {false, true}) {
        const BlobBegun theirs = begun(limits::blobChunkBytes + 10);
        BlobBegun authors = theirs;
        authors.owner = m_samples.fixed<DeviceId>();
        Change change;
        change.blobs.begun = {theirs};
        change.blobs.chunks = {{theirs.blob, 0, first}};
        if (isWhole) {
            change.blobs.chunks.push_back({theirs.blob, 1, last});
            change.blobs.whole = {theirs.blob};
        }
        QCOMPARE(commit(*m_under, change), Committed::Durable);
        const EventId event = m_samples.fixed<EventId>();
        change.blobs = {};
        change.blobs.begun = {authors};
        change.blobs.named = {{theirs.blob, m_a, event}};
        QCOMPARE(commit(*m_under, change), Committed::Durable);
        const BlobState now = isWhole ? BlobState{theirs, 2, true, false, m_a, event}
                                      : BlobState{authors, 0, false, false, m_a, event};
        QCOMPARE(blob(*m_under, theirs.blob).value(), now);
        change.blobs.begun = {theirs}; // and nobody after an event names it
        change.blobs.named = {};
        QCOMPARE(commit(*m_under, change), Committed::Durable);
        m_under->reopen();
        QCOMPARE(blob(*m_under, theirs.blob).value(), now);
    }
}

// Erased, discarded, rewound: whatever takes the event or its text away takes the bytes with it.
void Conformance::blobsGoWithTheirEvents() {
    const auto attach = [&](const OwnEvent& own) {
        Change change;
        change.recorded = {own};
        const BlobBegun attached = begun(20);
        keepWhole(change.blobs, attached, m_samples.bytes(20));
        change.blobs.named = {{attached.blob, own.log, own.event}};
        [&] { QCOMPARE(commit(*m_under, change), Committed::Durable); }();
        return attached;
    };
    const auto isHere = [&](const BlobBegun& one) { return blob(*m_under, one.blob)->has_value(); };
    const OwnEvent erased = m_samples.own(m_a);
    const OwnEvent discarded = m_samples.own(m_a);
    const OwnEvent numbered = m_samples.own(m_a);
    const BlobBegun ofErased = attach(erased);
    const BlobBegun ofDiscarded = attach(discarded);
    const BlobBegun ofNumbered = attach(numbered);
    QCOMPARE(blob(*m_under, ofErased.blob).value(), (BlobState{ofErased, 1, true, false, m_a, erased.event}));

    Change change;
    change.erasures = {{m_a, erased.event, m_samples.fixed<EventId>()}};
    change.settled = {discarded.event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(!isHere(ofErased) && !isHere(ofDiscarded) && isHere(ofNumbered));

    change = changeOf({m_a, std::nullopt, {m_samples.entry(numbered, std::nullopt)}});
    change.settled = {numbered.event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(isHere(ofNumbered));
    change = {};
    change.rewinds = {{m_a, 0}};
    change.recorded = {numbered}; // kept as an own event
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(isHere(ofNumbered));
    QCOMPARE(commit(*m_under, changeOf({m_a, std::nullopt, {m_samples.entry(numbered, std::nullopt)}})),
             Committed::Durable);
    change = {};
    change.settled = {numbered.event};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    change = {};
    change.rewinds = {{m_a, 0}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(!isHere(ofNumbered));

    // What an entry names, another event cannot name: it would let others read it, or take it away.
    const OwnEvent thief = m_samples.own(m_b);
    change = changeOf({m_b, std::nullopt, {m_samples.entry(thief, std::nullopt)}});
    const OwnEvent honest = m_samples.own(m_a);
    const BlobBegun kept = attach(honest);
    QCOMPARE(commit(*m_under, changeOf({m_a, std::nullopt, {m_samples.entry(honest, std::nullopt)}})),
             Committed::Durable);
    change.blobs.named = {{kept.blob, m_b, thief.event}, {kept.blob, m_a, erased.event}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QCOMPARE(blob(*m_under, kept.blob).value()->event, std::optional(honest.event));

    // What was erased is not kept again, whoever brings it.
    change = {};
    const BlobBegun again = begun(20);
    keepWhole(change.blobs, again, m_samples.bytes(20));
    change.blobs.named = {{again.blob, m_a, erased.event}};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
    QVERIFY(!isHere(again));
}

void Conformance::blobsOutOfBoundsAreRefused() {
    for (const quint64 size : {quint64(0), quint64(limits::blobBytes) + 1}) {
        Change change;
        change.blobs.begun = {begun(size)};
        QCOMPARE(codeOf(commit(*m_under, change).error()), refusal::tooLarge);
    }
    Change change;
    change.blobs.begun = {begun(limits::blobBytes)};
    QCOMPARE(commit(*m_under, change), Committed::Durable);
}

} // namespace bongsu
