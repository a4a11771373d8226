// Texts with places for facts, in the form of mustache: {{name}} stands for a fact, {{#name}}…{{/name}} for
// what is said only where there is one, {{^name}}…{{/name}} only where there is none. Nothing else of
// mustache is read.
#pragma once

#include <QString>

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace bongsu {

enum class MustacheFaultKind {
    Unknown = 1, // (the name)
    Unclosed,    // {{ without }}, or a section that none closes (its name)
    Unopened,    // closes what is not open (its name)
    Unread       // a form that is not read here (the tag)
};

struct MustacheFault {
    qsizetype at = 0; // UTF-16 units from the beginning, where the tag opens
    MustacheFaultKind kind = MustacheFaultKind::Unknown;
    QString word{};
    friend bool operator==(const MustacheFault&, const MustacheFault&) = default;
};

// The first there is.
std::optional<MustacheFault> faultIn(const QString& text, const std::set<QString>& names);

// Of a text without a fault: the names it uses.
std::set<QString> namesIn(const QString& text);

// The words that stand there whatever the facts are, those of every part.
QString fixedWordsOf(const QString& text);

using MustacheValues = std::map<QString, QString>; // what is absent or empty is not there
// Nothing is escaped. Of a text without a fault; of any other: empty.
QString rendered(const QString& text, const MustacheValues& values);

// The first place that would be shown and that nothing stands for.
std::optional<QString> missingIn(const QString& text, const MustacheValues& values);

} // namespace bongsu
