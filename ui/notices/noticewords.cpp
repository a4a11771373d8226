#include "ui/notices/noticewords.h"

#include "wording/causewords.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/noticelines.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate(); "Notices" is their context.
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}
QString dotted(const QStringList& parts) {
    return parts.join(QStringLiteral(" \u00B7 "));
}

QString nameOf(const Channels* channels, const QString& key) {
    const Channel* channel = channels ? channels->channel(key) : nullptr;
    return channel ? channel->name.in(languageInstalled()) : key;
}

QString limitWords(const PartCount& count) {
    const QString words =
        numberOf(quint64(count.used)) + QStringLiteral(" / ") + numberOf(quint64(count.limit));
    const bool bytes = count.unit == TextUnit::EucKrBytes || count.unit == TextUnit::Utf8Bytes;
    return bytes ? filled(translate("Notices", "%1 bytes"), {words}) : words;
}

QString blockedWords(const Blocked& blocked) {
    switch (blocked.reason) {
    case BlockReason::NoTemplate:
        return translate("Notices", "There is no text for this step and these readers.");
    case BlockReason::TooLong:
        return filled(translate("Notices", "Too long by %1: shorten what you wrote."),
                      {numberOf(quint64(blocked.over))});
    case BlockReason::Character:
        return filled(translate("Notices", "It cannot carry this character: %1"), {blocked.word});
    case BlockReason::Emoji:
        return filled(translate("Notices", "It cannot carry an emoji: %1"), {blocked.word});
    case BlockReason::FactMissing:
        return filled(translate("Notices", "A fact is missing: %1"), {blocked.word});
    case BlockReason::Untranslated:
        return filled(translate("Notices", "Not written in this language: %1"), {blocked.word});
    }
    return {};
}

QString fateWords(const SharedFate& fate, const Catalogue& catalogue) {
    QString name = fate.key;
    for (const CatalogueService& service : catalogue.services) {
        if (fate.what == SharedFate::What::Service && service.key == fate.key) {
            name = service.name.in(languageInstalled());
        }
    }
    return filled(translate("Notices", "It stands on what has failed: %1"), {name});
}

double shareOf(const PartCount& count) {
    return count.limit > 0 ? std::min(1.0, double(count.used) / double(count.limit)) : 0;
}

QString languageMark(Language language) {
    return language == Language::Korean ? translate("Notices", "In Korean")
                                        : translate("Notices", "In English");
}

// The texts of one channel, the language installed first; others below it.
template <class Texts>
void takeTexts(NoticeCard& card, Texts texts) {
    std::stable_sort(texts.begin(), texts.end(), [](const NoticeText* a, const NoticeText* b) {
        return (a->language == languageInstalled()) > (b->language == languageInstalled());
    });
    QStringList bodies;
    for (const NoticeText* text : texts) {
        if (bodies.isEmpty()) {
            card.title = text->title;
            bodies += text->body;
        } else {
            bodies += (text->title.isEmpty() ? QString() : text->title + u'\n') + text->body;
        }
    }
    card.body = bodies.join(QStringLiteral("\n\n"));
}

NoticeCard cardOf(const QString& key, const std::vector<const RenderedText*>& rendered,
                  const Channels& channels) {
    NoticeCard card{key, nameOf(&channels, key)};
    std::vector<const NoticeText*> going;
    const PartCount* nearest = nullptr;
    QStringList feet;
    for (const RenderedText* one : rendered) {
        if (one->blocked) {
            const QString words = blockedWords(*one->blocked);
            feet +=
                rendered.size() > 1 ? languageMark(one->text.language) + QStringLiteral(": ") + words : words;
            card.footInk = Ink::Ember;
            continue;
        }
        going.push_back(&one->text);
        if (!nearest || shareOf(one->count.body) > shareOf(*nearest)) {
            nearest = &one->count.body;
        }
        if (!one->internal.empty()) {
            feet +=
                filled(translate("Notices", "Internal words stand in it: %1"),
                       {QStringList(one->internal.begin(), one->internal.end()).join(QStringLiteral(", "))});
            card.footInk = Ink::Ember;
        }
    }
    takeTexts(card, going);
    if (going.empty()) {
        card.out = true;
        card.note = translate("Notices", "blocked");
        card.noteInk = Ink::Ember;
    } else if (nearest) {
        card.note = limitWords(*nearest);
        card.share = shareOf(*nearest);
        const auto shortened = std::count_if(rendered.begin(), rendered.end(), [](const RenderedText* one) {
            return !one->shortened.empty() || !one->dropped.empty();
        });
        if (shortened > 0) {
            feet += translate("Notices", "shortened to fit");
        }
    }
    card.foot = dotted(feet);
    return card;
}

} // namespace

QString spokenWords(const NoticeCard& card) {
    QStringList parts{card.name, card.note, card.title, card.body, card.foot};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

std::vector<NoticeCard> cardsOf(const NoticeDraft& draft, const Channels& channels,
                                const Catalogue& catalogue) {
    std::vector<NoticeCard> going;
    std::vector<NoticeCard> hindered;
    std::vector<NoticeCard> left;
    const auto renderedOn = [&draft](const QString& key) {
        std::vector<const RenderedText*> rendered;
        for (const RenderedText& one : draft.rendered) {
            if (one.text.channel == key) {
                rendered.push_back(&one);
            }
        }
        return rendered;
    };
    for (const DraftedChannel& channel : draft.channels) {
        const auto rendered = renderedOn(channel.key);
        if (!rendered.empty()) {
            NoticeCard card = cardOf(channel.key, rendered, channels);
            const auto out = std::find_if(draft.proposed.outgoings.begin(), draft.proposed.outgoings.end(),
                                          [&](const Outgoing& one) { return one.channel == channel.key; });
            if (!card.out && out != draft.proposed.outgoings.end() && out->standsInFor) {
                const QString words =
                    filled(translate("Notices", "stands in for %1"), {nameOf(&channels, *out->standsInFor)});
                card.foot = card.foot.isEmpty() ? words : dotted({words, card.foot});
            }
            (card.out ? hindered : going).push_back(std::move(card));
            continue;
        }
        NoticeCard card{channel.key, nameOf(&channels, channel.key)};
        card.out = true;
        card.note = channel.fate ? translate("Notices", "blocked") : translate("Notices", "not chosen");
        card.body = channel.fate ? fateWords(*channel.fate, catalogue) : QString();
        (channel.fate ? hindered : left).push_back(std::move(card));
    }
    going.insert(going.end(), hindered.begin(), hindered.end());
    going.insert(going.end(), left.begin(), left.end());
    return going;
}

std::vector<NoticeCard> cardsOf(const NoticeStatus& notice, const NoticeTexts* texts,
                                const Channels* channels, Moment now) {
    std::vector<NoticeCard> cards;
    for (const Outgoing& outgoing : notice.outgoings) {
        NoticeCard card{outgoing.channel, nameOf(channels, outgoing.channel)};
        if (texts) {
            takeTexts(card, texts->of(outgoing.channel));
        }
        const auto found = notice.deliveries.find(outgoing.channel);
        if (found == notice.deliveries.end()) {
            card.note = notice.standing == NoticeStatus::Standing::Approved ? translate("Notices", "waiting")
                                                                            : QString();
            if (outgoing.standsInFor) {
                card.foot = filled(translate("Notices", "only if %1 fails"),
                                   {nameOf(channels, *outgoing.standsInFor)});
            }
            cards.push_back(std::move(card));
            continue;
        }
        const DeliveryStatus& delivery = found->second;
        const DeliveryCounts& counts = delivery.counts;
        const quint64 all = counts.total();
        const bool needsPerson = !choicesOf(delivery).empty();
        card.note = countsLine(counts);
        card.noteInk = needsPerson || counts.failed > 0 ? Ink::Ember
                       : delivery.isUnderWay            ? Ink::Info
                                                        : Ink::Good;
        card.share = all > 0 ? double(counts.sent) / double(all) : 0;
        card.shareInk = needsPerson || counts.failed > 0 ? Ink::Ember : Ink::Good;
        QStringList feet{clockSeenFrom(delivery.firstSent.value_or(delivery.since), now)};
        if (needsPerson) {
            feet += delivery.held ? translate("Notices", "held back by a limit: decide")
                                  : translate("Notices", "nobody knows whether it went out: decide");
            card.footInk = Ink::Ember;
        } else if (delivery.decided) {
            feet += nameOf(*delivery.decided);
        }
        if (!delivery.cause.isEmpty()) {
            feet += causeName(delivery.cause);
        }
        card.foot = dotted(feet);
        cards.push_back(std::move(card));
    }
    return cards;
}

QString stepName(NoticeStep step) {
    return capitalised(nameOf(step));
}

QString reachWords(const Reach& reach) {
    QStringList parts;
    if (!reach.messages) {
        parts += translate("Notices", "how many messages is not known: no relay has counted its list");
    } else if (*reach.messages > 0) {
        parts += filled(translate("Notices", "messages to lists: %1"), {numberOf(*reach.messages)});
    }
    if (reach.won && *reach.won > 0) {
        parts += filled(translate("Notices", "about %1 won"), {numberOf(*reach.won)});
    }
    if (reach.lasts && *reach.lasts > Millis(0)) {
        parts += filled(translate("Notices", "takes %1"), {spanOf(*reach.lasts)});
    }
    return dotted(parts);
}

DeliveryCounts countsOf(const NoticeStatus& notice) {
    DeliveryCounts all{};
    for (const auto& [channel, delivery] : notice.deliveries) {
        all.waiting += delivery.counts.waiting;
        all.sent += delivery.counts.sent;
        all.delivered += delivery.counts.delivered;
        all.failed += delivery.counts.failed;
        all.unknown += delivery.counts.unknown;
    }
    return all;
}

// In a list there is room for what asks for a look; the cards tell all.
static DeliveryCounts worstOf(DeliveryCounts counts) {
    if (counts.failed + counts.unknown > 0) {
        counts.sent = counts.delivered = counts.waiting = 0;
    }
    return counts;
}

PanelLine noticeLineOf(const BoardContext& board, const EventId& id, const NoticeStatus& notice) {
    using Standing = NoticeStatus::Standing;
    PanelLine line;
    line.key = id.toHex();
    line.name = stepName(notice.step);
    line.end = timeOnBoard(board, notice.settledAt.value_or(notice.at));
    const bool needsPerson = std::any_of(notice.deliveries.begin(), notice.deliveries.end(),
                                         [](const auto& one) { return !choicesOf(one.second).empty(); });
    switch (notice.standing) {
    case Standing::Open: {
        const bool over = board.now > notice.approveBy || isOvertaken(notice, board.incident.approved);
        line.mark = Mark::HollowPlay;
        line.markInk = over ? Ink::Quiet : Ink::Ember;
        line.state = over ? translate("Notices", "lapsed") : translate("Notices", "not approved yet");
        line.stateInk = over ? Ink::Quiet : Ink::Ember;
        break;
    }
    case Standing::Approved:
        line.mark = Mark::Play;
        line.markInk = needsPerson ? Ink::Ember : Ink::Info;
        line.state = notice.deliveries.empty() ? translate("Notices", "waiting for a relay")
                                               : countsLine(worstOf(countsOf(notice)));
        line.stateInk = needsPerson ? Ink::Ember : Ink::Text;
        break;
    case Standing::Declined:
        line.mark = Mark::Cross;
        line.state = translate("Notices", "declined");
        line.stateInk = Ink::Quiet;
        break;
    case Standing::Stopped:
        line.mark = Mark::Octagon;
        line.state = notice.deliveries.empty()
                         ? translate("Notices", "stopped")
                         : dotted({translate("Notices", "stopped"), countsLine(countsOf(notice))});
        line.stateInk = Ink::Quiet;
        break;
    }
    if (notice.correctedBy) {
        line.more = translate("Notices", "corrected");
    }
    return line;
}

QString standingWords(const BoardContext& board, const NoticeStatus& notice) {
    using Standing = NoticeStatus::Standing;
    const auto name = [&board](const std::optional<PersonId>& person) {
        return person ? personOnBoard(board, *person) : QStringLiteral("?");
    };
    const auto time = [&board](Moment at) { return clockSeenFrom(at, board.now); };
    QStringList parts{
        filled(translate("Notices", "Written by %1 at %2"), {name(notice.by), time(notice.at)})};
    if (notice.preapproved) {
        parts += translate("Notices", "text approved in peacetime");
    } else if (notice.overridden) {
        parts += filled(translate("Notices", "sent by %1 without a second person"), {name(notice.settledBy)});
    } else if (notice.standing == Standing::Approved) {
        parts += filled(translate("Notices", "approved by %1 at %2"),
                        {name(notice.settledBy), time(notice.settledAt.value_or(notice.at))});
    } else if (notice.standing == Standing::Declined) {
        parts += filled(translate("Notices", "declined by %1 at %2"),
                        {name(notice.settledBy), time(notice.settledAt.value_or(notice.at))});
    } else if (notice.standing == Standing::Open) {
        if (isOvertaken(notice, board.incident.approved)) {
            parts += translate("Notices", "another notice went out meanwhile: write it anew");
        } else if (board.now > notice.approveBy) {
            parts += translate("Notices", "nobody approved it in time: write it anew");
        } else {
            if (const auto asked = askedNow(notice, board.now)) {
                parts += filled(translate("Notices", "%1 is asked to approve it"), {name(asked)});
            }
            parts += filled(translate("Notices", "until %1"), {time(notice.approveBy)});
        }
    }
    if (notice.standing == Standing::Stopped) {
        parts += filled(translate("Notices", "stopped by %1 at %2"),
                        {name(notice.settledBy), time(notice.settledAt.value_or(notice.at))});
    }
    return dotted(parts);
}

std::pair<QString, Ink> disclosedWords(const NoticeDraft& draft) {
    const std::set<Disclosure> told = draft.tells();
    QStringList missing;
    for (const Disclosure one : {Disclosure::Event, Disclosure::Response, Disclosure::Contact}) {
        if (!told.contains(one)) {
            missing += nameOf(one);
        }
    }
    const QString count = numberOf(told.size());
    return missing.isEmpty()
               ? std::pair(filled(translate("Notices", "Users are told %1 of 3"), {count}), Ink::Good)
               : std::pair(filled(translate("Notices", "Users are told %1 of 3; missing: %2"),
                                  {count, missing.join(QStringLiteral(", "))}),
                           Ink::Ember);
}

} // namespace bongsu
