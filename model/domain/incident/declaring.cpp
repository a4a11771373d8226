#include "domain/incident/declaring.h"

#include "domain/base/nfc.h"
#include "domain/base/typedword.h"

#include <algorithm>

namespace bongsu {

namespace {

struct SignWord {
    QStringView word;
    GradeSign sign;
};

// Read, not shown (composerline.cpp says why they stand here). The gravest first: the first that fits
// decides.
constexpr std::array signWords{
    SignWord{u"\uD654\uC7AC", GradeSign::WholeSite}, // 화재
    SignWord{u"\uC815\uC804", GradeSign::WholeSite}, // 정전
    SignWord{u"\uC804\uC6D0", GradeSign::WholeSite}, // 전원
    SignWord{u"\uCE68\uC218", GradeSign::WholeSite}, // 침수
    SignWord{u"\uC9C0\uC9C4", GradeSign::WholeSite}, // 지진
    SignWord{u"\uC13C\uD130", GradeSign::WholeSite}, // 센터, 데이터센터
    SignWord{u"fire", GradeSign::WholeSite},
    SignWord{u"power", GradeSign::WholeSite},
    SignWord{u"flood", GradeSign::WholeSite},
    SignWord{u"earthquake", GradeSign::WholeSite},
    SignWord{u"data cent", GradeSign::WholeSite},
    SignWord{u"\uC804\uCCB4", GradeSign::Everything}, // 전체
    SignWord{u"\uC804\uBA74", GradeSign::Everything}, // 전면
    SignWord{u"\uBAA8\uB4E0", GradeSign::Everything}, // 모든
    SignWord{u"everything", GradeSign::Everything},
    SignWord{u"all services", GradeSign::Everything},
    SignWord{u"\uB3D9\uC2DC", GradeSign::Several},       // 동시
    SignWord{u"\uC5EC\uB7EC", GradeSign::Several},       // 여러
    SignWord{u"\uB300\uADDC\uBAA8", GradeSign::Several}, // 대규모
    SignWord{u"several", GradeSign::Several},
    SignWord{u"multiple", GradeSign::Several},
    SignWord{u"\uC9C0\uC5F0", GradeSign::Slow}, // 지연
    SignWord{u"\uB290\uB9BC", GradeSign::Slow}, // 느림
    SignWord{u"\uB290\uB824", GradeSign::Slow}, // 느려
    SignWord{u"\uAC04\uD5D0", GradeSign::Slow}, // 간헐
    SignWord{u"slow", GradeSign::Slow},
    SignWord{u"latency", GradeSign::Slow},
    SignWord{u"intermittent", GradeSign::Slow},
    SignWord{u"\uC9D5\uD6C4", GradeSign::Suspicion}, // 징후
    SignWord{u"\uC870\uC9D0", GradeSign::Suspicion}, // 조짐
    SignWord{u"\uC758\uC2EC", GradeSign::Suspicion}, // 의심
    SignWord{u"suspect", GradeSign::Suspicion},
    SignWord{u"\uC77C\uBD80", GradeSign::Part}, // 일부
    SignWord{u"some", GradeSign::Part},
    SignWord{u"partial", GradeSign::Part},
};

Grade gradeFor(GradeSign sign) {
    switch (sign) {
    case GradeSign::WholeSite:
    case GradeSign::Everything:
        return Grade::Total;
    case GradeSign::Several:
        return Grade::Major;
    case GradeSign::Slow:
        return Grade::Minor;
    case GradeSign::Suspicion:
        return Grade::Watch;
    case GradeSign::Part:
    case GradeSign::Lasted:
    case GradeSign::Nothing:
        break;
    }
    return Grade::Partial;
}

// The gravest whose minutes it lasted.
Grade gradeByMinutes(Millis lasted) {
    Grade grade = Grade::Minor; // somebody felt it
    for (const GradeCriteria& one : gradeCriteria) {
        if (one.grade > grade && one.minutes > 0 && lasted >= std::chrono::minutes(one.minutes)) {
            grade = one.grade;
        }
    }
    return grade;
}

// Words that every title may hold.
constexpr std::array commonWords{
    QStringView(u"\uC7A5\uC560"),       // 장애
    QStringView(u"\uC624\uB958"),       // 오류
    QStringView(u"\uC548\uB428"),       // 안됨
    QStringView(u"\uBC1C\uC0DD"),       // 발생
    QStringView(u"\uC911\uB2E8"),       // 중단
    QStringView(u"\uBD88\uAC00"),       // 불가
    QStringView(u"\uC9C0\uC5F0"),       // 지연
    QStringView(u"\uC804\uCCB4"),       // 전체
    QStringView(u"\uC77C\uBD80"),       // 일부
    QStringView(u"\uC11C\uBE44\uC2A4"), // 서비스
    QStringView(u"outage"),
    QStringView(u"incident"),
    QStringView(u"error"),
    QStringView(u"failure"),
    QStringView(u"down"),
    QStringView(u"slow"),
    QStringView(u"service"),
    QStringView(u"services"),
    QStringView(u"the"),
    QStringView(u"and"),
    QStringView(u"not"),
    QStringView(u"all"),
};

bool isTelling(QStringView word) {
    const bool latin = !word.isEmpty() && word[0].unicode() < 128;
    return word.size() >= (latin ? 3 : 2) &&
           std::none_of(commonWords.begin(), commonWords.end(), [&](QStringView common) {
               // Korean joins its particles: 장애가, 장애로.
               return latin ? word.compare(common, Qt::CaseInsensitive) == 0 : word.startsWith(common);
           });
}

std::vector<QStringView> tellingWords(QStringView title) {
    std::vector<QStringView> words;
    qsizetype from = 0;
    for (qsizetype i = 0; i <= title.size(); ++i) {
        if (i < title.size() && title[i].isLetterOrNumber()) {
            continue;
        }
        if (const QStringView word = title.sliced(from, i - from); isTelling(word)) {
            words.push_back(word);
        }
        from = i + 1;
    }
    return words;
}

// The same, or the same with a particle behind it.
bool areAlike(QStringView a, QStringView b) {
    return a.startsWith(b, Qt::CaseInsensitive) || b.startsWith(a, Qt::CaseInsensitive);
}

} // namespace

GradeProposal proposeGrade(QStringView title, const std::optional<Millis>& lasted) {
    const QString normal = toNfc(title);
    for (const SignWord& one : signWords) {
        const qsizetype at = placeOfWord(normal, one.word);
        if (at >= 0) {
            return {gradeFor(one.sign), one.sign, normal.sliced(at, one.word.size())};
        }
    }
    if (lasted) {
        return {gradeByMinutes(*lasted), GradeSign::Lasted, {}};
    }
    return {gradeFor(GradeSign::Nothing), GradeSign::Nothing, {}};
}

bool isOpen(const Incident& incident) {
    return incident.phase.value < Phase::Resolved;
}

bool mayBeTheSame(QStringView title, const Incident& other, QStringView otherTitle) {
    if (!isOpen(other)) {
        return false;
    }
    const QString mine = toNfc(title);
    const QString theirs = toNfc(otherTitle);
    const auto isNamed = [&](const QString& key) { return mine.contains(key, Qt::CaseInsensitive); };
    if (std::any_of(other.sites.begin(), other.sites.end(), isNamed) ||
        std::any_of(other.services.begin(), other.services.end(), isNamed)) {
        return true;
    }
    const auto ours = tellingWords(mine);
    const auto others = tellingWords(theirs);
    return std::any_of(ours.begin(), ours.end(), [&](QStringView word) {
        return std::any_of(others.begin(), others.end(),
                           [&](QStringView otherWord) { return areAlike(word, otherWord); });
    });
}

Course courseOf(const Incident& incident, Moment phaseSetAt, Moment now) {
    const Moment from = incident.began.value_or(incident.declaredAt);
    if (incident.ended) {
        return {from, *incident.ended, false};
    }
    const bool running = isOpen(incident);
    return {from, std::max(from, running ? now : phaseSetAt), running};
}

} // namespace bongsu
