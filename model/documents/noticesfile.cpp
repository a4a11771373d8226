#include "documents/noticesfile.h"

#include "documents/placedtext.h"
#include "documents/vocabulary.h"
#include "domain/base/limits.h"
#include "domain/notice/mustache.h"

namespace bongsu {

namespace {

void readVersion(Fields& file, QStringView key, quint64 known) {
    const QString version = file.text(key, Need::Required);
    if (!version.isEmpty() && version != QString::number(known)) {
        file.say(key, FaultCode::UnknownVersion, version, QString::number(known));
    }
}

// Whoever claims to say where users ask has a place for it, in both languages.
void sayContactUntold(Fields& fields, const std::vector<Disclosure>& tells, const LocalText& text) {
    const bool claims = std::find(tells.begin(), tells.end(), Disclosure::Contact) != tells.end();
    const auto has = [](const QString& one) {
        return one.isEmpty() || namesIn(one).contains(QStringLiteral("contact"));
    };
    if (claims && (!has(text.ko) || !has(text.en))) {
        fields.say(u"tells", FaultCode::ContactUntold, {});
    }
}

class NoticesReader {
  public:
    explicit NoticesReader(Faults& faults) : m_faults(faults) {}

    NoticeTemplates read(const YamlNode& root) {
        Fields file(root, QStringLiteral("notices"), {u"notices", u"templates"}, m_faults);
        readVersion(file, u"notices", noticesVersion);
        NoticeTemplates templates;
        for (const YamlNode* item : file.list(u"templates", limits::documentValues)) {
            templates.templates.push_back(form(*item));
        }
        return templates;
    }

  private:
    NoticeTemplate form(const YamlNode& node) {
        Fields fields(node, QStringLiteral("templates"),
                      {u"step", u"for", u"failures", u"title", u"short-title", u"sentences"}, m_faults);
        NoticeTemplate form;
        const auto step = valueOf<NoticeStep>(fields, u"step", Need::Required, m_faults);
        form.step = step.value_or(NoticeStep::Investigating);
        form.audiences = valuesOf<Audience>(fields, u"for", Need::Required, m_faults);
        form.failureTypes = namesIn(fields.names(u"failures", limits::listItems));
        if (step) {
            nameOnce(fields, form);
        }
        const bool isForStaffAlone = form.audiences == std::vector{Audience::Staff};
        const std::set<QString>& places = noticePlaces(isForStaffAlone);
        form.title = placedText(fields, u"title", Need::Required, places, m_faults);
        form.briefTitle = placedText(fields, u"short-title", Need::Optional, places, m_faults);
        for (const YamlNode* item : fields.list(u"sentences", limits::listItems, Need::Required)) {
            form.sentences.push_back(sentence(*item, places));
        }
        const bool stays = std::any_of(form.sentences.begin(), form.sentences.end(),
                                       [](const TemplateSentence& one) { return one.rank == 1; });
        if (!form.sentences.empty() && !stays) {
            fields.say(u"sentences", FaultCode::NothingStays, {});
        }
        return form;
    }

    // One for each step, audience and type of failure.
    void nameOnce(const Fields& fields, const NoticeTemplate& form) {
        std::set<QString> failures(form.failureTypes.begin(), form.failureTypes.end());
        if (failures.empty()) {
            failures.emplace();
        }
        for (const Audience audience : form.audiences) {
            for (const QString& failure : failures) {
                const QString name =
                    QStringLiteral("%1, %2 %3")
                        .arg(QLatin1String(wordOf(form.step)), QLatin1String(wordOf(audience)), failure)
                        .trimmed();
                m_names.add(name, fields.positionOf(u"step"), m_faults);
            }
        }
    }

    TemplateSentence sentence(const YamlNode& node, const std::set<QString>& places) {
        Fields fields(node, QStringLiteral("sentences"), {u"text", u"short", u"rank", u"tells"}, m_faults);
        TemplateSentence sentence;
        sentence.text = placedText(fields, u"text", Need::Required, places, m_faults);
        sentence.brief = placedText(fields, u"short", Need::Optional, places, m_faults);
        sentence.rank = int(fields.number(u"rank", {1, highestRank}, Need::Required).value_or(1));
        sentence.tells = valuesOf<Disclosure>(fields, u"tells", Need::Optional, m_faults);
        sayContactUntold(fields, sentence.tells, sentence.text);
        sayContactUntold(fields, sentence.tells, sentence.brief);
        return sentence;
    }

    Faults& m_faults;
    Names m_names;
};

class FirstNoticeReader {
  public:
    FirstNoticeReader(const Channels* channels, Faults& faults) : m_faults(faults) {
        for (const char* slot : Words<FirstNoticeSlot>::all) {
            m_slots.insert(QString::fromLatin1(slot));
        }
        if (channels) {
            m_knowsChannels = true;
            for (const Channel& channel : channels->channels) {
                m_channels.add(channel.key, {}, faults);
                m_languages[channel.key] = channel.languages;
            }
        }
    }

    FirstNotice read(const YamlNode& root) {
        Fields file(root, QStringLiteral("first-notice"),
                    {u"first-notice", u"services", u"contacts", u"texts"}, m_faults);
        readVersion(file, u"first-notice", firstNoticeVersion);
        FirstNotice first;
        first.services = named(file, u"services", limits::serviceStates);
        first.contacts = named(file, u"contacts", limits::listItems);
        for (const YamlNode* item : file.list(u"texts", limits::listItems, Need::Required)) {
            addTexts(first, *item);
        }
        const auto tellsAll = [](const FirstNoticeText& text) {
            return text.audience == Audience::Users && text.tells.size() == std::size_t(Disclosure::Last);
        };
        if (!first.texts.empty() && std::none_of(first.texts.begin(), first.texts.end(), tellsAll)) {
            file.say(u"texts", FaultCode::DisclosureUntold, {});
        }
        return first;
    }

  private:
    // Each is one in either language, or what is read could be two of them.
    std::vector<LocalText> named(Fields& file, QStringView key, int most) {
        std::vector<LocalText> all;
        Names korean;
        Names english;
        for (const YamlNode* item : file.list(key, most, Need::Required)) {
            LocalText text = localTextOf(*item, key, m_faults);
            korean.add(text.in(Language::Korean), item->position, m_faults);
            english.add(text.in(Language::English), item->position, m_faults);
            all.push_back(text);
        }
        return all;
    }

    void addTexts(FirstNotice& first, const YamlNode& node) {
        Fields fields(node, QStringLiteral("texts"),
                      {u"channels", u"for", u"title", u"body", u"tells", u"variables"}, m_faults);
        const std::vector<Reference> channels = fields.names(u"channels", limits::listItems);
        fields.value(u"channels", Need::Required);
        const auto audience = valueOf<Audience>(fields, u"for", Need::Required, m_faults);
        const LocalText title = texts(fields, u"title", Need::Optional);
        const LocalText body = texts(fields, u"body", Need::Required);
        const std::vector<Disclosure> tells =
            valuesOf<Disclosure>(fields, u"tells", Need::Optional, m_faults);
        sayContactUntold(fields, tells, body);
        const bool hasVariables = fields.yesOrNo(u"variables");
        for (const Reference& channel : channels) {
            if (m_knowsChannels) {
                m_channels.expect(channel.name, channel.position, FaultCode::UnknownChannel, m_faults);
            }
            for (const Language language : {Language::Korean, Language::English}) {
                const bool isKorean = language == Language::Korean;
                const QString& text = isKorean ? body.ko : body.en;
                if (text.isEmpty()) {
                    continue;
                }
                sayUnspoken(fields, channel.name, language);
                m_texts.add(channel.name + (isKorean ? QStringLiteral(" ko") : QStringLiteral(" en")),
                            channel.position, m_faults);
                const auto titlePieces = piecesOf(isKorean ? title.ko : title.en);
                const auto bodyPieces = piecesOf(text);
                if (titlePieces && bodyPieces) { // else said already
                    first.texts.push_back({channel.name, audience.value_or(Audience::Users), language,
                                           *titlePieces, *bodyPieces, tells, hasVariables});
                }
            }
        }
    }

    void sayUnspoken(Fields& fields, const QString& channel, Language language) {
        const auto spoken = m_languages.find(channel);
        if (spoken == m_languages.end() ||
            std::find(spoken->second.begin(), spoken->second.end(), language) != spoken->second.end()) {
            return;
        }
        QStringList words;
        for (const Language one : spoken->second) {
            words += QLatin1String(Words<Language>::all[std::size_t(one)]);
        }
        fields.say(u"body", FaultCode::NotOneOf, QLatin1String(Words<Language>::all[std::size_t(language)]),
                   words.join(QStringLiteral(", ")));
    }

    // In the languages that the channel speaks: one may be absent.
    LocalText texts(Fields& fields, QStringView key, Need need) {
        const YamlNode* node = fields.value(key, need);
        if (!node) {
            return {};
        }
        if (node->kind != YamlNode::Kind::Map) {
            fields.say(key, FaultCode::LanguagesExpected, key.toString());
            return {};
        }
        Fields languages(*node, key.toString(), {u"ko", u"en"}, m_faults);
        if (!languages.has(u"ko") && !languages.has(u"en")) {
            fields.say(key, FaultCode::LanguagesExpected, key.toString());
        }
        const auto in = [&](QStringView language) {
            const YamlNode* text = languages.value(language, Need::Optional);
            const QString read = text ? placedText(*text, language, m_slots, m_faults) : QString();
            if (text && !read.isEmpty() && !piecesOf(read)) { // a part that is said or not is no slot
                m_faults.add(text->position, FaultCode::PlaceUnread, read);
                return QString();
            }
            return read;
        };
        return {in(u"ko"), in(u"en")};
    }

    bool m_knowsChannels = false;
    Faults& m_faults;
    std::set<QString> m_slots;
    Names m_channels;
    std::map<QString, std::vector<Language>> m_languages; // that each channel speaks
    Names m_texts;
};

} // namespace

tl::expected<NoticeTemplates, std::vector<DocumentFault>> readNotices(QByteArrayView bytes) {
    Faults faults;
    NoticeTemplates templates;
    if (const auto root = readYaml(bytes, faults)) {
        templates = NoticesReader(faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return templates;
}

tl::expected<FirstNotice, std::vector<DocumentFault>> readFirstNotice(QByteArrayView bytes,
                                                                      const Channels* channels) {
    Faults faults;
    FirstNotice first;
    if (const auto root = readYaml(bytes, faults)) {
        first = FirstNoticeReader(channels, faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return first;
}

} // namespace bongsu
