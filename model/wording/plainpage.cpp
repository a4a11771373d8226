#include "wording/plainpage.h"

#include "wording/line.h"
#include "wording/template.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

constexpr QStringView square = u"\u25A1 ";  // a heading
constexpr QStringView circle = u" \u25CB "; // a line under it

QString laid(const QString& head, const std::vector<PageSection>& sections, qsizetype most) {
    QString page = head;
    for (const PageSection& section : sections) {
        page += section.words(most);
    }
    return page;
}

} // namespace

void PageSection::add(const QString& line) {
    if (!line.isEmpty()) {
        m_lines += oneLine(line);
    }
}

QString PageSection::words(qsizetype most) const {
    QString page = square.toString() + m_heading + u'\n';
    for (qsizetype i = 0; i < std::min(most, m_lines.size()); ++i) {
        page += circle.toString() + m_lines[i] + u'\n';
    }
    if (m_lines.size() > most) {
        page += circle.toString() +
                filled(QCoreApplication::translate("Sitrep", "and %1 more"),
                       {QString::number(m_lines.size() - most)}) +
                u'\n';
    }
    return page;
}

QString plainPage(const QString& head, const std::vector<PageSection>& sections, qsizetype bytes) {
    qsizetype most = 0;
    for (const PageSection& section : sections) {
        most = std::max(most, section.size());
    }
    QString page = laid(head, sections, most);
    while (page.toUtf8().size() > bytes && most > 1) {
        page = laid(head, sections, --most);
    }
    return page;
}

} // namespace bongsu
