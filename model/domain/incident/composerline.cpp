#include "domain/incident/composerline.h"

#include "domain/base/nfc.h"

#include <array>
#include <span>

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
    KindWord{u"\uC804\uD654", ComposedKind::Call}, // 전화
    KindWord{u"call", ComposedKind::Call},
};
constexpr std::array yesterdayWords{QStringView(u"\uC5B4\uC81C"), // 어제
                                    QStringView(u"yesterday")};
constexpr std::array tomorrowWords{QStringView(u"\uB0B4\uC77C"), // 내일
                                   QStringView(u"tomorrow")};
constexpr QStringView spanMarks =
    u"-~\u2013\u2014\u223C\uFF5E\u301C"; // with the dashes and tildes of keyboards
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

    bool takeDay(std::span<const QStringView> words) {
        for (QStringView word : words) {
            if (startsWith(word) && m_text.size() > word.size() && m_text[word.size()].isSpace()) {
                drop(word.size());
                return true;
            }
        }
        return false;
    }

    // "1519", "15:19" or "9:05" with white space behind it: minutes since midnight.
    std::optional<minutes> takeTime() {
        const auto time = timeAtFront(m_text);
        if (!time || !isEndedBySpace(m_text, time->length)) {
            return std::nullopt;
        }
        drop(time->length);
        return time->ofDay;
    }

    // The same with nothing behind it.
    std::optional<minutes> onlyTime() const {
        const auto time = timeAtFront(m_text);
        return time && time->length == m_text.size() ? std::optional(time->ofDay) : std::nullopt;
    }

    // "1344-1350", "13:44 ~ 13:50" with white space behind it.
    std::optional<std::pair<minutes, minutes>> takeSpan() {
        const auto from = timeAtFront(m_text);
        const QStringView behind = from ? m_text.sliced(from->length).trimmed() : QStringView();
        if (behind.isEmpty() || !spanMarks.contains(behind[0])) {
            return std::nullopt;
        }
        const QStringView second = behind.sliced(1).trimmed();
        const auto until = timeAtFront(second);
        if (!until || !isEndedBySpace(second, until->length)) {
            return std::nullopt;
        }
        m_text = second;
        drop(until->length);
        return std::pair{from->ofDay, until->ofDay};
    }

  private:
    struct TimeOfDay {
        minutes ofDay;
        qsizetype length; // in the text
    };
    static std::optional<TimeOfDay> timeAtFront(QStringView text) {
        const qsizetype colon = text.left(3).indexOf(u':');
        const qsizetype hourDigits = colon > 0 ? colon : 2;
        const qsizetype minuteAt = colon > 0 ? colon + 1 : 2;
        const qsizetype length = minuteAt + 2;
        if (text.size() < length) {
            return std::nullopt;
        }
        const auto hour = number(text.left(hourDigits));
        const auto minute = number(text.sliced(minuteAt, 2));
        if (!hour || !minute || *hour > 23 || *minute > 59) {
            return std::nullopt;
        }
        return TimeOfDay{std::chrono::hours(*hour) + minutes(*minute), length};
    }
    static bool isEndedBySpace(QStringView text, qsizetype at) {
        return text.size() > at && text[at].isSpace();
    }
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
    const bool yesterday = beyond.takeDay(yesterdayWords);
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

DeclaredLine parseDeclaredLine(QStringView typed, Moment now, minutes utcOffset) {
    const QString normal = toNfc(typed);
    Rest rest(normal);
    const bool yesterday = rest.takeDay(yesterdayWords);
    if (const auto span = rest.takeSpan()) {
        const auto began = placed(span->first, yesterday, now, utcOffset);
        const minutes lasted = span->second - span->first;
        const auto ended = began ? std::optional(*began + (lasted < 0min ? lasted + 24h : lasted)) : began;
        if (ended && *ended <= now + clocksDiffer) {
            return {began, ended, rest.text().toString()};
        }
    }
    const ComposerLine line = parseComposerLine(typed, now, utcOffset);
    return {line.occurredAt, std::nullopt, line.text};
}

std::optional<Moment> parseComingTime(QStringView typed, Moment now, minutes utcOffset) {
    constexpr int mostMinutes = 60 * 24 * 30;
    const QString normal = toNfc(typed).trimmed();
    if (normal.startsWith(u'+')) {
        bool isNumber = false;
        const int in = QStringView(normal).sliced(1).trimmed().toInt(&isNumber);
        return isNumber && in > 0 && in <= mostMinutes ? std::optional(now + minutes(in)) : std::nullopt;
    }
    Rest rest(normal);
    const bool tomorrow = rest.takeDay(tomorrowWords);
    const auto time = rest.onlyTime();
    if (!time) {
        return std::nullopt;
    }
    const Moment midnight = std::chrono::floor<std::chrono::days>(now + utcOffset);
    const Moment said = midnight + *time - utcOffset;
    return tomorrow || said <= now ? said + 24h : said;
}

std::optional<int> digitAlone(QStringView typed) {
    const QStringView line = typed.trimmed();
    const bool isDigit = line.size() == 1 && line[0] >= u'1' && line[0] <= u'9';
    return isDigit ? std::optional(line[0].digitValue()) : std::nullopt;
}

} // namespace bongsu
