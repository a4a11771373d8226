#include "ui/hindsight/hindsightbar.h"

#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>

namespace bongsu {

namespace {

constexpr int entriesOfAPage = 10; // that Page Up and Page Down go

} // namespace

HindsightBar::HindsightBar(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_when(makeLabel(this, Ink::Text, TextSize::Strong, Weight::Bold)),
      m_place(new ElidedLabel(this)), m_keys(new ElidedLabel(this)),
      m_said(makeLabel(this, Ink::Ember, TextSize::Small)), m_slider(new QSlider(Qt::Horizontal, this)),
      m_leave(new KeyHint(theme, QStringLiteral("Esc"), this)) {
    for (ElidedLabel* label : {m_place, m_keys}) {
        dress(label, Ink::Quiet, TextSize::Small);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(metric::margin, px(8), metric::margin, px(8));
    column->setSpacing(px(4));
    auto* words = new QHBoxLayout;
    words->setSpacing(metric::margin);
    words->addWidget(m_when);
    words->addWidget(m_place, 1);
    words->addWidget(m_keys, 1);
    words->addWidget(m_leave);
    column->addLayout(words);
    column->addWidget(m_slider);
    column->addWidget(m_said);
    m_keys->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_said->setWordWrap(true);
    m_said->hide();
    m_slider->setPageStep(entriesOfAPage);
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) { Q_EMIT placeAsked(quint64(value)); });
    connect(m_leave, &KeyHint::clicked, this, &HindsightBar::left);
    name();
    hide();
}

void HindsightBar::begin(quint64 lastSeq) {
    const QSignalBlocker quiet(m_slider);
    m_shown.reset();
    m_said->hide();
    m_slider->setRange(1, int(lastSeq));
    m_slider->setValue(int(lastSeq));
    show();
    m_slider->setFocus();
}

void HindsightBar::tell(const AsOf& shown) {
    const QSignalBlocker quiet(m_slider);
    m_shown = shown;
    m_said->hide();
    m_slider->setMaximum(int(shown.lastSeq));
    name();
}

void HindsightBar::say(const QString& words) {
    m_said->setText(words);
    m_said->show();
}

QString HindsightBar::placeWords() const {
    return m_shown ? filled(tr("Entry %1 of %2"),
                            {QString::number(m_shown->past.seq), QString::number(m_shown->lastSeq)})
                   : QString();
}

QString HindsightBar::words() const {
    return m_when->text() + u' ' + placeWords();
}

void HindsightBar::name() {
    m_slider->setAccessibleName(tr("Entries of the record"));
    m_leave->setText(tr("Back to now"));
    m_keys->setWords(tr("\u2190 \u2192 one entry, PgUp PgDn ten"));
    if (!m_shown) {
        return;
    }
    const QString when = shortDay(dayOf(m_shown->at)) + u' ' + clockWithSecondsOf(m_shown->at);
    m_when->setText(filled(tr("As known at %1"), {when}));
    m_place->setWords(placeWords());
    m_slider->setAccessibleDescription(words());
}

void HindsightBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_said->hide();
        name();
    }
}

void HindsightBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    painter.fillRect(rect(), t.sunken);
    painter.fillRect(0, 0, metric::grid, height(), t.ember);
    painter.fillRect(0, height() - metric::rule, width(), metric::rule, t.rule);
}

} // namespace bongsu
