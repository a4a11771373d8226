// The look in force: tokens, fonts, and the application's palette and style sheet made from them.
#pragma once

#include "ui/style/tokens.h"

#include <QFont>
#include <QObject>

namespace bongsu {

enum class Weight { Normal, Bold };

class Theme : public QObject {
    Q_OBJECT

  public:
    // Needs a QApplication; what it sets there lasts until another is chosen.
    explicit Theme(ThemeName name, QObject* parent = nullptr);

    ThemeName name() const { return m_name; }
    const Tokens& tokens() const { return tokensOf(m_name); }
    QColor ink(Ink ink) const { return colourOf(tokens(), ink); }
    // Figures are of equal width in every font chosen here.
    static QFont font(TextSize size, Weight weight = Weight::Normal);

    void choose(ThemeName name);
    // 100 to 200, clamped; windows build what they show anew.
    void setZoom(int percent);

  Q_SIGNALS:
    void changed();
    void zoomed();

  private:
    void apply() const;

    ThemeName m_name;
};

// The application's style sheet; for tests to look at.
QString styleSheetFor(const Tokens& tokens);

// Names for widgets that the sheet colours: set as dynamic properties before they are shown.
void dress(QWidget* widget, Ink ink, TextSize size = TextSize::Body, Weight weight = Weight::Normal);
// Letters of another size than the application's; they become larger with the zoom.
void letter(QWidget* widget, TextSize size, Weight weight = Weight::Normal);
// A ground by its token's name: "ground", "surface", "sunken", "ember".
void lay(QWidget* widget, const char* ground);

} // namespace bongsu
