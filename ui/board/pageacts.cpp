#include "ui/board/pageacts.h"

#include "wording/sentence.h"
#include "wording/template.h"

namespace bongsu {

PageActs::PageActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page)
    : QObject(page), m_parts(parts), m_sheet(sheet) {}

const Incident* PageActs::incident() const {
    return m_log ? m_parts.journal.incident(*m_log) : nullptr;
}

QString PageActs::personName(const PersonId& person) const {
    return journal().texts().personName(journal().organisation(), person);
}

QString PageActs::record(const Facts& facts, const Text& text, const QString& said) {
    return recordIn(*m_log, facts, text, said);
}

QString PageActs::recordIn(const LogId& log, const Facts& facts, const Text& text, const QString& said) {
    const auto recorded = m_parts.journal.record(log, facts, text);
    if (!recorded) {
        return sentence(recorded.error());
    }
    Q_EMIT done(saidOf(recorded->warning, said));
    return {};
}

QString PageActs::saidOf(const Verdict& warning, const QString& said) {
    return warning ? filled(tr("Saved on this device. It may not be accepted: %1"), {sentence(*warning)})
                   : said;
}

std::optional<QString> PageActs::given(const QString& line) {
    return line.isEmpty() ? std::nullopt : std::optional(line);
}

std::vector<QString> PageActs::namesIn(const QString& line) {
    std::vector<QString> names;
    for (const QString& name : line.split(u',', Qt::SkipEmptyParts)) {
        names.push_back(name.trimmed().normalized(QString::NormalizationForm_C));
    }
    return names;
}

void PageActs::askNext(std::function<void()> question) {
    QMetaObject::invokeMethod(this, std::move(question), Qt::QueuedConnection);
}

} // namespace bongsu
