#include "documents/source.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bongsu {

namespace {

struct Character {
    char32_t code;
    int bytes;
};

// Nothing where the bytes at `at` are no UTF-8: too few, too long for what they say, a surrogate.
std::optional<Character> characterIn(QByteArrayView bytes, qsizetype at) {
    const auto lead = quint8(bytes[at]);
    if (lead < 0x80) {
        return Character{lead, 1};
    }
    const int count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + count > bytes.size()) {
        return std::nullopt;
    }
    char32_t code = lead & (0xff >> (count + 1));
    for (qsizetype i = at + 1; i < at + count; ++i) {
        const auto next = quint8(bytes[i]);
        if ((next & 0xc0) != 0x80) {
            return std::nullopt;
        }
        code = (code << 6) | (next & 0x3f);
    }
    constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
    const bool isSurrogate = code >= 0xd800 && code <= 0xdfff;
    return code < least[std::size_t(count)] || isSurrogate || code > 0x10ffff
               ? std::nullopt
               : std::optional(Character{code, count});
}

bool isControl(char32_t c) {
    return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7f && c <= 0x9f && c != 0x85);
}

bool continues(char byte) {
    return (quint8(byte) & 0xc0) == 0x80;
}

QString codeOf(char32_t c) {
    return QStringLiteral("U+%1").arg(uint(c), 4, 16, QLatin1Char('0')).toUpper();
}

} // namespace

SourceText::SourceText(QByteArrayView bytes) : m_lines{0} {
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf"))) {
        bytes = bytes.sliced(3);
    }
    m_bytes.reserve(bytes.size());
    qsizetype line = 0; // where the one being read begins
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
            continue;
        }
        const char byte = bytes[i] == '\r' ? '\n' : bytes[i];
        if (byte == '\n' && QByteArrayView(m_bytes).sliced(line).trimmed().isEmpty()) {
            m_bytes.truncate(line); // a line of spaces and tabs says nothing, and the parser minds the tabs
        }
        m_bytes += byte;
        line = byte == '\n' ? m_bytes.size() : line;
    }
    // The parser would take a quotation that nothing closes for whole where a line ends behind it.
    while (m_bytes.endsWith('\n') || m_bytes.endsWith(' ') || m_bytes.endsWith('\t')) {
        m_bytes.chop(1);
    }
    for (qsizetype i = m_bytes.indexOf('\n'); i >= 0; i = m_bytes.indexOf('\n', i + 1)) {
        m_lines.push_back(i + 1);
    }
}

bool SourceText::isClean(Faults& faults) const {
    bool isClean = true;
    bool isIndentation = true;
    qsizetype tab = -1; // the first of this line's indentation
    for (qsizetype i = 0; i < m_bytes.size();) {
        const auto c = characterIn(m_bytes, i);
        if (!c) {
            faults.add(positionOf(i), FaultCode::NotUtf8);
            return false;
        }
        if (isControl(c->code)) {
            faults.add(positionOf(i), FaultCode::ControlCharacter, codeOf(c->code));
            return false; // one that holds them is likely no text at all
        }
        if (c->code == '\n') {
            isIndentation = true;
            tab = -1;
        } else if (isIndentation && c->code == '\t') {
            tab = tab < 0 ? i : tab;
        } else if (isIndentation && c->code != ' ') {
            isIndentation = false;
            if (tab >= 0) {
                faults.add(positionOf(tab), FaultCode::TabIndentation);
                isClean = false;
            }
        }
        i += c->bytes;
    }
    return isClean;
}

Position SourceText::positionOf(qsizetype offset) const {
    offset = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    const auto line = std::upper_bound(m_lines.begin(), m_lines.end(), offset) - 1;
    const int number = int(line - m_lines.begin()) + 1;
    if (m_counted.position.line != number || m_counted.offset > offset) {
        m_counted = {*line, {number, 1}};
    }
    const auto characters = std::count_if(m_bytes.begin() + m_counted.offset, m_bytes.begin() + offset,
                                          [](char byte) { return !continues(byte); });
    m_counted = {offset, {number, m_counted.position.column + int(characters)}};
    return m_counted.position;
}

qsizetype SourceText::offsetOf(int line, int columnBytes) const {
    if (line < 0) {
        return 0;
    }
    if (std::size_t(line) >= m_lines.size()) {
        return m_bytes.size();
    }
    const qsizetype begin = m_lines[std::size_t(line)];
    const qsizetype next =
        std::size_t(line) + 1 < m_lines.size() ? m_lines[std::size_t(line) + 1] - 1 : m_bytes.size();
    return std::clamp<qsizetype>(begin + columnBytes, begin, next);
}

char SourceText::at(qsizetype offset) const {
    return offset >= 0 && offset < m_bytes.size() ? m_bytes[offset] : '\0';
}

Position SourceText::lastSignBefore(qsizetype offset) const {
    qsizetype end = std::clamp<qsizetype>(offset, 0, m_bytes.size());
    while (end > 0) {
        const qsizetype begin = m_bytes.lastIndexOf('\n', end - 1) + 1;
        QByteArrayView line = QByteArrayView(m_bytes).sliced(begin, end - begin);
        const qsizetype comment = line.startsWith('#') ? 0 : line.indexOf(QByteArrayView(" #"));
        line = line.first(comment >= 0 ? comment : line.size()).trimmed();
        if (!line.isEmpty()) {
            qsizetype last = line.end() - m_bytes.constData() - 1;
            while (last > 0 && continues(m_bytes[last])) {
                --last;
            }
            return positionOf(last);
        }
        end = begin - 1;
    }
    return {};
}

qsizetype SourceText::quoteEnd(qsizetype offset) const {
    const char quote = m_bytes[offset];
    const char before = offset == 0 ? '\n' : m_bytes[offset - 1];
    if ((quote != '"' && quote != '\'') || !QByteArrayView(" \n\t[{,").contains(before)) {
        return offset;
    }
    qsizetype end = offset + 1;
    while (end < m_bytes.size() && m_bytes[end] != quote) {
        end += quote == '"' && m_bytes[end] == '\\' ? 2 : 1;
    }
    return std::min(end, m_bytes.size());
}

qsizetype SourceText::openQuoteFrom(qsizetype offset) const {
    for (qsizetype i = offset; i < m_bytes.size(); ++i) {
        const qsizetype end = quoteEnd(i);
        if (end == m_bytes.size()) {
            return i;
        }
        i = end;
    }
    return offset;
}

qsizetype SourceText::openBracketBetween(qsizetype from, qsizetype to) const {
    std::vector<qsizetype> open;
    for (qsizetype i = from; i < std::min(to + 1, m_bytes.size()); ++i) {
        i = quoteEnd(i);
        const char c = at(i);
        if (c == '[' || c == '{') {
            open.push_back(i);
        } else if (c == ']' || c == '}') {
            if (open.empty() || m_bytes[open.back()] != (c == ']' ? '[' : '{')) {
                break;
            }
            open.pop_back();
        }
    }
    return open.empty() ? from : open.back();
}

} // namespace bongsu
