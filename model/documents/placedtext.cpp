#include "documents/placedtext.h"

#include "domain/notice/mustache.h"

namespace bongsu {

namespace {

// Where that sign of a text stands in the file; of a text of several lines where it begins.
Position positionIn(const YamlNode& node, const QString& text, qsizetype at) {
    Position position = node.position;
    if (!text.contains(u'\n')) {
        position.column += int(text.left(at).toUcs4().size()) + (node.isQuoted ? 1 : 0);
    }
    return position;
}

} // namespace

QString placedText(const YamlNode& node, QStringView called, const std::set<QString>& places,
                   Faults& faults) {
    const QString text = textOf(node, called, faults);
    const auto fault = faultIn(text, places);
    if (!fault) {
        return text;
    }
    const Position at = positionIn(node, node.text, fault->at + node.text.indexOf(text));
    switch (fault->kind) {
    case MustacheFaultKind::Unknown:
        faults.addUnknown(at, FaultCode::UnknownPlace, fault->word,
                          [&places] { return std::vector<QString>(places.begin(), places.end()); });
        break;
    case MustacheFaultKind::Unclosed:
        faults.add(at, FaultCode::PlaceUnclosed, fault->word);
        break;
    case MustacheFaultKind::Unopened:
        faults.add(at, FaultCode::PlaceUnopened, fault->word);
        break;
    case MustacheFaultKind::Unread:
        faults.add(at, FaultCode::PlaceUnread, fault->word);
        break;
    }
    return {};
}

LocalText placedText(Fields& fields, QStringView key, Need need, const std::set<QString>& places,
                     Faults& faults) {
    const YamlNode* node = fields.value(key, need);
    if (!node) {
        return {};
    }
    if (node->kind == YamlNode::Kind::Text) {
        const QString text = placedText(*node, key, places, faults);
        return {text, text};
    }
    if (node->kind != YamlNode::Kind::Map) {
        fields.say(key, FaultCode::LanguagesExpected, key.toString());
        return {};
    }
    Fields languages(*node, key.toString(), {u"ko", u"en"}, faults);
    const auto in = [&](QStringView language) {
        const YamlNode* text = languages.value(language, Need::Required);
        return text ? placedText(*text, language, places, faults) : QString();
    };
    return {in(u"ko"), in(u"en")};
}

} // namespace bongsu
