#include "ui/shell/firstpage.h"

#include "ui/shell/foundform.h"
#include "ui/shell/joinform.h"
#include "wording/sentence.h"

#include <QBoxLayout>
#include <QEvent>

namespace bongsu {

namespace {

constexpr Length formWidth{600};
constexpr Length indent{44}; // under the words of a heading, past its key

const QKeySequence joinKey(Qt::Key_F2);
const QKeySequence foundKey(Qt::Key_F3);
const QKeySequence lookKey(Qt::Key_F4);

QString capOf(const QKeySequence& key) {
    return key.toString(QKeySequence::NativeText);
}

} // namespace

Way::Way(const Theme& theme, const QString& key, QWidget* form, QWidget* parent)
    : QWidget(parent), m_heading(new KeyHint(theme, key, this)), m_sentence(makeLabel(this, Ink::Quiet)),
      m_form(form) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::grid);
    column->addWidget(m_heading, 0, Qt::AlignLeft);
    m_sentence->setWordWrap(true);
    auto* under = new QVBoxLayout;
    under->setContentsMargins(indent, 0, 0, 0);
    under->setSpacing(px(10));
    under->addWidget(m_sentence);
    if (form) {
        under->addWidget(form);
    }
    column->addLayout(under);
    connect(m_heading, &KeyHint::clicked, this, &Way::chosen);
}

void Way::setWords(const QString& heading, const QString& sentence) {
    m_heading->setText(heading);
    m_heading->updateGeometry();
    m_sentence->setText(sentence);
}

void Way::setOpen(bool open) {
    if (m_form) {
        m_form->setVisible(open);
    }
}

FirstPage::FirstPage(Connection& connection, Hosting* hosting, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_connection(connection), m_hosting(hosting), m_actions(new Actions(this)) {
    build(theme);
    addKeys();
    if (hosting) {
        connect(hosting, &Hosting::failed, this, [this](const Error& why) {
            if (std::exchange(m_opening, false)) {
                m_message->setText(sentence(why));
                m_message->show();
            }
        });
    }
    choose(m_joining);
    name();
}

void FirstPage::build(const Theme& theme) {
    lay(this, "ground");
    auto* middle = new QWidget(this);
    middle->setFixedWidth(formWidth);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(14));
    m_title = makeLabel(middle, Ink::Text, TextSize::Title, Weight::Bold);
    column->addWidget(m_title);
    m_join = new JoinForm(m_connection, middle);
    m_joining = new Way(theme, capOf(joinKey), m_join, middle);
    column->addWidget(m_joining);
    if (m_hosting) {
        m_found = new FoundForm(*m_hosting, m_connection, middle);
        m_founding = new Way(theme, capOf(foundKey), m_found, middle);
        m_looking = new Way(theme, capOf(lookKey), nullptr, middle);
        for (Way* way : {m_founding, m_looking}) {
            column->addWidget(makeRule(middle));
            column->addWidget(way);
        }
        connect(m_founding, &Way::chosen, this, [this] { choose(m_founding); });
        connect(m_looking, &Way::chosen, this, &FirstPage::lookAround);
    }
    connect(m_joining, &Way::chosen, this, [this] { choose(m_joining); });
    m_message = makeLabel(middle, Ink::Ember);
    m_message->setWordWrap(true);
    m_message->hide();
    column->addWidget(m_message);
    auto* page = new QVBoxLayout(this);
    auto* line = new QHBoxLayout; // an alignment would ask for no height for the width
    line->addStretch();
    line->addWidget(middle);
    line->addStretch();
    page->addStretch(2);
    page->addLayout(line);
    page->addStretch(3);
}

void FirstPage::addKeys() {
    m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Join by an invite"), .keys = joinKey, .run = [this] {
                        choose(m_joining);
                    }});
    if (m_hosting) {
        m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Start an organisation on this computer"),
                        .keys = foundKey,
                        .run = [this] { choose(m_founding); }});
        m_actions->add({.name = QT_TRANSLATE_NOOP("Action", "Look around in a drill"),
                        .keys = lookKey,
                        .run = [this] { lookAround(); }});
    }
}

void FirstPage::name() {
    m_title->setText(m_hosting ? tr("Three ways to begin") : tr("Join your organisation"));
    m_joining->setWords(tr("Join by an invite"),
                        tr("Paste the line you were given, or type the address and the eight words you were "
                           "told; it needs neither the company's network nor its sign-on."));
    if (m_hosting) {
        m_founding->setWords(
            tr("Start an organisation on this computer"),
            tr("This computer keeps the record for everybody: others on your network join by "
               "your invites and are connected while this program is open."));
        m_looking->setWords(tr("Look around"),
                            tr("A drill opens with the Pangyo outage of 2022 in it; nothing leaves this "
                               "computer, and all of it is gone when you leave."));
    }
}

void FirstPage::choose(Way* way) {
    m_joining->setOpen(way == m_joining);
    if (m_founding) {
        m_founding->setOpen(way == m_founding);
    }
    (way == m_joining ? m_join->first() : m_found->first())->setFocus();
}

void FirstPage::lookAround() {
    if (!std::exchange(m_opening, true)) {
        m_message->hide();
        m_hosting->lookAround();
    }
}

// Whoever comes back from the drill may go there again.
void FirstPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_opening = false;
}

void FirstPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
