// Small things that many screens are made of: text in an ink, text that gives way, rules, tags, fires, key
// hints.
#pragma once

#include "domain/event/words.h"
#include "ui/style/marks.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QLabel>

namespace bongsu {

// Plain text in a token's ink; what people wrote is never read as markup.
QLabel* makeLabel(QWidget* parent, Ink ink = Ink::Text, TextSize size = TextSize::Body,
                  Weight weight = Weight::Normal);
QLabel* makeTag(QWidget* parent);
QWidget* makeRule(QWidget* parent);    // a horizontal line
QWidget* makeUpright(QWidget* parent); // a vertical one

// Gives way where there is no room, ends with an ellipsis and tells the rest as a tool tip.
class ElidedLabel : public QLabel {
    Q_OBJECT

  public:
    explicit ElidedLabel(QWidget* parent = nullptr);
    void setWords(const QString& words);
    const QString& words() const { return m_words; } // whole, where there is less room, too
    QSize minimumSizeHint() const override;
    QSize sizeHint() const override;

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void elide();
    QString m_words;
};

// One to five fires: how grave it is, before a word is read.
class Fires : public QWidget {
    Q_OBJECT

  public:
    explicit Fires(const Theme& theme, QWidget* parent = nullptr);
    void setGrade(Grade grade);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    Grade m_grade = Grade::Watch;
};
// The same for delegates; returns the width.
int drawFires(QPainter& painter, const QPointF& topLeft, Grade grade, const Tokens& tokens);

// A key in its cap and what it does; a click does it too.
class KeyHint : public QAbstractButton {
    Q_OBJECT

  public:
    enum class Form { Cap, Plain }; // beside what it acts on; in the line of keys at the foot of a page
    KeyHint(const Theme& theme, const QString& key, QWidget* parent = nullptr, Form form = Form::Cap);
    const QString& key() const { return m_key; }
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Measures {
        int key; // px
        TextSize words;
        int gap; // px
    };
    Measures measures() const;

    const Theme& m_theme;
    QString m_key;
    Form m_form;
};

} // namespace bongsu
