#include "domain/incident/askedsearch.h"

#include "domain/base/hangul.h"
#include "domain/base/nfc.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

using namespace std::chrono_literals;
using std::chrono::minutes;

// Words that are read, not shown: they belong to the format of a typed line, in both languages at once.
struct FilterName {
    QStringView word;
    FilterWord filter;
};
constexpr std::array filterNames{
    FilterName{u"\uC0AC\uB78C", FilterWord::Person}, // 사람
    FilterName{u"person", FilterWord::Person},
    FilterName{u"\uC885\uB958", FilterWord::Kind}, // 종류
    FilterName{u"kind", FilterWord::Kind},
    FilterName{u"\uC11C\uBE44\uC2A4", FilterWord::Service}, // 서비스
    FilterName{u"service", FilterWord::Service},
};

struct KindName {
    QStringView word;
    LineKind kind;
};
constexpr std::array kindNames{
    KindName{u"\uC120\uC5B8", LineKind::Declaration}, // 선언
    KindName{u"declaration", LineKind::Declaration},
    KindName{u"\uC0C1\uD669", LineKind::Note}, // 상황
    KindName{u"observation", LineKind::Note},
    KindName{u"\uD1B5\uD654", LineKind::Call}, // 통화
    KindName{u"call", LineKind::Call},
    KindName{u"\uC694\uCCAD", LineKind::Request}, // 요청
    KindName{u"request", LineKind::Request},
    KindName{u"\uACB0\uC815", LineKind::Decision}, // 결정
    KindName{u"decision", LineKind::Decision},
    KindName{u"\uACF5\uC9C0", LineKind::Notice}, // 공지
    KindName{u"notice", LineKind::Notice},
    KindName{u"\uC11C\uBE44\uC2A4", LineKind::Service}, // 서비스
    KindName{u"service", LineKind::Service},
    KindName{u"\uBCF5\uAD6C", LineKind::Restoration}, // 복구
    KindName{u"restoration", LineKind::Restoration},
    KindName{u"\uB9C9\uD78C \uAC83", LineKind::Blocker}, // 막힌 것
    KindName{u"blocker", LineKind::Blocker},
    KindName{u"\uAD00\uACC4\uAE30\uAD00", LineKind::Authority}, // 관계기관
    KindName{u"authority", LineKind::Authority},
    KindName{u"\uC815\uC815", LineKind::Correction}, // 정정
    KindName{u"correction", LineKind::Correction},
    KindName{u"\uC9C0\uD718", LineKind::Command}, // 지휘
    KindName{u"command", LineKind::Command},
    KindName{u"\uC5ED\uD560", LineKind::Role}, // 역할
    KindName{u"role", LineKind::Role},
    KindName{u"\uD560 \uC77C", LineKind::Task}, // 할 일
    KindName{u"task", LineKind::Task},
    KindName{u"\uC704\uC6D0\uD68C", LineKind::Committee}, // 위원회
    KindName{u"committee", LineKind::Committee},
    KindName{u"\uAD50\uB300", LineKind::Period}, // 교대
    KindName{u"period", LineKind::Period},
};
constexpr std::array yesterdayWords{QStringView(u"\uC5B4\uC81C"), QStringView(u"yesterday")}; // 어제
constexpr std::array todayWords{QStringView(u"\uC624\uB298"), QStringView(u"today")};         // 오늘

bool isColon(QChar c) {
    return c == u':' || c == u'\uFF1A'; // the full-width one of Korean keyboards
}

// "person:…": the filter and where its value begins.
std::optional<std::pair<FilterWord, qsizetype>> filterOf(QStringView token) {
    for (const FilterName& name : filterNames) {
        const qsizetype size = name.word.size();
        if (token.size() > size && token.startsWith(name.word, Qt::CaseInsensitive) && isColon(token[size])) {
            return std::pair(name.filter, size + 1);
        }
    }
    return std::nullopt;
}

bool holds(const auto& words, QStringView word) {
    return std::any_of(words.begin(), words.end(),
                       [&](QStringView one) { return one.compare(word, Qt::CaseInsensitive) == 0; });
}

std::optional<int> numberOf(QStringView digits, qsizetype mostDigits) {
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    if (digits.isEmpty() || digits.size() > mostDigits ||
        !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    return digits.toInt();
}

std::optional<minutes> timeOfDay(QStringView word) {
    const qsizetype colon = word.indexOf(u':');
    const bool four = colon < 0 && word.size() == 4;
    const auto hour = numberOf(four ? word.first(2) : word.first(std::max<qsizetype>(colon, 0)), 2);
    const auto minute =
        four ? numberOf(word.sliced(2), 2)
             : (colon >= 0 && word.size() == colon + 3 ? numberOf(word.sliced(colon + 1), 2) : std::nullopt);
    if (!hour || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    return std::chrono::hours(*hour) + minutes(*minute);
}

using Day = std::chrono::sys_days; // of the wall clock

std::optional<Day> dayOf(int year, int month, int day) {
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    return date.ok() ? std::optional(Day(date)) : std::nullopt;
}

// Of this year, the last and the next, the one nearest to `near`.
std::optional<Day> nearestDay(int month, int day, Day near) {
    const int year = int(std::chrono::year_month_day(near).year());
    std::optional<Day> best;
    for (const int candidate : {year - 1, year, year + 1}) {
        const auto one = dayOf(candidate, month, day);
        if (one && (!best || std::chrono::abs(*one - near) < std::chrono::abs(*best - near))) {
            best = one;
        }
    }
    return best;
}

std::optional<Day> dayNamed(QStringView word, Day lookedAt, Day today) {
    if (holds(yesterdayWords, word)) {
        return today - std::chrono::days(1);
    }
    if (holds(todayWords, word)) {
        return today;
    }
    QString plain = word.toString();
    plain.replace(u'/', u'-').replace(u'.', u'-');
    const QStringList parts = plain.split(u'-');
    if (parts.size() == 2) {
        const auto month = numberOf(parts[0], 2);
        const auto day = numberOf(parts[1], 2);
        return month && day ? nearestDay(*month, *day, lookedAt) : std::nullopt;
    }
    if (parts.size() == 3) {
        const auto year = numberOf(parts[0], 4);
        const auto month = numberOf(parts[1], 2);
        const auto day = numberOf(parts[2], 2);
        return year && month && day ? dayOf(*year, *month, *day) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace

AskedSearch parseAskedSearch(QStringView typed) {
    AskedSearch asked;
    for (const QString& token : toNfc(typed).simplified().split(u' ', Qt::SkipEmptyParts)) {
        const auto filter = filterOf(token);
        if (!filter) {
            asked.words += token;
            continue;
        }
        const QString value = token.sliced(filter->second);
        if (value.isEmpty()) {
            continue; // not typed yet
        }
        if (filter->first == FilterWord::Person) {
            asked.persons += value;
        } else if (filter->first == FilterWord::Service) {
            asked.service = value;
        } else {
            const std::size_t before = asked.kinds.size();
            const NameQuery query(value);
            for (const KindName& kind : kindNames) {
                const bool known =
                    std::find(asked.kinds.begin(), asked.kinds.end(), kind.kind) != asked.kinds.end();
                if (!known && query.rank(kind.word).value_or(9) < 4) { // from a word's beginning
                    asked.kinds.push_back(kind.kind);
                }
            }
            asked.isUnknownKind = asked.isUnknownKind || asked.kinds.size() == before;
        }
    }
    return asked;
}

std::optional<FilterAtEnd> filterAtEnd(QStringView typed) {
    const qsizetype from = typed.lastIndexOf(u' ') + 1;
    const auto filter = filterOf(typed.sliced(from));
    if (!filter) {
        return std::nullopt;
    }
    return FilterAtEnd{filter->first, typed.sliced(from + filter->second).toString(), from + filter->second};
}

std::optional<AskedPlace> parseAskedPlace(QStringView typed, Moment lookedAt, Moment now, minutes utcOffset) {
    const QStringList words =
        toNfc(typed).replace(u'\uFF1A', u':').simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.isEmpty() || words.size() > 2) {
        return std::nullopt;
    }
    if (words[0].startsWith(u'#')) {
        const auto seq = words.size() == 1 ? numberOf(QStringView(words[0]).sliced(1), 9) : std::nullopt;
        return seq && *seq > 0 ? std::optional(AskedPlace{.seq = quint64(*seq)}) : std::nullopt;
    }
    const auto dayAt = [&](Moment at) { return std::chrono::floor<std::chrono::days>(at + utcOffset); };
    const auto time = timeOfDay(words.back());
    const bool hasDay = words.size() == 2 || !time;
    if (words.size() == 2 && !time) {
        return std::nullopt;
    }
    const auto day =
        hasDay ? dayNamed(words.front(), dayAt(lookedAt), dayAt(now)) : std::optional(dayAt(lookedAt));
    if (!day) {
        return std::nullopt;
    }
    return AskedPlace{.time = Moment(*day) + time.value_or(0min) - utcOffset};
}

} // namespace bongsu
