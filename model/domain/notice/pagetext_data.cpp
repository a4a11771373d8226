#include "domain/notice/pagetext.h"

#include "domain/notice/count.h"
#include "domain/notice/noticetimes.h"
#include "domain/notice/render.h"
#include "domain/notice/textmeasure.h"

#include <array>

namespace bongsu {

namespace {

bool isKorean(Language language) {
    return language == Language::Korean;
}

// What a telephone cannot show must not keep somebody from being called.
QString shownOnTelephones(const QString& text) {
    QString shown = text.simplified();
    for (EucKrCount count = eucKrBytes(shown); !count.foreign.isEmpty(); count = eucKrBytes(shown)) {
        shown.replace(count.foreign, QStringLiteral("?"));
    }
    return shown;
}

// At most so many bytes, with an ellipsis where it was cut.
QString cutTo(QString text, qsizetype bytes) {
    const QString ellipsis = u"…"_qs;
    if (eucKrBytes(text).bytes <= bytes) {
        return text;
    }
    while (!text.isEmpty() && eucKrBytes(text + ellipsis).bytes > bytes) {
        text.chop(1);
    }
    return text.isEmpty() ? text : text + ellipsis;
}

QString beginning(Language language, const PageFacts& facts) {
    const QString mark = facts.isDrill ? drillMark(language) + u' ' : QString();
    return mark + (isKorean(language) ? u"[봉수] "_qs : u"[Bongsu] "_qs);
}

QString smsText(Language language, const PageFacts& facts) {
    const QString called = cutTo(shownOnTelephones(facts.called), 24);
    const QString before =
        beginning(language, facts) + (isKorean(language) ? called + u" 호출"_qs : u"Called: "_qs + called);
    QString behind;
    if (!facts.code.isEmpty()) {
        behind = isKorean(language) ? u" 수락 %1 불가 %1X 회신"_qs.arg(facts.code)
                                    : u" Reply %1 yes, %1X no"_qs.arg(facts.code);
    }
    const qsizetype room = smsBytes - eucKrBytes(before + behind).bytes - 2;
    const QString title = facts.title.isEmpty() ? QString() : cutTo(shownOnTelephones(facts.title), room);
    return title.isEmpty() ? before + behind : before + u": "_qs + title + behind;
}

QString mailBody(Language language, const PageFacts& facts) {
    QStringList lines;
    if (!facts.person.isEmpty()) {
        lines += isKorean(language) ? u"%1 님께"_qs.arg(facts.person) : u"%1,"_qs.arg(facts.person);
    }
    lines += isKorean(language) ? u"%1 자리로 호출되었습니다."_qs.arg(facts.called)
                                : u"you are called: %1."_qs.arg(facts.called);
    if (!facts.title.isEmpty()) {
        lines += isKorean(language) ? u"장애: %1"_qs.arg(facts.title) : u"Incident: %1"_qs.arg(facts.title);
    }
    const QString how = isKorean(language)
                            ? u"봉수를 열어 수락하거나, 상황실에 전화로 답해 주십시오."_qs
                            : u"Open Bongsu and accept, or answer the war room by telephone."_qs;
    if (facts.acceptBy) {
        const QString until = noticeTime(*facts.acceptBy, *facts.acceptBy, seoulOffset, language);
        lines += isKorean(language) ? u"%1까지 답이 없으면 다음 사람을 부릅니다."_qs.arg(until)
                                    : u"Without an answer by %1 the next person is called."_qs.arg(until);
    }
    lines += how;
    return lines.join(u'\n');
}

} // namespace

NoticeText pageText(const Channel& channel, Language language, const PageFacts& facts) {
    NoticeText text{.channel = channel.key, .audience = Audience::Staff, .language = language};
    if (channel.kind == ChannelKind::Sms) {
        text.body = smsText(language, facts);
        return text;
    }
    const QString title = facts.title.isEmpty() ? QString() : u": "_qs + facts.title;
    text.title = (beginning(language, facts) +
                  (isKorean(language) ? facts.called + u" 호출"_qs : u"Called: "_qs + facts.called) + title)
                     .simplified();
    text.body = mailBody(language, facts);
    return text;
}

std::optional<PageReply> pageReplyIn(const QString& text) {
    static const std::array refusals{u"x"_qs, u"no"_qs, u"불가"_qs, u"거절"_qs, u"못"_qs};
    const QString said = text.normalized(QString::NormalizationForm_KC).toLower();
    for (qsizetype at = 0; at < said.size();) {
        qsizetype end = at;
        while (end < said.size() && said[end] >= u'0' && said[end] <= u'9') {
            ++end;
        }
        if (end - at == pageCodeDigits) {
            const bool isNo = std::any_of(refusals.begin(), refusals.end(),
                                          [&said](const QString& word) { return said.contains(word); });
            return PageReply{said.mid(at, pageCodeDigits),
                             isNo ? SeatAnswer::Declined : SeatAnswer::Accepted};
        }
        at = std::max(end, at + 1);
    }
    return std::nullopt;
}

QString pageAnswerText(PageHeard heard, Language language) {
    const bool korean = isKorean(language);
    switch (heard) {
    case PageHeard::Accepted:
        return korean ? u"[봉수] 수락으로 기록했습니다."_qs : u"[Bongsu] Recorded: you accept."_qs;
    case PageHeard::Declined:
        return korean ? u"[봉수] 불가로 기록했습니다. 다음 사람을 부릅니다."_qs
                      : u"[Bongsu] Recorded: you cannot. The next is called."_qs;
    case PageHeard::Over:
        return korean ? u"[봉수] 이미 끝난 호출입니다. 상황실에 확인해 주십시오."_qs
                      : u"[Bongsu] That call is over. Please ask the war room."_qs;
    case PageHeard::Unread:
        break;
    }
    return korean ? u"[봉수] 맞는 호출이 없습니다. 번호를 확인하거나 상황실에 전화해 주십시오."_qs
                  : u"[Bongsu] No call with that number. Please check it, or ring the war room."_qs;
}

} // namespace bongsu
