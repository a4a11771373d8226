#include "domain/incident/composerline.h"

#include "domain/base/nfc.h"

#include <array>

namespace bongsu {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

constexpr auto clocksDiffer = 5min;

// Words that are read, not shown: they belong to the format of a typed line as digits do, so they are not
// translated and both languages hold at once.
struct KindWord {
    QStringView word;
    ComposedKind kind;
};
constexpr std::array kindWords{
    KindWord{u"\uACB0\uC815", ComposedKind::Decision}, // 결정
    KindWord{u"decision", ComposedKind::Decision},
    KindWord{u"\uACF5\uC9C0", ComposedKind::Notice}, // 공지
    KindWord{u"notice", ComposedKind::Notice},
    KindWord{u"\uC694\uCCAD", ComposedKind::Request}, // 요청
    KindWord{u"request", ComposedKind::Request},
    KindWord{u"\uD1B5\uD654", ComposedKind::Call}, // 통화
    KindWord{u"call", ComposedKind::Call},
};
constexpr std::array yesterdayWords{QStringView(u"\uC5B4\uC81C"), // 어제
                                    QStringView(u"yesterday")};
constexpr QStringView telephone = u"\u260E";
constexpr QChar variationSelector(0xFE0F); // some keyboards write the telephone as an emoji

// The line as it is eaten from the front.
class Rest {
  public:
    explicit Rest(QStringView text) : m_text(text.trimmed()) {}

    QStringView text() const { return m_text; }

    bool takeKind(ComposedKind& kind) {
        for (const KindWord& one : kindWords) {
            if (startsWith(one.word) && isColon(m_text.sliced(one.word.size()))) {
                kind = one.kind;
                drop(one.word.size() + 1);
                return true;
            }
        }
        if (m_text.startsWith(telephone)) {
            kind = ComposedKind::Call;
            drop(telephone.size());
            return true;
        }
        return false;
    }

    bool takeYesterday() {
        for (QStringView word : yesterdayWords) {
            if (startsWith(word) && m_text.size() > word.size() && m_text[word.size()].isSpace()) {
                drop(word.size());
                return true;
            }
        }
        return false;
    }

    // "1519", "15:19" or "9:05" with white space behind it: minutes since midnight.
    std::optional<minutes> takeTime() {
        const qsizetype colon = m_text.left(3).indexOf(u':');
        const qsizetype hourDigits = colon > 0 ? colon : 2;
        const qsizetype minuteAt = colon > 0 ? colon + 1 : 2;
        const qsizetype length = minuteAt + 2;
        if (m_text.size() <= length || !m_text[length].isSpace()) {
            return std::nullopt;
        }
        const auto hour = number(m_text.left(hourDigits));
        const auto minute = number(m_text.sliced(minuteAt, 2));
        if (!hour || !minute || *hour > 23 || *minute > 59) {
            return std::nullopt;
        }
        drop(length);
        return std::chrono::hours(*hour) + minutes(*minute);
    }

  private:
    static bool isColon(QStringView text) {
        return text.startsWith(u':') || text.startsWith(u'\uFF1A'); // the full-width one of Korean keyboards
    }
    static std::optional<int> number(QStringView digits) {
        int value = 0;
        for (QChar digit : digits) {
            if (digit < u'0' || digit > u'9') {
                return std::nullopt;
            }
            value = value * 10 + (digit.unicode() - u'0');
        }
        return value;
    }
    bool startsWith(QStringView word) const { return m_text.startsWith(word, Qt::CaseInsensitive); }
    void drop(qsizetype count) {
        m_text = m_text.sliced(count);
        if (m_text.startsWith(variationSelector)) {
            m_text = m_text.sliced(1);
        }
        m_text = m_text.trimmed();
    }

    QStringView m_text;
};

// The moment at that time of day; nothing if it lies ahead.
std::optional<Moment> placed(minutes timeOfDay, bool yesterday, Moment now, minutes utcOffset) {
    const Moment local = now + utcOffset;
    const Moment midnight = std::chrono::floor<std::chrono::days>(local);
    const Moment said = midnight + timeOfDay - utcOffset;
    if (yesterday) {
        return said - 24h;
    }
    if (said <= now + clocksDiffer) {
        return said;
    }
    return local - midnight < 12h ? std::optional(said - 24h) : std::nullopt;
}

} // namespace

ComposerLine parseComposerLine(QStringView typed, Moment now, minutes utcOffset) {
    const QString normal = toNfc(typed);
    Rest rest(normal);
    ComposerLine line;
    const bool kindFirst = rest.takeKind(line.kind);
    Rest beyond = rest;
    const bool yesterday = beyond.takeYesterday();
    if (const auto time = beyond.takeTime()) {
        line.occurredAt = placed(*time, yesterday, now, utcOffset);
    }
    if (line.occurredAt) {
        rest = beyond;
    }
    if (!kindFirst) {
        rest.takeKind(line.kind);
    }
    line.text = rest.text().toString();
    return line;
}

} // namespace bongsu
