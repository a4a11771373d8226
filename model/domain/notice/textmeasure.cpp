#include "domain/notice/textmeasure.h"

#include "domain/base/nfc.h"
#include "domain/notice/addressscan.h"
#include "domain/notice/xpatterns.h"

#include <QStringEncoder>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <span>

namespace bongsu {

namespace {

constexpr qsizetype addressWeight = 23;
constexpr qsizetype labelMost = 63;     // of a name in DNS
constexpr qsizetype addressMost = 4096; // X takes none that is longer
constexpr qsizetype shortMost = 40;     // what stands behind t.co/
// Looking for addresses takes the square of a text's length where nothing divides it. What is longer fits
// nowhere where addresses are counted.
constexpr qsizetype searchedMost = 1200;

// How long a label becomes in DNS: Punycode (RFC 3492), with xn-- in front where it needs it.
qsizetype encodedLength(const QString& label) {
    constexpr quint32 base = 36, least = 1, most = 26, skew = 38, damp = 700;
    const QList<uint> points = label.toUcs4();
    const auto ascii = quint32(std::count_if(points.begin(), points.end(), [](uint c) { return c < 0x80; }));
    if (ascii == quint32(points.size())) {
        return label.size();
    }
    qsizetype length = 4 + qsizetype(ascii) + (ascii > 0 ? 1 : 0);
    quint32 bias = 72;
    quint64 delta = 0;
    quint32 done = ascii;
    for (uint n = 0x80; done < quint32(points.size()); ++n) {
        uint next = 0x10FFFF;
        for (const uint c : points) {
            next = c >= n ? std::min(next, c) : next;
        }
        delta += quint64(next - n) * (done + 1);
        n = next;
        for (const uint c : points) {
            delta += c < n ? 1 : 0;
            if (c != n) {
                continue;
            }
            quint64 rest = delta;
            for (quint32 k = base;; k += base) {
                const quint32 threshold = k <= bias ? least : std::min(k - bias, most);
                ++length;
                if (rest < threshold) {
                    break;
                }
                rest = (rest - threshold) / (base - threshold);
            }
            delta = done == ascii ? delta / damp : delta / 2;
            delta += delta / (done + 1);
            quint32 k = 0;
            for (; delta > ((base - least) * most) / 2; k += base) {
                delta /= base - least;
            }
            bias = quint32(k + (base - least + 1) * delta / (delta + skew));
            delta = 0;
            ++done;
        }
        ++delta;
    }
    return length;
}

// Whether DNS could know it.
bool isDomain(const QString& domain) {
    if (domain.startsWith(u"xn--") && !nextLatinDomain(domain, 0)) {
        return false;
    }
    const QStringList labels = domain.split(u'.');
    return std::all_of(labels.begin(), labels.end(), [](const QString& label) {
        return !label.isEmpty() && encodedLength(label) <= labelMost;
    });
}

// One without http in front: its parts in Latin letters, with the path. Nothing where there is none.
void addBare(std::vector<AddressInText>& found, QStringView text, const ScannedAddress& address) {
    if (!address.before.isNull() && QStringView(u"-_./").contains(address.before)) {
        return;
    }
    const QStringView domain = text.sliced(address.domainAt, address.domainLength);
    bool any = false;
    for (auto part = nextLatinDomain(domain, 0); part;
         part = nextLatinDomain(domain, part->at + part->length)) {
        found.push_back({address.domainAt + part->at, part->length, false});
        any = true;
    }
    if (any && address.hasPath) {
        // As X has it, also where more of the domain lies between: as much longer as what stands behind it.
        found.back().length += address.behindDomain();
    }
}

void addWhole(std::vector<AddressInText>& found, QStringView text, const ScannedAddress& address) {
    const auto shortened = shortAddress(text.sliced(address.at, address.length));
    if (!shortened) {
        found.push_back({address.at, address.length, true});
    } else if (shortened->code <= shortMost) {
        found.push_back({address.at, shortened->length, true});
    }
}

// Of the longest emoji that begins the text; 0 where none does.
qsizetype emojiLength(QStringView text) {
    std::span<const std::u16string_view> candidates = x::emoji; // those that begin as the text does, so far
    qsizetype longest = 0;
    for (qsizetype i = 0; i < text.size() && !candidates.empty(); ++i) {
        // What ends here is a candidate's beginning, and stands in front of it.
        const auto unitAt = [i](std::u16string_view sequence) {
            return qsizetype(sequence.size()) > i ? int(sequence[std::size_t(i)]) : -1;
        };
        const int unit = text[i].unicode();
        const auto first = std::lower_bound(candidates.begin(), candidates.end(), unit,
                                            [&](auto one, int given) { return unitAt(one) < given; });
        const auto last = std::upper_bound(first, candidates.end(), unit,
                                           [&](int given, auto one) { return given < unitAt(one); });
        candidates = {first, last};
        if (!candidates.empty() && qsizetype(candidates.front().size()) == i + 1) {
            longest = i + 1;
        }
    }
    return longest;
}

qsizetype weightOf(char16_t unit) {
    const bool isLight = unit <= 0x10FF || (unit >= 0x2000 && unit <= 0x200D) ||
                         (unit >= 0x2010 && unit <= 0x201F) || (unit >= 0x2032 && unit <= 0x2037);
    return isLight ? 1 : 2;
}

} // namespace

std::optional<std::vector<AddressInText>> addressesIn(const QString& text) {
    std::vector<AddressInText> found;
    if (!text.contains(u'.')) {
        return found;
    }
    if (text.size() > searchedMost) {
        return std::nullopt;
    }
    // X looks at UTF-16 units: to it, half a character may stand in front of an address, or begin one.
    QString units = text;
    std::replace_if(
        units.begin(), units.end(), [](QChar c) { return c.isSurrogate(); }, QChar(0xE000));
    for (auto address = nextAddress(units, 0); address; address = nextAddress(units, address->end())) {
        if (!isDomain(text.mid(address->domainAt, address->domainLength)) || address->length > addressMost) {
            continue;
        }
        if (address->hasProtocol) {
            addWhole(found, text, *address);
        } else {
            addBare(found, text, *address);
        }
    }
    return found;
}

qsizetype xWeight(const QString& given) {
    const QString text = toNfc(given);
    std::vector<qsizetype> lengths(std::size_t(text.size()), 0); // of what begins there and counts as one
    std::vector<qsizetype> weights(std::size_t(text.size()), 0);
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (const qsizetype length = emojiLength(QStringView(text).mid(i)); length > 0) {
            lengths[std::size_t(i)] = length;
            weights[std::size_t(i)] = 2;
            i += length - 1;
        }
    }
    const auto addresses = addressesIn(text);
    for (const AddressInText& address : addresses.value_or(std::vector<AddressInText>())) {
        lengths[std::size_t(address.at)] = address.length;
        weights[std::size_t(address.at)] = addressWeight;
    }
    // Where addresses could not be looked for, each full stop may be one.
    qsizetype weight = addresses ? 0 : addressWeight * text.count(u'.');
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (lengths[std::size_t(i)] > 0) {
            weight += weights[std::size_t(i)];
            i += lengths[std::size_t(i)] - 1;
            continue;
        }
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        i += isPair ? 1 : 0;
        weight += weightOf(text[i].unicode());
    }
    return weight;
}

qsizetype graphemes(const QString& text) {
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype count = 0;
    while (finder.toNextBoundary() > 0) {
        ++count;
    }
    return count;
}

qsizetype graphemesWithShortAddresses(const QString& text) {
    QString rest = text;
    qsizetype count = 0;
    const std::vector<AddressInText> addresses = addressesIn(text).value_or(std::vector<AddressInText>());
    for (auto address = addresses.rbegin(); address != addresses.rend(); ++address) {
        if (address->hasProtocol) {
            // Something stands in its place, or what is before and behind it could become one sign.
            rest.replace(address->at, address->length, QStringLiteral("\n"));
            count += addressWeight - 1;
        }
    }
    return count + graphemes(rest);
}

qsizetype utf8Bytes(const QString& text) {
    return text.toUtf8().size();
}

EucKrCount eucKrBytes(const QString& text) {
    EucKrCount count;
    // Anew behind each error, which it would keep for ever; never moved, or it notices no error any more.
    std::optional<QStringEncoder> encoder(std::in_place, "EUC-KR");
    Q_ASSERT(encoder->isValid()); // Qt with ICU has it, as Debian builds it
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const QString character = text.mid(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
        if (character[0].unicode() < 0x80) {
            ++count.bytes;
            continue;
        }
        const QByteArray bytes = encoder->encode(character);
        const uchar row = bytes.size() == 2 ? uchar(bytes[0]) : 0;
        // Rows C9 and FE are for one's own signs, which nobody else has.
        const bool isKnown =
            !encoder->hasError() && row >= 0xA1 && row != 0xC9 && row != 0xFE && uchar(bytes[1]) >= 0xA1;
        if (isKnown) {
            count.bytes += 2;
            continue;
        }
        encoder.emplace("EUC-KR");
        if (count.foreign.isEmpty()) {
            count.foreign = character;
        }
    }
    return count;
}

bool isEmoji(const QString& character) {
    return !character.isEmpty() && emojiLength(character) == character.size();
}

} // namespace bongsu
