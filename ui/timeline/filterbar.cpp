#include "ui/timeline/filterbar.h"

#include "ui/timeline/timelinemodel.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QMenu>
#include <QPushButton>

#include <set>

namespace bongsu {

namespace {

RecordFilter decisionsOnly() {
    return RecordFilter{.kinds = {LineKind::Decision}};
}

} // namespace

FilterBar::FilterBar(const Journal& journal, QWidget* parent)
    : QWidget(parent), m_journal(journal), m_menu(new QMenu(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(metric::grid);
    const auto addButton = [&] {
        auto* button = new QPushButton(this);
        button->setFlat(true);
        button->setCheckable(true);
        button->setAutoDefault(false);
        letter(button, TextSize::Small);
        line->addWidget(button);
        return button;
    };
    m_all = addButton();
    m_decisions = addButton();
    m_toMe = addButton();
    m_all->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &FilterBar::fillMenu);
    connect(m_decisions, &QPushButton::clicked, this, &FilterBar::showDecisions);
    connect(m_toMe, &QPushButton::clicked, this, &FilterBar::showWhatConcernsMe);
    name();
}

void FilterBar::follow(TimelineModel* model) {
    m_model = model;
    m_words.clear();
    refresh();
}

void FilterBar::apply(const RecordFilter& filter, const QString& words) {
    if (m_model) {
        m_words = words;
        m_model->setFilter(filter);
        refresh();
        Q_EMIT filtered();
    }
}

void FilterBar::showAll() {
    apply({}, QString());
}

void FilterBar::showDecisions() {
    apply(decisionsOnly(), QString());
}

void FilterBar::showWhatConcernsMe() {
    const auto me = m_journal.person();
    if (me) {
        apply(
            {.concerning = me, .concerningName = m_journal.texts().personName(m_journal.organisation(), *me)},
            QString());
    }
}

void FilterBar::openMenu() {
    m_all->showMenu();
}

QString FilterBar::words() const {
    if (!m_model || m_model->filter().isEmpty()) {
        return {};
    }
    return m_words.isEmpty() ? (m_decisions->isChecked() ? m_decisions->text() : m_toMe->text()) : m_words;
}

void FilterBar::fillMenu() {
    m_menu->clear();
    if (!m_model) {
        return;
    }
    m_menu->addAction(tr("All lines"), this, &FilterBar::showAll);
    m_menu->addAction(tr("Without what keeps the record in order"), this,
                      [this] { apply({.toldOnly = true}, tr("Without upkeep")); });
    m_menu->addSeparator();
    addKinds();
    addPersons();
    addServices();
}

void FilterBar::addKinds() {
    const RecordIndex& record = m_journal.recordOf(m_model->log());
    std::set<LineKind> there;
    for (quint64 seq = 1; seq <= record.size(); ++seq) {
        there.insert(record.kind(seq));
    }
    QMenu* menu = m_menu->addMenu(tr("One kind"));
    for (const LineKind kind : there) {
        menu->addAction(nameOf(kind), this, [this, kind] { apply({.kinds = {kind}}, nameOf(kind)); });
    }
}

void FilterBar::addPersons() {
    QMenu* menu = m_menu->addMenu(tr("One person"));
    std::map<QString, PersonId> byName;
    for (const PersonId& person : m_journal.recordOf(m_model->log()).persons()) {
        byName.emplace(m_journal.texts().personName(m_journal.organisation(), person), person);
    }
    for (const auto& [name, person] : byName) {
        menu->addAction(name, this,
                        [this, words = name, who = person] { apply({.persons = std::set{who}}, words); });
    }
    menu->setEnabled(!byName.empty());
}

void FilterBar::addServices() {
    QMenu* menu = m_menu->addMenu(tr("One service"));
    std::set<QString> services;
    if (const Incident* incident = m_journal.incident(m_model->log())) {
        services.insert(incident->services.begin(), incident->services.end());
        for (const auto& [key, status] : incident->serviceStates) {
            services.insert(key.service);
        }
    }
    for (const QString& service : services) {
        menu->addAction(service, this, [this, service] { apply({.service = service}, service); });
    }
    menu->setEnabled(!services.empty());
}

void FilterBar::name() {
    setAccessibleName(tr("Which lines are shown"));
    m_decisions->setText(tr("Decisions only"));
    m_toMe->setText(tr("To me"));
    m_toMe->setAccessibleDescription(tr("Lines that name you"));
    refresh();
}

void FilterBar::refresh() {
    const bool any = m_model && !m_model->filter().isEmpty();
    m_decisions->setChecked(any && m_words.isEmpty() && m_model->filter() == decisionsOnly());
    m_toMe->setChecked(any && m_words.isEmpty() && m_model->filter().concerning.has_value());
    m_all->setChecked(!any || !m_words.isEmpty());
    m_all->setText(m_words.isEmpty() ? tr("All") : m_words);
}

void FilterBar::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

} // namespace bongsu
