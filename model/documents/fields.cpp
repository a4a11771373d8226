#include "documents/fields.h"

#include "domain/base/circles.h"
#include "domain/base/keytext.h"
#include "domain/base/limits.h"

#include <algorithm>

namespace bongsu {

namespace {

using Kind = YamlNode::Kind;

bool isDigits(QStringView text) {
    return !text.isEmpty() &&
           std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// Says what is not of that kind. Nothing and what was said before are not of it either.
bool isOf(Kind kind, const YamlNode& node, Position at, QStringView called, Faults& faults) {
    if (node.kind == kind) {
        return true;
    }
    if (node.kind == Kind::Nothing) {
        faults.add(at, FaultCode::EmptyValue, called.toString());
    } else if (node.kind != Kind::Faulty) {
        const FaultCode code = kind == Kind::Text   ? FaultCode::TextExpected
                               : kind == Kind::List ? FaultCode::ListExpected
                                                    : FaultCode::MapExpected;
        faults.add(at, code, called.toString());
    }
    return false;
}

QString joined(const Circle& circle) {
    constexpr std::size_t mostNames = 16; // of a longer one its beginning and its end
    QStringList names;
    for (std::size_t i = 0; i < circle.through.size(); ++i) {
        if (circle.through.size() <= mostNames || i < mostNames / 2 ||
            i >= circle.through.size() - mostNames / 2) {
            names += circle.through[i];
        } else if (i == mostNames / 2) {
            names += QString(QChar(0x2026));
        }
    }
    return names.join(QStringLiteral(" \u2192 "));
}

} // namespace

Fields::Fields(const YamlNode& node, const QString& called, std::initializer_list<const char16_t*> known,
               Faults& faults)
    : m_node(node), m_faults(faults) {
    if (!isOf(Kind::Map, node, node.position, called, faults)) {
        return;
    }
    std::vector<QString> keys;
    for (const char16_t* key : known) {
        keys.push_back(QString::fromUtf16(key));
    }
    for (const YamlEntry& entry : node.entries) {
        if (std::find(keys.begin(), keys.end(), entry.key) == keys.end()) {
            m_meant +=
                faults.addUnknown(entry.position, FaultCode::UnknownKey, entry.key, [&] { return keys; });
        }
    }
}

const YamlEntry* Fields::entry(QStringView key) const {
    const auto at = std::find_if(m_node.entries.begin(), m_node.entries.end(),
                                 [&](const YamlEntry& one) { return one.key == key; });
    return at == m_node.entries.end() ? nullptr : &*at;
}

Position Fields::positionOf(QStringView key) const {
    const YamlEntry* found = entry(key);
    return found ? found->value.position : m_node.position;
}

const YamlNode* Fields::value(QStringView key, Need need) {
    const YamlEntry* found = entry(key);
    if (!found) {
        if (need == Need::Required && m_node.kind == Kind::Map && !m_meant.contains(key)) {
            say(key, FaultCode::MissingKey, key.toString());
        }
        return nullptr;
    }
    if (found->value.kind == Kind::Nothing) {
        say(key, FaultCode::EmptyValue, key.toString());
    }
    return found->value.kind == Kind::Nothing || found->value.kind == Kind::Faulty ? nullptr : &found->value;
}

void Fields::say(QStringView key, FaultCode code, const QString& word, const QString& other) {
    m_faults.add(positionOf(key), code, word, other);
}

QString Fields::text(QStringView key, Need need) {
    const YamlNode* found = value(key, need);
    return found ? textOf(*found, key, m_faults) : QString();
}

QString Fields::name(QStringView key, Need need) {
    const YamlNode* found = value(key, need);
    return found ? nameOf(*found, key, m_faults) : QString();
}

LocalText Fields::localText(QStringView key, Need need) {
    const YamlNode* found = value(key, need);
    return found ? localTextOf(*found, key, m_faults) : LocalText();
}

std::optional<quint64> Fields::number(QStringView key, Range range, Need need) {
    const QString written = text(key, need);
    if (written.isEmpty()) {
        return std::nullopt;
    }
    const QString allowed = QStringLiteral("%1\u2013%2").arg(range.least).arg(range.most);
    const bool isNegative = written.startsWith(u'-');
    if (!isDigits(QStringView(written).sliced(isNegative ? 1 : 0))) {
        say(key, FaultCode::NotANumber, written, allowed);
        return std::nullopt;
    }
    bool fits = false;
    const quint64 number = written.toULongLong(&fits);
    if (!fits || isNegative || number < range.least || number > range.most) {
        say(key, FaultCode::OutOfRange, written, allowed);
        return std::nullopt;
    }
    return number;
}

std::optional<Millis> Fields::minutes(QStringView key, Range range, Need need) {
    const auto found = number(key, range, need);
    return found ? std::optional<Millis>(std::chrono::minutes(*found)) : std::nullopt;
}

bool Fields::yesOrNo(QStringView key) {
    const QString written = text(key, Need::Optional).toLower();
    const bool isYes = written == u"yes" || written == u"true";
    if (!written.isEmpty() && !isYes && written != u"no" && written != u"false") {
        say(key, FaultCode::NotYesOrNo, written);
    }
    return isYes;
}

std::vector<const YamlNode*> Fields::list(QStringView key, int most, Need need) {
    std::vector<const YamlNode*> items;
    const YamlNode* found = value(key, need);
    if (!found || !isOf(Kind::List, *found, found->position, key, m_faults)) {
        return items;
    }
    if (found->items.size() > std::size_t(most)) {
        m_faults.add(found->items[std::size_t(most)].position, FaultCode::TooMany, QString::number(most));
        return items;
    }
    if (need == Need::Required && found->items.empty()) {
        say(key, FaultCode::EmptyValue, key.toString());
    }
    for (const YamlNode& item : found->items) {
        items.push_back(&item);
    }
    return items;
}

std::vector<Reference> Fields::names(QStringView key, int most) {
    std::vector<Reference> references;
    Names known;
    for (const YamlNode* item : list(key, most)) {
        const Reference reference{nameOf(*item, key, m_faults), item->position};
        known.add(reference.name, reference.position, m_faults);
        if (!reference.name.isEmpty()) {
            references.push_back(reference);
        }
    }
    return references;
}

std::vector<LocalText> Fields::localTexts(QStringView key, int most, Need need) {
    std::vector<LocalText> texts;
    for (const YamlNode* item : list(key, most, need)) {
        texts.push_back(localTextOf(*item, key, m_faults));
    }
    return texts;
}

QString textOf(const YamlNode& node, QStringView called, Faults& faults) {
    if (!isOf(Kind::Text, node, node.position, called, faults)) {
        return {};
    }
    const QString text = node.text.trimmed();
    if (text.isEmpty()) {
        faults.add(node.position, FaultCode::EmptyValue, called.toString());
    }
    return text;
}

QString nameOf(const YamlNode& node, QStringView called, Faults& faults) {
    if (!isOf(Kind::Text, node, node.position, called, faults)) {
        return {};
    }
    if (node.text.isEmpty()) {
        faults.add(node.position, FaultCode::EmptyValue, called.toString());
        return {};
    }
    if (!isKeyText(node.text) || node.text.contains(u'\n') || node.text.contains(u'\t')) {
        faults.add(node.position, FaultCode::NotAKey, node.text, QString::number(limits::keyTextBytes));
        return {};
    }
    return node.text;
}

LocalText localTextOf(const YamlNode& node, QStringView called, Faults& faults) {
    if (node.kind == Kind::Map) {
        Fields languages(node, called.toString(), {u"ko", u"en"}, faults);
        if (!languages.has(u"ko") && !languages.has(u"en")) {
            faults.add(node.position, FaultCode::LanguagesExpected, called.toString());
        }
        return {languages.text(u"ko", Need::Optional), languages.text(u"en", Need::Optional)};
    }
    if (node.kind == Kind::List) {
        faults.add(node.position, FaultCode::LanguagesExpected, called.toString());
        return {};
    }
    const QString text = textOf(node, called, faults);
    return {text, text};
}

std::vector<QString> namesIn(const std::vector<Reference>& references) {
    std::vector<QString> names;
    for (const Reference& reference : references) {
        names.push_back(reference.name);
    }
    return names;
}

void sayCircles(const ReferenceGraph& graph, FaultCode code, Faults& faults) {
    std::vector<References> bare;
    for (const auto& [from, to] : graph) {
        bare.push_back({from, namesIn(to)});
    }
    for (const Circle& circle : circlesIn(bare, limits::documentFaults)) {
        faults.add(graph[circle.from].second[circle.to].position, code, joined(circle));
    }
}

} // namespace bongsu
