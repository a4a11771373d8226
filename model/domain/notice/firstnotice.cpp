#include "domain/notice/firstnotice.h"

#include "domain/base/keytext.h"
#include "domain/notice/render.h"

#include <QStringList>

#include <algorithm>
#include <map>
#include <set>

namespace bongsu {

namespace {

constexpr std::size_t namesMost = 3; // that servicesInFull() names
constexpr int servicesMost = 1024;
constexpr qsizetype slotMost = 1024; // UTF-16 units: what is longer is read as nothing

// What stands in the slots, in one language.
using SlotTexts = std::map<FirstNoticeSlot, QString>;

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

QString joined(const std::vector<FirstNoticePiece>& pieces, const SlotTexts& texts) {
    QString text;
    for (const FirstNoticePiece& piece : pieces) {
        text += piece.slot ? texts.at(*piece.slot) : piece.words;
    }
    return text;
}

NoticeText filledText(const FirstNoticeText& form, const SlotTexts& texts, bool isDrill) {
    const QString mark = isDrill ? drillMark(form.language) + u' ' : QString();
    NoticeText text{form.channel, form.audience, form.language, {}, {}, form.tells, {}};
    text.title = form.title.empty() ? QString() : mark + joined(form.title, texts);
    text.body = mark + joined(form.body, texts);
    if (form.hasVariables) {
        std::map<QString, QString> variables;
        for (const FirstNoticePiece& piece : form.body) {
            if (piece.slot) {
                variables[QString::fromLatin1(wordOf(*piece.slot))] = texts.at(*piece.slot);
            }
        }
        for (const auto& [name, value] : variables) {
            text.variables.push_back({name, value});
        }
    }
    return text;
}

// What a slot's text says, whatever the language.
struct Said {
    std::vector<std::size_t> services; // places in the form's list
    int others = 0;
    friend bool operator==(const Said&, const Said&) = default;
};

std::optional<std::size_t> placeOf(const std::vector<LocalText>& all, const QString& text,
                                   Language language) {
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i].in(language) == text) {
            return i;
        }
    }
    return std::nullopt;
}

// "a, b, c and 6 more". Only what servicesInFull() would write.
std::optional<Said> saidInFull(const FirstNotice& form, const QString& text, Language language) {
    const bool isKorean = language == Language::Korean;
    const QString before = isKorean ? QStringLiteral(" \uC678 ") : QStringLiteral(" and ");
    const QString behind = isKorean ? QString() : QStringLiteral(" more");
    const auto read = [&](const QString& list) -> std::optional<std::vector<std::size_t>> {
        std::vector<std::size_t> places;
        for (const QString& name : list.split(QStringLiteral(", "))) {
            const auto place = placeOf(form.services, name, language);
            if (!place || contains(places, *place)) {
                return std::nullopt;
            }
            places.push_back(*place);
        }
        return places.size() <= namesMost ? std::optional(places) : std::nullopt;
    };
    if (const auto places = read(text)) {
        return Said{*places, 0};
    }
    const qsizetype at = text.lastIndexOf(before);
    if (at < 0 || !text.endsWith(behind)) {
        return std::nullopt;
    }
    const qsizetype from = at + before.size();
    const QString number = text.mid(from, text.size() - from - behind.size());
    bool isNumber = false;
    const int others = number.toInt(&isNumber);
    const auto places = read(text.left(at));
    const bool isRight =
        isNumber && number == QString::number(others) && others >= 1 && others < servicesMost;
    return places && places->size() == namesMost && isRight ? std::optional(Said{*places, others})
                                                            : std::nullopt;
}

// Which of them the short form could stand for: the first is the same, and others follow or do not.
bool saysInShort(const FirstNotice& form, const Said& said, const QString& text, Language language) {
    std::vector<LocalText> services;
    for (const std::size_t place : said.services) {
        services.push_back(form.services[place]);
    }
    return servicesInShort(services, language) == text;
}

// Every way in which a text can be read as those pieces; grammars keep them few.
class Reading {
  public:
    Reading(const FirstNotice& form, Language language) : m_form(form), m_language(language) {}

    std::vector<SlotTexts> of(const std::vector<FirstNoticePiece>& pieces, const QString& text,
                              const SlotTexts& known) {
        m_found.clear();
        m_pieces = &pieces;
        m_text = text;
        read(0, 0, known);
        return m_found;
    }

  private:
    static constexpr std::size_t readingsMost = 16;

    bool mayStand(FirstNoticeSlot slot, const QString& text) const {
        switch (slot) {
        case FirstNoticeSlot::Services:
            return saidInFull(m_form, text, m_language).has_value();
        case FirstNoticeSlot::ServicesShort:
            return std::any_of(m_form.services.begin(), m_form.services.end(), [&](const LocalText& service) {
                return servicesInShort({service}, m_language) == text ||
                       servicesInShort({service, service}, m_language) == text;
            });
        case FirstNoticeSlot::Since:
        case FirstNoticeSlot::Next:
            return toldTime(text, m_language).has_value();
        case FirstNoticeSlot::Contact:
            return placeOf(m_form.contacts, text, m_language).has_value();
        }
        return false;
    }

    void read(std::size_t piece, qsizetype at, const SlotTexts& texts) {
        if (m_found.size() == readingsMost) {
            return;
        }
        if (piece == m_pieces->size()) {
            if (at == m_text.size()) {
                m_found.push_back(texts);
            }
            return;
        }
        const FirstNoticePiece& one = (*m_pieces)[piece];
        if (!one.slot) {
            if (QStringView(m_text).mid(at).startsWith(one.words)) {
                read(piece + 1, at + one.words.size(), texts);
            }
            return;
        }
        const auto known = texts.find(*one.slot);
        if (known != texts.end()) {
            if (QStringView(m_text).mid(at).startsWith(known->second)) {
                read(piece + 1, at + known->second.size(), texts);
            }
            return;
        }
        const bool isLast = piece + 1 == m_pieces->size();
        const qsizetype last = std::min(m_text.size(), at + slotMost);
        for (qsizetype end = at + 1; end <= last; ++end) {
            const bool mayEnd = isLast
                                    ? end == m_text.size()
                                    : QStringView(m_text).mid(end).startsWith((*m_pieces)[piece + 1].words);
            if (!mayEnd) {
                continue;
            }
            const QString value = m_text.mid(at, end - at);
            if (mayStand(*one.slot, value)) {
                SlotTexts more = texts;
                more[*one.slot] = value;
                read(piece + 1, end, more);
            }
        }
    }

    const FirstNotice& m_form;
    const Language m_language;
    const std::vector<FirstNoticePiece>* m_pieces = nullptr;
    QString m_text;
    std::vector<SlotTexts> m_found;
};

// Whether the slots of both languages say the same, and each what may stand in it.
bool agree(const FirstNotice& form, const std::map<Language, SlotTexts>& all) {
    std::optional<Said> services;
    std::optional<std::size_t> contact;
    std::map<FirstNoticeSlot, ToldTime> times;
    for (const auto& [language, texts] : all) {
        for (const auto& [slot, text] : texts) {
            if (slot == FirstNoticeSlot::Services) {
                const auto said = saidInFull(form, text, language);
                if (!said || (services && *services != *said)) {
                    return false;
                }
                services = said;
            } else if (slot == FirstNoticeSlot::Contact) {
                const auto place = placeOf(form.contacts, text, language);
                if (!place || (contact && *contact != *place)) {
                    return false;
                }
                contact = place;
            } else if (slot == FirstNoticeSlot::Since || slot == FirstNoticeSlot::Next) {
                const auto told = toldTime(text, language);
                if (!told || !(times.try_emplace(slot, *told).first->second == *told)) {
                    return false;
                }
            }
        }
    }
    // The short form is of what the full one says; where that stands nowhere, of the same in both languages.
    std::optional<std::pair<std::size_t, bool>> brief;
    for (const auto& [language, texts] : all) {
        const auto text = texts.find(FirstNoticeSlot::ServicesShort);
        if (text == texts.end()) {
            continue;
        }
        if (services && !saysInShort(form, *services, text->second, language)) {
            return false;
        }
        for (std::size_t i = 0; i < form.services.size(); ++i) {
            for (const bool hasOthers : {false, true}) {
                const std::vector<LocalText> named(hasOthers ? 2 : 1, form.services[i]);
                if (servicesInShort(named, language) == text->second) {
                    const std::pair said(i, hasOthers);
                    if (brief && *brief != said) {
                        return false;
                    }
                    brief = said;
                }
            }
        }
    }
    return true;
}

const FirstNoticeText* formOf(const FirstNotice& form, const NoticeText& text) {
    const auto found =
        std::find_if(form.texts.begin(), form.texts.end(), [&text](const FirstNoticeText& one) {
            return one.channel == text.channel && one.language == text.language;
        });
    return found == form.texts.end() ? nullptr : &*found;
}

bool nameEachOnce(const std::vector<AffectedService>& affected) {
    std::set<QString> services;
    return std::all_of(affected.begin(), affected.end(), [&services](const AffectedService& one) {
        return isKeyText(one.service) && services.insert(one.service).second;
    });
}

QString withoutMark(const QString& text, Language language, bool isDrill) {
    const QString mark = drillMark(language) + u' ';
    return isDrill && text.startsWith(mark) ? text.mid(mark.size()) : text;
}

} // namespace

std::optional<std::vector<FirstNoticePiece>> piecesOf(const QString& text) {
    std::vector<FirstNoticePiece> pieces;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype open = text.indexOf(u"{{", at);
        if (open != at) {
            pieces.push_back({text.mid(at, (open < 0 ? text.size() : open) - at), std::nullopt});
        }
        if (open < 0) {
            break;
        }
        const qsizetype close = text.indexOf(u"}}", open);
        const auto slot = close < 0
                              ? std::nullopt
                              : fromWord<FirstNoticeSlot>(text.mid(open + 2, close - open - 2).toLatin1());
        if (!slot) {
            return std::nullopt;
        }
        pieces.push_back({{}, slot});
        at = close + 2;
    }
    return pieces;
}

std::optional<NoticeTexts> fill(const FirstNotice& form, const FirstNoticeSlots& given,
                                const std::vector<QString>& channels) {
    const bool areKnown = std::all_of(given.services.begin(), given.services.end(),
                                      [&form](const LocalText& one) { return contains(form.services, one); });
    if (given.services.empty() || !areKnown || !contains(form.contacts, given.contact) ||
        !isNoticeCode(given.code)) {
        return std::nullopt;
    }
    NoticeTexts texts{NoticeStep::Investigating, {}, given.code, {}};
    for (const FirstNoticeText& text : form.texts) {
        if (!channels.empty() && !contains(channels, text.channel)) {
            continue;
        }
        const auto time = [&](Moment at) {
            return noticeTime(at, given.asOf, given.utcOffset, text.language);
        };
        const SlotTexts values{
            {FirstNoticeSlot::Services, servicesInFull(given.services, text.language)},
            {FirstNoticeSlot::ServicesShort, servicesInShort(given.services, text.language)},
            {FirstNoticeSlot::Since, time(given.since)},
            {FirstNoticeSlot::Next, time(given.next)},
            {FirstNoticeSlot::Contact, given.contact.in(text.language)}};
        texts.texts.push_back(filledText(text, values, given.isDrill));
    }
    // Names that cannot be told from each other would be said of one thing and read of another.
    return fits(form, texts, given.isDrill) ? std::optional(texts) : std::nullopt;
}

bool fits(const FirstNotice& form, const NoticeTexts& texts, bool isDrill) {
    if (texts.step != NoticeStep::Investigating || texts.texts.empty() || !isNoticeCode(texts.code) ||
        !nameEachOnce(texts.affected)) {
        return false;
    }
    std::map<Language, SlotTexts> known;
    const FirstNoticeText* last = nullptr;
    for (const NoticeText& text : texts.texts) {
        const FirstNoticeText* one = formOf(form, text);
        if (!one || (last && one <= last)) { // in the order of the form, each once
            return false;
        }
        last = one;
        SlotTexts& ofLanguage = known[text.language];
        Reading reading(form, text.language);
        bool isRead = false;
        for (const SlotTexts& body :
             reading.of(one->body, withoutMark(text.body, text.language, isDrill), ofLanguage)) {
            for (const SlotTexts& whole :
                 reading.of(one->title, withoutMark(text.title, text.language, isDrill), body)) {
                // Whatever was read: it is what would be written, or it is not of this form.
                if (!isRead && filledText(*one, whole, isDrill) == text) {
                    ofLanguage = whole;
                    isRead = true;
                }
            }
        }
        if (!isRead) {
            return false;
        }
    }
    return agree(form, known);
}

bool isNoticeCode(const QString& code) {
    constexpr QStringView letters = u"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    const auto isLetter = [letters](QChar c) { return letters.contains(c); };
    return code.size() == 7 && code[3] == u'-' && std::all_of(code.begin(), code.begin() + 3, isLetter) &&
           std::all_of(code.begin() + 4, code.end(), isLetter);
}

} // namespace bongsu
