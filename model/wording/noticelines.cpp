#include "wording/noticelines.h"

#include "wording/causewords.h"
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

QString withText(const QString& line, const LineWords& words) {
    return words.hasText && !words.text.isEmpty() ? filled(QStringLiteral("%1 \u2013 %2"), {line, words.text})
                                                  : line;
}

QString factsLine(const NoticeProposed& f, const LineWords& words) {
    const QStringList about{nameOf(f.step), numberOf(f.outgoings.size()), words.text};
    if (f.preapproved) {
        return filled(translate("NoticeLine", "Notice, pre-approved text (%1, channels: %2): %3"), about);
    }
    return filled(translate("NoticeLine", "Notice proposed (%1, channels: %2): %3"), about);
}

QString factsLine(const NoticeAnswered& f, const LineWords& words) {
    const QStringList about{words.author, words.entry};
    return f.approval == Approval::Approved
               ? filled(translate("NoticeLine", "%1 approved the notice %2"), about)
               : filled(translate("NoticeLine", "%1 did not approve the notice %2"), about);
}

QString factsLine(const NoticeOverridden&, const LineWords& words) {
    return filled(translate("NoticeLine", "%1 sends the notice %2 without a second person"),
                  {words.author, words.entry});
}

QString factsLine(const NoticeStopped&, const LineWords& words) {
    return filled(translate("NoticeLine", "%1 stopped the notice %2"), {words.author, words.entry});
}

QString factsLine(const DeliveryBegun& f, const LineWords& words) {
    return filled(translate("NoticeLine", "%1: sending begins (notice %2)"), {f.channel, words.entry});
}

QString factsLine(const DeliveryTold& f, const LineWords& words) {
    QString counts = countsLine(f.counts);
    if (f.held) {
        counts += QStringLiteral(" \u00B7 ") + translate("NoticeLine", "held back by a limit");
    }
    if (f.cause) {
        counts += QStringLiteral(" \u00B7 ") + causeName(*f.cause);
    }
    return filled(translate("NoticeLine", "%1: %2 (notice %3)"), {f.channel, counts, words.entry});
}

QString factsLine(const DeliveryDecided& f, const LineWords& words) {
    return filled(translate("NoticeLine", "%1, notice %2: %3 by the decision of %4"),
                  {f.channel, words.entry, nameOf(f.choice), words.author});
}

QString factsLine(const FirstNoticeApproved&, const LineWords& words) {
    return filled(translate("NoticeLine", "%1 approved the text of a first notice for six months"),
                  {words.author});
}

QString factsLine(const FirstNoticeEnded&, const LineWords& words) {
    return filled(translate("NoticeLine", "%1 ended the approval of a first notice"), {words.author});
}

QString factsLine(const SecretSealed& f, const LineWords& words) {
    const QStringList about{f.channel, words.relay};
    return words.hasText
               ? filled(translate("NoticeLine", "Access to the channel %1 given to the relay %2"), about)
               : filled(translate("NoticeLine", "Access to the channel %1 taken from the relay %2"), about);
}

} // namespace bongsu
