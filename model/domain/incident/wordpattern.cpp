#include "domain/incident/wordpattern.h"

#include "domain/base/hangul.h"

#include <cstring>

namespace bongsu {

namespace {

quint32 threeBytes(const char* at) {
    return quint32(quint8(at[0])) << 16 | quint32(quint8(at[1])) << 8 | quint8(at[2]);
}
quint32 utf8Of(char16_t c) {
    const QByteArray bytes = QString(QChar(c)).toUtf8();
    return bytes.size() == 3 ? threeBytes(bytes.constData()) : 0;
}

// Written out as vectors: left to a compiler, the same loop is fast at -O2 and six times slower at -O3.
using Lanes = quint8 __attribute__((vector_size(16)));
using Halves = quint64 __attribute__((vector_size(16)));

Lanes lanesAt(const char* at) {
    Lanes lanes;
    std::memcpy(&lanes, at, sizeof lanes);
    return lanes;
}
bool isAny(const Lanes& lanes) {
    const auto halves = Halves(lanes);
    return (halves[0] | halves[1]) != 0;
}

// Where a character of a range may begin, by its first two bytes alone: more places than are right, never
// fewer. A range of syllables has at most two first bytes, and what stands for itself has one.
class Probe {
  public:
    Probe(quint32 first, quint32 last, quint32 itself) {
        const bool isOneLead = leadOf(first) == leadOf(last);
        m_terms[0] = {leadOf(first), secondOf(first),
                      quint8((isOneLead ? secondOf(last) : 0xBFu) - secondOf(first))};
        m_terms[1] = isOneLead ? m_terms[0] : Term{leadOf(last), 0x80, quint8(secondOf(last) - 0x80u)};
        m_terms[2] = {leadOf(itself), secondOf(itself), 0};
    }
    Lanes at(const char* place) const {
        const Lanes lead = lanesAt(place);
        const Lanes second = lanesAt(place + 1);
        return m_terms[0].in(lead, second) | m_terms[1].in(lead, second) | m_terms[2].in(lead, second);
    }

  private:
    struct Term {
        quint8 lead;
        quint8 low;
        quint8 width;
        Lanes in(const Lanes& leads, const Lanes& seconds) const {
            return Lanes(leads == lead) & Lanes((seconds - low) <= width);
        }
    };
    static quint8 leadOf(quint32 c) { return quint8(c >> 16); }
    static quint8 secondOf(quint32 c) { return quint8(c >> 8); }

    Term m_terms[3]{};
};

} // namespace

bool WordPattern::Unit::fits(const char* at) const {
    if (!literal.isEmpty()) {
        return std::memcmp(at, literal.constData(), std::size_t(literal.size())) == 0;
    }
    const quint32 c = threeBytes(at);
    return c - first <= last - first || c == itself;
}

WordPattern::WordPattern(const QString& reading, bool isBeingTyped) {
    for (qsizetype i = 0; i < reading.size(); ++i) {
        const StandsFor range = standsFor(reading[i], isBeingTyped && i + 1 == reading.size());
        if (range.first <= range.last) {
            m_units.push_back({{}, utf8Of(range.first), utf8Of(range.last), utf8Of(reading[i].unicode())});
            continue;
        }
        if (m_units.empty() || m_units.back().literal.isEmpty()) {
            m_units.push_back({});
        }
        const bool isPair = reading[i].isHighSurrogate() && i + 1 < reading.size();
        m_units.back().literal += reading.mid(i, isPair ? 2 : 1).toUtf8();
        i += isPair ? 1 : 0;
    }
    for (std::size_t i = 0; i < m_units.size(); ++i) {
        if (m_units[i].literal.size() > m_units[m_anchor].literal.size()) {
            m_anchor = i;
        }
        m_size += m_units[i].size();
    }
    for (std::size_t i = 0; i < m_anchor; ++i) {
        m_anchorAt += m_units[i].size();
    }
}

qsizetype WordPattern::find(QByteArrayView words, qsizetype from) const {
    const bool isRange = m_units[m_anchor].literal.isEmpty();
    const char* at = words.data() + from + m_anchorAt;
    const char* const end = words.data() + words.size() - (m_size - m_anchorAt);
    while (at <= end) {
        at = isRange ? nextInRange(at, end) : nextLiteral(at, end);
        if (!at) {
            return -1;
        }
        if (fitsAround(at - m_anchorAt)) {
            return at - m_anchorAt - words.data();
        }
        ++at;
    }
    return -1;
}

const char* WordPattern::nextLiteral(const char* at, const char* end) const {
    const QByteArray& literal = m_units[m_anchor].literal;
    const auto room = std::size_t(end - at) + std::size_t(literal.size());
    return static_cast<const char*>(memmem(at, room, literal.constData(), std::size_t(literal.size())));
}

// Without plain bytes every unit is a range, and the anchor the first of them.
const char* WordPattern::nextInRange(const char* at, const char* end) const {
    const Unit& unit = m_units.front();
    const Unit& next = m_units[m_units.size() > 1 ? 1 : 0];
    const qsizetype nextAt = &next == &unit ? 0 : unit.size();
    const Probe probe(unit.first, unit.last, unit.itself);
    const Probe nextProbe(next.first, next.last, next.itself);
    // What is read of a block ends where the pattern ends at its last place, or before.
    for (; end - at >= qsizetype(sizeof(Lanes)); at += sizeof(Lanes)) {
        if (isAny(probe.at(at) & nextProbe.at(at + nextAt))) {
            for (qsizetype i = 0; i < qsizetype(sizeof(Lanes)); ++i) {
                if (unit.fits(at + i) && next.fits(at + i + nextAt)) {
                    return at + i;
                }
            }
        }
    }
    for (; at <= end; ++at) {
        if (unit.fits(at)) {
            return at;
        }
    }
    return nullptr;
}

bool WordPattern::fitsAround(const char* start) const {
    for (const Unit& unit : m_units) {
        if (!unit.fits(start)) {
            return false;
        }
        start += unit.size();
    }
    return true;
}

} // namespace bongsu
