#include "wording/noticelines.h"

#include "wording/names.h"
#include "wording/template.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate(); "NoticeLine" is their context.
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

} // namespace

QString countsLine(const DeliveryCounts& counts) {
    QStringList parts;
    const auto add = [&parts](quint64 count, const char* english) {
        if (count > 0) {
            parts += filled(translate("NoticeLine", english), {numberOf(count)});
        }
    };
    add(counts.sent, QT_TRANSLATE_NOOP("NoticeLine", "sent %1"));
    add(counts.delivered, QT_TRANSLATE_NOOP("NoticeLine", "arrived %1"));
    add(counts.waiting, QT_TRANSLATE_NOOP("NoticeLine", "waiting %1"));
    add(counts.failed, QT_TRANSLATE_NOOP("NoticeLine", "failed %1"));
    add(counts.unknown, QT_TRANSLATE_NOOP("NoticeLine", "unknown %1"));
    return parts.isEmpty() ? translate("NoticeLine", "nothing to send")
                           : parts.join(QStringLiteral(" \u00B7 "));
}

QString noticeLine(const NoticeProposed& f, const NoticeWords& words) {
    const QStringList about{nameOf(f.step), numberOf(f.outgoings.size()), words.text};
    if (f.preapproved) {
        return filled(translate("NoticeLine", "Notice, pre-approved text (%1, channels: %2): %3"), about);
    }
    return filled(translate("NoticeLine", "Notice proposed (%1, channels: %2): %3"), about);
}

QString noticeLine(const NoticeAnswered& f, const NoticeWords& words) {
    const QStringList about{words.author, words.notice};
    return f.approval == Approval::Approved
               ? filled(translate("NoticeLine", "%1 approved the notice %2"), about)
               : filled(translate("NoticeLine", "%1 did not approve the notice %2"), about);
}

QString noticeLine(const NoticeOverridden&, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1 sends the notice %2 without a second person"),
                  {words.author, words.notice});
}

QString noticeLine(const NoticeStopped&, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1 stopped the notice %2"), {words.author, words.notice});
}

QString noticeLine(const DeliveryBegun& f, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1: sending begins (notice %2)"), {f.channel, words.notice});
}

QString noticeLine(const DeliveryTold& f, const NoticeWords& words) {
    QString counts = countsLine(f.counts);
    if (f.held) {
        counts += QStringLiteral(" \u00B7 ") + translate("NoticeLine", "held back by a limit");
    }
    return filled(translate("NoticeLine", "%1: %2 (notice %3)"), {f.channel, counts, words.notice});
}

QString noticeLine(const DeliveryDecided& f, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1, notice %2: %3 by the decision of %4"),
                  {f.channel, words.notice, nameOf(f.choice), words.author});
}

QString noticeLine(const FirstNoticeApproved&, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1 approved the text of a first notice for six months"),
                  {words.author});
}

QString noticeLine(const FirstNoticeEnded&, const NoticeWords& words) {
    return filled(translate("NoticeLine", "%1 ended the approval of a first notice"), {words.author});
}

QString noticeLine(const SecretSealed& f, const NoticeWords& words) {
    const QStringList about{f.channel, words.relay};
    return words.hasText
               ? filled(translate("NoticeLine", "Access to the channel %1 given to the relay %2"), about)
               : filled(translate("NoticeLine", "Access to the channel %1 taken from the relay %2"), about);
}

} // namespace bongsu
