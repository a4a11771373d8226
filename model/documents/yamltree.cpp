#include "documents/yamltree.h"

#include "documents/source.h"
#include "domain/base/limits.h"
#include "domain/base/nfc.h"

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <sstream>

namespace bongsu {

namespace {

// Thrown through the parser to end it where going on would only cost: its fault has been said.
struct Stopped {};

// What the parser calls a text without quotation marks; one with them, or a block, is called "!".
constexpr const char* plainTag = "?";
constexpr const char* quotedTag = "!";

class TreeBuilder : public YAML::EventHandler {
  public:
    TreeBuilder(const SourceText& source, Faults& faults) : m_source(source), m_faults(faults) {}

    std::optional<YamlNode> takeRoot() { return std::move(m_root); }
    Position positionOf(const YAML::Mark& mark) const { return m_source.positionOf(offsetOf(mark)); }
    // Where the sign stands behind which the parser went astray.
    Position signBefore(const YAML::Mark& mark, QByteArrayView signs) const {
        qsizetype at = offsetOf(mark);
        while (at > m_lastOffset && !signs.contains(m_source.at(at))) {
            --at;
        }
        while (at > m_lastOffset && signs.contains(m_source.at(at - 1))) {
            --at;
        }
        return m_source.positionOf(at);
    }
    // Where what nothing closes was opened: a quotation behind what was read last, or the innermost bracket.
    Position openQuote() const { return m_source.positionOf(m_source.openQuoteFrom(m_lastOffset)); }
    std::optional<Position> openBracket(const YAML::Mark& until) const {
        const auto outermost =
            std::find_if(m_frames.begin(), m_frames.end(), [](const Frame& f) { return f.bracket >= 0; });
        const qsizetype from = outermost == m_frames.end() ? m_lastOffset : outermost->bracket;
        const qsizetype open = m_source.openBracketBetween(from, offsetOf(until));
        const bool isBracket = m_source.at(open) == '[' || m_source.at(open) == '{';
        return isBracket ? std::optional(m_source.positionOf(open)) : std::nullopt;
    }

    void OnDocumentStart(const YAML::Mark& mark) override {
        if (++m_documents > 1) {
            const qsizetype offset = offsetOf(mark);
            const qsizetype end = std::min(offset + 3, m_source.bytes().size());
            const bool isAnother = m_source.bytes().mid(m_lastOffset, end - m_lastOffset).contains("\n---");
            stop(m_source.positionOf(offset),
                 isAnother ? FaultCode::SeveralDocuments : FaultCode::AfterTheEnd);
        }
    }
    void OnDocumentEnd() override {}

    void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
        const qsizetype offset = offsetOf(mark);
        YamlNode node;
        node.position = placeOfNothing(offset);
        count(node.position);
        if (anchor != 0) {
            refuse(node, FaultCode::Alias);
        }
        attach(std::move(node));
    }
    void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
        YamlNode node = begun(YamlNode::Kind::Text, mark, plainTag, 0);
        refuse(node, FaultCode::Alias);
        attach(std::move(node));
    }
    void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  const std::string& value) override {
        YamlNode node = begun(YamlNode::Kind::Text, mark, tag, anchor);
        node.isQuoted = tag == quotedTag;
        if (value.size() > std::size_t(limits::documentTextBytes)) {
            refuse(node, FaultCode::TooLong, QString::number(limits::documentTextBytes));
        } else {
            node.text = toNfc(QString::fromUtf8(value.data(), qsizetype(value.size())));
            for (const QChar c : node.text) {
                if (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t') {
                    refuse(node, FaultCode::ControlCharacter,
                           QStringLiteral("U+%1").arg(c.unicode(), 4, 16, QLatin1Char('0')).toUpper());
                    break;
                }
            }
        }
        attach(std::move(node));
    }

    void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value style) override {
        open(begun(YamlNode::Kind::List, mark, tag, anchor), style);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value style) override {
        open(begun(YamlNode::Kind::Map, mark, tag, anchor), style);
    }
    void OnMapEnd() override { close(); }

  private:
    // A list or a map that is still being read; of a map the key that waits for its value, and whether that
    // value is wanted.
    struct Frame {
        YamlNode node;
        qsizetype bracket = -1; // where it is, of what stands in brackets
        std::optional<YamlEntry> waiting{};
        bool isWanted = true;
        std::map<QString, int> keys{}; // and the line of each
    };

    [[noreturn]] void stop(Position at, FaultCode code, const QString& word = {}) {
        m_faults.add(at, code, word);
        throw Stopped();
    }
    void refuse(YamlNode& node, FaultCode code, const QString& word = {}) {
        m_faults.add(node.position, code, word);
        node.kind = YamlNode::Kind::Faulty;
    }
    void count(Position at) {
        if (++m_values > limits::documentValues) {
            stop(at, FaultCode::TooMany, QString::number(limits::documentValues));
        }
    }

    qsizetype offsetOf(const YAML::Mark& mark) const { return m_source.offsetOf(mark.line, mark.column); }
    // The parser gives what is missing the place of what comes next. A missing value stands at its key, a
    // missing item at its dash.
    Position placeOfNothing(qsizetype offset) const {
        const QByteArrayView rest = QByteArrayView(m_source.bytes()).sliced(offset);
        const bool isWritten = rest.startsWith('~') || rest.startsWith("null") || rest.startsWith("Null") ||
                               rest.startsWith("NULL");
        if (isWritten || m_frames.empty()) {
            return m_source.positionOf(offset);
        }
        const Frame& frame = m_frames.back();
        if (frame.node.kind == YamlNode::Kind::List) {
            return m_source.lastSignBefore(offset);
        }
        return frame.waiting ? frame.waiting->position : m_source.positionOf(offset);
    }

    // A node without what is in it, and what every kind of node is refused for. The parser names an anchor it
    // does not know by 0, and forgets some tags; the sign that each begins with stands where the node does.
    YamlNode begun(YamlNode::Kind kind, const YAML::Mark& mark, const std::string& tag,
                   YAML::anchor_t anchor) {
        YamlNode node;
        node.kind = kind;
        m_lastOffset = offsetOf(mark);
        node.position = m_source.positionOf(m_lastOffset);
        count(node.position);
        const char sign = m_source.at(m_lastOffset);
        if (anchor != 0 || sign == '&') {
            m_faults.add(node.position, FaultCode::Alias);
        }
        if (sign == '!' || (!tag.empty() && tag != plainTag && tag != quotedTag)) {
            m_faults.add(node.position, FaultCode::Tag);
        }
        return node;
    }

    void open(YamlNode node, YAML::EmitterStyle::value style) {
        if (m_frames.size() == std::size_t(limits::documentDepth)) {
            stop(node.position, FaultCode::TooDeep, QString::number(limits::documentDepth));
        }
        m_frames.push_back({std::move(node), style == YAML::EmitterStyle::Flow ? m_lastOffset : -1});
    }
    void close() {
        YamlNode node = std::move(m_frames.back().node);
        m_frames.pop_back();
        attach(std::move(node));
    }

    void attach(YamlNode node) {
        if (m_frames.empty()) {
            m_root = std::move(node);
            return;
        }
        Frame& frame = m_frames.back();
        if (frame.node.kind != YamlNode::Kind::Map) {
            frame.node.items.push_back(std::move(node));
        } else if (!frame.waiting) {
            takeKey(frame, std::move(node));
        } else {
            frame.waiting->value = std::move(node);
            if (frame.isWanted) {
                frame.node.entries.push_back(std::move(*frame.waiting));
            }
            frame.waiting.reset();
        }
    }
    void takeKey(Frame& frame, YamlNode key) {
        frame.waiting = YamlEntry{key.text, key.position, {}};
        frame.isWanted = key.kind == YamlNode::Kind::Text;
        if (!frame.isWanted) {
            if (key.kind != YamlNode::Kind::Faulty) {
                m_faults.add(key.position, FaultCode::KeyNotText);
            }
            return;
        }
        const auto [first, isNew] = frame.keys.emplace(key.text, key.position.line);
        if (!isNew) {
            m_faults.add(key.position, FaultCode::DoubledKey, key.text, QString::number(first->second));
            frame.isWanted = false;
        }
    }

    const SourceText& m_source;
    Faults& m_faults;
    std::vector<Frame> m_frames;
    std::optional<YamlNode> m_root;
    qsizetype m_lastOffset = 0;
    int m_values = 0;
    int m_documents = 0;
};

bool isOneOf(const std::string& words, std::initializer_list<const char*> known) {
    return std::find(known.begin(), known.end(), words) != known.end();
}

// The parser's own words become one of a few faults, at the place where a person would begin to look.
void sayUnreadable(const YAML::Exception& error, const TreeBuilder& builder, Faults& faults) {
    using namespace YAML::ErrorMsg;
    const auto bracket = builder.openBracket(error.mark);
    if (isOneOf(error.msg, {EOF_IN_SCALAR, DOC_IN_SCALAR})) {
        faults.add(builder.openQuote(), FaultCode::Unclosed);
    } else if (bracket && isOneOf(error.msg, {END_OF_SEQ_FLOW, END_OF_MAP_FLOW, FLOW_END})) {
        faults.add(*bracket, FaultCode::Unclosed);
    } else if (isOneOf(error.msg, {UNKNOWN_ANCHOR, ALIAS_NOT_FOUND, CHAR_IN_ALIAS, ANCHOR_NOT_FOUND,
                                   CHAR_IN_ANCHOR, MULTIPLE_ANCHORS, ALIAS_CONTENT})) {
        faults.add(builder.signBefore(error.mark, "&*"), FaultCode::Alias);
    } else if (isOneOf(error.msg,
                       {TAG_WITH_NO_SUFFIX, CHAR_IN_TAG_HANDLE, END_OF_VERBATIM_TAG, MULTIPLE_TAGS})) {
        faults.add(builder.signBefore(error.mark, "!"), FaultCode::Tag);
    } else {
        faults.add(builder.positionOf(error.mark), FaultCode::Unreadable);
    }
}

} // namespace

std::optional<YamlNode> readYaml(QByteArrayView bytes, Faults& faults) {
    if (bytes.size() > limits::documentBytes) {
        faults.add({}, FaultCode::TooLarge, QString::number(limits::documentBytes));
        return std::nullopt;
    }
    const SourceText source(bytes);
    if (!source.isClean(faults)) {
        return std::nullopt;
    }
    TreeBuilder builder(source, faults);
    try {
        std::istringstream stream(source.bytes().toStdString());
        YAML::Parser parser(stream);
        while (parser.HandleNextDocument(builder)) {
        }
        auto root = builder.takeRoot();
        if (!root || root->kind == YamlNode::Kind::Nothing) {
            root.emplace().kind = YamlNode::Kind::Map;
        }
        return root;
    } catch (const Stopped&) {
        return std::nullopt;
    } catch (const YAML::Exception& error) {
        sayUnreadable(error, builder, faults);
    } catch (const std::exception&) { // of the standard library, out of the parser
        faults.add({}, FaultCode::Unreadable);
    }
    return std::nullopt;
}

} // namespace bongsu
