#include "ui/retro/sectioneditor.h"

#include "ui/style/choices.h"
#include "wording/names.h"

#include <QBoxLayout>
#include <QPlainTextEdit>

namespace bongsu {

SectionEditor::SectionEditor(QWidget* parent)
    : QWidget(parent), m_title(makeLabel(this, Ink::Text, TextSize::Strong, Weight::Bold)),
      m_note(makeLabel(this, Ink::Partial, TextSize::Small)), m_text(new QPlainTextEdit(this)),
      m_openName(makeLabel(this, Ink::Quiet, TextSize::Small, Weight::Bold)), m_openTo(new Choices(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(6));
    m_title->setWordWrap(true);
    m_note->setWordWrap(true);
    letter(m_text, TextSize::Body);
    m_text->setTabChangesFocus(true);
    m_text->setMinimumHeight(lineHeight(TextSize::Body) * 5);
    column->addWidget(m_title);
    column->addWidget(m_note);
    column->addWidget(m_text, 1);
    column->addWidget(m_openName);
    column->addWidget(m_openTo);
    connect(m_text, &QPlainTextEdit::textChanged, this, &SectionEditor::changed);
    connect(m_openTo, &Choices::changed, this, &SectionEditor::changed);
}

void SectionEditor::name() {
    m_openName->setText(tr("Who may read it in what is issued"));
    QStringList words;
    for (int i = 1; i <= int(OpenTo::Last); ++i) {
        words += nameOf(OpenTo(i));
    }
    m_openTo->setWords(words);
    m_openTo->setAccessibleName(m_openName->text());
    m_text->setAccessibleName(tr("The text"));
    m_text->setPlaceholderText(
        tr("Plain text, a paragraph a line. A line that begins with - is an item of a list."));
}

void SectionEditor::begin(const QString& title, const SectionDraft& draft, const QString& note) {
    m_against = draft.against;
    m_title->setText(title);
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_openTo->choose(int(draft.openTo) - 1);
    m_text->setPlainText(draft.words);
    m_text->moveCursor(QTextCursor::End);
}

SectionDraft SectionEditor::draft() const {
    return {m_text->toPlainText(), m_against, OpenTo(m_openTo->chosen() + 1)};
}

void SectionEditor::insert(const QString& words) {
    m_text->insertPlainText(words);
}

} // namespace bongsu
