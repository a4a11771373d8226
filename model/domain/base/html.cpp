#include "domain/base/html.h"

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

// After these a line ends, so that two versions of a page can be compared; white space there means nothing.
bool endsLine(QLatin1String element) {
    static constexpr std::array blocks{"html", "head",    "body",    "header", "main",  "footer", "nav",
                                       "ul",   "ol",      "li",      "p",      "h1",    "h2",     "h3",
                                       "h4",   "article", "section", "table",  "thead", "tbody",  "tr",
                                       "meta", "link",    "title",   "style",  "div",   "dl"};
    return std::any_of(blocks.begin(), blocks.end(),
                       [&](const char* block) { return element == QLatin1String(block); });
}

} // namespace

QString escaped(QStringView text) {
    QString safe;
    safe.reserve(text.size());
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'&':
            safe += u"&amp;";
            break;
        case u'<':
            safe += u"&lt;";
            break;
        case u'>':
            safe += u"&gt;";
            break;
        case u'"':
            safe += u"&quot;";
            break;
        case u'\'':
            safe += u"&#39;";
            break;
        default:
            safe += c;
        }
    }
    return safe;
}

void Html::begin(QLatin1String element, Attributes attributes) {
    m_out += u'<' + element;
    for (const auto& [name, value] : attributes) {
        if (!value.isNull()) {
            m_out += u' ' + name + QStringLiteral("=\"") + escaped(value) + u'"';
        }
    }
    m_out += u'>';
}

void Html::open(QLatin1String element, Attributes attributes) {
    begin(element, attributes);
    m_open.push_back(element);
}

void Html::close() {
    Q_ASSERT(!m_open.empty());
    const QLatin1String element = m_open.back();
    m_open.pop_back();
    m_out += QStringLiteral("</") + element + u'>';
    if (endsLine(element)) {
        m_out += u'\n';
    }
}

void Html::text(QStringView text) {
    m_out += escaped(text);
}

void Html::element(QLatin1String element, Attributes attributes, QStringView said) {
    open(element, attributes);
    text(said);
    close();
}

void Html::empty(QLatin1String element, Attributes attributes) {
    begin(element, attributes);
    m_out += u'\n';
}

void Html::style(QStringView css) {
    open(QLatin1String("style"));
    m_out += css;
    close();
}

QByteArray Html::bytes() const {
    Q_ASSERT(m_open.empty());
    return "<!DOCTYPE html>\n" + m_out.toUtf8();
}

QString Html::inner() const {
    Q_ASSERT(m_open.empty());
    return m_out;
}

} // namespace bongsu
