#include "ui/board/choicesheet.h"

#include "ui/timeline/composerfield.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QListWidget>

namespace bongsu {

namespace {

constexpr int sheetWidth = 560;
constexpr int mostLine = 500; // characters
constexpr Length optionHeight{32};
constexpr int mostShown = 8; // options; the rest is scrolled to
constexpr int leastShown = 3;
constexpr Length restHeight{300}; // of what else a sheet holds, and of the page around it

} // namespace

ChoiceSheet::ChoiceSheet(QWidget* page, const Theme& theme)
    : Sheet(page, theme, sheetWidth), m_words(makeLabel(this, Ink::Quiet)), m_options(new QListWidget(this)),
      m_lineName(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)), m_line(new ComposerField(this)),
      m_trouble(makeLabel(this, Ink::Ember)), m_enter(new KeyHint(theme, QStringLiteral("Enter"), this)),
      m_escape(new KeyHint(theme, QStringLiteral("Esc"), this)) {
    m_words->setWordWrap(true);
    m_trouble->setWordWrap(true);
    m_line->setMaxLength(mostLine);
    m_lineName->setBuddy(m_line);
    m_options->setUniformItemSizes(true);
    m_options->setFrameShape(QFrame::NoFrame);
    m_options->setTabKeyNavigation(false);
    m_options->installEventFilter(this);
    m_enter->setText(tr("Do it"));
    m_escape->setText(tr("Back"));
    m_options->setAccessibleName(tr("Answers"));
    m_line->setAccessibleName(tr("A line about it"));
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    keys->addWidget(m_enter);
    keys->addWidget(m_escape);
    keys->addStretch();
    for (QWidget* part : std::initializer_list<QWidget*>{m_words, m_options, m_lineName, m_line, m_trouble}) {
        body().addWidget(part);
    }
    body().addLayout(keys);
    connect(m_line, &ComposerField::entered, this, &ChoiceSheet::finish);
    connect(m_line, &ComposerField::decided, this, &ChoiceSheet::finish);
    connect(m_line, &ComposerField::escaped, this, &Sheet::close);
    connect(m_line, &ComposerField::lookedUp, m_options, qOverload<>(&QWidget::setFocus));
    connect(m_options, &QListWidget::itemDoubleClicked, this, [this] {
        if (!m_question.many) {
            finish();
        }
    });
    connect(m_enter, &KeyHint::clicked, this, &ChoiceSheet::finish);
    connect(m_escape, &KeyHint::clicked, this, &Sheet::close);
}

void ChoiceSheet::ask(Question question) {
    m_question = std::move(question);
    fill();
    const bool listFirst = !m_question.options.empty() && !m_question.lineNeeded;
    open(listFirst ? static_cast<QWidget*>(m_options) : m_line);
}

void ChoiceSheet::fill() {
    setTitle(m_question.title);
    m_words->setText(m_question.words);
    m_words->setVisible(!m_question.words.isEmpty());
    m_options->clear();
    m_options->setAccessibleName(m_question.title);
    int current = 0;
    for (const Question::Option& option : m_question.options) {
        const QString words = option.detail.isEmpty()
                                  ? option.name
                                  : option.name + QStringLiteral(u"  \u00B7  ") + option.detail;
        auto* item = new QListWidgetItem(words, m_options);
        item->setToolTip(words);
        if (m_question.many) {
            item->setCheckState(option.chosen ? Qt::Checked : Qt::Unchecked);
        } else if (option.chosen) {
            current = m_options->row(item);
        }
    }
    m_options->setCurrentRow(current);
    m_options->setVisible(!m_question.options.empty());
    fit();
    m_lineName->setText(m_question.line);
    m_lineName->setVisible(!m_question.line.isEmpty());
    m_line->setVisible(!m_question.line.isEmpty());
    m_line->setAccessibleName(m_question.line);
    m_line->setText(m_question.lineText);
    m_line->selectAll();
    m_trouble->hide();
    m_enter->setText(m_question.does);
    m_enter->updateGeometry();
    m_escape->setText(tr("Back")); // of the language there is now
}

// As many as the page has room for beside the rest of the sheet; the others are scrolled to.
void ChoiceSheet::fit() {
    for (int row = 0; row < m_options->count(); ++row) {
        m_options->item(row)->setSizeHint({0, optionHeight});
    }
    const int room = (parentWidget()->height() - restHeight) / optionHeight;
    const int shown = std::clamp(room, leastShown, mostShown);
    m_options->setFixedHeight(std::min(m_options->count(), shown) * optionHeight);
}

std::vector<int> ChoiceSheet::chosen() const {
    std::vector<int> rows;
    for (int row = 0; row < m_options->count(); ++row) {
        const bool isChosen = m_question.many ? m_options->item(row)->checkState() == Qt::Checked
                                              : row == m_options->currentRow();
        if (isChosen) {
            rows.push_back(row);
        }
    }
    return rows;
}

void ChoiceSheet::finish() {
    const QString line = m_line->text().trimmed();
    QString trouble;
    if (m_question.lineNeeded && line.isEmpty()) {
        trouble = tr("Write one line first: %1.").arg(m_question.line);
    } else if (!m_question.options.empty() && chosen().empty()) {
        trouble = tr("Choose at least one: the space bar marks it.");
    } else {
        trouble = m_question.answer(chosen(), line);
    }
    if (trouble.isEmpty()) {
        close();
        return;
    }
    m_trouble->setText(trouble);
    m_trouble->show();
}

QString ChoiceSheet::words() const {
    return m_words->text();
}

QString ChoiceSheet::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

bool ChoiceSheet::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_options && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !key->isAutoRepeat()) {
            finish();
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
