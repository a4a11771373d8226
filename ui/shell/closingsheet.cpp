#include "ui/shell/closingsheet.h"

#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>
#include <QShortcut>

namespace bongsu {

namespace {

constexpr int sheetWidth = 560;
constexpr qsizetype mostNames = 12;
const QKeySequence closeKey(Qt::CTRL | Qt::Key_Q);

} // namespace

ClosingSheet::ClosingSheet(QWidget* page, const Theme& theme)
    : Sheet(page, theme, sheetWidth), m_who(makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold)),
      m_after(makeLabel(this, Ink::Quiet)), m_stay(new QPushButton(this)), m_close(new QPushButton(this)) {
    m_who->setWordWrap(true);
    m_after->setWordWrap(true);
    m_stay->setDefault(true);
    m_close->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(metric::gap);
    buttons->addWidget(m_stay);
    buttons->addWidget(m_close);
    buttons->addStretch();
    body().addWidget(m_who);
    body().addWidget(m_after);
    body().addLayout(buttons);
    connect(m_stay, &QPushButton::clicked, this, &Sheet::close);
    connect(m_close, &QPushButton::clicked, this, &ClosingSheet::closeAsked);
    auto* shortcut = new QShortcut(closeKey, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    shortcut->setAutoRepeat(false);
    connect(shortcut, &QShortcut::activated, this, &ClosingSheet::closeAsked);
    name();
}

void ClosingSheet::ask(const QStringList& connected) {
    m_connected = connected;
    name();
    open(m_stay);
}

void ClosingSheet::name() {
    setTitle(tr("Others are connected through this computer"));
    QString names = m_connected.mid(0, mostNames).join(u", ");
    if (m_connected.size() > mostNames) {
        names = filled(tr("%1 and %2 more"), {names, QString::number(m_connected.size() - mostNames)});
    }
    m_who->setText(filled(tr("Still connected: %1"), {names}));
    m_after->setText(
        tr("If you close now, they go on recording on their own devices and nothing is lost, but "
           "they no longer see what the others write until this program is open again."));
    m_stay->setText(tr("Stay open (Enter)"));
    m_close->setText(filled(tr("Close all the same (%1)"), {closeKey.toString(QKeySequence::NativeText)}));
}

void ClosingSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
