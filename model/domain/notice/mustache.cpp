#include "domain/notice/mustache.h"

#include <kainjow/mustache.hpp>

#include <QStringList>

#include <algorithm>

namespace bongsu {

namespace {

struct Tag {
    qsizetype at = 0;
    qsizetype end = 0;  // behind }}
    QChar sigil{};      // #, ^, / or none
    QString name{};     // of a form that is not read: the whole tag
    bool isRead = true; // by us
    bool isClosed = true;
};

bool isName(const QString& name) {
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
    });
}

std::vector<Tag> tagsIn(const QString& text) {
    std::vector<Tag> tags;
    qsizetype at = text.indexOf(u"{{");
    while (at >= 0) {
        const qsizetype close = text.indexOf(u"}}", at + 2);
        if (close < 0) {
            tags.push_back({at, text.size(), {}, text.mid(at), true, false});
            break;
        }
        Tag tag{at, close + 2, {}, text.mid(at + 2, close - at - 2), true, true};
        if (!tag.name.isEmpty() && QStringView(u"#^/").contains(tag.name.front())) {
            tag.sigil = tag.name.front();
            tag.name.remove(0, 1);
        }
        if (!isName(tag.name)) {
            tag.isRead = false;
            tag.name = text.mid(at, tag.end - at);
        }
        tags.push_back(tag);
        at = text.indexOf(u"{{", tag.end);
    }
    return tags;
}

} // namespace

std::optional<MustacheFault> faultIn(const QString& text, const std::set<QString>& names) {
    std::vector<Tag> open;
    for (const Tag& tag : tagsIn(text)) {
        if (!tag.isClosed) {
            return MustacheFault{tag.at, MustacheFaultKind::Unclosed, tag.name};
        }
        if (!tag.isRead) {
            return MustacheFault{tag.at, MustacheFaultKind::Unread, tag.name};
        }
        if (!names.contains(tag.name)) {
            return MustacheFault{tag.at, MustacheFaultKind::Unknown, tag.name};
        }
        if (tag.sigil == u'/') {
            if (open.empty() || open.back().name != tag.name) {
                return MustacheFault{tag.at, MustacheFaultKind::Unopened, tag.name};
            }
            open.pop_back();
        } else if (!tag.sigil.isNull()) {
            open.push_back(tag);
        }
    }
    if (!open.empty()) {
        return MustacheFault{open.back().at, MustacheFaultKind::Unclosed, open.back().name};
    }
    return std::nullopt;
}

std::set<QString> namesIn(const QString& text) {
    std::set<QString> names;
    for (const Tag& tag : tagsIn(text)) {
        names.insert(tag.name);
    }
    return names;
}

QString fixedWordsOf(const QString& text) {
    QString words;
    qsizetype at = 0;
    for (const Tag& tag : tagsIn(text)) {
        words += text.mid(at, tag.at - at) + u' ';
        at = tag.end;
    }
    return words + text.mid(at);
}

std::optional<QString> missingIn(const QString& text, const MustacheValues& values) {
    const auto isThere = [&values](const QString& name) {
        const auto value = values.find(name);
        return value != values.end() && !value->second.isEmpty();
    };
    std::vector<bool> shown{true}; // of the sections that are open, and the text itself
    for (const Tag& tag : tagsIn(text)) {
        if (tag.sigil == u'/') {
            if (shown.size() > 1) {
                shown.pop_back();
            }
        } else if (!tag.sigil.isNull()) {
            shown.push_back(shown.back() && isThere(tag.name) == (tag.sigil == u'#'));
        } else if (shown.back() && !isThere(tag.name)) {
            return tag.name;
        }
    }
    return std::nullopt;
}

QString rendered(const QString& text, const MustacheValues& values) {
    if (!text.contains(u"{{")) {
        return text;
    }
    kainjow::mustache::mustache form(text.toStdString());
    if (!form.is_valid()) {
        return {};
    }
    form.set_custom_escape([](const std::string& value) { return value; });
    kainjow::mustache::data data(kainjow::mustache::data::type::object);
    for (const auto& [name, value] : values) {
        if (!value.isEmpty()) {
            data.set(name.toStdString(), value.toStdString());
        }
    }
    return QString::fromStdString(form.render(data));
}

} // namespace bongsu
