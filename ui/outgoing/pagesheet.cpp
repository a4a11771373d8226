#include "ui/outgoing/pagesheet.h"

#include "ui/style/keylines.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QPointer>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 860;
constexpr Length around{24}; // of the page, above and below the sheet
constexpr Length leastText{72};
constexpr Length mostText{640};

} // namespace

PageSheet::PageSheet(const WindowParts& parts, QWidget* page, const QString& firstKey)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_text(new QPlainTextEdit(this)),
      m_trouble(makeLabel(this, Ink::Ember, TextSize::Small)), m_keys(new KeyLines(this)),
      m_copy(new KeyHint(parts.theme, QStringLiteral("F5"), this)),
      m_close(new KeyHint(parts.theme, QStringLiteral("Esc"), this)) {
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    copyByKeyIn(m_text);
    m_trouble->setWordWrap(true);
    body().addWidget(m_text);
    body().addWidget(m_trouble);
    body().addWidget(m_keys);
    if (!firstKey.isEmpty()) {
        m_first = new KeyHint(m_parts.theme, firstKey, this);
        m_keys->add(m_first);
    }
    m_keys->add(m_copy);
    m_keys->add(m_close);
    connect(m_copy, &KeyHint::clicked, this, &PageSheet::copy);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
}

void PageSheet::addAbove(QWidget* part) {
    body().insertWidget(body().indexOf(m_text), part);
}

void PageSheet::addBelow(QWidget* part) {
    body().insertWidget(body().indexOf(m_trouble), part);
}

void PageSheet::copyByKeyIn(QWidget* part) {
    part->installEventFilter(this);
}

void PageSheet::name() {
    m_copy->setText(tr("Copy the page"));
    m_close->setText(tr("Back"));
    m_keys->layAnew();
}

void PageSheet::openFor(const LogId& log, QWidget* focus) {
    m_log = log;
    m_trouble->hide();
    fit();
    open(focus);
    read();
}

void PageSheet::readLines(const std::vector<quint64>& seqs) {
    m_parts.journal.rowsAt(
        *m_log, seqs, [self = QPointer(this), log = *m_log](const Result<std::vector<TimelineRow>>& read) {
            if (!self || self->m_log != log) {
                return;
            }
            if (!read) {
                self->sayTrouble(sentence(read.error()));
                return;
            }
            std::vector<TimelineRow> rows = *read;
            for (TimelineRow& own : self->m_parts.journal.ownRows(log)) {
                rows.push_back(std::move(own));
            }
            self->take(rows);
            self->fit(); // what stands above may take more lines
        });
}

QString PageSheet::shownWords() const {
    return m_text->toPlainText();
}

void PageSheet::sayTrouble(const QString& words) {
    m_trouble->setText(words);
    m_trouble->show();
}

void PageSheet::copy() {
    QGuiApplication::clipboard()->setText(shownWords());
    close();
    Q_EMIT done(copiedWords());
}

void PageSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

bool PageSheet::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress && static_cast<const QKeyEvent*>(event)->key() == Qt::Key_F5) {
        copy();
        return true;
    }
    return Sheet::eventFilter(watched, event);
}

void PageSheet::fit() {
    const int width = std::min(px(sheetWidth), parentWidget()->width() - 2 * around);
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - m_text->height();
    m_text->setFixedHeight(
        std::clamp<int>(parentWidget()->height() - 2 * around - rest, leastText, mostText));
}

} // namespace bongsu
