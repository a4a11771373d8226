// The short list of names above a line being typed: it never has the focus, and it goes as soon as nothing
// fits.
#pragma once

#include "domain/incident/mention.h"
#include "ui/style/theme.h"

#include <QListWidget>

class QKeyEvent;

namespace bongsu {

class NameList : public QListWidget {
    Q_OBJECT

  public:
    // Lies over `page`, above whatever is typed into.
    explicit NameList(QWidget* page);

    // Shows them with their lower left corner here (in the page), the first one chosen; none: hides.
    void offer(const std::vector<Mention>& names, const QPoint& lowerLeft);
    bool isOpen() const { return isVisible(); }
    // Arrows choose, Tab and Enter take, Esc closes; false for every other key, and while the list is closed.
    bool takesKey(const QKeyEvent& event);

  Q_SIGNALS:
    void taken(const QString& name);

  private:
    void take();
    std::vector<Mention> m_names;
};

} // namespace bongsu
