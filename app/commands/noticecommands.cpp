#include "commands/noticecommands.h"

#include "commands/documentfiles.h"
#include "commands/given.h"
#include "commands/nodecommands.h"

#include "documents/channelsfile.h"
#include "documents/dutiesfile.h"
#include "documents/noticesfile.h"
#include "documents/starter.h"
#include "domain/base/limits.h"
#include "journal/noticedesk.h"
#include "wording/callscript.h"
#include "wording/names.h"
#include "wording/noticelines.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// The kinds of file, by their words: channels, notices, first-notice, duties.
bool isNoticeFile(const QString& kind) {
    return kind == documenttype::channels || kind == documenttype::notices ||
           kind == documenttype::firstNotice || kind == documenttype::duties;
}

// What stands in it, judged by its own reader and, of a first notice, by the channels published.
std::optional<QByteArray> noticeFileIn(NodeCommands& home, const Asked& asked) {
    const QString kind = asked->arguments.at(0);
    const QString path = asked->arguments.at(1);
    const auto bytesOf = [](auto&& read) -> std::optional<QByteArray> {
        return read ? std::optional(read->second) : std::nullopt;
    };
    const Documents& documents = home.node().documents();
    if (kind == documenttype::channels) {
        const Catalogue& catalogue = documents.catalogue();
        return bytesOf(understood(asked, path, [&](const QByteArray& bytes) {
            return readChannels(bytes, catalogue.services.empty() ? nullptr : &catalogue);
        }));
    }
    if (kind == documenttype::duties) {
        return bytesOf(understood(asked, path, [](const QByteArray& bytes) { return readDuties(bytes); }));
    }
    if (kind == documenttype::notices) {
        return bytesOf(understood(asked, path, [](const QByteArray& bytes) { return readNotices(bytes); }));
    }
    const auto channels = home.node().notices().channels();
    return bytesOf(understood(asked, path, [&](const QByteArray& bytes) {
        return readFirstNotice(bytes, channels ? &*channels : nullptr);
    }));
}

void withNoticeFile(NodeCommands& home, const Asked& asked,
                    const std::function<void(const QByteArray&)>& then) {
    if (!isNoticeFile(asked->arguments.at(0))) {
        asked->fail(Refusal{refusal::notFound, asked->arguments.at(0).toUtf8()});
        return;
    }
    home.afterDocuments(asked, [&home, asked, then] {
        if (const auto bytes = noticeFileIn(home, asked)) {
            then(*bytes);
        }
    });
}

// Channels that are to be spoken to elsewhere than before: the relays send no secret there until it is given
// for that.
void tellMovedSecrets(NodeCommands& home, const Asked& asked, const QByteArray& bytes) {
    const auto before = home.node().notices().channels();
    const auto after = readChannels(bytes);
    if (asked->arguments.at(0) != documenttype::channels || !before || !after) {
        return;
    }
    std::set<QString> held;
    for (const auto& [place, secret] : home.node().journal().organisation().secrets) {
        if (secret.isThere) {
            held.insert(place.first);
        }
    }
    for (const QString& key : movedSecrets(*before, *after, held)) {
        asked->output->words(
            NodeCommands::tr(
                "%1 has another address than before. Relays send nothing there until its secrets are "
                "given again, at each relay: bongsu-relay channel add DIR %1 --secrets FILE.")
                .arg(key));
    }
}

QJsonObject countLine(const PartCount& count) {
    QJsonObject line{{word("unit"), word(wordOf(count.unit))},
                     {word("used"), qint64(count.used)},
                     {word("limit"), qint64(count.limit)}};
    if (count.misfit) {
        line.insert(word("misfit"), word(wordOf(count.misfit->why)));
    }
    return line;
}

void tellText(Output& output, const RenderedText& one) {
    QJsonArray tells;
    for (const Disclosure disclosure : one.text.tells) {
        tells.append(word(wordOf(disclosure)));
    }
    QJsonObject line{{word("channel"), one.text.channel},
                     {word("audience"), word(wordOf(one.text.audience))},
                     {word("language"), one.text.language == Language::Korean ? word("ko") : word("en")},
                     {word("title"), one.text.title},
                     {word("body"), one.text.body},
                     {word("tells"), tells},
                     {word("count"), countLine(one.count.body)},
                     {word("dropped"), qint64(one.dropped.size())},
                     {word("shortened"), qint64(one.shortened.size())}};
    if (one.count.title) {
        line.insert(word("titleCount"), countLine(*one.count.title));
    }
    if (one.blocked) {
        line.insert(word("blocked"), word(wordOf(one.blocked->reason)));
        line.insert(word("what"), one.blocked->word);
    }
    output.line(line);
}

void tellDraft(NodeCommands& home, Output& output, const NoticeDraft& draft) {
    for (const RenderedText& one : draft.rendered) {
        tellText(output, one);
    }
    for (const DraftedChannel& channel : draft.channels) {
        if (channel.fate) {
            output.line({{word("channel"), channel.key},
                         {word("blocked"), word("shared_fate")},
                         {word("what"), channel.fate->key}});
        }
    }
    QJsonArray internal;
    for (const QString& one : draft.internalWords) {
        internal.append(one);
    }
    const Reach reach = home.node().notices().reach(draft);
    const auto number = [](const std::optional<quint64>& known) {
        return known ? QJsonValue(qint64(*known)) : QJsonValue();
    };
    output.line({{word("step"), word(wordOf(draft.facts.step))},
                 {word("code"), draft.facts.code},
                 {word("channels"), qint64(draft.proposed.outgoings.size())},
                 {word("messages"), number(reach.messages)},
                 {word("won"), number(reach.won)},
                 {word("minutes"),
                  reach.lasts ? QJsonValue(qint64(*reach.lasts / std::chrono::minutes(1))) : QJsonValue()},
                 {word("tellsAll"), draft.tellsAll()},
                 {word("internalWords"), internal}});
}

Result<std::optional<NoticeStep>> stepIn(const Request& request) {
    const QString given = request.value("step");
    const auto step = fromWord<NoticeStep>(given.toLatin1());
    if (!given.isEmpty() && !step) {
        return refuse(refusal::outOfRange, "--step");
    }
    return step;
}

// What was given in place of what the record says.
Outcome put(NoticeFacts& facts, const Request& request, Moment now) {
    const auto local = [&](const char* option, LocalText& text) {
        const QString ko = nfc(request.value(option));
        const QString en = nfc(request.value((QByteArray(option) + "-en").constData()));
        if (!ko.isEmpty() || !en.isEmpty()) {
            text = {ko, en};
        }
    };
    local("feels", facts.feels);
    local("cause", facts.cause);
    local("doing", facts.doing);
    local("contact", facts.contact);
    local("wrong", facts.corrects);
    local("who", facts.compensation.who);
    local("criteria", facts.compensation.criteria);
    local("procedure", facts.compensation.procedure);
    for (const QString& internal : request.arguments.values(word("internal"))) {
        facts.internal.push_back({nfc(internal), nfc(internal)});
    }
    const auto next = dueIn(request, "next", now);
    const auto recovery = dueIn(request, "recovery", now);
    if (!next || !recovery) {
        return next ? errorOf(recovery) : errorOf(next);
    }
    facts.next = *next ? *next : facts.next;
    facts.recovery = *recovery;
    takeCause(facts, facts.cause);
    return {};
}

Result<EventId> noticeNamed(NodeCommands& home, const LogId& log, const QString& prefix) {
    std::vector<EventId> notices;
    if (const Incident* incident = home.node().journal().incident(log)) {
        for (const auto& [id, notice] : incident->notices) {
            notices.push_back(id);
        }
    }
    return eventAmong(prefix, notices);
}

// Drafts as asked; `then` gets the draft, or the command is at its end.
void withDraft(NodeCommands& home, const Asked& asked,
               const std::function<void(const LogId&, const NoticeDraft&)>& then, bool isFirst) {
    home.afterDocuments(asked, [&home, asked, then, isFirst] {
        const auto log = home.incidentNamed(asked->arguments.at(0));
        const auto step = stepIn(*asked);
        if (!log || !step) {
            asked->fail(log ? step.error() : log.error());
            return;
        }
        std::optional<EventId> corrects;
        if (const QString given = asked->value("corrects"); !given.isEmpty()) {
            const auto target = noticeNamed(home, *log, given);
            if (!target) {
                asked->fail(target.error());
                return;
            }
            corrects = *target;
        }
        const NoticeDesk& desk = home.node().notices();
        auto facts = desk.facts(*log, corrects ? std::optional(NoticeStep::Correction) : *step);
        const Outcome given = facts ? put(*facts, *asked, home.node().system().clock.now()) : Outcome();
        if (!facts || !given) {
            asked->fail(facts ? given.error() : facts.error());
            return;
        }
        if (corrects && asked->arguments.has(word("withdraw"))) {
            facts->corrects = withdrawalWords();
        }
        const auto answer = [asked, then, log = *log](const Result<NoticeDraft>& draft) {
            draft ? then(log, *draft) : asked->fail(draft.error());
        };
        const std::vector<QString> channels = nfc(asked->arguments.values(word("channel")));
        if (isFirst) {
            desk.draftFirst(*log, *facts, channels, answer);
        } else {
            answer(desk.draft(*log, *facts, channels, corrects));
        }
    });
}

void propose(NodeCommands& home, const Asked& asked, const LogId& log, const NoticeDraft& draft) {
    std::vector<PersonId> persons;
    for (const QString& given : asked->arguments.values(word("ask"))) {
        const auto person = home.personNamed(given);
        if (!person) {
            asked->fail(person.error());
            return;
        }
        persons.push_back(*person);
    }
    const auto recorded = home.node().notices().propose(log, draft, persons);
    if (!recorded) {
        asked->fail(recorded.error());
        return;
    }
    home.tellRecorded(asked, Recording{{*recorded}, [&home, draft, event = recorded->event](Output& output) {
                                           QJsonObject line = home.eventLine(event);
                                           line.insert(word("notice"), event.toHex());
                                           line.insert(word("code"), draft.facts.code);
                                           line.insert(word("channels"),
                                                       qint64(draft.proposed.outgoings.size()));
                                           output.line(line);
                                       }});
}

// A notice named on the command line as its second word.
void withNotice(NodeCommands& home, const Asked& asked,
                const std::function<void(const LogId&, const EventId&)>& then) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    const auto notice = log ? noticeNamed(home, *log, asked->arguments.at(1)) : errorOf(log);
    notice ? then(*log, *notice) : asked->fail(notice.error());
}

void recordAbout(NodeCommands& home, const Asked& asked, const std::function<Facts(const EventId&)>& facts) {
    withNotice(home, asked, [&](const LogId& log, const EventId& notice) {
        home.tellRecorded(asked, home.recordOne(log, facts(notice), reasonOf(*asked)));
    });
}

void recordInOrganisation(NodeCommands& home, const Asked& asked, const Facts& facts) {
    home.tellRecorded(asked, home.recordOne(LogId::of(*home.node().journal().organisationId()), facts, {}));
}

const char* standingWord(NoticeStatus::Standing standing) {
    constexpr std::array words{"open", "approved", "declined", "stopped"};
    return words[std::size_t(standing)];
}

QJsonObject noticeLine(NodeCommands& home, const EventId& id, const NoticeStatus& notice) {
    const Text* text = home.node().journal().texts().find(id);
    const auto person = [&](const std::optional<PersonId>& who) {
        return who ? QJsonValue(home.personName(*who)) : QJsonValue();
    };
    QJsonArray channels;
    for (const Outgoing& one : notice.outgoings) {
        const auto found = notice.deliveries.find(one.channel);
        QJsonObject line{{word("channel"), one.channel},
                         {word("audience"), word(wordOf(one.audience))},
                         {word("begun"), found != notice.deliveries.end()}};
        if (found != notice.deliveries.end()) {
            const DeliveryStatus& delivery = found->second;
            line.insert(word("sent"), qint64(delivery.counts.sent));
            line.insert(word("delivered"), qint64(delivery.counts.delivered));
            line.insert(word("waiting"), qint64(delivery.counts.waiting));
            line.insert(word("failed"), qint64(delivery.counts.failed));
            line.insert(word("unknown"), qint64(delivery.counts.unknown));
            line.insert(word("done"), !delivery.isUnderWay);
            line.insert(word("held"), delivery.held);
            line.insert(word("cause"), delivery.cause.isEmpty() ? QJsonValue() : QJsonValue(delivery.cause));
            line.insert(word("says"), countsLine(delivery.counts));
        }
        channels.append(line);
    }
    return {
        {word("notice"), id.toHex()},
        {word("text"), text ? text->text.value_or(QString()) : QString()},
        {word("step"), word(wordOf(notice.step))},
        {word("standing"), word(standingWord(notice.standing))},
        {word("by"), person(notice.by)},
        {word("settledBy"), person(notice.settledBy)},
        {word("alone"), notice.overridden || notice.preapproved},
        {word("preapproved"), notice.preapproved.has_value()},
        {word("corrects"), notice.corrects ? QJsonValue(notice.corrects->toHex()) : QJsonValue()},
        {word("correctedBy"), notice.correctedBy ? QJsonValue(notice.correctedBy->toHex()) : QJsonValue()},
        {word("finished"), notice.isFinished()},
        {word("channels"), channels}};
}

} // namespace

void checkNoticeFile(NodeCommands& home, const Asked& asked) {
    withNoticeFile(home, asked, [&home, asked](const QByteArray& bytes) {
        tellMovedSecrets(home, asked, bytes);
        asked->output->line({{word("file"), asked->arguments.at(1)}, {word("bytes"), qint64(bytes.size())}});
        asked->done(exitcode::done);
    });
}

void publishNoticeFile(NodeCommands& home, const Asked& asked) {
    withNoticeFile(home, asked, [&home, asked](const QByteArray& bytes) {
        tellMovedSecrets(home, asked, bytes);
        const QString kind = asked->arguments.at(0);
        home.publish(asked, {{kind, kind, bytes, {}, asked->value("reason").trimmed()}});
    });
}

void giveNoticeStarter(NodeCommands&, const Asked& asked) {
    const QString kind = asked->arguments.at(0);
    if (!isNoticeFile(kind)) {
        asked->fail(Refusal{refusal::notFound, kind.toUtf8()});
        return;
    }
    const QByteArray bytes = kind == documenttype::channels  ? starterChannels()
                             : kind == documenttype::notices ? starterNotices()
                             : kind == documenttype::duties  ? starterDuties()
                                                             : starterFirstNotice();
    giveDocument(asked, bytes, {{word("type"), kind}});
}

void preapproveNotice(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const DocumentRecord* document = home.node().journal().organisation().document(
            documenttype::firstNotice, documenttype::firstNotice.toString());
        if (!document) {
            asked->fail(Refusal{refusal::notFound, documenttype::firstNotice.toUtf8()});
            return;
        }
        recordInOrganisation(home, asked, FirstNoticeApproved{document->event});
    });
}

void endPreapproval(NodeCommands& home, const Asked& asked) {
    const auto* approved = home.node().journal().organisation().firstNotice(
        documenttype::firstNotice.toString(), home.node().system().clock.now());
    if (!approved) {
        asked->fail(Refusal{refusal::notPreapproved});
        return;
    }
    recordInOrganisation(home, asked, FirstNoticeEnded{approved->first});
}

void draftNotice(NodeCommands& home, const Asked& asked) {
    const auto tell = [&home, asked](const LogId&, const NoticeDraft& draft) {
        tellDraft(home, *asked->output, draft);
        asked->done(exitcode::done);
    };
    withDraft(home, asked, tell, asked->arguments.has(word("first")));
}

void proposeNotice(NodeCommands& home, const Asked& asked) {
    withDraft(
        home, asked,
        [&home, asked](const LogId& log, const NoticeDraft& draft) { propose(home, asked, log, draft); },
        asked->arguments.has(word("first")));
}

void sendFirstNotice(NodeCommands& home, const Asked& asked) {
    withDraft(
        home, asked,
        [&home, asked](const LogId& log, const NoticeDraft& draft) { propose(home, asked, log, draft); },
        true);
}

void answerNotice(NodeCommands& home, const Asked& asked) {
    const bool isYes = asked->command == word("notice approve");
    recordAbout(home, asked, [isYes](const EventId& notice) {
        return NoticeAnswered{notice, isYes ? Approval::Approved : Approval::Declined};
    });
}

void overrideNotice(NodeCommands& home, const Asked& asked) {
    recordAbout(home, asked, [](const EventId& notice) { return NoticeOverridden{notice}; });
}

void stopNotice(NodeCommands& home, const Asked& asked) {
    recordAbout(home, asked, [](const EventId& notice) { return NoticeStopped{notice}; });
}

void decideDelivery(NodeCommands& home, const Asked& asked) {
    const auto choice = fromWord<DeliveryChoice>(asked->arguments.at(3).toLatin1());
    if (!choice) {
        asked->fail(Refusal{refusal::outOfRange, asked->arguments.at(3).toUtf8()});
        return;
    }
    withNotice(home, asked, [&](const LogId& log, const EventId& id) {
        const QString channel = nfc(asked->arguments.at(2));
        const NoticeStatus& notice = home.node().journal().incident(log)->notices.at(id);
        const auto delivery = notice.deliveries.find(channel);
        if (delivery == notice.deliveries.end()) {
            asked->fail(Refusal{refusal::notFound, channel.toUtf8()});
            return;
        }
        home.tellRecorded(asked,
                          home.recordOne(log, DeliveryDecided{id, channel, delivery->second.setBy, *choice},
                                         reasonOf(*asked)));
    });
}

void giveScript(NodeCommands& home, const Asked& asked) {
    withDraft(
        home, asked,
        [&home, asked](const LogId& log, const NoticeDraft& draft) {
            const auto text =
                asked->arguments.has(word("press"))
                    ? home.node().notices().pressText(log, draft.facts)
                    : Result<QString>(callScript(draft.facts, home.node().system().clock.now()));
            if (!text) {
                asked->fail(text.error());
                return;
            }
            asked->output->line({{word("text"), *text}});
            asked->done(exitcode::done);
        },
        false);
}

void tellNotices(NodeCommands& home, const Asked& asked) {
    const auto log = home.incidentNamed(asked->arguments.at(0));
    if (!log) {
        asked->fail(log.error());
        return;
    }
    const Incident& incident = *home.node().journal().incident(*log);
    for (const auto& [id, notice] : incident.notices) {
        asked->output->line(noticeLine(home, id, notice));
    }
    QJsonObject told{{word("notices"), qint64(incident.notices.size())}};
    for (int i = 1; i <= int(Disclosure::Last); ++i) {
        const auto at = incident.told.disclosed.find(Disclosure(i));
        told.insert(word(wordOf(Disclosure(i))),
                    at == incident.told.disclosed.end() ? QJsonValue() : QJsonValue(toIso(at->second)));
    }
    told.insert(word("nextUpdate"),
                incident.told.nextUpdate ? QJsonValue(toIso(*incident.told.nextUpdate)) : QJsonValue());
    asked->output->line(told);
    asked->done(exitcode::done);
}

} // namespace bongsu
