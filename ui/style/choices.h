// One of a few, all in sight: a row of buttons of which one is down. Arrow keys go along it.
#pragma once

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace bongsu {

class Choices : public QWidget {
    Q_OBJECT

  public:
    explicit Choices(QWidget* parent = nullptr);

    // As many as there are words; the one chosen stays chosen if it is still there, else the first is.
    void setWords(const QStringList& words);
    int chosen() const; // -1: there are none
    void choose(int index);
    QWidget* first() const; // the one that is down, for the focus

  Q_SIGNALS:
    void changed();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void fit();

    QHBoxLayout* m_line;
    std::vector<QPushButton*> m_buttons;
};

} // namespace bongsu
