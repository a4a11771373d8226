#include "ui/shell/foundform.h"

#include "ui/shell/connection.h"
#include "ui/timeline/composerfield.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace bongsu {

namespace {

constexpr int mostNameCharacters = 100;

} // namespace

FoundForm::FoundForm(Hosting& hosting, Connection& connection, QWidget* parent)
    : QWidget(parent), m_hosting(hosting) {
    build();
    connect(m_organisation, &ComposerField::entered, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_organisation, &QLineEdit::textChanged, this, &FoundForm::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &FoundForm::refresh);
    connect(m_name, &ComposerField::entered, this, &FoundForm::found);
    connect(m_found, &QPushButton::clicked, this, &FoundForm::found);
    const auto failed = [this](const Error& why) {
        if (std::exchange(m_founding, false)) {
            m_trouble = why;
            refresh();
        }
    };
    connect(&hosting, &Hosting::failed, this, failed);
    connect(&connection, &Connection::joinFailed, this, failed); // founded, and not joined yet
    connect(&connection, &Connection::joined, this, [this] {
        m_founding = false;
        refresh();
    });
    name();
}

QWidget* FoundForm::first() const {
    return m_organisation;
}

void FoundForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_organisationLabel = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_organisation = new ComposerField(this);
    m_organisationLabel->setBuddy(m_organisation);
    m_nameLabel = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_name = new ComposerField(this);
    m_nameLabel->setBuddy(m_name);
    m_found = new QPushButton(this);
    m_found->setDefault(true);
    m_message = makeLabel(this, Ink::Ember);
    m_message->setWordWrap(true);
    for (ComposerField* field : {m_organisation, m_name}) {
        field->setMaxLength(mostNameCharacters);
    }
    column->addWidget(m_organisationLabel);
    column->addWidget(m_organisation);
    column->addSpacing(metric::grid);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(metric::grid);
    column->addWidget(m_found, 0, Qt::AlignLeft);
    column->addWidget(m_message);
}

void FoundForm::name() {
    m_organisationLabel->setText(tr("Name of the organisation"));
    m_organisation->setAccessibleName(tr("Name of the organisation"));
    m_nameLabel->setText(tr("Your name"));
    m_name->setAccessibleName(tr("Your name"));
    refresh();
}

void FoundForm::found() {
    if (!m_found->isEnabled()) {
        return;
    }
    m_founding = true;
    m_trouble.reset();
    refresh();
    m_hosting.found(m_organisation->text().trimmed(), m_name->text().trimmed());
}

void FoundForm::refresh() {
    const bool filledIn = !m_organisation->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
    m_found->setEnabled(filledIn && !m_founding);
    m_found->setText(m_founding ? tr("Starting") : tr("Start"));
    m_message->setText(m_trouble ? sentence(*m_trouble) : QString());
    m_message->setVisible(m_trouble.has_value());
}

void FoundForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
