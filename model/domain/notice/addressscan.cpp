#include "domain/notice/addressscan.h"

#include "domain/notice/xpatterns.h"

#include <algorithm>
#include <set>

namespace bongsu {

namespace {

bool isIn(QStringView signs, QChar c) {
    return signs.contains(c);
}
bool isAsciiLetterOrDigit(QChar c) {
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}
bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}

// Turns the direction of what is read.
bool turns(QChar c) {
    return (c >= u'\u202A' && c <= u'\u202E') || c == u'\u061C' || c == u'\u200E' || c == u'\u200F' ||
           (c >= u'\u2066' && c <= u'\u2069');
}
bool isNoCharacter(QChar c) {
    return c == QChar(0xFFFE) || c == QChar(0xFFFF) || c == QChar(0xFEFF);
}
bool isBlank(QChar c) {
    return c.isSpace() || c == u'\u180E';
}

// What a label of a domain is made of, hyphens and underlines within it aside.
bool isOfLabel(QChar c) {
    constexpr QStringView divides = u"!'#%&()*+,\\-./:;<=>?@[]^_{|}~$";
    return !isIn(divides, c) && !isBlank(c) && !turns(c) && !isNoCharacter(c);
}

bool isLatin(QChar c) {
    const char16_t u = c.unicode();
    return (u >= 0xC0 && u <= 0x2AF && u != 0xD7 && u != 0xF7) || u == 0x2BB || (u >= 0x300 && u <= 0x36F) ||
           (u >= 0x1E00 && u <= 0x1EFF);
}
bool isCyrillic(QChar c) {
    return c >= u'\u0400' && c <= u'\u04FF';
}
bool isOfLatinLabel(QChar c) {
    return c == u'-' || isAsciiLetterOrDigit(c) || isLatin(c);
}
bool isOfPath(QChar c) {
    return isAsciiLetterOrDigit(c) || isCyrillic(c) || isLatin(c) || isIn(u"!*';:=+,.$/%#[]-\u2013_~@|&", c);
}
bool endsPath(QChar c) {
    return isAsciiLetterOrDigit(c) || isCyrillic(c) || isLatin(c) || isIn(u"+-=_#/", c);
}
bool isOfQuery(QChar c) {
    return isAsciiLetterOrDigit(c) || isIn(u"!?*'@();:&=+$/%#[]-_.,~|", c);
}
bool endsQuery(QChar c) {
    return isAsciiLetterOrDigit(c) || isIn(u"-_&=#/", c);
}

// Of the domain of the top that stands there; 0 where none does.
qsizetype topLength(QStringView text) {
    static const auto tops = [] {
        std::set<QString> all;
        for (const QString& top : QString::fromUtf16(x::topDomains).split(u'|')) {
            all.insert(top);
        }
        return all;
    }();
    static const qsizetype longest =
        std::max_element(tops.begin(), tops.end(), [](const auto& a, const auto& b) {
            return a.size() < b.size();
        })->size();
    for (qsizetype length = std::min(longest, text.size()); length > 0; --length) {
        const bool endsThere =
            length == text.size() || !(isAsciiLetterOrDigit(text[length]) || isIn(u"@+-", text[length]));
        if (endsThere && tops.contains(text.first(length).toString().toLower())) {
            return length;
        }
    }
    constexpr QStringView encoded = u"xn--";
    if (!text.startsWith(encoded, Qt::CaseInsensitive)) {
        return 0;
    }
    qsizetype length = encoded.size();
    while (length < text.size() && (text[length] == u'-' || isAsciiLetterOrDigit(text[length]))) {
        ++length;
    }
    return length > encoded.size() ? length : 0;
}

// Whether a label may stand between `from` and `to`. The one before the top has no underline.
bool isLabel(QStringView text, qsizetype from, qsizetype to, bool isLast) {
    if (from >= to || !isOfLabel(text[from]) || !isOfLabel(text[to - 1])) {
        return false;
    }
    return std::all_of(text.begin() + from, text.begin() + to,
                       [isLast](QChar c) { return isOfLabel(c) || c == u'-' || (c == u'_' && !isLast); });
}

// Of the domain that begins at `at`, with as many labels as it can have; 0 where none does.
qsizetype domainLength(QStringView text, qsizetype at) {
    qsizetype length = 0;
    qsizetype label = at; // where the one begins that is being read
    for (qsizetype i = at; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c != u'.' && c != u'-' && c != u'_' && !isOfLabel(c)) {
            break;
        }
        if (c != u'.') {
            continue;
        }
        if (isLabel(text, label, i, true)) {
            const qsizetype top = topLength(text.sliced(i + 1));
            length = top > 0 ? i + 1 + top - at : length;
        }
        if (!isLabel(text, label, i, false)) {
            break;
        }
        label = i + 1;
    }
    return length;
}

qsizetype pathRun(QStringView text, qsizetype from) {
    qsizetype i = from;
    while (i < text.size() && isOfPath(text[i])) {
        ++i;
    }
    return i - from;
}

// Of (…) or (…(…)…) with a path in it; 0 where it is neither.
qsizetype bracketLength(QStringView text, qsizetype at) {
    if (at >= text.size() || text[at] != u'(') {
        return 0;
    }
    qsizetype i = at + 1;
    qsizetype inside = pathRun(text, i);
    i += inside;
    if (i < text.size() && text[i] == u'(') {
        const qsizetype inner = pathRun(text, i + 1);
        i += 1 + inner;
        if (inner == 0 || i >= text.size() || text[i] != u')') {
            return 0;
        }
        inside = inner;
        i += 1 + pathRun(text, i + 1);
    }
    return inside > 0 && i < text.size() && text[i] == u')' ? i + 1 - at : 0;
}

// Behind its slash, up to the last sign that a path may end with.
qsizetype pathLength(QStringView text, qsizetype at) {
    qsizetype i = at;
    qsizetype end = at;
    while (i < text.size()) {
        if (isOfPath(text[i])) {
            ++i;
            end = endsPath(text[i - 1]) ? i : end;
        } else if (const qsizetype bracket = bracketLength(text, i); bracket > 0) {
            i += bracket;
            end = i;
        } else {
            break;
        }
    }
    return end - at;
}

// With its question mark; 0 where there is none that may end.
qsizetype queryLength(QStringView text, qsizetype at) {
    if (at >= text.size() || text[at] != u'?') {
        return 0;
    }
    qsizetype end = at;
    for (qsizetype i = at + 1; i < text.size() && isOfQuery(text[i]); ++i) {
        end = endsQuery(text[i]) ? i + 1 : end;
    }
    return end - at;
}

qsizetype portLength(QStringView text, qsizetype at) {
    qsizetype i = at + 1;
    while (i < text.size() && isDigit(text[i])) {
        ++i;
    }
    return at < text.size() && text[at] == u':' && i > at + 1 ? i - at : 0;
}

qsizetype protocolLength(QStringView text, qsizetype at) {
    for (const QStringView protocol : {QStringView(u"https://"), QStringView(u"http://")}) {
        if (text.sliced(at).startsWith(protocol, Qt::CaseInsensitive)) {
            return protocol.size();
        }
    }
    return 0;
}

std::optional<ScannedAddress> addressAt(QStringView text, qsizetype at) {
    const qsizetype protocol = protocolLength(text, at);
    const qsizetype domainAt = at + protocol;
    const qsizetype domain = domainLength(text, domainAt);
    if (domain == 0) {
        return std::nullopt;
    }
    qsizetype end = domainAt + domain;
    end += portLength(text, end);
    const bool hasPath = end < text.size() && text[end] == u'/';
    end += hasPath ? 1 + pathLength(text, end + 1) : 0;
    end += queryLength(text, end);
    return ScannedAddress{
        at, end - at, domainAt, domain, protocol > 0, hasPath, at > 0 ? text[at - 1] : QChar()};
}

bool mayStandBefore(QChar c) {
    return turns(c) || !(isAsciiLetterOrDigit(c) || isIn(u"@\uFF20$#\uFF03", c) || isNoCharacter(c));
}

} // namespace

std::optional<ScannedAddress> nextAddress(QStringView text, qsizetype from) {
    for (qsizetype i = from; i < text.size(); ++i) {
        if (mayStandBefore(text[i]) && i + 1 < text.size()) {
            if (const auto address = addressAt(text, i + 1)) {
                return address;
            }
        }
        if (i == 0) {
            if (const auto address = addressAt(text, 0)) {
                return address;
            }
        }
    }
    return std::nullopt;
}

std::optional<LatinDomain> nextLatinDomain(QStringView domain, qsizetype from) {
    for (qsizetype begin = from; begin < domain.size(); ++begin) {
        if (!isOfLatinLabel(domain[begin])) {
            continue;
        }
        qsizetype length = 0;
        qsizetype i = begin;
        while (i < domain.size() &&
               (isOfLatinLabel(domain[i]) || (domain[i] == u'.' && domain[i - 1] != u'.'))) {
            if (domain[i] == u'.') {
                const qsizetype top = topLength(domain.sliced(i + 1));
                length = top > 0 ? i + 1 + top - begin : length;
            }
            ++i;
        }
        if (length > 0) {
            return LatinDomain{begin, length};
        }
        begin = std::max(begin, i - 1);
    }
    return std::nullopt;
}

std::optional<ShortAddress> shortAddress(QStringView address) {
    const qsizetype protocol = address.isEmpty() ? 0 : protocolLength(address, 0);
    constexpr QStringView domain = u"t.co/";
    if (protocol == 0 || !address.sliced(protocol).startsWith(domain, Qt::CaseInsensitive)) {
        return std::nullopt;
    }
    qsizetype end = protocol + domain.size();
    const qsizetype code = end;
    while (end < address.size() && isAsciiLetterOrDigit(address[end])) {
        ++end;
    }
    if (end == code) {
        return std::nullopt;
    }
    return ShortAddress{end + queryLength(address, end), end - code};
}

} // namespace bongsu
