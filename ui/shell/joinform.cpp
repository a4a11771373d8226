#include "ui/shell/joinform.h"

#include "domain/base/limits.h"
#include "ui/timeline/composerfield.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPushButton>

namespace bongsu {

namespace {

constexpr int mostNameCharacters = 100;

} // namespace

JoinForm::JoinForm(Connection& connection, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_joining(connection.isJoining()) {
    build();
    connect(m_invite, &ComposerField::entered, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_invite, &QLineEdit::textChanged, this, &JoinForm::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &JoinForm::refresh);
    connect(m_name, &ComposerField::entered, this, &JoinForm::join);
    connect(m_join, &QPushButton::clicked, this, &JoinForm::join);
    connect(&connection, &Connection::joinFailed, this, [this](const Error& why) {
        // With no relay it goes on by itself; asking again is allowed all the same.
        m_joining = false;
        m_trouble = why;
        refresh();
    });
    connect(&connection, &Connection::joined, this, [this] {
        m_joining = false;
        m_trouble.reset();
        refresh();
    });
    if (const auto asked = connection.joinRequest()) {
        m_invite->setText(asked->given);
        m_name->setText(asked->person);
    }
    name();
}

QWidget* JoinForm::first() const {
    return m_invite;
}

void JoinForm::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(6));
    m_inviteLabel = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_invite = new ComposerField(this);
    m_invite->setMaxLength(limits::inviteLineBytes);
    m_inviteLabel->setBuddy(m_invite);
    m_nameLabel = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_name = new ComposerField(this);
    m_name->setMaxLength(mostNameCharacters);
    m_nameLabel->setBuddy(m_name);
    m_join = new QPushButton(this);
    m_join->setDefault(true);
    m_message = makeLabel(this, Ink::Ember);
    m_message->setWordWrap(true);
    column->addWidget(m_inviteLabel);
    column->addWidget(m_invite);
    column->addSpacing(metric::grid);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(metric::grid);
    column->addWidget(m_join, 0, Qt::AlignLeft);
    column->addWidget(m_message);
}

void JoinForm::name() {
    m_inviteLabel->setText(tr("Invite"));
    m_invite->setAccessibleName(tr("Invite"));
    m_invite->setPlaceholderText(tr("bongsu:// or 192.168.0.7:7400 and eight words"));
    m_nameLabel->setText(tr("Your name"));
    m_name->setAccessibleName(tr("Your name"));
    refresh();
}

void JoinForm::join() {
    if (!m_join->isEnabled()) {
        return;
    }
    m_joining = true;
    m_trouble.reset();
    refresh();
    m_connection.join(m_invite->text().trimmed(), m_name->text().trimmed());
}

QString JoinForm::troubleWords() const {
    const bool goesOn = m_connection.isJoining() && std::holds_alternative<Failure>(*m_trouble) &&
                        codeOf(*m_trouble) != failure::wrongPin;
    return goesOn ? tr("No relay answers. Your invite and your name are kept on this device, and joining "
                       "goes on by itself when there is a connection, after a restart too.")
                  : sentence(*m_trouble);
}

void JoinForm::refresh() {
    const bool filledIn = !m_invite->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
    m_join->setEnabled(filledIn && !m_joining);
    m_join->setText(m_joining ? tr("Joining") : tr("Join"));
    m_message->setText(m_trouble ? troubleWords() : QString());
    m_message->setVisible(m_trouble.has_value());
}

void JoinForm::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
