#include "ui/attachments/heldstrip.h"

#include "ui/attachments/picking.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace bongsu {

namespace {

constexpr Length oneWidth{300};
constexpr Length pictureWidth{54};
constexpr Length pictureHeight{36};

QString wordsFor(Media media) {
    return QString::fromLatin1(wordOf(media)).toUpper();
}

} // namespace

HeldStrip::HeldStrip(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_busy(makeLabel(this, Ink::Quiet, TextSize::Small)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(metric::gap);
    m_busy->hide();
    name();
    hide();
}

void HeldStrip::showHeld(const std::vector<HeldAttachment>& held, bool busy) {
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    for (QWidget* one : m_shown) {
        one->hide();
        one->deleteLater(); // its own button may be what calls
    }
    m_shown.clear();
    m_held = held;
    for (const HeldAttachment& one : held) {
        m_shown.push_back(makeOne(one));
    }
    m_busy->setVisible(busy);
    setVisible(busy || !held.empty());
    m_perRow = 0;
    arrange();
    if (hadFocus && !m_shown.empty()) {
        m_shown.back()->findChild<QPushButton*>()->setFocus();
    }
}

QWidget* HeldStrip::makeOne(const HeldAttachment& held) {
    auto* one = new QWidget(this);
    lay(one, "sunken");
    auto* line = new QHBoxLayout(one);
    line->setContentsMargins(metric::grid, metric::grid, metric::gap, metric::grid);
    line->setSpacing(metric::gap);
    const QImage picture = thumbnailFrom(held.text.thumbnail.value_or(QByteArray()));
    auto* shown = makeLabel(one, Ink::Quiet, TextSize::Small, Weight::Bold);
    shown->setFixedSize(pictureWidth, pictureHeight);
    shown->setAlignment(Qt::AlignCenter);
    if (picture.isNull()) {
        shown->setText(wordsFor(held.facts.media));
    } else {
        shown->setPixmap(
            QPixmap::fromImage(picture.scaled(shown->size(), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
    }
    line->addWidget(shown);
    const QString name = held.text.fileName.value_or(wordsFor(held.facts.media));
    auto* words = new ElidedLabel(one);
    dress(words, Ink::Text, TextSize::Small);
    words->setWords(name);
    line->addWidget(words, 1);
    auto* size = makeLabel(one, Ink::Quiet, TextSize::Small);
    size->setText(fileSizeOf(held.facts.size));
    line->addWidget(size);
    auto* off = new QPushButton(tr("Take off"), one);
    off->setFlat(true);
    letter(off, TextSize::Small);
    off->setAccessibleName(filled(tr("Take off %1"), {name}));
    connect(off, &QPushButton::clicked, this, [this, blob = held.blob()] { Q_EMIT takenOff(blob); });
    line->addWidget(off);
    return one;
}

void HeldStrip::arrange() {
    const int perRow = std::max(1, width() / oneWidth);
    if (perRow == m_perRow) {
        return;
    }
    m_perRow = perRow;
    int at = 0;
    for (QWidget* one : m_shown) {
        m_grid->addWidget(one, at / perRow, at % perRow);
        one->show();
        ++at;
    }
    m_grid->addWidget(m_busy, at / perRow, at % perRow);
    for (int column = 0; column < limits::attachmentsHeld; ++column) {
        m_grid->setColumnStretch(column, column < perRow ? 1 : 0);
    }
}

void HeldStrip::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void HeldStrip::name() {
    m_busy->setText(tr("Making a file ready…"));
    setAccessibleName(tr("Files that go with the line"));
}

void HeldStrip::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        showHeld(m_held, !m_busy->isHidden());
    }
}

} // namespace bongsu
