// The line of keys at the foot of a page: every action has a key and shows it.
#pragma once

#include "ui/style/labels.h"

#include <QKeySequence>
#include <QWidget>

#include <functional>
#include <vector>

class QHBoxLayout;

namespace bongsu {

class Foot : public QWidget {
    Q_OBJECT

  public:
    explicit Foot(const Theme& theme, QWidget* parent = nullptr);

    // `words` is asked again when the language changes. The key works anywhere in the page.
    using Words = std::function<QString()>;
    void addLeft(const QKeySequence& keys, Words words, std::function<void()> action);
    void addRight(const QKeySequence& keys, Words words, std::function<void()> action);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void add(QHBoxLayout* line, const QKeySequence& keys, Words words, std::function<void()> action);

    const Theme& m_theme;
    QHBoxLayout* m_left;
    QHBoxLayout* m_right;
    std::vector<std::pair<KeyHint*, Words>> m_hints;
};

} // namespace bongsu
