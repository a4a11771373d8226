// Names at the left, what is known beside them, a line each.
#pragma once

#include "ui/services/servicedetails.h"

class QGridLayout;

namespace bongsu {

class DetailsView : public QWidget {
    Q_OBJECT

  public:
    explicit DetailsView(const Theme& theme, QWidget* parent = nullptr);

    // Words that stay are left where they are: somebody is reading them.
    void show(const Details& details);
    QString title() const { return m_told.title; }
    QString words() const; // all of it

  private:
    void add(const QString& name, const DetailLine& line);

    const Theme& m_theme;
    Details m_told;
    QLabel* m_title;
    QWidget* m_inside = nullptr;
    QGridLayout* m_grid = nullptr;
};

} // namespace bongsu
