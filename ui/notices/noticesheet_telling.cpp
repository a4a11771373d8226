#include "ui/notices/noticesheet.h"

#include "ui/notices/noticecards.h"
#include "ui/notices/noticeform.h"
#include "ui/style/keylines.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"

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
    isNotice ? tellNotice(around) : tellDraft(around);
    m_keyLines->layAnew();
    fit();
}

void NoticeSheet::tellDraft(const BoardContext& around) {
    for (KeyHint* hint : {m_decline, m_stop, m_correct}) {
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
    m_decline->setVisible(may.decline);
    m_stop->setVisible(may.stop);
    m_correct->setVisible(may.correct);
}

QString NoticeSheet::aboutWords() const {
    return m_about->text();
}

QString NoticeSheet::trouble() const {
    return m_trouble->isHidden() ? QString() : m_trouble->text();
}

} // namespace bongsu
