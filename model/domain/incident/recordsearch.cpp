#include "domain/incident/recordsearch.h"

#include "domain/base/hangul.h"
#include "domain/incident/wordpattern.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype blockBytes = 256 * 1024;

struct ReadyWord {
    std::vector<WordPattern> patterns; // any of them
    std::set<PersonId> authors;

    bool isIn(QByteArrayView words) const {
        return std::any_of(patterns.begin(), patterns.end(),
                           [&](const WordPattern& pattern) { return pattern.find(words, 0) >= 0; });
    }
    bool isBy(const std::optional<PersonId>& person) const { return person && authors.contains(*person); }
};

ReadyWord readyWord(const QueryWord& word, bool isBeingTyped) {
    ReadyWord ready{{}, word.authors};
    for (const QString& reading : readingsOf(withoutClusters(folded(word.word)), isBeingTyped)) {
        ready.patterns.emplace_back(reading, isBeingTyped);
    }
    return ready;
}

template <class List, class Value>
bool holds(const List& list, const Value& value) {
    return std::find(list.begin(), list.end(), value) != list.end();
}

} // namespace

bool RecordFilter::isEmpty() const {
    return *this == RecordFilter{};
}

struct RecordSearch::Ready {
    std::vector<ReadyWord> words;
    RecordFilter filter;
    std::optional<ReadyWord> serviceWord;
    std::optional<ReadyWord> nameWord;

    // Everything but the words of the query.
    bool passes(const LineTraits& line, QByteArrayView inWords) const {
        const RecordFilter& f = filter;
        if ((f.toldOnly && !line.isTold) || (!f.kinds.empty() && !holds(f.kinds, line.kind)) ||
            (f.persons && !(line.person && f.persons->contains(*line.person))) ||
            (f.from && line.told < *f.from) || (f.until && line.told >= *f.until)) {
            return false;
        }
        if (serviceWord && !serviceWord->isIn(inWords)) {
            return false;
        }
        if (!f.concerning) {
            return true;
        }
        return line.about == f.concerning ||
               (line.person != f.concerning && nameWord && nameWord->isIn(inWords));
    }

    bool hasWords(const std::optional<PersonId>& author, QByteArrayView inWords) const {
        return std::all_of(words.begin(), words.end(),
                           [&](const ReadyWord& word) { return word.isBy(author) || word.isIn(inWords); });
    }

    // The word to look for in the whole buffer; none where each may also be somebody's name.
    const ReadyWord* anchor() const {
        const ReadyWord* best = nullptr;
        for (const ReadyWord& word : words) {
            const bool longer = !best || word.patterns.front().size() > best->patterns.front().size();
            best = word.authors.empty() && longer ? &word : best;
        }
        return best;
    }
};

RecordSearch::RecordSearch(RecordQuery query) : m_ready(std::make_unique<Ready>()) {
    std::erase_if(query.words, [](const QueryWord& word) { return folded(word.word).trimmed().isEmpty(); });
    for (const QueryWord& word : query.words) {
        m_ready->words.push_back(readyWord(word, query.isBeingTyped && &word == &query.words.back()));
    }
    m_ready->filter = std::move(query.filter);
    const RecordFilter& filter = m_ready->filter;
    if (!filter.service.isEmpty()) {
        m_ready->serviceWord = readyWord({filter.service}, false);
    }
    if (filter.concerning && !filter.concerningName.isEmpty()) {
        m_ready->nameWord = readyWord({filter.concerningName}, false);
    }
}

RecordSearch::~RecordSearch() = default;
RecordSearch::RecordSearch(RecordSearch&&) noexcept = default;
RecordSearch& RecordSearch::operator=(RecordSearch&&) noexcept = default;

bool RecordSearch::isEmpty() const {
    return m_ready->words.empty() && m_ready->filter.isEmpty();
}

bool RecordSearch::matches(const OwnLine& line) const {
    return m_ready->hasWords(line.traits.person, line.words) && m_ready->passes(line.traits, line.words);
}

bool RecordSearch::matches(const RecordIndex& record, quint64 seq) const {
    const QByteArrayView words = record.words(seq);
    const bool plain = m_ready->filter.isEmpty() && m_ready->words.empty();
    if (plain) {
        return true;
    }
    const LineTraits traits = record.traits(seq);
    return m_ready->passes(traits, words) && m_ready->hasWords(traits.person, words);
}

namespace {

// The lines from `first` to `last` whose words hold one of the word's patterns, rising, each once.
std::vector<quint64> linesWith(const ReadyWord& word, const RecordIndex& record, quint64 first,
                               quint64 last) {
    std::vector<quint64> seqs;
    const qsizetype end = last < record.size() ? record.wordsFrom(last + 1) : record.allWords().size();
    const QByteArrayView words = record.allWords().first(end);
    for (const WordPattern& pattern : word.patterns) {
        qsizetype at = record.wordsFrom(first);
        while ((at = pattern.find(words, at)) >= 0) {
            const quint64 seq = record.seqAt(at);
            seqs.push_back(seq);
            if (seq >= last) {
                break;
            }
            at = record.wordsFrom(seq + 1);
        }
    }
    std::sort(seqs.begin(), seqs.end());
    seqs.erase(std::unique(seqs.begin(), seqs.end()), seqs.end());
    return seqs;
}

// The first line of the block that ends with `last`.
quint64 blockFrom(const RecordIndex& record, quint64 last) {
    const qsizetype end = last < record.size() ? record.wordsFrom(last + 1) : record.allWords().size();
    return end <= blockBytes ? 1 : std::min(last, record.seqAt(end - blockBytes) + 1);
}

} // namespace

FoundLines RecordSearch::find(const RecordIndex& record, quint64 before, int most, qsizetype bytes) const {
    FoundLines found;
    found.before = std::min(before, record.size() + 1);
    const ReadyWord* anchor = m_ready->anchor();
    while (found.before > 1 && bytes > 0) {
        const quint64 last = found.before - 1;
        const quint64 first = blockFrom(record, last);
        const auto seqs = anchor ? linesWith(*anchor, record, first, last) : std::vector<quint64>();
        const quint64 candidates = anchor ? seqs.size() : last - first + 1;
        for (quint64 i = 0; i < candidates; ++i) {
            const quint64 seq = anchor ? seqs[candidates - 1 - i] : last - i;
            if (matches(record, seq)) {
                found.seqs.push_back(seq);
                if (int(found.seqs.size()) == most) {
                    found.before = seq;
                    return found;
                }
            }
        }
        bytes -= blockBytes;
        found.before = first;
    }
    return found;
}

std::vector<std::pair<qsizetype, qsizetype>> RecordSearch::placesIn(QStringView shown) const {
    // Folding keeps the number of units of what is NFC already, which all that is shown is; where it does
    // not, nothing is marked.
    const QString plain = folded(shown);
    std::vector<std::pair<qsizetype, qsizetype>> places;
    if (plain.size() != shown.size()) {
        return places;
    }
    const QByteArray bytes = plain.toUtf8();
    const auto unitsBefore = [&](qsizetype place) { return QString::fromUtf8(bytes.first(place)).size(); };
    for (const ReadyWord& word : m_ready->words) {
        for (const WordPattern& pattern : word.patterns) {
            for (qsizetype at = pattern.find(bytes, 0); at >= 0;
                 at = pattern.find(bytes, at + pattern.size())) {
                const qsizetype from = unitsBefore(at);
                places.push_back({from, unitsBefore(at + pattern.size()) - from});
            }
        }
    }
    std::sort(places.begin(), places.end());
    std::vector<std::pair<qsizetype, qsizetype>> apart;
    for (const auto& [from, length] : places) {
        if (!apart.empty() && from <= apart.back().first + apart.back().second) {
            apart.back().second = std::max(apart.back().second, from + length - apart.back().first);
        } else {
            apart.push_back({from, length});
        }
    }
    return apart;
}

std::vector<quint64> filtered(const RecordIndex& record, const RecordFilter& filter) {
    const RecordSearch search(RecordQuery{{}, false, filter});
    std::vector<quint64> seqs;
    for (quint64 seq = 1; seq <= record.size(); ++seq) {
        if (search.matches(record, seq)) {
            seqs.push_back(seq);
        }
    }
    return seqs;
}

AwaySummary awaySince(const RecordIndex& record, quint64 fromSeq, const std::optional<PersonId>& me) {
    AwaySummary away;
    for (quint64 seq = std::max<quint64>(fromSeq, 1); seq <= record.size(); ++seq) {
        if (!record.isTold(seq) || record.isVoid(seq) || (me && record.isBy(seq, *me))) {
            continue;
        }
        ++away.lines;
        int* count = nullptr;
        switch (record.kind(seq)) {
        case LineKind::Decision:
            count = &away.decisions;
            break;
        case LineKind::Notice:
            count = &away.notices;
            break;
        case LineKind::Service:
        case LineKind::Restoration:
            count = &away.serviceChanges;
            break;
        case LineKind::Request:
            count = &away.requests;
            break;
        case LineKind::Blocker:
            count = &away.blockers;
            break;
        case LineKind::Command:
        case LineKind::Role:
        case LineKind::Declaration:
            count = &away.commands;
            break;
        default:
            break;
        }
        if (count) {
            ++*count;
            away.worthReading.push_back(seq);
        }
    }
    return away;
}

QByteArray toSetting(const ReadingStopped& stopped) {
    return QByteArray::number(stopped.seq) + ' ' +
           QByteArray::number(qint64(stopped.at.time_since_epoch().count()));
}

std::optional<ReadingStopped> readingStoppedFrom(QByteArrayView setting) {
    const QList<QByteArray> parts = setting.toByteArray().split(' ');
    bool isSeq = false;
    bool isTime = false;
    const quint64 seq = parts.value(0).toULongLong(&isSeq);
    const qint64 at = parts.value(1).toLongLong(&isTime);
    return parts.size() == 2 && isSeq && isTime ? std::optional(ReadingStopped{seq, Moment(Millis(at))})
                                                : std::nullopt;
}

// Hex digits alone would be the longest key a store takes.
QByteArray readingSettingKey(const LogId& log) {
    return "read." + log.toBytes().toBase64(QByteArray::OmitTrailingEquals);
}

} // namespace bongsu
