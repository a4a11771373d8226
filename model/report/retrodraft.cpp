#include "report/retrodraft.h"

#include "domain/retro/lookingback.h"
#include "report/retrocharts.h"
#include "report/retrosections.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

std::vector<std::pair<QString, QString>> headLines(const RecordHead& head, RetroForm form) {
    std::vector<std::pair<QString, QString>> lines{
        {translate("Record", "Incident"), head.grade + QStringLiteral(u" \u00B7 ") + head.phase},
        {translate("Record", "Began"), dayAndTime(head.began)}};
    if (head.ended) {
        lines.emplace_back(translate("Record", "Ended"), dayAndTime(*head.ended));
    }
    lines.emplace_back(translate("Record", "As of"), dayAndTime(head.asOf));
    if (form != RetroForm::Public) {
        lines.emplace_back(translate("Record", "Record head"), placeOf(head));
        lines.emplace_back(translate("Record", "Record"), head.log.toHex());
    }
    return lines;
}

QString titleOf(RetroForm form) {
    switch (form) {
    case RetroForm::Full:
        break;
    case RetroForm::Public:
        return translate("Retro", "Report to users: %1");
    case RetroForm::Plan:
        return translate("Retro", "Plan after the order: %1");
    case RetroForm::Result:
        return translate("Retro", "Result after the order: %1");
    }
    return translate("Retro", "Retrospective: %1");
}

class DraftForm : public RecordForm {
  public:
    DraftForm(const RecordSource& source, RetroContext context) : m_draft(source, std::move(context)) {}

    QByteArray head() override { return {}; }
    QByteArray line(const TimelineRow& row) override {
        m_draft.take(row);
        return {};
    }
    QByteArray end() override { return htmlOf(m_draft.document()); }

  private:
    RetroDraft m_draft;
};

} // namespace

std::unique_ptr<RecordForm> retroForm(const RecordSource& source, RetroContext context) {
    return std::make_unique<DraftForm>(source, std::move(context));
}

RetroDraft::RetroDraft(const RecordSource& source, RetroContext context)
    : m_source(source), m_context(std::move(context)), m_teller(m_source) {}

// Notes by the hundred are the record's, not the document's: those that somebody pinned, and the first ones,
// which tell when somebody knew.
bool RetroDraft::isChosen(const TimelineRow& row) const {
    constexpr quint64 firstLines = 50;
    const auto said = m_context.record.sayings(row.event);
    return *row.seq <= firstLines || !std::holds_alternative<NoteAdded>(row.facts) || (said && said->pinned);
}

void RetroDraft::take(const TimelineRow& row) {
    if (!row.seq) {
        return; // what has no number is in nobody else's record yet
    }
    m_measures.take(row);
    m_teller.learn(row);
    if (!row.voidReason && restoredIn(row.facts)) {
        m_counts.push_back(row);
    }
    // What was found and promised later is no part of the course: its sections read it from the folded state.
    if (row.voidReason || !isTold(row.facts) || isLookingBack(row.facts) || !isChosen(row)) {
        return;
    }
    if (m_rows.size() < mostLines) {
        m_rows.push_back(row);
    } else {
        ++m_left;
    }
}

Document RetroDraft::document() const {
    const RetroGathered gathered{m_source,
                                 m_context,
                                 m_teller,
                                 m_rows,
                                 m_left,
                                 m_counts,
                                 m_measures.measures(m_context.now),
                                 m_measures.outages(),
                                 m_measures.notices()};
    const RecordHead head = headOf(m_source, m_context.now);
    const bool isPublic = m_context.form == RetroForm::Public;
    Document document;
    document.language = languageInstalled() == Language::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    document.title =
        filled(titleOf(m_context.form), {head.stamp.isEmpty() ? head.title : head.stamp + u' ' + head.title});
    document.head = headLines(head, m_context.form);
    document.sections = retroSections(gathered);
    if (isPublic) {
        // Their numbers mean nothing to those who do not have the record.
        eachText(document, [](DocumentText& text) { text.entries.clear(); });
    } else {
        addEntries(document, gathered);
        document.foot = filled(
            translate("Retro",
                      "Made from the record up to entry %1. Whoever holds the record can prove that it "
                      "is whole (bongsuctl verify) and make this document anew (bongsuctl report)."),
            {QString::number(head.lastSeq)});
    }
    return m_context.removed.isEmpty() ? document : redacted(std::move(document), m_context.removed);
}

// Figures, outages and notices may rest on lines beyond those kept.
static std::map<quint64, MeasurePoint> pointsOf(const RetroGathered& gathered) {
    std::map<quint64, MeasurePoint> points;
    const auto add = [&points](const std::optional<MeasurePoint>& point) {
        if (point) {
            points.emplace(point->seq, *point);
        }
    };
    for (const Measure& measure : gathered.measures) {
        add(measure.from);
        add(measure.until);
        std::for_each(measure.among.begin(), measure.among.end(), add);
    }
    for (const ServiceOutage& outage : gathered.outages) {
        add(outage.out);
        add(outage.back);
    }
    for (const NoticeGiven& notice : gathered.notices) {
        add(notice.point);
    }
    return points;
}

// What sections read from the folded state rests on lines that no figure does.
static std::map<quint64, std::pair<EventId, Referenced>>
othersNamed(const Document& document, const RetroGathered& gathered,
            const std::map<quint64, MeasurePoint>& points) {
    const std::vector<quint64> named = entriesNamedIn(document);
    std::map<quint64, std::pair<EventId, Referenced>> others;
    if (const LogIndex* index = gathered.source.ledger.index(gathered.source.incident.id)) {
        index->byEvent.forEach([&](const EventId& event, const Referenced& place) {
            if (!points.contains(place.seq) && std::binary_search(named.begin(), named.end(), place.seq)) {
                others.insert_or_assign(place.seq, std::pair{event, place});
            }
        });
    }
    return others;
}

void RetroDraft::addEntries(Document& document, const RetroGathered& gathered) const {
    const auto points = pointsOf(gathered);
    const auto others = othersNamed(document, gathered, points);
    document.entriesTitle = translate("Retro", "Entries of the record");
    for (const quint64 seq : entriesNamedIn(document)) {
        const auto row =
            std::lower_bound(m_rows.begin(), m_rows.end(), seq,
                             [](const TimelineRow& one, quint64 wanted) { return *one.seq < wanted; });
        if (row != m_rows.end() && *row->seq == seq) {
            const ToldLine told = m_teller.tell(*row);
            document.entries.push_back({seq, dayAndTime(told.at), told.author, told.words, row->event});
        } else if (const auto point = points.find(seq); point != points.end()) {
            document.entries.push_back({seq,
                                        dayAndTime(point->second.at),
                                        {},
                                        translate("Retro", "(its words stand in the record)"),
                                        point->second.event});
        } else if (const auto other = others.find(seq); other != others.end()) {
            document.entries.push_back({seq, dayAndTime(other->second.second.recordedAt),
                                        personName(gathered, other->second.second.person),
                                        wordsOf(gathered, other->second.first), other->second.first});
        }
    }
}

} // namespace bongsu
