#include "ui/invite/invitesheet.h"

#include "ui/style/qrpicture.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>

namespace bongsu {

namespace {

constexpr int wordColumns = 2;

} // namespace

GivenInvite::GivenInvite(Inviting& inviting, QWidget* parent)
    : QWidget(parent), m_inviting(inviting), m_picture(new QrPicture(this)),
      m_what(makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold)),
      m_waiting(makeLabel(this, Ink::Ember)),
      m_lineLabel(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)), m_line(new QLineEdit(this)),
      m_copy(new QPushButton(this)), m_copied(makeLabel(this, Ink::Quiet, TextSize::Small)),
      m_aloudLabel(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)),
      m_address(makeLabel(this, Ink::Text, TextSize::Strong, Weight::Bold)) {
    m_what->setWordWrap(true);
    m_waiting->setWordWrap(true);
    m_aloudLabel->setWordWrap(true);
    lay(this, "surface");
    m_line->setReadOnly(true);
    m_copy->setDefault(true);
    auto* right = new QVBoxLayout;
    right->setSpacing(metric::gap);
    right->addWidget(m_what);
    right->addWidget(m_waiting);
    right->addWidget(m_aloudLabel);
    right->addWidget(m_address);
    auto* words = new QGridLayout;
    words->setHorizontalSpacing(metric::margin);
    words->setVerticalSpacing(metric::grid);
    const int rows = SpokenCode::count / wordColumns;
    for (int i = 0; i < SpokenCode::count; ++i) {
        m_numbered[std::size_t(i)] = makeLabel(this, Ink::Text, TextSize::Title);
        words->addWidget(m_numbered[std::size_t(i)], i % rows, i / rows);
    }
    right->addLayout(words);
    right->addStretch();
    auto* top = new QHBoxLayout;
    top->setSpacing(metric::margin);
    top->addWidget(m_picture, 0, Qt::AlignTop);
    top->addLayout(right, 1);
    auto* bottom = new QHBoxLayout;
    bottom->setSpacing(metric::gap);
    bottom->addWidget(m_line, 1);
    bottom->addWidget(m_copy);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(metric::gap);
    column->addLayout(top);
    column->addWidget(m_lineLabel);
    column->addLayout(bottom);
    column->addWidget(m_copied);
    connect(m_copy, &QPushButton::clicked, this, &GivenInvite::copy);
}

void GivenInvite::show(const InviteGiven& given, const QString& what) {
    m_given = given;
    m_what->setText(what);
    m_picture->show(given.line);
    m_line->setText(given.line);
    m_line->setCursorPosition(0);
    m_copied->clear();
    refresh();
}

void GivenInvite::refresh() {
    if (!m_given) {
        return;
    }
    const bool works = m_given->recorded || m_inviting.isRecorded();
    m_waiting->setText(
        works ? QString()
              : tr("It works once this device has been connected. You can hand it over already."));
    m_waiting->setVisible(!works);
    m_picture->setAccessibleName(tr("The invite as a picture for a camera"));
    m_lineLabel->setText(tr("To send or paste"));
    m_line->setAccessibleName(tr("The invite as a line"));
    m_copy->setText(tr("Copy the line"));
    m_aloudLabel->setText(tr("To read out on the phone: the address, then the eight words"));
    m_words.clear();
    if (m_given->spoken) {
        const bool korean = tr("en", "the language of words read out: en or ko") == u"ko";
        m_words = spoken(korean ? WordLanguage::Korean : WordLanguage::English, m_given->spoken->code);
        m_address->setText(toText(m_given->spoken->address));
    }
    for (std::size_t i = 0; i < m_numbered.size(); ++i) {
        m_numbered[i]->setVisible(m_given->spoken.has_value());
        m_numbered[i]->setText(QStringLiteral("%1  %2").arg(i + 1).arg(m_words.value(qsizetype(i))));
    }
    m_aloudLabel->setVisible(m_given->spoken.has_value());
    m_address->setVisible(m_given->spoken.has_value());
}

void GivenInvite::copy() {
    QGuiApplication::clipboard()->setText(m_line->text());
    m_copied->setText(tr("Copied. Whoever has the line may join: send it to nobody else."));
}

QWidget* GivenInvite::first() const {
    return m_copy;
}

QString GivenInvite::line() const {
    return m_line->text();
}

QString GivenInvite::waiting() const {
    return m_waiting->text();
}

} // namespace bongsu
