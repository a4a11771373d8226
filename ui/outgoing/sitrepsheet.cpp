#include "ui/outgoing/sitrepsheet.h"

#include "report/sitrepsource.h"
#include "ui/outgoing/outgoing.h"
#include "ui/timeline/composerfield.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPlainTextEdit>

namespace bongsu {

namespace {

constexpr int mostParty = 200;

} // namespace

SitrepSheet::SitrepSheet(const WindowParts& parts, QWidget* page)
    : PageSheet(parts, page, QStringLiteral("Enter")) {
    m_about = makeLabel(this, Ink::Quiet, TextSize::Small);
    m_about->setWordWrap(true);
    m_partyName = makeLabel(this, Ink::Text, TextSize::Small, Weight::Bold);
    m_party = new ComposerField(this);
    m_party->setMaxLength(mostParty);
    m_partyName->setBuddy(m_party);
    addAbove(m_about);
    addBelow(m_partyName);
    addBelow(m_party);
    copyByKeyIn(m_party);
    name();
    connect(m_party, &ComposerField::entered, this, &SitrepSheet::issue);
    connect(m_party, &ComposerField::decided, this, &SitrepSheet::issue);
    connect(m_party, &ComposerField::escaped, this, &Sheet::close);
    connect(&firstKey(), &KeyHint::clicked, this, &SitrepSheet::issue);
}

void SitrepSheet::name() {
    setTitle(tr("Situation report"));
    text().setAccessibleName(tr("The page as it stands now"));
    m_partyName->setText(tr("Handed to"));
    m_party->setAccessibleName(tr("Handed to"));
    firstKey().setText(tr("Number it and keep it as handed over"));
    PageSheet::name();
}

void SitrepSheet::show(const LogId& log) {
    m_party->clear();
    openFor(log, m_party);
}

// What it tells stands in the state; what was decided since the one before is read from the record.
void SitrepSheet::read() {
    m_upTo.reset();
    const Journal& journal = parts().journal;
    const RecordSource source = sourceOf(journal, *log());
    std::vector<quint64> seqs = linesForSitrep(source, parts().journal.recordOf(*log()));
    const auto tip = journal.ledger().tip(*log());
    if (tip && (seqs.empty() || seqs.back() != tip->seq)) {
        seqs.push_back(tip->seq); // whose event the report names
    }
    readLines(seqs);
}

void SitrepSheet::take(const std::vector<TimelineRow>& rows) {
    const RecordSource source = sourceOf(parts().journal, *log());
    const Moment now = parts().clock.now();
    const SitrepPage page = sitrepPageOf(source, rows, now);
    m_number = page.number;
    m_upTo = newestTold(rows);
    text().setPlainText(page.words);
    const ReportStatus& last = source.incident.report;
    m_about->setText(last.number == 0 ? tr("The first report of this incident, as of now. It needs no relay.")
                                      : filled(tr("No. %1, as of now; no. %2 was handed over at %3."),
                                               {QString::number(m_number), QString::number(last.number),
                                                clockSeenFrom(last.at, now)}));
}

void SitrepSheet::issue() {
    if (!m_upTo) {
        return; // still being read
    }
    Text report{.text = shownWords()};
    const QString party = m_party->text().trimmed();
    if (!party.isEmpty()) {
        report.party = party;
    }
    const auto recorded = parts().journal.record(log(), ReportIssued{{}, m_number, *m_upTo}, report);
    if (!recorded) {
        sayTrouble(sentence(recorded.error()));
        read(); // somebody may have handed over another meanwhile
        return;
    }
    QGuiApplication::clipboard()->setText(shownWords());
    const QString said =
        filled(tr("Situation report no. %1 is kept, and on the clipboard."), {QString::number(m_number)});
    close();
    Q_EMIT done(recorded->warning ? sentence(*recorded->warning) : said);
}

QString SitrepSheet::copiedWords() const {
    return tr("The page is on the clipboard. It was not numbered.");
}

} // namespace bongsu
