#include "ui/timeline/jumpsheet.h"

#include "ui/timeline/composerfield.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QEvent>

namespace bongsu {

namespace {
constexpr int sheetWidth = 520;
} // namespace

JumpSheet::JumpSheet(const Clock& clock, const Theme& theme, QWidget* page)
    : Sheet(page, theme, sheetWidth), m_clock(clock), m_field(new ComposerField(this)),
      m_hint(makeLabel(this, Ink::Quiet, TextSize::Small)) {
    letter(m_field, TextSize::Strong);
    m_hint->setWordWrap(true);
    body().addWidget(m_field);
    body().addWidget(m_hint);
    connect(m_field, &QLineEdit::textChanged, this, &JumpSheet::understand);
    connect(m_field, &ComposerField::entered, this, &JumpSheet::choose);
    connect(m_field, &ComposerField::escaped, this, &JumpSheet::close);
    name();
}

void JumpSheet::ask(Moment lookedAt) {
    m_lookedAt = lookedAt;
    m_field->clear();
    open(m_field);
}

std::optional<AskedPlace> JumpSheet::place() const {
    return parseAskedPlace(m_field->text(), m_lookedAt, m_clock.now(), utcOffset(m_lookedAt));
}

void JumpSheet::understand() {
    const auto asked = place();
    QString words;
    if (asked && asked->time) {
        words = dayHeading(dayOf(*asked->time)) + u' ' + clockOf(*asked->time);
    } else if (asked) {
        words = u'#' + QString::number(*asked->seq);
    }
    m_field->showUnderstood(words);
    name();
}

void JumpSheet::choose() {
    if (const auto asked = place()) {
        close();
        Q_EMIT placeChosen(*asked);
    } else {
        m_hint->setText(tr("This is no time. For example: 1519, yesterday 2350, 10/15 15:19, #42"));
    }
}

void JumpSheet::name() {
    setTitle(tr("Go to a time"));
    m_field->setAccessibleName(tr("Time or number"));
    m_hint->setText(tr("For example: 1519, yesterday 2350, 10/15 15:19, #42"));
}

void JumpSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
