// A page of plain text in the form that officials expect (개조식): headings with □, lines under them with ○.
#pragma once

#include <QStringList>

#include <vector>

namespace bongsu {

// A heading and its lines.
class PageSection {
  public:
    explicit PageSection(const QString& heading) : m_heading(heading) {}
    void add(const QString& line); // nothing is added of an empty one
    bool isEmpty() const { return m_lines.isEmpty(); }
    qsizetype size() const { return m_lines.size(); }
    // At most `most` lines, and how many are missing.
    QString words(qsizetype most) const;

  private:
    QString m_heading;
    QStringList m_lines;
};

// `head`, then the sections; their lists give way evenly until it is no longer than so many bytes in UTF-8.
QString plainPage(const QString& head, const std::vector<PageSection>& sections, qsizetype bytes);

} // namespace bongsu
