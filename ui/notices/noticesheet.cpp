#include "ui/notices/noticesheet.h"

#include "ui/board/halves.h"
#include "ui/notices/noticecards.h"
#include "ui/notices/noticeform.h"
#include "ui/style/keylines.h"
#include "ui/timeline/composerfield.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QKeyEvent>

#include <algorithm>

namespace bongsu {

namespace {

constexpr int sheetWidth = 1320; // at 100 %
constexpr Length usualHalf{860}; // every channel in sight, where there is room
constexpr Length leastRim{24};

} // namespace

NoticeSheet::NoticeSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page)
    : Sheet(page, parts.theme, sheetWidth), m_parts(parts), m_acts(new NoticeActs(parts, questions, page)) {
    build();
    name();
    m_due.setSingleShot(true);
    m_due.setInterval(0);
    connect(&m_due, &QTimer::timeout, this, &NoticeSheet::draftAnew);
    connect(m_acts, &PageActs::done, this, &NoticeSheet::done);
    connect(m_acts, &NoticeActs::sentAlone, this, [this](const EventId& notice) { // no draft any more
        m_chosen = {.notice = notice};
        fillList();
        look();
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& now) {
                if (!m_filling && now.isValid()) {
                    choose(now.row());
                }
            });
    connect(m_list, &QListView::activated, this, [this] {
        if (!notice() && m_form->isVisible()) {
            m_form->next().setFocus();
        }
    });
    connect(m_form, &NoticeForm::changed, &m_due, qOverload<>(&QTimer::start));
    connect(m_form, &NoticeForm::escaped, this, &Sheet::close);
    connect(m_cards, &NoticeCards::chosen, this, &NoticeSheet::cardChosen);
}

void NoticeSheet::build() {
    auto* told = new QWidget(this);
    buildTold(told);
    m_halves = new Halves(m_model, m_parts.theme, told, {4, 11}, this);
    m_list = &m_halves->list();
    body().addLayout(m_halves);
    m_trouble = makeLabel(this, Ink::Ember, TextSize::Small);
    m_trouble->setWordWrap(true);
    m_trouble->hide();
    body().addWidget(m_trouble);
    m_keyLines = new KeyLines(this);
    body().addWidget(m_keyLines);
    m_send = addKey(QStringLiteral("Ctrl Enter"), Qt::CTRL | Qt::Key_Return, [this] { send(); });
    m_second = addKey(QStringLiteral("Ctrl Shift Enter"), Qt::CTRL | Qt::SHIFT | Qt::Key_Return,
                      [this] { askSecond(); });
    m_decline = addKey(QStringLiteral("Ctrl D"), Qt::CTRL | Qt::Key_D, [this] { decline(); });
    m_correct = addKey(QStringLiteral("Ctrl E"), Qt::CTRL | Qt::Key_E, [this] { correct(); });
    m_withdraw =
        addKey(QStringLiteral("Ctrl Shift E"), Qt::CTRL | Qt::SHIFT | Qt::Key_E, [this] { withdraw(); });
    m_stop = addKey(QStringLiteral("Ctrl ."), Qt::CTRL | Qt::Key_Period,
                    [this] { m_acts->stop(*m_chosen.notice); });
    m_script =
        addKey(QStringLiteral("Ctrl Shift S"), Qt::CTRL | Qt::SHIFT | Qt::Key_S, [this] { copyScript(); });
    m_press =
        addKey(QStringLiteral("Ctrl Shift P"), Qt::CTRL | Qt::SHIFT | Qt::Key_P, [this] { copyForPress(); });
    m_readOn = addKey(QStringLiteral("PgDn"), Qt::Key_PageDown, [this] { m_halves->readOn(); });
    m_back = addKey(QStringLiteral("Esc"), Qt::Key_Escape, [this] { close(); });
    // Its keys work from wherever the focus is in the sheet.
    for (QWidget* part : findChildren<QWidget*>()) {
        part->installEventFilter(this);
    }
}

void NoticeSheet::buildTold(QWidget* told) {
    auto* column = new QVBoxLayout(told);
    column->setContentsMargins(0, 0, px(4), 0);
    column->setSpacing(metric::gap);
    m_about = makeLabel(told, Ink::Text, TextSize::Body);
    m_about->setWordWrap(true);
    m_tells = makeLabel(told, Ink::Good, TextSize::Body, Weight::Bold);
    m_tells->setWordWrap(true);
    m_reach = makeLabel(told);
    m_reach->setWordWrap(true);
    m_form = new NoticeForm(told);
    m_textsHeading = makeLabel(told, Ink::Quiet, TextSize::Small, Weight::Bold);
    m_cards = new NoticeCards(m_parts.theme, told);
    column->addWidget(m_about);
    column->addWidget(m_tells);
    column->addWidget(m_reach);
    column->addWidget(m_form);
    column->addWidget(m_textsHeading);
    column->addWidget(m_cards);
    column->addStretch();
}

KeyHint* NoticeSheet::addKey(const QString& cap, QKeyCombination keys, std::function<void()> act) {
    auto* hint = new KeyHint(m_parts.theme, cap, m_keyLines);
    m_keyLines->add(hint);
    connect(hint, &KeyHint::clicked, this, std::move(act));
    m_keys.push_back({hint, keys});
    return hint;
}

void NoticeSheet::name() {
    setTitle(tr("Notices"));
    m_list->setAccessibleName(tr("What can be told, and what was"));
    m_form->name();
    m_correct->setText(tr("Correct it"));
    m_withdraw->setText(tr("Withdraw it"));
    m_script->setText(tr("Copy the call script"));
    m_press->setText(tr("Copy for the press"));
    m_stop->setText(tr("Stop it"));
    m_readOn->setText(tr("Read on"));
    m_back->setText(tr("Close notices"));
    m_keyLines->layAnew();
}

const Incident* NoticeSheet::incident() const {
    return m_log ? m_parts.journal.incident(*m_log) : nullptr;
}

BoardContext NoticeSheet::board() const {
    return {m_parts.journal, *incident(), m_parts.clock.now(), nullptr,
            m_parts.documents ? &m_parts.documents->catalogue() : nullptr};
}

const NoticeStatus* NoticeSheet::notice() const {
    if (!incident() || !m_chosen.notice) {
        return nullptr;
    }
    const auto found = incident()->notices.find(*m_chosen.notice);
    return found == incident()->notices.end() ? nullptr : &found->second;
}

std::optional<Permission> NoticeSheet::permission() const {
    const auto person = m_parts.journal.person();
    const Organisation& organisation = m_parts.journal.organisation();
    return person ? organisation.permission(*person, organisation.seq) : std::nullopt;
}

NoticeRights NoticeSheet::rights() const {
    const auto may = permission();
    return notice() && may
               ? rightsTo(*incident(), *notice(), *m_parts.journal.person(), *may, m_parts.clock.now())
               : NoticeRights();
}

bool NoticeSheet::maySendAlone() const {
    const auto may = permission();
    return may && commands(*incident(), *m_parts.journal.person(), *may);
}

Outcome NoticeSheet::show(const LogId& log, const std::optional<EventId>& asked) {
    const auto channels =
        m_parts.notices ? m_parts.notices->channels() : refuse(refusal::notFound, "channels");
    if (!channels) {
        return errorOf(channels);
    }
    m_channels = *channels;
    m_log = log;
    m_acts->setIncident(log);
    m_chosen = {};
    if (asked) {
        m_chosen.notice = asked;
    } else if (incident()) {
        m_chosen.step = nextStep(*incident());
    }
    open(m_list);
    fillList();
    look();
    return {};
}

void NoticeSheet::fillList() {
    const BoardContext around = board();
    std::vector<PanelLine> lines{{.name = tr("Tell users"), .heading = true}};
    m_items = {{}};
    const auto* form =
        m_parts.journal.organisation().firstNotice(documenttype::firstNotice.toString(), around.now);
    for (const NoticeStep step : stepsOffered(around.incident)) {
        PanelLine line{.mark = Mark::HollowPlay, .markInk = Ink::Info, .name = stepName(step)};
        if (form && isFirstNotice(around.incident, step)) {
            line.more = tr("approved text");
        }
        line.key = QString::fromLatin1(wordOf(step));
        lines.push_back(std::move(line));
        m_items.push_back({.step = step});
    }
    if (m_chosen.corrects) {
        lines.push_back(
            {.mark = Mark::HollowPlay, .markInk = Ink::Ember, .name = stepName(NoticeStep::Correction)});
        m_items.push_back(m_chosen);
    }
    std::vector<std::pair<EventId, const NoticeStatus*>> notices;
    for (const auto& [id, status] : around.incident.notices) {
        notices.emplace_back(id, &status);
    }
    std::stable_sort(notices.begin(), notices.end(),
                     [](const auto& a, const auto& b) { return a.second->at > b.second->at; });
    if (!notices.empty()) {
        lines.push_back({.name = tr("Written so far"), .heading = true});
        m_items.emplace_back();
    }
    for (const auto& [id, status] : notices) {
        lines.push_back(noticeLineOf(around, id, *status));
        m_items.push_back({.notice = id});
    }
    addDuties(lines);
    m_filling = true;
    m_model.show(std::move(lines));
    const auto at = std::find(m_items.begin(), m_items.end(), m_chosen);
    const int row = at == m_items.end() ? 1 : int(at - m_items.begin());
    m_chosen = m_items[std::size_t(row)];
    m_list->setCurrentIndex(m_model.index(row));
    m_filling = false;
}

void NoticeSheet::choose(int row) {
    const Item item = m_items[std::size_t(row)];
    if (item == m_chosen || item == Item()) {
        return;
    }
    m_chosen = item;
    look();
}

void NoticeSheet::look() {
    ++m_asked; // what is still being read is of something else
    m_isDrafting = false;
    m_due.stop();
    m_keysChosen.clear();
    m_draft.reset();
    m_notInForm.reset();
    m_trouble->hide();
    if (notice()) {
        readTexts();
    } else if (m_chosen.step) {
        beginDraft();
    }
    tell();
    m_halves->readFromTop();
}

// --- what is written

// A first notice in the form that was approved in peacetime, where there is one; else by the templates.
void NoticeSheet::beginDraft() {
    m_undrafted.reset();
    const auto facts = m_parts.notices->facts(*m_log, *m_chosen.step);
    if (facts) {
        draftAgain(*facts);
    } else {
        m_undrafted = facts.error();
    }
}

void NoticeSheet::draftAgain(const NoticeFacts& facts) {
    const quint64 asked = ++m_asked;
    const bool isForm =
        m_draft ? m_draft->proposed.preapproved.has_value() : isFirstNotice(*incident(), *m_chosen.step);
    if (!isForm) {
        drafted(m_parts.notices->draft(*m_log, facts, m_keysChosen, m_chosen.corrects));
        return;
    }
    m_isDrafting = true;
    m_parts.notices->draftFirst(
        *m_log, facts, m_keysChosen, [self = QPointer(this), asked, facts](const Result<NoticeDraft>& draft) {
            if (!self || asked != self->m_asked) {
                return;
            }
            if (!draft && !self->m_draft) { // a text of its own, then
                self->m_notInForm = draft.error();
                self->drafted(self->m_parts.notices->draft(*self->m_log, facts, self->m_keysChosen));
            } else {
                self->drafted(draft);
            }
        });
}

void NoticeSheet::drafted(const Result<NoticeDraft>& draft) {
    m_isDrafting = false;
    if (!draft) {
        m_draft.reset();
        m_undrafted = draft.error();
        tell();
        return;
    }
    const bool isNew = !m_draft;
    m_undrafted.reset();
    m_draft = *draft;
    if (isNew) {
        const bool english =
            std::any_of(m_draft->rendered.begin(), m_draft->rendered.end(),
                        [](const auto& one) { return one.text.language == Language::English; });
        m_form->show(m_draft->facts, m_draft->proposed.preapproved.has_value(), english, m_parts.clock.now());
    }
    tell();
}

void NoticeSheet::draftAnew() {
    if (!m_draft) {
        return;
    }
    const auto facts = m_form->facts(m_parts.clock.now());
    m_trouble->setText(m_form->trouble(m_parts.clock.now()));
    m_trouble->setVisible(!facts);
    if (!facts) {
        return;
    }
    draftAgain(*facts);
}

void NoticeSheet::cardChosen(const QString& channel) {
    if (notice()) {
        const NoticeCardButton* card = m_cards->card(channel);
        m_acts->decide(*m_chosen.notice, channel, card ? card->card().name : channel);
        return;
    }
    if (!m_draft) {
        return;
    }
    std::vector<QString> keys;
    bool was = false;
    for (const DraftedChannel& one : m_draft->channels) {
        was = was || (one.key == channel && one.isChosen);
        if (one.isChosen && one.key != channel) {
            keys.push_back(one.key);
        }
    }
    if (!was) {
        keys.push_back(channel);
    }
    if (keys.empty()) {
        return; // nothing chosen would mean everything meant
    }
    m_keysChosen = std::move(keys);
    draftAnew();
}

// --- what went out

void NoticeSheet::readTexts() {
    m_unread.reset();
    const EventId id = *m_chosen.notice;
    if (m_texts.contains(id)) {
        return;
    }
    m_parts.notices->texts(*m_log, id, [self = QPointer(this), id](const Result<NoticeTexts>& texts) {
        if (!self) {
            return;
        }
        if (texts) {
            self->m_texts.insert_or_assign(id, *texts);
        } else if (self->m_chosen.notice == id) {
            self->m_unread = texts.error();
        }
        self->tell();
    });
}

// --- what is done

void NoticeSheet::answered(const QString& trouble) {
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    if (trouble.isEmpty()) {
        close();
    }
}

void NoticeSheet::decline() {
    if (const auto one = duty()) {
        m_acts->settleDuty(*one, DutyOutcome::Excused);
    } else {
        m_acts->decline(*m_chosen.notice);
    }
}

void NoticeSheet::send() {
    if (const auto one = duty()) {
        const DutyRights may = rightsTo(*one);
        if (may.begin) {
            m_acts->beginDuty(*one);
        } else if (may.meet || may.reopen) {
            m_acts->settleDuty(*one, may.meet ? DutyOutcome::Met : DutyOutcome::Reopened);
        }
        return;
    }
    if (notice()) {
        const NoticeRights may = rights();
        if (!m_texts.contains(*m_chosen.notice)) {
            m_trouble->setText(tr("Its text is not here yet: nobody says yes to what they have not read."));
            m_trouble->show();
            fit();
        } else if (may.approve) {
            answered(m_acts->approve(*m_chosen.notice));
        } else if (may.sendAlone) {
            m_acts->sendAlone(*m_chosen.notice);
        }
        return;
    }
    if (isReady() && m_draft->proposed.preapproved) {
        answered(m_acts->propose(*m_draft));
    } else if (isReady() && maySendAlone()) {
        m_acts->sendAlone(*m_draft);
    } else {
        askSecond();
    }
}

void NoticeSheet::askSecond() {
    if (isReady() && !m_draft->proposed.preapproved) {
        answered(m_acts->propose(*m_draft));
    }
}

bool NoticeSheet::isReady() const {
    return !notice() && m_draft && !m_isDrafting && !m_due.isActive() && m_form->facts(m_parts.clock.now()) &&
           !m_draft->proposed.outgoings.empty();
}

void NoticeSheet::fit() {
    const int width = std::min(px(sheetWidth), parentWidget()->width() - 2 * leastRim);
    const int had = m_halves->heightForWidth(width - 2 * metric::margin);
    const int rest = body().parentWidget()->layout()->totalHeightForWidth(width) - had;
    m_halves->fit(parentWidget()->height() - 2 * leastRim - rest, parentWidget()->width(), usualHalf);
}

void NoticeSheet::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
        refresh();
    }
}

bool NoticeSheet::eventFilter(QObject* watched, QEvent* event) {
    const auto* part = qobject_cast<const QWidget*>(watched);
    const bool isOwn = part && isOpen() && isAncestorOf(part); // the page is watched by every sheet
    if (isOwn && (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride)) {
        const auto& pressed = *static_cast<QKeyEvent*>(event);
        const int key = pressed.key() == Qt::Key_Enter ? int(Qt::Key_Return) : pressed.key();
        const QKeyCombination keys(pressed.modifiers() & ~Qt::KeypadModifier, Qt::Key(key));
        const auto at = std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& one) {
            return one.keys == keys && !one.hint->isHidden();
        });
        if (at != m_keys.end()) {
            event->accept();
            if (event->type() == QEvent::KeyPress && !pressed.isAutoRepeat()) {
                at->hint->click();
            }
            return true;
        }
    }
    return Sheet::eventFilter(watched, event);
}

} // namespace bongsu
