#include "wording/line.h"
#include "wording/template.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate(); "Line" is their context.
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

QString joined(const std::vector<QString>& words) {
    return QStringList(words.begin(), words.end()).join(QLatin1String(", "));
}

} // namespace

Naming withTexts(Naming naming, const Texts& texts) {
    naming.task = [&texts](const EventId& tasks, quint64 index) -> std::optional<QString> {
        return texts.task(tasks, index);
    };
    naming.member = [&texts](const EventId& meeting, quint64 place) -> std::optional<QString> {
        return texts.member(meeting, place);
    };
    naming.motion = [&texts](const EventId& motion) -> std::optional<QString> {
        const Text* text = texts.find(motion);
        return text ? text->text : std::nullopt;
    };
    return naming;
}

// What people wrote may hold line breaks, and what an attacker wrote may steer a terminal or turn the reading
// direction, so that a line shows something else than it says.
QString oneLine(const QString& words) {
    const auto steers = [](QChar c) {
        return c.category() == QChar::Other_Control || (c >= u'\u202A' && c <= u'\u202E') ||
               (c >= u'\u2066' && c <= u'\u2069');
    };
    QString line = words.simplified();
    line.removeIf(steers);
    return line;
}

std::optional<Text> readableText(const TextPart& part) {
    return part.part ? decodeBody<Text>(part.part->bytes) : std::nullopt;
}

QString detailOf(const Told& told) {
    if (!told.text) {
        return {};
    }
    QStringList parts;
    if (const QString basis = told.text->basis.value_or(QString()); !basis.isEmpty()) {
        parts += filled(translate("Line", "Basis: %1"), {basis});
    }
    if (const QString promised = told.text->promised.value_or(QString()); !promised.isEmpty()) {
        parts += filled(translate("Line", "Promised: %1"), {promised});
    }
    const bool isCommittee = std::holds_alternative<CommitteeCalled>(told.facts);
    if (isCommittee && told.text->options) {
        parts += joined(*told.text->options);
    }
    const bool areTasks = std::holds_alternative<TasksAdded>(told.facts) || isCommittee;
    if (!areTasks && told.text->options && !told.text->options->empty()) {
        parts += filled(translate("Line", "Not taken: %1"), {joined(*told.text->options)});
    }
    return oneLine(parts.join(QStringView(u" \u00B7 ")));
}

} // namespace bongsu
