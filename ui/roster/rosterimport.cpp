#include "ui/roster/rosterimport.h"

#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "files/files.h"
#include "ui/roles/manualwords.h"
#include "ui/roster/rosterwords.h"
#include "ui/style/scrolled.h"
#include "ui/timeline/composerfield.h"
#include "wording/documentfault.h"
#include "wording/rosterwords.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QBoxLayout>
#include <QEvent>
#include <QFileInfo>

namespace bongsu {

namespace {

constexpr int sheetWidth = 760;     // at 100 %
constexpr std::size_t mostSaid = 3; // of each thing that is not as it should be
constexpr std::size_t mostFaults = 20;

} // namespace

RosterImport::RosterImport(const WindowParts& parts, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts),
      m_file(makeLabel(this, Ink::Text, TextSize::Body, Weight::Bold)),
      m_keyName(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)), m_key(new ComposerField(this)),
      m_keyMeans(makeLabel(this, Ink::Quiet, TextSize::Small)),
      m_reasonName(makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold)),
      m_reason(new ComposerField(this)), m_words(new QWidget(this)),
      m_publish(new KeyHint(parts.theme, QStringLiteral("Enter"), this)),
      m_close(new KeyHint(parts.theme, QStringLiteral("Esc"), this)) {
    auto* column = new QVBoxLayout(m_words);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(6));
    column->setAlignment(Qt::AlignTop);
    m_scrolled = new Scrolled(m_words, this);
    m_keyName->setBuddy(m_key);
    m_reasonName->setBuddy(m_reason);
    for (QLabel* label : {m_file, m_keyMeans}) {
        label->setWordWrap(true);
    }
    for (QWidget* part : std::initializer_list<QWidget*>{m_file, m_keyName, m_key, m_keyMeans, m_reasonName,
                                                         m_reason, m_scrolled}) {
        body().addWidget(part);
    }
    auto* keys = new QHBoxLayout;
    keys->setSpacing(metric::margin);
    keys->addWidget(m_publish);
    keys->addWidget(m_close);
    keys->addStretch();
    body().addLayout(keys);
    connect(m_key, &QLineEdit::textChanged, this, &RosterImport::look);
    for (ComposerField* field : {m_key, m_reason}) {
        connect(field, &ComposerField::entered, this, &RosterImport::publish);
        connect(field, &ComposerField::escaped, this, &Sheet::close);
    }
    connect(m_publish, &KeyHint::clicked, this, &RosterImport::publish);
    connect(m_close, &KeyHint::clicked, this, &Sheet::close);
    name();
}

void RosterImport::name() {
    setTitle(tr("Read a roster"));
    m_keyName->setText(tr("Whose roster it is: a department's or a seat's key"));
    m_reasonName->setText(tr("What changed (may stay empty)"));
    m_key->setAccessibleName(m_keyName->text());
    m_reason->setAccessibleName(m_reasonName->text());
    m_publish->setText(tr("Publish it for everybody"));
    m_close->setText(tr("Back, nothing is published"));
}

void RosterImport::openFor(const QString& path, const QString& key) {
    m_path = path;
    readFile();
    m_reason->clear();
    m_key->setText(key);
    m_file->setText(QFileInfo(path).fileName());
    look();
    open(key.isEmpty() || !mayPublish() ? m_key : m_reason);
}

void RosterImport::readFile() {
    m_bytes = files::read(m_path, limits::documentBytes);
}

bool RosterImport::mayPublish() const {
    return m_isRight && m_parts.documents->mayPublish();
}

// As it would be under the key written now.
void RosterImport::look() {
    qDeleteAll(m_words->findChildren<QLabel*>(Qt::FindDirectChildrenOnly));
    m_isRight = false;
    const QString key = m_key->text().trimmed().normalized(QString::NormalizationForm_C);
    tellWhatItReplaces();
    if (!m_bytes) {
        say(sentence(m_bytes.error()), Ink::Ember);
    } else {
        const auto read =
            rosterIn(*m_bytes, isKeyText(key) ? key : QStringLiteral("roster"), m_parts.clock.now());
        m_isRight = read && isKeyText(key);
        read ? tellMeaning(*read) : tellFaults(read.error());
    }
    if (m_isRight && !m_parts.documents->mayPublish()) {
        say(tr("You may look at it, and not publish it: whoever may command does. Give the file to a "
               "commander."),
            Ink::Ember);
    }
    m_publish->setVisible(mayPublish());
    m_scrolled->updateGeometry();
}

void RosterImport::tellWhatItReplaces() {
    const QString key = m_key->text().trimmed().normalized(QString::NormalizationForm_C);
    const Catalogue& catalogue = m_parts.documents->catalogue();
    const DocumentRecord* before = m_parts.journal.organisation().document(documenttype::roster, key);
    dress(m_keyMeans, isKeyText(key) || key.isEmpty() ? Ink::Quiet : Ink::Ember, TextSize::Small);
    if (key.isEmpty()) {
        QStringList keys;
        for (const CatalogueDepartment& department : catalogue.departments) {
            keys += department.key;
        }
        m_keyMeans->setText(keys.isEmpty() ? tr("A short name in small letters, such as: infra")
                                           : filled(tr("Such as: %1"), {keys.join(QStringLiteral(", "))}));
    } else if (!isKeyText(key)) {
        m_keyMeans->setText(tr("That is too long for a key: a short name, such as: infra"));
    } else if (before) {
        m_keyMeans->setText(filled(
            tr("%1: takes the place of the roster that holds now. %2"),
            {dutyName(key, catalogue), publishedWords(m_parts.journal, before->event, m_parts.clock.now())}));
    } else {
        m_keyMeans->setText(filled(tr("%1: a new roster"), {dutyName(key, catalogue)}));
    }
}

void RosterImport::tellMeaning(const std::vector<Shift>& shifts) {
    const Moment now = m_parts.clock.now();
    if (shifts.empty()) {
        say(tr("The file can be read, and nobody is on duty in it in the next 92 days."), Ink::Ember);
        return;
    }
    const Catalogue& catalogue = m_parts.documents->catalogue();
    const auto nameOf = [&](const QString& department) { return dutyName(department, catalogue); };
    QStringList departments;
    for (const QString& department : departmentsOf(shifts)) {
        departments += nameOf(department);
    }
    say(filled(tr("%1 shifts of %2 people in the next 92 days, until %3, for: %4"),
               {QString::number(shifts.size()), QString::number(peopleOf(shifts).size()),
                clockSeenFrom(*lastOf(shifts), now), departments.join(QStringLiteral(", "))}),
        Ink::Text);
    const RosterGaps gaps = gapsOf(shifts, knownPeople(m_parts.journal), now);
    for (const QString& sentence : sentences(gaps, now, nameOf, mostSaid)) {
        say(sentence, Ink::Ember);
    }
    if (gaps.isEmpty()) {
        say(tr("Nothing is missing: everybody is known here, somebody is always on duty, nobody in two "
               "places or for too long."),
            Ink::Quiet);
    } else {
        say(tr("It can be published as it is: none of this is a fault of the file."), Ink::Quiet);
    }
}

void RosterImport::tellFaults(const std::vector<DocumentFault>& faults) {
    say(tr("The file was not taken: nothing was published, and the roster that holds stays. Correct what is "
           "named here in your calendar, and read the file again."),
        Ink::Ember);
    for (std::size_t i = 0; i < std::min(faults.size(), mostFaults); ++i) {
        say(sentence(faults[i]), Ink::Text);
    }
    if (faults.size() > mostFaults) {
        say(filled(tr("\u2026 and %1 more."), {QString::number(faults.size() - mostFaults)}), Ink::Quiet);
    }
}

void RosterImport::say(const QString& words, Ink ink) {
    QLabel* label = makeLabel(m_words, ink);
    label->setWordWrap(true);
    label->setText(words);
    m_words->layout()->addWidget(label);
    label->show(); // at once, not in the next turn
}

QString RosterImport::shownWords() const {
    QStringList words{m_file->text(), m_keyMeans->text()};
    for (const QLabel* label : m_words->findChildren<QLabel*>(Qt::FindDirectChildrenOnly)) {
        words += label->text();
    }
    return words.join(u'\n');
}

void RosterImport::publish() {
    if (!mayPublish()) {
        return;
    }
    const QString key = m_key->text().trimmed().normalized(QString::NormalizationForm_C);
    const auto recorded = m_parts.journal.publish(
        {documenttype::roster.toString(), key, *m_bytes, key, m_reason->text().trimmed()});
    if (!recorded) {
        say(sentence(recorded.error()), Ink::Ember);
        return;
    }
    close();
    Q_EMIT published(filled(tr("Published: %1. It holds for everybody as soon as the relay has recorded it; "
                               "without a connection it goes up by itself later."),
                            {dutyName(key, m_parts.documents->catalogue())}));
}

void RosterImport::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        if (isOpen()) {
            look();
        }
    }
}

} // namespace bongsu
