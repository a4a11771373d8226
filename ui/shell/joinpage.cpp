#include "ui/shell/joinpage.h"

#include "domain/base/limits.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLineEdit>
#include <QPushButton>

namespace bongsu {

namespace {

constexpr Length formWidth{560};
constexpr int mostNameCharacters = 100;

} // namespace

JoinPage::JoinPage(Connection& connection, QWidget* parent) : QWidget(parent), m_connection(connection) {
    build();
    connect(m_invite, &QLineEdit::returnPressed, m_name, qOverload<>(&QWidget::setFocus));
    connect(m_invite, &QLineEdit::textChanged, this, &JoinPage::refresh);
    connect(m_name, &QLineEdit::textChanged, this, &JoinPage::refresh);
    connect(m_name, &QLineEdit::returnPressed, this, &JoinPage::join);
    connect(m_join, &QPushButton::clicked, this, &JoinPage::join);
    connect(&connection, &Connection::joinFailed, this, [this](const Error& why) {
        m_joining = false;
        m_trouble = why;
        refresh();
    });
    connect(&connection, &Connection::joined, this, [this] {
        m_joining = false;
        refresh();
    });
    name();
}

void JoinPage::build() {
    lay(this, "ground");
    auto* form = new QWidget(this);
    form->setFixedWidth(formWidth);
    auto* column = new QVBoxLayout(form);
    column->setSpacing(px(6));
    m_title = makeLabel(form, Ink::Text, TextSize::Title, Weight::Bold);
    m_explanation = makeLabel(form, Ink::Quiet);
    m_explanation->setWordWrap(true);
    m_inviteLabel = makeLabel(form, Ink::Text, TextSize::Small, Weight::Bold);
    m_invite = new QLineEdit(form);
    m_invite->setMaxLength(limits::inviteLineBytes);
    m_invite->setPlaceholderText(QStringLiteral("bongsu://"));
    m_inviteLabel->setBuddy(m_invite);
    m_nameLabel = makeLabel(form, Ink::Text, TextSize::Small, Weight::Bold);
    m_name = new QLineEdit(form);
    m_name->setMaxLength(mostNameCharacters);
    m_nameLabel->setBuddy(m_name);
    m_join = new QPushButton(form);
    m_join->setDefault(true);
    m_message = makeLabel(form, Ink::Ember);
    m_message->setWordWrap(true);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(px(18));
    column->addWidget(m_inviteLabel);
    column->addWidget(m_invite);
    column->addSpacing(metric::gap);
    column->addWidget(m_nameLabel);
    column->addWidget(m_name);
    column->addSpacing(metric::gap);
    column->addWidget(m_join, 0, Qt::AlignLeft);
    column->addWidget(m_message);
    auto* page = new QVBoxLayout(this);
    auto* middle = new QHBoxLayout; // an alignment would ask for no height for the width
    middle->addStretch();
    middle->addWidget(form);
    middle->addStretch();
    page->addStretch(2);
    page->addLayout(middle);
    page->addStretch(3);
}

void JoinPage::name() {
    m_title->setText(tr("Join your organisation"));
    m_explanation->setText(
        tr("Paste the invite you were given. It is one line and needs neither the company's network nor its "
           "sign-on. Your name is how others will see you."));
    m_inviteLabel->setText(tr("Invite"));
    m_invite->setAccessibleName(tr("Invite"));
    m_nameLabel->setText(tr("Your name"));
    m_name->setAccessibleName(tr("Your name"));
    refresh();
}

void JoinPage::join() {
    if (!m_join->isEnabled()) {
        return;
    }
    m_joining = true;
    m_trouble.reset();
    refresh();
    m_connection.join(m_invite->text().trimmed(), m_name->text().trimmed());
}

void JoinPage::refresh() {
    const bool filledIn = !m_invite->text().trimmed().isEmpty() && !m_name->text().trimmed().isEmpty();
    m_join->setEnabled(filledIn && !m_joining);
    m_join->setText(m_joining ? tr("Joining") : tr("Join"));
    m_message->setText(m_trouble ? sentence(*m_trouble) : QString());
}

void JoinPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
