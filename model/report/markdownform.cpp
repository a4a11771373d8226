#include "report/markdowntext.h"
#include "report/recordform.h"
#include "report/recordteller.h"

#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

class MarkdownForm : public RecordForm {
  public:
    MarkdownForm(const RecordSource& source, const RecordRange& range, Moment asOf)
        : m_source(source), m_teller(source), m_range(range), m_asOf(asOf) {}

    bool looksAhead() const override { return true; }
    void learn(const TimelineRow& row) override { m_teller.learn(row); }

    QByteArray head() override {
        const RecordHead head = headOf(m_source, m_asOf);
        QStringList lines{QStringLiteral("# ") + inMarkdown(stamped(head, head.title)), QString()};
        const auto item = [&lines](const QString& name, const QString& words) {
            lines += filled(QStringLiteral("- **%1**: %2"), {name, inMarkdown(words)});
        };
        item(translate("Record", "Incident"), head.grade + QStringLiteral(u" \u00B7 ") + head.phase);
        item(head.acting ? translate("Record", "Acting commander") : translate("Record", "Commander"),
             head.commander);
        item(translate("Record", "Began"), dayAndTime(head.began));
        if (head.ended) {
            item(translate("Record", "Ended"), dayAndTime(*head.ended));
        }
        item(translate("Record", "As of"), dayAndTime(m_asOf));
        if (m_range.since || m_range.until) {
            item(translate("Record", "Lines"),
                 filled(translate("Record", "from %1 to %2"), {bound(m_range.since), bound(m_range.until)}));
        }
        if (head.lastSeq > 0) {
            item(translate("Record", "Record head"), placeOf(head));
        }
        item(translate("Record", "Record"), head.log.toHex());
        return lines.join(u'\n').toUtf8() + '\n';
    }

    QByteArray line(const TimelineRow& row) override {
        const ToldLine told = m_teller.tell(row);
        QStringList lines;
        if (const QDate day = dayOf(told.at); day != m_day) {
            m_day = day;
            lines += {QString(), QStringLiteral("## ") + dayHeading(day), QString()};
        }
        const QString around = told.struck     ? QStringLiteral("~~")
                               : told.decision ? QStringLiteral("**")
                                               : QString();
        lines += filled(
            QStringLiteral("- **%1** %2 \u2014 %3 `%4`"),
            {told.time, around + inMarkdown(told.words) + around, inMarkdown(told.author), told.number});
        for (const QString& note : told.notes) {
            lines += QStringLiteral("  - ") + inMarkdown(note);
        }
        return lines.join(u'\n').toUtf8() + '\n';
    }

  private:
    static QString stamped(const RecordHead& head, const QString& words) {
        return head.stamp.isEmpty() ? words : head.stamp + u' ' + words;
    }
    static QString bound(const std::optional<Moment>& at) {
        return at ? dayAndTime(*at) : QStringLiteral("\u2026");
    }

    RecordSource m_source;
    RecordTeller m_teller;
    RecordRange m_range;
    Moment m_asOf;
    QDate m_day;
};

} // namespace

std::unique_ptr<RecordForm> markdownForm(const RecordSource& source, const RecordRange& range, Moment asOf) {
    return std::make_unique<MarkdownForm>(source, range, asOf);
}

} // namespace bongsu
