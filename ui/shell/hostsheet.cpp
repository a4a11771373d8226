#include "ui/shell/hostsheet.h"

#include "ui/style/scrolled.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QDesktopServices>
#include <QEvent>
#include <QPushButton>
#include <QUrl>

namespace bongsu {

namespace {

constexpr int sheetWidth = 620;

} // namespace

HostSheet::HostSheet(QWidget* page, const Theme& theme, Hosting& hosting)
    : Sheet(page, theme, sheetWidth), m_hosting(hosting), m_state(makeLabel(this)),
      m_trouble(makeLabel(this, Ink::Ember)), m_clock(new QPushButton(this)),
      m_addressesLabel(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)),
      m_addresses(makeLabel(this)), m_connected(makeLabel(this, Ink::Quiet)), m_root(new QWidget(this)),
      m_rootWords(makeLabel(m_root, Ink::Ember, TextSize::Body, Weight::Bold)),
      m_rootFolder(makeLabel(m_root)), m_openFolder(new QPushButton(m_root)), m_invite(new QPushButton(this)),
      m_done(new QPushButton(this)) {
    build();
    connect(&hosting, &Hosting::changed, this, &HostSheet::refresh);
    connect(m_openFolder, &QPushButton::clicked, this, &HostSheet::showFolder);
    connect(m_clock, &QPushButton::clicked, this, [this] { m_hosting.acceptClock(); });
    connect(m_done, &QPushButton::clicked, this, &Sheet::close);
    connect(m_invite, &QPushButton::clicked, this, [this] {
        close();
        Q_EMIT inviteAsked();
    });
    refresh();
}

void HostSheet::build() {
    for (QLabel* label : {m_state, m_trouble, m_connected, m_rootWords, m_rootFolder}) {
        label->setWordWrap(true);
    }
    m_addresses->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_rootFolder->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_addresses->setFocusPolicy(Qt::NoFocus);
    m_rootFolder->setFocusPolicy(Qt::NoFocus);
    lay(m_root, "ember");
    auto* root = new QVBoxLayout(m_root);
    root->setContentsMargins(px(12), px(10), px(12), px(10));
    root->setSpacing(metric::gap);
    root->addWidget(m_rootWords);
    root->addWidget(m_rootFolder);
    root->addWidget(m_openFolder, 0, Qt::AlignLeft);
    auto* buttons = new QHBoxLayout;
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(metric::gap);
    for (QPushButton* button : {m_clock, m_openFolder, m_invite, m_done}) {
        button->setAutoDefault(false);
    }
    buttons->addWidget(m_invite);
    buttons->addWidget(m_done);
    buttons->addStretch();
    // Higher than a small screen at a large zoom: then this is scrolled, and the buttons stay.
    auto* told = new QWidget(this);
    lay(told, "surface");
    auto* column = new QVBoxLayout(told);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::gap);
    for (QWidget* part : std::initializer_list<QWidget*>{m_state, m_trouble, m_clock, m_addressesLabel,
                                                         m_addresses, m_connected, m_root}) {
        column->addWidget(part);
    }
    body().addWidget(new Scrolled(told, this));
    body().addSpacing(metric::grid);
    auto* row = new QWidget(this);
    row->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    row->setLayout(buttons);
    body().addWidget(row);
}

void HostSheet::show() {
    refresh();
    open(m_invite);
}

void HostSheet::refresh() {
    const HostStatus status = m_hosting.status();
    const bool listening = status.state == HostState::Listening;
    setTitle(tr("This computer keeps the organisation"));
    m_state->setText(listening
                         ? filled(tr("Others are connected while this program is open. It listens at %1."),
                                  {status.listening})
                     : status.trouble ? sentence(*status.trouble) + u' ' + tr("It is tried again by itself.")
                                      : tr("It is being opened."));
    m_trouble->setText(listening && status.trouble ? sentence(*status.trouble) : QString());
    m_trouble->setVisible(listening && status.trouble);
    m_clock->setText(tr("The clock of this computer is right"));
    m_clock->setVisible(listening && status.trouble && codeOf(*status.trouble) == failure::clock);
    m_addressesLabel->setText(tr("Others reach it at"));
    m_addresses->setText(status.addresses.join(u'\n'));
    const QStringList names = m_hosting.connected();
    m_connected->setText(names.isEmpty() ? tr("Nobody else is connected.")
                                         : filled(tr("Connected: %1"), {names.join(u", ")}));
    for (QLabel* label : {m_addressesLabel, m_addresses, m_connected}) {
        label->setVisible(listening);
    }
    m_root->setVisible(!status.rootFolder.isEmpty());
    m_rootWords->setText(
        tr("Two root keys lie on this computer. Move them to two safe places away from it, such "
           "as two memory sticks in two safes. They are needed only when no admin is left."));
    m_rootFolder->setText(status.rootFolder);
    m_openFolder->setText(tr("Show the folder"));
    m_invite->setText(tr("Invite somebody"));
    m_done->setText(tr("Close (Esc)"));
}

void HostSheet::showFolder() {
    QDesktopServices::openUrl(QUrl::fromLocalFile(m_hosting.status().rootFolder));
}

void HostSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace bongsu
