#include "ui/style/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QPalette>
#include <QRegularExpression>
#include <QStyle>
#include <QWidget>

namespace bongsu {

namespace {

constexpr std::array inkNames{"text", "quiet", "ember", "bad", "partial", "good", "info"};
static_assert(inkNames.size() == std::size_t(Ink::Last) + 1);

QPalette paletteFor(const Tokens& t) {
    QPalette palette;
    palette.setColor(QPalette::Window, t.ground);
    palette.setColor(QPalette::WindowText, t.text);
    palette.setColor(QPalette::Base, t.surface);
    palette.setColor(QPalette::AlternateBase, t.sunken);
    palette.setColor(QPalette::Text, t.text);
    palette.setColor(QPalette::PlaceholderText, t.quiet);
    palette.setColor(QPalette::Button, t.surface);
    palette.setColor(QPalette::ButtonText, t.text);
    palette.setColor(QPalette::BrightText, t.ember);
    palette.setColor(QPalette::Highlight, t.select);
    palette.setColor(QPalette::HighlightedText, t.text);
    palette.setColor(QPalette::Link, t.info);
    palette.setColor(QPalette::LinkVisited, t.info);
    palette.setColor(QPalette::ToolTipBase, t.sunken);
    palette.setColor(QPalette::ToolTipText, t.text);
    palette.setColor(QPalette::Light, t.surface);
    palette.setColor(QPalette::Midlight, t.sunken);
    palette.setColor(QPalette::Mid, t.rule);
    palette.setColor(QPalette::Dark, t.rule);
    palette.setColor(QPalette::Shadow, t.rule);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, t.quiet);
    }
    return palette;
}

// Dynamic properties of what has letters of its own size.
constexpr const char* textSize = "textSize";
constexpr const char* textWeight = "textWeight";

QString inkRules(const Tokens& tokens) {
    QString rules;
    for (std::size_t i = 0; i < inkNames.size(); ++i) {
        rules += QStringLiteral("QLabel[ink=\"%1\"] { color: %2; }\n")
                     .arg(QLatin1String(inkNames[i]), colourOf(tokens, Ink(i)).name());
    }
    return rules;
}

// Places %name for a token's colour, so that the sheet reads as what it means.
constexpr const char* sheet = R"(
QWidget[ground="ground"] { background: %ground; }
QWidget[ground="surface"] { background: %surface; }
QWidget[ground="sunken"] { background: %sunken; }
QWidget[ground="ember"] { background: %emberSoft; }
QToolTip { background: %sunken; color: %text; border: 1px solid %rule; padding: 4px 8px; }
QFrame[rule="true"] { background: %rule; border: none; }
QLabel[tag="true"] { border: 1px solid %rule; border-radius: 4px; padding: 0 6px; max-height: 20px; }
QLabel[tag="ember"] { border: 1px solid %ember; border-radius: 4px; padding: 0 6px; max-height: 20px; color: %ember; }
QLineEdit { background: %ground; border: 1px solid %quiet; border-radius: 6px; padding: 7px-1px 12px-1px; min-height: 24px; }
QLineEdit:focus { border: 2px solid %focus; padding: 7px-2px 12px-2px; }
QListWidget#names { background: %surface; color: %text; border: 1px solid %quiet; border-radius: 4px; outline: 0; }
QListWidget#names::item { padding: 0px 8px; }
QListWidget#names::item:selected { background: %select; color: %text; border: 2px solid %focus; }
QComboBox { background: %ground; color: %text; border: 1px solid %quiet; border-radius: 6px; padding: 7px-1px 12px-1px; min-height: 24px; }
QPlainTextEdit { border: 1px solid %rule; padding: 7px-1px; background: %surface; color: %text; }
QPlainTextEdit:focus { border: 2px solid %focus; padding: 7px-2px; }
QComboBox:focus { border: 2px solid %focus; padding: 7px-2px 12px-2px; }
QComboBox::drop-down { border: none; width: 28px; }
QPushButton { background: %surface; color: %text; min-height: 20px; border: 1px solid %quiet; border-radius: 6px; padding: 8px-1px 16px-1px; }
QPushButton:hover { background: %select; }
QPushButton:focus { border: 2px solid %focus; padding: 8px-2px 16px-2px; }
QPushButton:checked { background: %emberSoft; border-color: %ember; color: %text; font-weight: bold; }
QPushButton:disabled { color: %quiet; border-color: %rule; }
QPushButton:default { border-color: %info; color: %info; }
QPushButton[flat="true"] { border: 2px solid transparent; background: transparent; color: %quiet; padding: 1px 8px; min-height: 18px; }
QPushButton[flat="true"]:hover { background: %select; }
QPushButton[flat="true"]:checked { color: %text; font-weight: bold; border-bottom: 2px solid %text; border-radius: 0; }
QPushButton[flat="true"]:focus { border: 2px solid %focus; border-radius: 6px; }
QCheckBox::indicator { width: 16px-1px-1px; height: 16px-1px-1px; border: 1px solid %quiet; border-radius: 3px; background: %ground; }
QCheckBox::indicator:checked { background: %ember; border: 1px solid %ember; }
QCheckBox::indicator:focus { border: 2px solid %focus; width: 16px-2px-2px; height: 16px-2px-2px; }
QAbstractItemView { background: %surface; border: none; outline: none; }
QListWidget::item { border: 2px solid transparent; border-radius: 4px; padding: 0 6px; color: %text; }
QListWidget::item:selected { background: %select; color: %text; }
QListWidget::item:focus { border: 2px solid %focus; }
QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; background: %rule; border-radius: 2px; }
QSlider::sub-page:horizontal { background: %ember; border-radius: 2px; }
QSlider::handle:horizontal { width: 14px; margin: -6px 0; background: %text; border: 2px solid %surface; border-radius: 8px; }
QSlider::handle:horizontal:focus { border: 2px solid %focus; }
QMenu { background: %surface; color: %text; border: 1px solid %rule; padding: 4px; }
QMenu::item { padding: 5px 20px; }
QMenu::item:selected { background: %select; }
QMenu::item:disabled { color: %quiet; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: %quiet; border-radius: 3px; min-height: 32px; margin: 2px; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

// Lengths in the sheet are at 100 %. One less another (7px-2px) is the difference as they are drawn, so that
// what has a wider border is as large as what has not, however both are rounded.
QString scaled(const QString& text) {
    static const QRegularExpression length(QStringLiteral("\\b\\d+px(-\\d+px)*"));
    QString result;
    qsizetype from = 0;
    for (auto it = length.globalMatch(text); it.hasNext();) {
        const QRegularExpressionMatch match = it.next();
        result += QStringView(text).mid(from, match.capturedStart() - from);
        const QList<QStringView> lengths = match.capturedView().split(u'-');
        int pixels = 2 * px(lengths.front().chopped(2).toInt());
        for (const QStringView one : lengths) {
            pixels -= px(one.chopped(2).toInt());
        }
        result += QString::number(pixels) + QStringLiteral("px");
        from = match.capturedEnd();
    }
    return result + QStringView(text).mid(from).toString();
}

} // namespace

QString styleSheetFor(const Tokens& t) {
    QString text = QLatin1String(sheet);
    const std::pair<const char*, QColor> places[] = {
        {"%emberSoft", t.emberSoft}, {"%ground", t.ground}, {"%surface", t.surface}, {"%sunken", t.sunken},
        {"%select", t.select},       {"%rule", t.rule},     {"%focus", t.focus},     {"%text", t.text},
        {"%quiet", t.quiet},         {"%ember", t.ember},   {"%info", t.info},
    };
    for (const auto& [place, colour] : places) {
        text.replace(QLatin1String(place), colour.name());
    }
    return scaled(text) + inkRules(t);
}

Theme::Theme(ThemeName name, QObject* parent) : QObject(parent), m_name(name) {
    apply();
}

QFont Theme::font(TextSize size, Weight weight) {
    QFont font = QApplication::font();
    font.setFamilies(QStringList{QStringLiteral("Noto Sans CJK KR"), QStringLiteral("Noto Sans KR")} +
                     QFontDatabase::systemFont(QFontDatabase::GeneralFont).families());
    font.setPixelSize(pixels(size));
    font.setBold(weight == Weight::Bold);
    return font;
}

void Theme::choose(ThemeName name) {
    if (name == m_name) {
        return;
    }
    m_name = name;
    apply();
    Q_EMIT changed();
}

void Theme::setZoom(int percent) {
    const int before = zoom();
    bongsu::setZoom(percent);
    if (zoom() != before) {
        apply();
        for (QWidget* widget : QApplication::allWidgets()) {
            const QVariant size = widget->property(textSize);
            if (size.isValid()) {
                letter(widget, TextSize(size.toInt()), Weight(widget->property(textWeight).toInt()));
            }
        }
        Q_EMIT zoomed();
    }
}

void Theme::apply() const {
    // Fusion draws with the palette alone; the desktop's own style would bring colours of its own.
    QApplication::setStyle(QStringLiteral("fusion"));
    QApplication::setPalette(paletteFor(tokens()));
    QApplication::setFont(font(TextSize::Body));
    qApp->setStyleSheet(styleSheetFor(tokens()));
}

void dress(QWidget* widget, Ink ink, TextSize size, Weight weight) {
    widget->setProperty("ink", QLatin1String(inkNames[std::size_t(ink)]));
    letter(widget, size, weight);
    if (widget->style()) { // dressed anew while it is shown
        widget->style()->unpolish(widget);
        widget->style()->polish(widget);
    }
}

void letter(QWidget* widget, TextSize size, Weight weight) {
    widget->setProperty(textSize, int(size));
    widget->setProperty(textWeight, int(weight));
    widget->setFont(Theme::font(size, weight));
}

void lay(QWidget* widget, const char* ground) {
    widget->setProperty("ground", QLatin1String(ground));
    widget->setAttribute(Qt::WA_StyledBackground);
}

} // namespace bongsu
