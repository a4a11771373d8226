#include "ui/notices/noticesheet.h"

#include "ui/notices/noticecards.h"
#include "ui/notices/noticeform.h"
#include "ui/style/keylines.h"
#include "wording/callscript.h"
#include "wording/dutywords.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QClipboard>
#include <QGuiApplication>

namespace bongsu {

void NoticeSheet::refresh() {
    if (!isOpen() || !incident()) {
        return;
    }
    fillList();
    if (notice() && !m_texts.contains(*m_chosen.notice)) {
        readTexts();
    }
    tell();
}

void NoticeSheet::tell() {
    if (!isOpen() || !incident()) {
        return;
    }
    const BoardContext around = board();
    const bool isNotice = notice() != nullptr;
    m_form->setVisible(!isNotice && m_draft.has_value());
    m_tells->setVisible(!isNotice && m_draft.has_value());
    m_reach->setVisible(false);
    m_script->setVisible(!isNotice && m_draft.has_value());
    m_press->setVisible(!isNotice && m_draft.has_value());
    m_textsHeading->setVisible(m_chosen.duty.isEmpty());
    m_cards->setVisible(m_chosen.duty.isEmpty());
    if (isNotice) {
        tellNotice(around);
    } else if (m_chosen.step) {
        tellDraft(around);
    } else {
        tellDuty();
    }
    m_keyLines->layAnew();
    fit();
}

void NoticeSheet::tellDraft(const BoardContext& around) {
    for (KeyHint* hint : {m_decline, m_stop, m_correct, m_withdraw}) {
        hint->hide();
    }
    m_textsHeading->setText(tr("What goes out, word for word"));
    if (!m_draft) {
        m_about->setText(m_undrafted ? sentence(*m_undrafted) : QString());
        m_send->hide();
        m_second->hide();
        m_cards->show({});
        return;
    }
    const bool first = m_draft->proposed.preapproved.has_value();
    const std::size_t going = m_draft->proposed.outgoings.size();
    const QString count = numberOf(going);
    const auto asked = approversOf(around.incident, m_parts.journal.organisation(), m_parts.journal.person());
    QString about = first           ? tr("The text was approved in peacetime: one person sends it.")
                    : asked.empty() ? tr("A second person must approve it, and nobody is there who may.")
                                    : filled(tr("A second person must approve it: %1 is asked first."),
                                             {personOnBoard(around, asked.front())});
    if (m_notInForm) {
        about =
            filled(tr("Not in the text approved in peacetime: %1"), {sentence(*m_notInForm)}) + u'\n' + about;
    }
    if (!m_draft->internalWords.empty()) {
        about += u'\n' + filled(tr("Internal words would go out: %1"),
                                {QStringList(m_draft->internalWords.begin(), m_draft->internalWords.end())
                                     .join(QStringLiteral(", "))});
    }
    m_about->setText(about);
    const auto [told, ink] = disclosedWords(*m_draft);
    m_tells->setText(told);
    const Reach reach = m_parts.notices->reach(*m_draft);
    m_reach->setText(reachWords(reach));
    m_reach->setVisible(!m_reach->text().isEmpty());
    dress(m_reach, reach.messages ? Ink::Text : Ink::Ember);
    dress(m_tells, ink, TextSize::Body, Weight::Bold);
    m_cards->show(cardsOf(*m_draft, *m_channels, m_parts.documents->catalogue()));
    const bool alone = maySendAlone();
    m_send->setVisible(going > 0);
    m_send->setText(first   ? filled(tr("Send on %1 channels"), {count})
                    : alone ? filled(tr("Send on %1 channels alone"), {count})
                            : tr("Ask a second person"));
    m_second->setVisible(going > 0 && !first && alone);
    m_second->setText(tr("Ask a second person"));
}

void NoticeSheet::tellNotice(const BoardContext& around) {
    const NoticeStatus& status = *notice();
    const auto texts = m_texts.find(*m_chosen.notice);
    QString about = standingWords(around, status);
    if (m_unread) {
        about += u'\n' + sentence(*m_unread);
    }
    m_about->setText(about);
    m_textsHeading->setText(status.wasApproved() ? tr("How far it has gone out")
                                                 : tr("What goes out, word for word"));
    m_cards->show(cardsOf(status, texts == m_texts.end() ? nullptr : &texts->second,
                          m_channels ? &*m_channels : nullptr, around.now));
    const NoticeRights may = rights();
    m_send->setVisible(may.approve || may.sendAlone);
    m_send->setText(
        may.approve ? filled(tr("Approve: it goes out on %1 channels"), {numberOf(status.outgoings.size())})
                    : tr("Send without a second person"));
    m_second->hide();
    m_decline->setText(tr("Do not approve"));
    m_decline->setVisible(may.decline);
    m_stop->setVisible(may.stop);
    m_correct->setVisible(may.correct);
    m_withdraw->setVisible(may.correct);
}

void NoticeSheet::correct() {
    m_chosen = {.step = NoticeStep::Correction, .corrects = m_chosen.notice};
    fillList();
    look();
}

// A correction that says so of all of it, in both languages: it goes wherever the wrong text went.
void NoticeSheet::withdraw() {
    correct();
    if (m_draft) {
        NoticeFacts facts = m_draft->facts;
        facts.corrects = withdrawalWords();
        m_draft.reset(); // the form shows what is written here
        draftAgain(facts);
    }
}

void NoticeSheet::copyForPress() {
    const auto text = m_parts.notices->pressText(*m_log, m_draft->facts);
    if (text) {
        QGuiApplication::clipboard()->setText(*text);
        Q_EMIT done(tr("The text for the press is on the clipboard."));
    } else {
        m_trouble->setText(sentence(text.error()));
        m_trouble->show();
        fit();
    }
}

void NoticeSheet::copyScript() {
    QGuiApplication::clipboard()->setText(callScript(m_draft->facts, m_parts.clock.now()));
    Q_EMIT done(tr("The script for the call centre is on the clipboard."));
}

// --- duties

void NoticeSheet::addDuties(std::vector<PanelLine>& lines) {
    if (!m_parts.documents) {
        return;
    }
    const Moment now = m_parts.clock.now();
    bool isFirst = true;
    for (const DutyLine& line : dutiesOf(*m_parts.documents, m_parts.journal, *incident(), now)) {
        if (std::exchange(isFirst, false)) {
            lines.push_back({.name = tr("Duties"), .heading = true});
            m_items.emplace_back();
        }
        const bool isDone = line.state == DutyState::Met || line.state == DutyState::Excused;
        const bool isOff = line.state == DutyState::Off;
        lines.push_back({.mark = isDone ? Mark::Pentagon : Mark::Ring,
                         .markInk = isPressing(line) ? Ink::Ember
                                    : isDone         ? Ink::Good
                                                     : Ink::Quiet,
                         .name = line.duty.name.in(languageInstalled()),
                         .nameInk = isOff ? Ink::Quiet : Ink::Text,
                         .more = dutyStanding(line, now),
                         .key = line.duty.key});
        m_items.push_back({.duty = line.duty.key});
    }
}

std::optional<DutyLine> NoticeSheet::duty() const {
    if (!incident() || m_chosen.duty.isEmpty() || !m_parts.documents) {
        return std::nullopt;
    }
    for (const DutyLine& line :
         dutiesOf(*m_parts.documents, m_parts.journal, *incident(), m_parts.clock.now())) {
        if (line.duty.key == m_chosen.duty) {
            return line;
        }
    }
    return std::nullopt;
}

void NoticeSheet::tellDuty() {
    for (KeyHint* hint : {m_second, m_stop, m_correct, m_withdraw}) {
        hint->hide();
    }
    m_cards->show({});
    const auto line = duty();
    if (!line) {
        m_about->clear();
        m_send->hide();
        m_decline->hide();
        return;
    }
    QStringList words{dutyClock(*line, m_parts.clock.now())};
    if (!line->duty.law.isEmpty()) {
        words += line->duty.law.in(languageInstalled());
    }
    if (line->from) {
        words += filled(tr("Counts from %1"), {clockSeenFrom(*line->from, m_parts.clock.now())});
    }
    if (line->duty.stop == DutyStop::Users) {
        words +=
            tr("It stops when all three stand in texts to users that were sent: the outage and its cause, "
               "what is being done, where to ask.");
    } else if (line->duty.stop == DutyStop::Compensation) {
        words += tr("It stops when a notice of compensation has been sent to users.");
    }
    m_about->setText(words.join(u'\n'));
    const DutyRights may = rightsTo(*line);
    m_send->setVisible(may.begin || may.meet || may.reopen);
    m_send->setText(may.begin ? tr("Begin to count") : may.meet ? tr("It is done") : tr("Open it again"));
    m_decline->setText(tr("Does not apply"));
    m_decline->setVisible(may.excuse);
}

QString NoticeSheet::aboutWords() const {
    return m_about->text();
}

QString NoticeSheet::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

} // namespace bongsu
