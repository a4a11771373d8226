#include "domain/notice/render.h"

#include "domain/notice/mustache.h"

#include <QStringList>

#include <algorithm>
#include <functional>

namespace bongsu {

namespace {

const QString& own(const LocalText& text, Language language) {
    return language == Language::Korean ? text.ko : text.en;
}

struct Values {
    MustacheValues texts;
    std::set<QString> untranslated; // written in the other language alone
};

// Names and numbers are the same in both languages where one is missing; sentences are not.
Values valuesOf(const NoticeFacts& facts, const RenderSettings& settings, Language language) {
    Values values;
    const auto sentence = [&](const char* place, const LocalText& text) {
        const QString name = QString::fromLatin1(place);
        // The template ends the sentence.
        const QString written = own(text, language).trimmed();
        values.texts[name] = written.endsWith(u'.') ? written.chopped(1) : written;
        if (own(text, language).isEmpty() && !text.isEmpty()) {
            values.untranslated.insert(name);
        }
    };
    const auto time = [&](const char* place, const std::optional<Moment>& at) {
        values.texts[QString::fromLatin1(place)] =
            at ? noticeTime(*at, settings.asOf, settings.utcOffset, language) : QString();
    };
    const auto text = [&](const char* place, const QString& value) {
        values.texts[QString::fromLatin1(place)] = value;
    };
    text("sender", facts.sender.in(language));
    text("services", servicesInFull(facts.services, language));
    text("services_short", servicesInShort(facts.services, language));
    sentence("feels", facts.feels);
    time("since", facts.since);
    time("ended", facts.ended);
    time("next", facts.next);
    time("recovery", facts.recovery);
    const bool isKnown = facts.certainty != Certainty::Investigating;
    sentence("cause", isKnown ? facts.cause : LocalText());
    const bool hasCause = isKnown && !facts.cause.isEmpty();
    const QString yes = QStringLiteral("yes"); // of places that only open sections
    text("suspected", hasCause && facts.certainty == Certainty::Suspected ? yes : QString());
    text("confirmed", hasCause && facts.certainty == Certainty::Confirmed ? yes : QString());
    sentence("doing", facts.doing);
    text("contact", facts.contact.in(language));
    text("link", facts.link);
    text("code", facts.code);
    sentence("corrects", facts.corrects);
    sentence("compensated", facts.compensation.who);
    sentence("criteria", facts.compensation.criteria);
    sentence("procedure", facts.compensation.procedure);
    QStringList internal;
    for (const LocalText& fact : facts.internal) {
        internal += fact.in(language); // staff rather read the other language than nothing
    }
    text("internal", internal.join(u' '));
    text("commander", facts.commander);
    text("meeting", facts.meeting);
    return values;
}

struct Sentence {
    int number = 0; // in the template, from 1
    int rank = 1;
    QString full;
    QString brief; // empty: none
    bool isShort = false;
    bool isDropped = false;
    std::vector<Disclosure> tells;
};

// The highest rank first, of equal ranks the last.
std::vector<Sentence*> leastImportantFirst(std::vector<Sentence>& sentences) {
    std::vector<Sentence*> order;
    for (auto sentence = sentences.rbegin(); sentence != sentences.rend(); ++sentence) {
        order.push_back(&*sentence);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const Sentence* a, const Sentence* b) { return a->rank > b->rank; });
    return order;
}

bool takesLink(ChannelKind kind) {
    return kind != ChannelKind::StatusPage && kind != ChannelKind::Statuspage &&
           kind != ChannelKind::Banner && kind != ChannelKind::MessengerTemplate;
}

// What the templates for that audience say by themselves is no internal fact, whoever else says it.
QString ordinaryWords(const NoticeTemplates& templates, Audience audience, Language language) {
    QString words;
    for (const NoticeTemplate& one : templates.templates) {
        if (std::find(one.audiences.begin(), one.audiences.end(), audience) == one.audiences.end()) {
            continue;
        }
        words += own(one.title, language) + u' ' + own(one.briefTitle, language) + u' ';
        for (const TemplateSentence& sentence : one.sentences) {
            words += own(sentence.text, language) + u' ' + own(sentence.brief, language) + u' ';
        }
    }
    return fixedWordsOf(words);
}

class Rendering {
  public:
    Rendering(const NoticeTemplate& form, const Channel& channel, Language language, const NoticeFacts& facts,
              const RenderSettings& settings)
        : m_form(form), m_channel(channel), m_language(language), m_link(facts.link),
          m_drill(settings.isDrill ? drillMark(language) + u' ' : QString()),
          m_values(valuesOf(facts, settings, language)) {}

    RenderedText made() {
        m_made.text.channel = m_channel.key;
        m_made.text.language = m_language;
        readSentences();
        if (!m_made.blocked) {
            composeTitle(false);
            compose();
            shrink();
            note();
        }
        return m_made;
    }

  private:
    void block(BlockReason reason, const QString& word, qsizetype over = 0) {
        if (!m_made.blocked) {
            m_made.blocked = Blocked{reason, word, over};
        }
    }

    // Whether a text says all that it is to say.
    bool isWhole(const QString& text, bool mustStay) {
        for (const QString& name : namesIn(text)) {
            if (m_values.untranslated.contains(name)) {
                block(BlockReason::Untranslated, name);
                return false;
            }
        }
        const std::optional<QString> missing = missingIn(text, m_values.texts);
        if (missing && mustStay) {
            block(BlockReason::FactMissing, *missing);
        }
        return !missing;
    }

    void readSentences() {
        for (std::size_t i = 0; i < m_form.sentences.size(); ++i) {
            const TemplateSentence& written = m_form.sentences[i];
            const QString& text = own(written.text, m_language);
            if (!isWhole(text, written.rank == 1)) {
                continue;
            }
            for (const QString& name : namesIn(text)) {
                m_used.insert(name);
            }
            Sentence sentence{int(i) + 1, written.rank, rendered(text, m_values.texts).trimmed(), {}, false,
                              false,      written.tells};
            const QString& brief = own(written.brief, m_language);
            if (!brief.isEmpty() && isWhole(brief, false)) {
                sentence.brief = rendered(brief, m_values.texts).trimmed();
            }
            if (!sentence.full.isEmpty()) {
                m_sentences.push_back(sentence);
            }
        }
        if (m_sentences.empty()) {
            block(BlockReason::NoTemplate, {});
        }
    }

    void composeTitle(bool isShort) {
        const QString& text = own(isShort ? m_form.briefTitle : m_form.title, m_language);
        if (hasTitle(m_channel.kind) && isWhole(text, true)) {
            m_made.text.title = m_drill + rendered(text, m_values.texts).trimmed();
        }
        m_made.isTitleShort = isShort;
    }

    void compose() {
        QStringList texts;
        for (const Sentence& sentence : m_sentences) {
            if (!sentence.isDropped) {
                texts += sentence.isShort ? sentence.brief : sentence.full;
            }
        }
        const QChar between = showsLines(m_channel.kind) ? u'\n' : u' ';
        QString body = texts.join(between);
        if (takesLink(m_channel.kind) && !m_link.isEmpty() && !body.contains(m_link)) {
            body += between + m_link;
        }
        m_made.text.body = m_drill + body;
        m_made.count =
            countOf(m_channel.kind, m_made.text.title, m_made.text.body, m_channel.languages.size());
    }

    bool fits(bool asSms) const { return m_made.count.fits() && !(asSms && m_made.count.isLong); }

    void shrink() {
        const std::optional<Misfit> misfit = firstMisfit();
        if (misfit && misfit->why != Unfit::TooLong) {
            return; // no shortening helps
        }
        if (m_made.count.title && m_made.count.title->misfit &&
            !own(m_form.briefTitle, m_language).isEmpty()) {
            composeTitle(true);
            compose();
        }
        if (m_channel.kind == ChannelKind::Sms && m_made.count.title && m_made.count.title->misfit) {
            m_made.text.title.clear(); // an LMS may go without
            m_made.isTitleShort = false;
            compose();
        }
        const bool asSms = m_channel.kind == ChannelKind::Sms && shrinkUntilFits(true);
        if (asSms) {
            m_made.text.title.clear(); // an SMS has none
            m_made.isTitleShort = false;
        } else if (m_channel.kind != ChannelKind::MessengerTemplate) {
            shrinkUntilFits(false);
        }
        if (fits(asSms)) {
            lengthen(asSms);
        }
    }

    // Gives what room is left back to the most important.
    void lengthen(bool asSms) {
        std::vector<Sentence*> order = leastImportantFirst(m_sentences);
        for (auto sentence = order.rbegin(); sentence != order.rend(); ++sentence) {
            if ((*sentence)->isShort && !(*sentence)->isDropped) {
                (*sentence)->isShort = false;
                compose();
                if (!fits(asSms)) {
                    (*sentence)->isShort = true;
                    compose();
                }
            }
        }
    }

    // Leaves the shortest there is where nothing fits.
    bool shrinkUntilFits(bool asSms) {
        for (Sentence& sentence : m_sentences) {
            sentence.isShort = sentence.isDropped = false;
        }
        compose();
        for (Sentence* sentence : leastImportantFirst(m_sentences)) {
            if (fits(asSms)) {
                return true;
            }
            sentence->isShort = !sentence->brief.isEmpty();
            compose();
        }
        for (Sentence* sentence : leastImportantFirst(m_sentences)) {
            if (fits(asSms) || sentence->rank == 1) {
                break;
            }
            sentence->isDropped = true;
            compose();
        }
        return fits(asSms);
    }

    std::optional<Misfit> firstMisfit() const {
        return m_made.count.title && m_made.count.title->misfit ? m_made.count.title->misfit
                                                                : m_made.count.body.misfit;
    }

    void note() {
        for (const Sentence& sentence : m_sentences) {
            if (sentence.isDropped) {
                m_made.dropped.push_back(sentence.number);
                continue;
            }
            if (sentence.isShort) {
                m_made.shortened.push_back(sentence.number);
            }
            for (const Disclosure told : sentence.tells) {
                m_told.insert(told);
            }
        }
        m_made.text.tells = {m_told.begin(), m_told.end()};
        if (m_channel.kind == ChannelKind::MessengerTemplate) {
            for (const QString& name : m_used) {
                const auto value = m_values.texts.find(name);
                if (value != m_values.texts.end() && !value->second.isEmpty()) {
                    m_made.text.variables.push_back({name, value->second});
                }
            }
        }
        if (const std::optional<Misfit> misfit = firstMisfit()) {
            block(misfit->why == Unfit::TooLong     ? BlockReason::TooLong
                  : misfit->why == Unfit::Character ? BlockReason::Character
                                                    : BlockReason::Emoji,
                  misfit->character, misfit->over);
        }
    }

    const NoticeTemplate& m_form;
    const Channel& m_channel;
    const Language m_language;
    const QString m_link;
    const QString m_drill;
    const Values m_values;
    std::vector<Sentence> m_sentences;
    std::set<QString> m_used;
    std::set<Disclosure> m_told;
    RenderedText m_made;
};

} // namespace

Audience audienceOf(const Channel& channel) {
    const auto has = [&channel](Audience one) {
        return std::find(channel.audiences.begin(), channel.audiences.end(), one) != channel.audiences.end();
    };
    if (has(Audience::Users)) {
        return Audience::Users;
    }
    const auto outside = std::find_if(channel.audiences.begin(), channel.audiences.end(),
                                      [](Audience one) { return one != Audience::Staff; });
    return outside == channel.audiences.end() ? Audience::Staff : *outside;
}

RenderedText renderText(const NoticeTemplates& templates, const Channel& channel, Language language,
                        const NoticeFacts& facts, const RenderSettings& settings) {
    const Audience audience = audienceOf(channel);
    RenderedText made;
    if (const NoticeTemplate* form = templates.of(facts.step, audience, facts.failureType)) {
        made = Rendering(*form, channel, language, facts, settings).made();
    } else {
        made.text.channel = channel.key;
        made.text.language = language;
        made.blocked = Blocked{BlockReason::NoTemplate, {}, 0};
    }
    made.text.audience = audience;
    const bool hasInternal =
        !facts.internal.empty() || !facts.commander.isEmpty() || !facts.meeting.isEmpty();
    if (audience != Audience::Staff && hasInternal) {
        made.internal = internalWordsIn(made.text.title + u' ' + made.text.body, facts,
                                        ordinaryWords(templates, audience, language));
    }
    return made;
}

std::vector<RenderedText> renderTexts(const NoticeTemplates& templates, const Channels& channels,
                                      const std::vector<QString>& keys, const NoticeFacts& facts,
                                      const RenderSettings& settings) {
    std::vector<RenderedText> all;
    for (const QString& key : keys) {
        if (const Channel* channel = channels.channel(key)) {
            for (const Language language : channel->languages) {
                all.push_back(renderText(templates, *channel, language, facts, settings));
            }
        }
    }
    return all;
}

NoticeTexts sendable(const std::vector<RenderedText>& rendered, const NoticeFacts& facts) {
    NoticeTexts texts{facts.step, {}, facts.code};
    for (const RenderedText& one : rendered) {
        if (!one.blocked) {
            texts.texts.push_back(one.text);
        }
    }
    return texts;
}

QString drillMark(Language language) {
    return language == Language::Korean ? QStringLiteral("[\uD6C8\uB828]") : QStringLiteral("[EXERCISE]");
}

QString servicesInFull(const std::vector<LocalText>& services, Language language) {
    constexpr std::size_t most = 3;
    QStringList names;
    for (std::size_t i = 0; i < std::min(most, services.size()); ++i) {
        names += services[i].in(language);
    }
    const QString list = names.join(QStringLiteral(", "));
    if (services.size() <= most) {
        return list;
    }
    const QString rest = QString::number(services.size() - most);
    return language == Language::Korean ? list + QStringLiteral(" \uC678 ") + rest
                                        : list + QStringLiteral(" and ") + rest + QStringLiteral(" more");
}

QString servicesInShort(const std::vector<LocalText>& services, Language language) {
    if (services.empty()) {
        return {};
    }
    const QString& first = services.front().in(language);
    if (services.size() == 1) {
        return first;
    }
    return first + (language == Language::Korean ? QStringLiteral(" \uB4F1") : QStringLiteral(" and others"));
}

} // namespace bongsu
