#include "domain/notice/noticetext.h"

#include "domain/event/fields.h"

#include <algorithm>

namespace bongsu {

namespace {

// As docs/format.md has them.
enum class WireLanguage { Korean = 1, English, Last = English };

struct WireVariable {
    QString name{};
    QString value{};
    static constexpr auto fields() {
        return std::tuple{field(1, &WireVariable::name), field(2, &WireVariable::value)};
    }
};

struct WireText {
    QString channel{};
    Audience audience = Audience::Users;
    WireLanguage language = WireLanguage::Korean;
    std::optional<QString> title{};
    QString body{};
    std::vector<Disclosure> tells{};
    std::optional<std::vector<WireVariable>> variables{};
    static constexpr auto fields() {
        return std::tuple{field(1, &WireText::channel),  field(2, &WireText::audience),
                          field(3, &WireText::language), field(4, &WireText::title),
                          field(5, &WireText::body),     field(6, &WireText::tells),
                          field(7, &WireText::variables)};
    }
};

struct WireAffected {
    QString service{};
    ServiceState state = ServiceState::Unknown;
    static constexpr auto fields() {
        return std::tuple{field(1, &WireAffected::service), field(2, &WireAffected::state)};
    }
};

struct WireTexts {
    quint64 version = 1;
    NoticeStep step = NoticeStep::Investigating;
    std::vector<WireText> texts{};
    QString code{};
    std::vector<WireAffected> affected{};
    static constexpr auto fields() {
        return std::tuple{field(1, &WireTexts::version), field(2, &WireTexts::step),
                          field(3, &WireTexts::texts), field(4, &WireTexts::code),
                          field(5, &WireTexts::affected)};
    }
};

WireText wireOf(const NoticeText& text) {
    WireText wire{text.channel,
                  text.audience,
                  text.language == Language::Korean ? WireLanguage::Korean : WireLanguage::English,
                  text.title.isEmpty() ? std::nullopt : std::optional(text.title),
                  text.body,
                  text.tells,
                  std::nullopt};
    if (!text.variables.empty()) {
        wire.variables.emplace();
        for (const Variable& variable : text.variables) {
            wire.variables->push_back({variable.name, variable.value});
        }
    }
    return wire;
}

NoticeText textOf(const WireText& wire) {
    NoticeText text{wire.channel,
                    wire.audience,
                    wire.language == WireLanguage::Korean ? Language::Korean : Language::English,
                    wire.title.value_or(QString()),
                    wire.body,
                    wire.tells,
                    {}};
    for (const WireVariable& variable : wire.variables.value_or(std::vector<WireVariable>())) {
        text.variables.push_back({variable.name, variable.value});
    }
    return text;
}

} // namespace

std::vector<const NoticeText*> NoticeTexts::of(const QString& channel) const {
    std::vector<const NoticeText*> found;
    for (const NoticeText& text : texts) {
        if (text.channel == channel) {
            found.push_back(&text);
        }
    }
    return found;
}

QByteArray encodeNoticeTexts(const NoticeTexts& texts) {
    WireTexts wire{1, texts.step, {}, texts.code, {}};
    for (const NoticeText& text : texts.texts) {
        wire.texts.push_back(wireOf(text));
    }
    for (const AffectedService& one : texts.affected) {
        wire.affected.push_back({one.service, one.state});
    }
    return encodeBody(wire);
}

std::optional<NoticeTexts> decodeNoticeTexts(QByteArrayView bytes) {
    const auto wire = decodeBody<WireTexts>(bytes);
    if (!wire || wire->version != 1) {
        return std::nullopt;
    }
    NoticeTexts texts{wire->step, {}, wire->code, {}};
    for (const WireText& text : wire->texts) {
        texts.texts.push_back(textOf(text));
    }
    for (const WireAffected& one : wire->affected) {
        texts.affected.push_back({one.service, one.state});
    }
    // Other bodies may hold what a later program added. Whoever approves this one has to have seen all of it.
    return encodeNoticeTexts(texts) == bytes ? std::optional(std::move(texts)) : std::nullopt;
}

} // namespace bongsu
