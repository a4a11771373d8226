#include "report/csvcells.h"
#include "report/recordform.h"
#include "report/recordteller.h"

#include "wording/names.h"

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QString iso(const std::optional<Moment>& at) {
    return at ? toIso(*at) : QString();
}

QString joined(const std::vector<QString>& words) {
    return QStringList(words.begin(), words.end()).join(QStringLiteral("; "));
}

// What columns need of the facts, whatever their kind.
struct Said {
    QString site;
    QString services;
    QString state;
};

class Sayer {
  public:
    template <class T>
    Said operator()(const T& f) const {
        Said said;
        if constexpr (requires { f.site; }) {
            said.site = textOf(f.site);
        }
        if constexpr (requires { f.sites; }) {
            said.site = joined(f.sites);
        }
        if constexpr (requires { f.services; }) {
            said.services = joined(f.services);
        }
        if constexpr (requires { f.function; }) {
            said.services += f.function ? u' ' + *f.function : QString();
        }
        if constexpr (requires { f.state; }) {
            said.state = word(wordOf(f.state));
        }
        if constexpr (requires { f.grade; }) {
            said.state = word(wordOf(f.grade));
        }
        if constexpr (requires { f.phase; }) {
            said.state = word(wordOf(f.phase));
        }
        if constexpr (requires { f.stage; }) {
            said.state = f.stage ? word(wordOf(*f.stage)) : QString();
        }
        return said;
    }

  private:
    static QString textOf(const QString& text) { return text; }
    static QString textOf(const std::optional<QString>& text) { return text.value_or(QString()); }
};

class CsvForm : public RecordForm {
  public:
    explicit CsvForm(const RecordSource& source) : m_source(source), m_naming(namingOf(m_source)) {}

    QByteArray head() override { return csvMark + csvLine(csvColumns()); }

    QByteArray line(const TimelineRow& row) override {
        const Text* text = row.textState == TextPart::State::Present ? &row.text : nullptr;
        const Told told{row.facts, row.kind, row.textState, text, row.person, row.times.told()};
        const auto written = [text](std::optional<QString> Text::*member) {
            return text ? (text->*member).value_or(QString()) : QString();
        };
        const Said said = std::visit(Sayer(), row.facts);
        const auto target = targetOf(row.facts);
        const Line* line = lineOf(row.facts);
        const Refusal* why = row.voidReason ? &*row.voidReason : row.refusal ? &*row.refusal : nullptr;
        return csvLine({row.seq ? QString::number(*row.seq) : QString(),
                        standingOf(row),
                        word(m_source.incident.drill ? "exercise" : ""),
                        toIso(row.times.told()),
                        csvTime(row.times.told()),
                        toIso(row.times.created),
                        csvTime(row.times.created),
                        iso(row.times.recorded),
                        csvTime(row.times.recorded),
                        QString::fromLatin1(row.kind),
                        kindName(row.kind),
                        lineOf(told, m_naming),
                        written(&Text::text),
                        written(&Text::basis),
                        text && text->options ? joined(*text->options) : QString(),
                        written(&Text::reason),
                        written(&Text::party),
                        written(&Text::place),
                        said.site,
                        said.services,
                        said.state,
                        line && line->source ? word(wordOf(*line->source)) : QString(),
                        target ? m_naming.entry(*target).value_or(QString()).remove(u'#') : QString(),
                        row.person ? m_naming.person(*row.person).value_or(QString()) : QString(),
                        m_naming.device(row.device).value_or(QString()),
                        row.device.toHex(),
                        row.event.toHex(),
                        why ? QString::fromLatin1(why->code) : QString()});
    }

  private:
    RecordSource m_source;
    Naming m_naming;
};

} // namespace

QStringList csvColumns() {
    return {word("seq"),
            word("standing"),
            word("exercise"),
            word("told_at"),
            word("told_local"),
            word("written_at"),
            word("written_local"),
            word("recorded_at"),
            word("recorded_local"),
            word("kind"),
            word("kind_name"),
            word("line"),
            word("text"),
            word("basis"),
            word("options"),
            word("reason"),
            word("party"),
            word("place"),
            word("site"),
            word("services"),
            word("state"),
            word("source"),
            word("about_seq"),
            word("person"),
            word("device"),
            word("device_id"),
            word("event_id"),
            word("why")};
}

std::unique_ptr<RecordForm> csvForm(const RecordSource& source) {
    return std::make_unique<CsvForm>(source);
}

} // namespace bongsu
