#include "ui/notices/noticeacts.h"

#include "domain/incident/composerline.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/noticelines.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

namespace bongsu {

NoticeActs::NoticeActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page)
    : PageActs(parts, sheet, page) {}

QString NoticeActs::propose(const NoticeDraft& draft) {
    const auto asked = draft.proposed.preapproved
                           ? std::vector<PersonId>()
                           : approversOf(*incident(), journal().organisation(), journal().person());
    const auto recorded = parts().notices->propose(*log(), draft, asked);
    if (!recorded) {
        return sentence(recorded.error());
    }
    const QString channels = numberOf(draft.proposed.outgoings.size());
    Q_EMIT done(saidOf(
        recorded->warning,
        draft.proposed.preapproved ? filled(tr("The notice goes out on %1 channels."), {channels})
        : asked.empty() ? tr("The notice waits for a second person. Nobody is there who may approve it.")
                        : filled(tr("%1 is asked to approve the notice."), {personName(asked.front())})));
    return {};
}

void NoticeActs::askAlone(std::function<QString(const Text&)> then) {
    sheet().ask(
        {.title = tr("Send without a second person"),
         .words =
             tr("It stands in the record with your name and this reason. Nobody else has read the text."),
         .line = tr("Why it cannot wait"),
         .lineNeeded = true,
         .does = tr("Send it alone"),
         .answer = [then = std::move(then)](const std::vector<int>&, const QString& line) {
             return then(Text{.reason = line});
         }});
}

void NoticeActs::sendAlone(const NoticeDraft& draft) {
    askAlone([this, draft](const Text& reason) {
        const auto recorded = parts().notices->propose(*log(), draft);
        if (!recorded) {
            return sentence(recorded.error());
        }
        const QString trouble = record(
            NoticeOverridden{recorded->event}, reason,
            filled(tr("The notice goes out on %1 channels."), {numberOf(draft.proposed.outgoings.size())}));
        Q_EMIT sentAlone(recorded->event);
        return trouble;
    });
}

void NoticeActs::sendAlone(const EventId& notice) {
    askAlone([this, notice](const Text& reason) {
        return record(NoticeOverridden{notice}, reason, tr("The notice goes out."));
    });
}

QString NoticeActs::approve(const EventId& notice) {
    return record(NoticeAnswered{notice, Approval::Approved}, {}, tr("Approved: the notice goes out."));
}

void NoticeActs::decline(const EventId& notice) {
    sheet().ask({.title = tr("Do not approve the notice"),
                 .words = tr("It does not go out. Whoever wrote it reads your reason and writes another."),
                 .line = tr("What is wrong with it"),
                 .lineNeeded = true,
                 .does = tr("Do not approve it"),
                 .answer = [this, notice](const std::vector<int>&, const QString& line) {
                     return record(NoticeAnswered{notice, Approval::Declined}, Text{.reason = line},
                                   tr("The notice does not go out."));
                 }});
}

void NoticeActs::stop(const EventId& notice) {
    sheet().ask({.title = tr("Stop the notice"),
                 .words = tr("Nothing more of it goes out. What went out already stays: a correction reaches "
                             "those who read it."),
                 .line = tr("Why"),
                 .does = tr("Stop it"),
                 .answer = [this, notice](const std::vector<int>&, const QString& line) {
                     return record(NoticeStopped{notice}, Text{.reason = given(line)},
                                   tr("The notice is stopped."));
                 }});
}

void NoticeActs::decide(const EventId& notice, const QString& channel, const QString& channelName) {
    const auto& deliveries = incident()->notices.at(notice).deliveries;
    const auto found = deliveries.find(channel);
    if (found == deliveries.end()) {
        return; // not begun
    }
    const DeliveryStatus delivery = found->second;
    const std::vector<DeliveryChoice> choices = choicesOf(delivery);
    if (choices.empty()) {
        return;
    }
    Question question{
        .title = filled(tr("%1: %2"), {channelName, countsLine(delivery.counts)}),
        .words = delivery.held ? tr("So many messages in an hour are beyond what was agreed on. They wait.")
                               : tr("The connection broke while they were sent. Look at the channel itself "
                                    "before you send again: nobody is to get it twice.")};
    for (const DeliveryChoice choice : choices) {
        question.options.push_back({.name = nameOf(choice), .chosen = question.options.empty()});
    }
    question.line = tr("How you know");
    question.lineNeeded = true;
    question.does = tr("Decide it");
    question.answer = [this, notice, channel, delivery, choices](const std::vector<int>& chosen,
                                                                 const QString& line) {
        const DeliveryChoice choice = choices[std::size_t(chosen.front())];
        return record(DeliveryDecided{notice, channel, delivery.setBy, choice}, Text{.reason = line},
                      tr("Decided, and in the record."));
    };
    sheet().ask(std::move(question));
}

std::optional<EventId> NoticeActs::dutySetBy(const QString& duty) const {
    const auto held = incident()->duties.find(duty);
    return held == incident()->duties.end() ? std::nullopt : std::optional(held->second.setBy);
}

QString NoticeActs::recordDuty(const Facts& facts, const QString& said, const QString& words) {
    return record(facts, said.isEmpty() ? Text{} : Text{.text = said}, words);
}

void NoticeActs::beginDuty(const DutyLine& duty) {
    const QString name = duty.duty.name.in(languageInstalled());
    sheet().ask({.title = name,
                 .words = duty.duty.law.in(languageInstalled()),
                 .line = tr("Since when (1455), and how that is known"),
                 .lineNeeded = true,
                 .does = tr("Count from then"),
                 .answer = [this, key = duty.duty.key](const std::vector<int>&, const QString& line) {
                     const Moment now = parts().clock.now();
                     const ComposerLine said = parseComposerLine(line, now, utcOffset(now));
                     return recordDuty(DutyBegun{{.occurredAt = said.occurredAt}, key, dutySetBy(key)},
                                       said.text, tr("It counts, and stands in the record."));
                 }});
}

void NoticeActs::settleDuty(const DutyLine& duty, DutyOutcome outcome) {
    const bool isMet = outcome == DutyOutcome::Met;
    const bool isExcused = outcome == DutyOutcome::Excused;
    sheet().ask(
        {.title = duty.duty.name.in(languageInstalled()),
         .words = isMet       ? tr("Somebody outside was told what had to be told.")
                  : isExcused ? tr("It stands in the record that this duty does not apply, with your name.")
                              : tr("It counts on from where it began."),
         .line = isMet ? tr("When (1455), to whom, by what number") : tr("Why"),
         .lineNeeded = isExcused,
         .does = isMet       ? tr("It is done")
                 : isExcused ? tr("It does not apply")
                             : tr("Open it again"),
         .answer = [this, key = duty.duty.key, outcome](const std::vector<int>&, const QString& line) {
             const Moment now = parts().clock.now();
             const ComposerLine said = parseComposerLine(line, now, utcOffset(now));
             return recordDuty(DutySettled{{.occurredAt = said.occurredAt}, key, outcome, dutySetBy(key)},
                               said.text, tr("In the record."));
         }});
}

} // namespace bongsu
