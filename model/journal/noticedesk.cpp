#include "journal/noticedesk.h"

#include "documents/channelsfile.h"
#include "documents/noticesfile.h"
#include "documents/starter.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr auto usualValid = std::chrono::hours(1); // for a second person to approve it

template <class Read>
auto understood(const Documents& documents, QStringView type, const Read& read)
    -> Result<typename decltype(read(QByteArray()))::value_type> {
    const QByteArray* bytes = documents.bytes(type, type.toString());
    if (!bytes) {
        return documents.standing(type, type.toString()) == Documents::Standing::None
                   ? refuse(refusal::notFound, type.toUtf8())
                   : fail(failure::blobAway, type.toUtf8());
    }
    auto value = read(*bytes);
    if (!value) {
        return refuse(refusal::malformed, type.toUtf8());
    }
    return std::move(*value);
}

} // namespace

std::set<Disclosure> NoticeDraft::tells() const {
    std::set<Disclosure> told;
    for (const Outgoing& one : proposed.outgoings) {
        if (one.audience == Audience::Users) {
            told.insert(one.tells.begin(), one.tells.end());
        }
    }
    return told;
}

Result<Channels> NoticeDesk::channels() const {
    return understood(m_documents, documenttype::channels,
                      [](const QByteArray& bytes) { return readChannels(bytes); });
}

Result<NoticeTemplates> NoticeDesk::templates() const {
    if (m_documents.standing(documenttype::notices, documenttype::notices.toString()) ==
        Documents::Standing::None) {
        return *readNotices(starterNotices());
    }
    return understood(m_documents, documenttype::notices,
                      [](const QByteArray& bytes) { return readNotices(bytes); });
}

Result<NoticeFacts> NoticeDesk::facts(const LogId& log, const std::optional<NoticeStep>& step) const {
    const Incident* incident = m_journal.incident(log);
    const auto known = channels();
    if (!incident || !known) {
        return incident ? Result<NoticeFacts>(errorOf(known)) : refuse(refusal::notFound, "incident");
    }
    const Text* cause = m_journal.texts().find(incident->cause.setBy);
    const QString words =
        cause && incident->cause.setBy != incident->declaredBy ? cause->text.value_or(QString()) : QString();
    return draftOf(*incident, m_documents.catalogue(), *known, step.value_or(nextStep(*incident)),
                   {words, words}, noticeCode(m_randomness.bytes(6)), m_clock.now());
}

// Which channels, and what stands in for them.
Result<NoticeDraft> NoticeDesk::chosen(const LogId& log, const NoticeFacts& facts, std::vector<QString> keys,
                                       const std::optional<EventId>& corrects,
                                       const Channels& channels) const {
    const Incident* incident = m_journal.incident(log);
    if (!incident) {
        return refuse(refusal::notFound, "incident");
    }
    const auto target = corrects ? incident->notices.find(*corrects) : incident->notices.end();
    if (corrects && target == incident->notices.end()) {
        return refuse(refusal::notFound, "notice");
    }
    const Catalogue& catalogue = m_documents.catalogue();
    if (keys.empty() && corrects) { // wherever the wrong words may have been read
        for (const Outgoing& one : target->second.outgoings) {
            if (target->second.deliveries.contains(one.channel)) {
                keys.push_back(one.channel);
            }
        }
    }
    if (keys.empty()) {
        keys = channelsFor(channels, *incident, catalogue);
    }
    for (const QString& key : keys) {
        if (!channels.channel(key)) {
            return refuse(refusal::notFound, key.toUtf8());
        }
    }
    NoticeDraft draft{facts};
    draft.proposed.step = facts.step;
    draft.proposed.validForMs = quint64(Millis(usualValid).count());
    draft.proposed.against = incident->approved.last;
    draft.proposed.corrects = corrects;
    draft.proposed.nextUpdate = facts.next;
    draft.proposed.outgoings = outgoingsOf(keys, channels, *incident, catalogue);
    for (const Channel& channel : channels.channels) {
        if (channel.sandbox == incident->drill && takesNotices(channel)) {
            const bool isChosen = std::find(keys.begin(), keys.end(), channel.key) != keys.end();
            draft.channels.push_back(
                {channel.key, sharedFate(channel.standsOn, *incident, catalogue), isChosen});
        }
    }
    return draft;
}

void NoticeDesk::complete(NoticeDraft& draft, const Incident& incident) const {
    draft.texts.affected = affectedOf(incident, m_documents.catalogue(), draft.facts.step);
    draft.proposed.outgoings = withTexts(std::move(draft.proposed.outgoings), draft.texts);
    std::set<QString> words;
    for (const RenderedText& one : draft.rendered) {
        words.insert(one.internal.begin(), one.internal.end());
    }
    draft.internalWords.assign(words.begin(), words.end());
}

Result<NoticeDraft> NoticeDesk::draft(const LogId& log, const NoticeFacts& facts,
                                      const std::vector<QString>& keys,
                                      const std::optional<EventId>& corrects) const {
    const auto known = channels();
    const auto forms = templates();
    if (!known || !forms) {
        return known ? Result<NoticeDraft>(errorOf(forms)) : errorOf(known);
    }
    auto draft = chosen(log, facts, keys, corrects, *known);
    if (!draft) {
        return draft;
    }
    const Incident& incident = *m_journal.incident(log);
    std::vector<QString> all;
    for (const Outgoing& one : draft->proposed.outgoings) {
        all.push_back(one.channel);
    }
    draft->rendered =
        renderTexts(*forms, *known, all, facts, {.asOf = m_clock.now(), .isDrill = incident.drill});
    draft->texts = sendable(draft->rendered, facts);
    complete(*draft, incident);
    return draft;
}

void NoticeDesk::draftFirst(const LogId& log, const NoticeFacts& facts, const std::vector<QString>& keys,
                            Drafted done) const {
    const QString key = documenttype::firstNotice.toString();
    const auto* approved = m_journal.organisation().firstNotice(key, m_clock.now());
    if (!approved) {
        done(refuse(refusal::notPreapproved));
        return;
    }
    const EventId version = approved->first;
    m_documents.read(
        version, [this, log, facts, keys, version, done = std::move(done)](const Result<QByteArray>& bytes) {
            const auto form = bytes ? readFirstNotice(*bytes) : tl::unexpected(std::vector<DocumentFault>());
            const auto known = channels();
            if (!bytes || !form || !known) {
                done(!bytes   ? Result<NoticeDraft>(errorOf(bytes))
                     : !known ? Result<NoticeDraft>(errorOf(known))
                              : refuse(refusal::malformed, "first-notice"));
                return;
            }
            auto draft = chosen(log, facts, keys, {}, *known);
            const Incident* incident = m_journal.incident(log);
            if (!draft || !incident) {
                done(draft ? Result<NoticeDraft>(refuse(refusal::notFound, "incident")) : draft);
                return;
            }
            const auto slots = slotsOf(*form, facts, incident->drill, m_clock.now());
            std::vector<QString> all;
            for (const Outgoing& one : draft->proposed.outgoings) {
                all.push_back(one.channel);
            }
            auto texts = slots ? fill(*form, *slots, all) : std::nullopt;
            if (!texts) {
                done(refuse(refusal::notFound, "services"));
                return;
            }
            draft->texts = std::move(*texts);
            for (const NoticeText& text : draft->texts.texts) {
                const Channel* channel = known->channel(text.channel);
                if (channel) {
                    draft->rendered.push_back({text, countOf(channel->kind, text.title, text.body,
                                                             draft->texts.of(text.channel).size())});
                }
            }
            draft->proposed.preapproved = version;
            complete(*draft, *incident);
            done(draft);
        });
}

Reach NoticeDesk::reach(const NoticeDraft& draft) const {
    const auto known = channels();
    std::vector<const Channel*> going;
    for (const Outgoing& one : draft.proposed.outgoings) {
        const Channel* channel = known && !one.standsInFor ? known->channel(one.channel) : nullptr;
        if (channel) {
            going.push_back(channel);
        }
    }
    return reachOf(going, m_journal.organisation());
}

Result<QString> NoticeDesk::pressText(const LogId& log, const NoticeFacts& facts) const {
    const Incident* incident = m_journal.incident(log);
    const auto forms = templates();
    if (!incident || !forms) {
        return incident ? Result<QString>(errorOf(forms)) : refuse(refusal::notFound, "incident");
    }
    Channel paper; // as long as it needs to be
    paper.key = QStringLiteral("press");
    paper.kind = ChannelKind::Mail;
    paper.audiences = {Audience::Press};
    QStringList texts;
    for (const Language language : {Language::Korean, Language::English}) {
        paper.languages = {language};
        const RenderedText one =
            renderText(*forms, paper, language, facts, {.asOf = m_clock.now(), .isDrill = incident->drill});
        if (!one.blocked) {
            texts += one.text.title + QStringLiteral("\n\n") + one.text.body;
        } else if (one.blocked->reason == BlockReason::NoTemplate) {
            return refuse(refusal::notFound, "press");
        }
    }
    return texts.join(QStringLiteral("\n\n"));
}

Result<Recorded> NoticeDesk::propose(const LogId& log, const NoticeDraft& draft,
                                     const std::vector<PersonId>& asked, Millis askWithin) const {
    NoticeProposed facts = draft.proposed;
    facts.asked = asked;
    if (!asked.empty()) {
        facts.askWithinMs = quint64(askWithin.count());
    }
    Text text;
    if (!draft.texts.texts.empty()) { // what it says, as a line of the record
        const NoticeText& first = draft.texts.texts.front();
        text.text = first.title.isEmpty() ? first.body.section(u'\n', 0, 0) : first.title;
    }
    return m_journal.recordNaming(log, facts, encodeNoticeTexts(draft.texts), text);
}

void NoticeDesk::texts(const LogId& log, const EventId& notice, TextsRead done) const {
    const auto understood = [done](const Result<QByteArray>& bytes) {
        auto texts = bytes ? decodeNoticeTexts(*bytes) : std::nullopt;
        done(!bytes  ? Result<NoticeTexts>(errorOf(bytes))
             : texts ? Result<NoticeTexts>(std::move(*texts))
                     : refuse(refusal::malformed, "notice"));
    };
    m_journal.row(log, notice,
                  [&attachments = m_attachments, log, understood](const Result<TimelineRow>& row) {
                      const Result<NamedBlob> blob = row ? namedBlob(log, *row) : errorOf(row);
                      if (blob) {
                          attachments.read(*blob, understood);
                      } else {
                          understood(errorOf(blob));
                      }
                  });
}

} // namespace bongsu
