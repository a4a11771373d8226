#include "wording/callscript.h"

#include "domain/notice/render.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

QString sentenceOf(const LocalText& text) {
    const QString words = text.in(languageInstalled()).trimmed();
    return words.isEmpty() || words.endsWith(u'.') ? words : words + u'.';
}

QString causeWords(const NoticeFacts& facts) {
    if (facts.cause.isEmpty() || facts.certainty == Certainty::Investigating) {
        return translate("CallScript",
                         "We are looking for the cause, and will say so as soon as it is confirmed.");
    }
    return facts.certainty == Certainty::Confirmed
               ? sentenceOf(facts.cause)
               : filled(translate("CallScript", "It is suspected and not confirmed: %1"),
                        {sentenceOf(facts.cause)});
}

QString recoveryWords(const NoticeFacts& facts, Moment now) {
    QStringList words;
    words += facts.recovery ? filled(translate("CallScript", "It is expected back at %1."),
                                     {clockSeenFrom(*facts.recovery, now)})
                            : translate("CallScript", "Nobody can say yet. (Promise no time.)");
    if (facts.next) {
        words += filled(translate("CallScript", "We report again by %1."), {clockSeenFrom(*facts.next, now)});
    }
    return words.join(u' ');
}

QString compensationWords(const CompensationFacts& facts) {
    if (facts.who.isEmpty()) {
        return translate("CallScript",
                         "It is not decided yet, and will be told in a notice. (Promise nothing.)");
    }
    QStringList words;
    for (const LocalText& one : {facts.who, facts.criteria, facts.procedure}) {
        if (!one.isEmpty()) {
            words += sentenceOf(one);
        }
    }
    return words.join(u' ');
}

} // namespace

QString callScript(const NoticeFacts& facts, Moment now) {
    QStringList lines{
        filled(translate("CallScript", "For whoever answers the telephone, as of %1"), {clockOf(now)})};
    const auto add = [&lines](const QString& question, const QString& answer) {
        if (!answer.isEmpty()) {
            lines += QString();
            lines += QStringLiteral("Q. ") + question;
            lines += QStringLiteral("A. ") + answer;
        }
    };
    const QString services = servicesInFull(facts.services, languageInstalled());
    QStringList what;
    if (!facts.services.empty()) {
        what += facts.since ? filled(translate("CallScript", "%1, since %2."),
                                     {services, clockSeenFrom(*facts.since, now)})
                            : services + u'.';
    }
    if (!facts.feels.isEmpty()) {
        what += sentenceOf(facts.feels);
    }
    add(translate("CallScript", "What does not work, and since when?"), what.join(u' '));
    if (facts.ended) {
        add(translate("CallScript", "Does it work again?"),
            filled(translate("CallScript", "Yes, since %1."), {clockSeenFrom(*facts.ended, now)}));
    }
    add(translate("CallScript", "Why?"), causeWords(facts));
    add(translate("CallScript", "What are you doing about it?"),
        facts.doing.isEmpty() ? translate("CallScript", "We are working on it with everybody we have.")
                              : sentenceOf(facts.doing));
    if (!facts.ended) {
        add(translate("CallScript", "When does it work again?"), recoveryWords(facts, now));
    }
    add(translate("CallScript", "Is there compensation?"), compensationWords(facts.compensation));
    add(translate("CallScript", "Where can I look?"),
        facts.code.isEmpty() ? facts.link
                             : filled(translate("CallScript", "%1, code %2"), {facts.link, facts.code}));
    return lines.join(u'\n');
}

} // namespace bongsu
