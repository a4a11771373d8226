#include "storage/changewriter.h"

#include "storage/statements.h"

namespace bongsu {

namespace {
constexpr Committed goOn = Committed::Durable;

// Done once the statement ran.
Result<Committed> stepOf(const Outcome& outcome) {
    if (!outcome) {
        return errorOf(outcome);
    }
    return goOn;
}

QByteArray sealed(const KeptLog& log, Cell cell, const EventId& event, const QByteArray& plain) {
    return log.sealer->seal(plain, bound(cell, event.view()));
}

bool isHere(const TextPart& text) {
    return text.state == TextPart::State::Present || text.state == TextPart::State::Withheld;
}
} // namespace

Result<Committed> ChangeWriter::carryOut(const Change& change) {
    if (auto refused = checkShape(change)) {
        return tl::unexpected<Error>(*refused);
    }
    Step done = goOn;
    const auto carryOutAll = [&](const auto& list, auto step) {
        for (const auto& one : list) {
            if (done == goOn) {
                done = (this->*step)(one);
            }
        }
    };
    carryOutAll(change.rewinds, &ChangeWriter::rewind);
    carryOutAll(change.appends, &ChangeWriter::append);
    carryOutAll(change.recorded, &ChangeWriter::record);
    done = done == goOn ? changeBlobs(change.blobs) : done;
    carryOutAll(change.refused, &ChangeWriter::refuse);
    carryOutAll(change.settled, &ChangeWriter::settle);
    carryOutAll(change.retried, &ChangeWriter::retry);
    carryOutAll(change.erasures, &ChangeWriter::erase);
    carryOutAll(change.rewinds, &ChangeWriter::dropOrphans);
    for (const BlobId& blob : change.blobs.dropped) {
        done = done == goOn ? stepOf(m_blobs.drop(blob)) : done;
    }
    if (takesAway(change) && done == goOn) {
        done = stepOf(m_snapshot.forget());
    }
    carryOutAll(change.heads, &ChangeWriter::keepHead);
    carryOutAll(change.settings, &ChangeWriter::keepSetting);
    return done;
}

ChangeWriter::Step ChangeWriter::rewind(const LogRewind& rewind) {
    const auto log = m_logs.find(rewind.log);
    if (!log) {
        return errorOf(log);
    }
    if (*log == nullptr) {
        return goOn;
    }
    const auto tip = m_logs.tip(**log);
    if (!tip) {
        return errorOf(tip);
    }
    if (!*tip || (*tip)->seq <= rewind.keep) {
        return goOn;
    }
    const auto hash = m_logs.hashAt(**log, rewind.keep);
    if (!hash) {
        return errorOf(hash);
    }
    const auto deleted =
        m_connection.run(statements::deleteEntriesBehind, {(*log)->number, qint64(rewind.keep)});
    const auto headless = deleted ? m_connection.run(statements::deleteHead, {(*log)->number}) : deleted;
    return headless ? stepOf(m_logs.setTip(**log, {rewind.keep, *hash})) : stepOf(headless);
}

ChangeWriter::Step ChangeWriter::append(const LogAppend& append) {
    const auto log = append.entries.empty() ? m_logs.find(append.log) : m_logs.findOrAdd(append.log);
    if (!log) {
        return errorOf(log);
    }
    const auto tip = *log ? m_logs.tip(**log) : std::optional<StoredTip>();
    if (!tip) {
        return errorOf(tip);
    }
    if (*tip != append.after) {
        return Committed::Conflict;
    }
    for (const StoredEntry& entry : append.entries) {
        if (auto done = appendEntry(**log, entry); done != goOn) {
            return done;
        }
    }
    if (append.entries.empty()) {
        return goOn;
    }
    const StoredEntry& newest = append.entries.back();
    return stepOf(m_logs.setTip(**log, {newest.seq, newest.hash}));
}

ChangeWriter::Step ChangeWriter::appendEntry(const KeptLog& log, const StoredEntry& stored) {
    const auto text = permitted(stored.event, stored.entry.text);
    if (!text) {
        return errorOf(text);
    }
    const auto cell = log.sealer->seal(toCell(EntryCell{stored.hash, stored.entry.bytes}),
                                       boundEntry(stored.event, stored.seq));
    const auto inserted = m_connection.insert(
        statements::insertEntry, {log.number, qint64(stored.seq), stored.event.toBytes(), cell,
                                  sealed(log, Cell::Facts, stored.event, toCell(stored.entry.facts)),
                                  sealed(log, Cell::Text, stored.event, toCell(*text))});
    if (!inserted) {
        return errorOf(inserted);
    }
    if (*inserted) {
        return goOn;
    }
    const auto numbered = isNumbered(log, stored.event);
    if (!numbered) {
        return errorOf(numbered);
    }
    return *numbered ? Step(Committed::Conflict) : corruptAt(log.log, stored.seq, "taken");
}

ChangeWriter::Step ChangeWriter::record(const OwnEvent& own) {
    const auto log = m_logs.findOrAdd(own.log);
    if (!log) {
        return errorOf(log);
    }
    const auto numbered = isNumbered(**log, own.event);
    if (!numbered) {
        return errorOf(numbered);
    }
    if (*numbered) {
        return goOn;
    }
    const auto text = permitted(own.event, own.offer.text);
    if (!text) {
        return errorOf(text);
    }
    // False where it is there already: it stays as it is.
    const auto inserted = m_connection.insert(
        statements::insertOwnEvent,
        {own.event.toBytes(), (*log)->number,
         sealed(**log, Cell::OwnEvent, own.event, toCell(OwnCell{own.offer.event, own.refusal, own.carried})),
         sealed(**log, Cell::Facts, own.event, toCell(own.offer.facts)),
         sealed(**log, Cell::Text, own.event, toCell(*text))});
    if (!inserted) {
        return errorOf(inserted);
    }
    return goOn;
}

ChangeWriter::Step ChangeWriter::refuse(const std::pair<EventId, Statement>& refused) {
    return setRefusal(refused.first, refused.second);
}

ChangeWriter::Step ChangeWriter::retry(const EventId& event) {
    return setRefusal(event, std::nullopt);
}

ChangeWriter::Step ChangeWriter::setRefusal(const EventId& event, const std::optional<Statement>& refusal) {
    std::optional<std::pair<qint64, QByteArray>> found;
    const auto selected =
        m_connection.each(statements::selectOwnEvent, {event.toBytes()}, [&](const Row& row) {
            found = {row.integer(0), row.bytes(1)};
            return false;
        });
    if (!selected || !found) {
        return stepOf(selected);
    }
    const auto log = m_logs.at(found->first);
    if (!log) {
        return errorOf(log);
    }
    const auto plain = (*log)->sealer->open(found->second, bound(Cell::OwnEvent, event.view()));
    auto own = plain ? ownFromCell(*plain) : std::nullopt;
    if (!own) {
        return corruptAt((*log)->log, 0, "own event");
    }
    own->refusal = refusal;
    return stepOf(m_connection.run(statements::updateOwnEvent,
                                   {sealed(**log, Cell::OwnEvent, event, toCell(*own)), event.toBytes()}));
}

// Without a number nobody knows the event any more, nor the blob it named.
ChangeWriter::Step ChangeWriter::settle(const EventId& event) {
    std::optional<qint64> number;
    auto done = m_connection.each(statements::selectOwnEvent, {event.toBytes()}, [&](const Row& row) {
        number = row.integer(0);
        return false;
    });
    if (!done || !number) {
        return stepOf(done);
    }
    const auto log = m_logs.at(*number);
    const auto numbered = log ? isNumbered(**log, event) : errorOf(log);
    if (!numbered) {
        return errorOf(numbered);
    }
    done = m_connection.run(statements::deleteOwnEvent, {event.toBytes()});
    return stepOf(done && !*numbered ? m_blobs.dropNamedBy(event) : done);
}

ChangeWriter::Step ChangeWriter::changeBlobs(const BlobChanges& blobs) {
    Step done = goOn;
    const auto carryOutAll = [&](const auto& list, auto step) {
        for (const auto& one : list) {
            done = done == goOn ? stepOf((m_blobs.*step)(one)) : done;
        }
    };
    carryOutAll(blobs.begun, &KeptBlobs::begin);
    carryOutAll(blobs.chunks, &KeptBlobs::add);
    for (const BlobNaming& naming : blobs.named) {
        done = done == goOn ? nameBlob(naming) : done;
    }
    carryOutAll(blobs.whole, &KeptBlobs::setWhole);
    carryOutAll(blobs.sent, &KeptBlobs::setSent);
    return done;
}

// Who may read a blob is told by the log of the event that names it: what an entry names, no other event can.
ChangeWriter::Step ChangeWriter::nameBlob(const BlobNaming& naming) {
    const auto held = m_blobs.find(naming.blob);
    if (!held || !*held) {
        return held ? goOn : Step(errorOf(held));
    }
    const BlobState& state = **held;
    if (state.event && state.event != naming.event) {
        const auto log = m_logs.findOrAdd(*state.log);
        const auto numbered = log ? isNumbered(**log, *state.event) : errorOf(log);
        if (!numbered || *numbered) {
            return numbered ? goOn : Step(errorOf(numbered));
        }
    }
    const auto by = erasedBy(naming.event);
    if (!by) {
        return errorOf(by);
    }
    return stepOf(*by ? m_blobs.drop(naming.blob) : m_blobs.name(naming));
}

ChangeWriter::Step ChangeWriter::dropOrphans(const LogRewind& rewind) {
    const auto log = m_logs.find(rewind.log);
    if (!log) {
        return errorOf(log);
    }
    return *log ? stepOf(m_blobs.dropOrphansOf(**log)) : goOn;
}

ChangeWriter::Step ChangeWriter::erase(const TextErasure& erasure) {
    const auto earlier = erasedBy(erasure.event);
    if (!earlier) {
        return errorOf(earlier);
    }
    const auto log = m_logs.findOrAdd(erasure.log);
    if (!log) {
        return errorOf(log);
    }
    if (auto dropped = m_blobs.dropNamedBy(erasure.event); !dropped) {
        return errorOf(dropped);
    }
    const EventId by = earlier->value_or(erasure.by);
    const QByteArray event = erasure.event.toBytes();
    if (!*earlier) {
        const auto kept = m_connection.run(
            statements::insertErased,
            {event, (*log)->number, sealed(**log, Cell::Erasure, erasure.event, by.toBytes())});
        if (!kept) {
            return errorOf(kept);
        }
    }
    const Step done =
        eraseText(**log, erasure.event, by,
                  {statements::selectEntryText, statements::updateEntryText, {(*log)->number, event}});
    return done != goOn ? done
                        : eraseText(**log, erasure.event, by,
                                    {statements::selectOwnEventText,
                                     statements::updateOwnEventText,
                                     {(*log)->number, event}});
}

ChangeWriter::Step ChangeWriter::eraseText(const KeptLog& log, const EventId& event, const EventId& by,
                                           const TextPlace& place) {
    const auto held = m_connection.bytesOf(place.select, place.key);
    if (!held) {
        return errorOf(held);
    }
    if (!*held) {
        return goOn;
    }
    auto plain = log.sealer->open(**held, bound(Cell::Text, event.view()));
    const auto text = plain ? textFromCell(std::move(*plain)) : std::nullopt;
    // A damaged text is erased like any other.
    if (text && !isHere(*text)) {
        return goOn;
    }
    QVariantList values{sealed(log, Cell::Text, event, toCell(TextPart::erased(by)))};
    return stepOf(m_connection.run(place.update, values + place.key));
}

ChangeWriter::Step ChangeWriter::keepHead(const std::pair<const LogId, Statement>& head) {
    const auto log = m_logs.findOrAdd(head.first);
    if (!log) {
        return errorOf(log);
    }
    const auto cell = (*log)->sealer->seal(toCell(head.second), bound(Cell::Head, head.first.view()));
    return stepOf(m_connection.run(statements::replaceHead, {(*log)->number, cell}));
}

ChangeWriter::Step ChangeWriter::keepSetting(const std::pair<const QByteArray, QByteArray>& setting) {
    const auto& [key, value] = setting;
    if (value.isEmpty()) {
        return stepOf(m_connection.run(statements::deleteSetting, {key}));
    }
    return stepOf(m_connection.run(statements::replaceSetting,
                                   {key, m_logs.keys().store().seal(value, bound(Cell::Setting, key))}));
}

Result<bool> ChangeWriter::isNumbered(const KeptLog& log, const EventId& event) {
    const auto text = m_connection.bytesOf(statements::selectEntryText, {log.number, event.toBytes()});
    if (!text) {
        return errorOf(text);
    }
    return text->has_value();
}

Result<std::optional<EventId>> ChangeWriter::erasedBy(const EventId& event) {
    std::optional<std::pair<qint64, QByteArray>> found;
    const auto selected = m_connection.each(statements::selectErased, {event.toBytes()}, [&](const Row& row) {
        found = {row.integer(0), row.bytes(1)};
        return false;
    });
    if (!selected) {
        return errorOf(selected);
    }
    if (!found) {
        return std::nullopt;
    }
    const auto log = m_logs.at(found->first);
    if (!log) {
        return errorOf(log);
    }
    const auto plain = (*log)->sealer->open(found->second, bound(Cell::Erasure, event.view()));
    const auto by = plain ? EventId::tryFrom(*plain) : std::nullopt;
    if (!by) {
        return corruptAt((*log)->log, 0, "erased");
    }
    return by;
}

Result<TextPart> ChangeWriter::permitted(const EventId& event, const TextPart& text) {
    if (!isHere(text)) {
        return text;
    }
    const auto by = erasedBy(event);
    if (!by) {
        return errorOf(by);
    }
    return *by ? TextPart::erased(**by) : text;
}

} // namespace bongsu
