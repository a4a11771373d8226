#include "ui/timeline/rowwords.h"

#include "ui/attachments/picking.h"
#include "ui/timeline/rowmarks.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/sentence.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

Naming namingOf(const RowContext& context) {
    const Journal& journal = context.journal;
    Naming naming{
        .person =
            [&journal](const PersonId& person) {
                return journal.texts().personName(journal.organisation(), person);
            },
        .device =
            [&journal](const DeviceId& device) {
                return journal.texts().deviceName(journal.organisation(), device);
            },
        .incident = [&journal](const LogId& log) -> std::optional<QString> {
            const Incident* incident = journal.incident(log);
            return incident ? std::optional(journal.texts().title(*incident)) : std::nullopt;
        },
        .entry = [&journal, log = context.log](const EventId& event) -> std::optional<QString> {
            const LogIndex* index = journal.ledger().index(log);
            const auto found = index ? index->find(event) : std::nullopt;
            return found ? std::optional(u'#' + QString::number(found->seq)) : std::nullopt;
        },
    };
    return withTexts(std::move(naming), journal.texts());
}

// A line that people wrote stands for itself; what the program knows of it stands below.
bool isItsOwnLine(const Facts& facts) {
    return std::holds_alternative<ServiceStated>(facts) || std::holds_alternative<RestorationCounted>(facts);
}

class Composition {
  public:
    Composition(const TimelineRow& row, const RowContext& context)
        : m_row(row), m_context(context), m_naming(namingOf(context)) {}

    RowWords words() {
        const RowMark mark = markOf(m_row.facts);
        m_words.mark = mark.mark;
        m_words.markInk = mark.ink;
        m_words.time = clockOf(m_row.times.told());
        m_words.decision = std::holds_alternative<DecisionMade>(m_row.facts);
        // A period begins as a day does: with a line that stands out.
        m_words.bold = m_words.decision || std::holds_alternative<PeriodOpened>(m_row.facts);
        m_words.lineInk = isTold(m_row.facts) ? Ink::Text : Ink::Quiet;
        m_words.person = author();
        m_words.number = m_row.seq ? u'#' + QString::number(*m_row.seq) : translate("Timeline", "device");
        setState();
        setLine();
        addNotes();
        m_words.spoken = spoken();
        return std::move(m_words);
    }

  private:
    Told told(const Text* text) const {
        return Told{m_row.facts, m_row.kind, m_row.textState, text, m_row.person, m_row.times.told()};
    }

    QString author() const {
        if (m_row.person && m_row.person == m_context.journal.person()) {
            return translate("Timeline", "me");
        }
        if (!m_row.person && m_context.journal.organisation().relays.contains(m_row.device)) {
            return translate("Timeline", "relay"); // what it did by itself
        }
        return m_row.person ? *m_naming.person(*m_row.person) : *m_naming.device(m_row.device);
    }

    void setState() {
        if (m_row.refusal) {
            m_words.state = StateMark::Crossed;
            m_words.stateInk = Ink::Ember;
        } else if (m_row.seq) {
            m_words.state = m_context.covered ? StateMark::Full : StateMark::Half;
        } else if (m_context.state == OwnState::BeingKept) {
            m_words.state = StateMark::Dotted;
        } else {
            m_words.state = m_context.state == OwnState::Kept ? StateMark::Hollow : StateMark::Half;
        }
    }

    QString stateName() const {
        switch (m_words.state) {
        case StateMark::Dotted:
            return translate("Timeline", "being saved");
        case StateMark::Hollow:
            return translate("Timeline", "saved on this device");
        case StateMark::Half:
            return translate("Timeline", "sent");
        case StateMark::Full:
            return translate("Timeline", "recorded");
        case StateMark::Crossed:
            break;
        }
        return translate("Timeline", "not accepted");
    }

    void setLine() {
        if (m_row.textState == TextPart::State::Erased) {
            const bool withdrawn = m_context.about && m_context.about->withdrawn;
            m_words.line = withdrawn ? translate("Timeline", "Taken back by its author")
                                     : translate("Timeline", "Text erased");
            m_words.lineInk = Ink::Quiet;
            m_words.bold = false;
            return;
        }
        const bool own = isItsOwnLine(m_row.facts) && m_row.text.text;
        m_words.line = own ? *m_row.text.text : lineOf(told(&m_row.text), m_naming);
        if (own) {
            note(lineOf(told(nullptr), m_naming));
        }
        const bool corrected = m_context.about && !m_context.about->corrections.empty();
        m_words.struck = m_row.voidReason || m_row.refusal || corrected;
        if (m_words.struck) {
            m_words.lineInk = Ink::Quiet;
        }
        const Line* line = lineOf(m_row.facts);
        m_words.tail = line && line->source ? nameOf(*line->source) : QString();
    }

    void note(const QString& words, Ink ink = Ink::Quiet) {
        if (!words.isEmpty()) {
            m_words.notes.push_back({words, ink, {}});
        }
    }

    void addNotes() {
        note(detailOf(told(&m_row.text)));
        addDeclaration();
        addAttachment();
        addCorrections();
        if (m_row.voidReason) {
            note(filled(translate("Timeline", "Does not count: %1"), {sentence(*m_row.voidReason)}),
                 Ink::Ember);
        }
        if (m_row.refusal) {
            note(filled(translate("Timeline", "Not accepted: %1"), {sentence(*m_row.refusal)}), Ink::Ember);
        }
        addTimes();
        if (m_row.emergency) {
            m_words.tags.push_back(translate("Timeline", "emergency powers"));
        }
        if (m_context.about && m_context.about->pinned) {
            m_words.tags.push_back(translate("Timeline", "pinned"));
        }
    }

    void addDeclaration() {
        const auto* declared = std::get_if<IncidentDeclared>(&m_row.facts);
        if (!declared) {
            return;
        }
        QStringList parts;
        if (declared->failureType) {
            parts += nameOfFailureType(*declared->failureType);
        }
        parts += QStringList(declared->sites.begin(), declared->sites.end());
        parts += QStringList(declared->services.begin(), declared->services.end());
        if (m_row.person) {
            parts += filled(translate("Timeline", "acting commander %1"), {*m_naming.person(*m_row.person)});
        }
        note(parts.join(between));
    }

    void addAttachment() {
        const auto* attached = std::get_if<AttachmentAdded>(&m_row.facts);
        if (!attached || m_row.textState != TextPart::State::Present) {
            return;
        }
        QStringList parts{QString::fromLatin1(wordOf(attached->media)).toUpper(), fileSizeOf(attached->size)};
        if (attached->target) {
            if (const auto of = m_naming.entry(*attached->target)) {
                parts += filled(translate("Timeline", "belongs to %1"), {*of});
            }
        }
        note(parts.join(between));
        m_words.picture = thumbnailFrom(m_row.text.thumbnail.value_or(QByteArray()));
    }

    void addCorrections() {
        if (!m_context.about) {
            return;
        }
        for (const TimelineRow& correction : m_context.about->corrections) {
            const QString by = correction.person ? *m_naming.person(*correction.person) : QString();
            note(filled(translate("Timeline", "Correction %1 %2: %3"),
                        {clockOf(correction.times.told()), by,
                         correction.text.text.value_or(translate("Timeline", "[text erased]"))}));
        }
    }

    void addTimes() {
        const auto late = apart(m_row);
        if (!late && !m_context.threeTimes) {
            return;
        }
        const auto clock = m_context.threeTimes ? clockWithSecondsOf : clockOf;
        QStringList parts{filled(translate("Timeline", "happened %1"), {clock(m_row.times.told())})};
        if (m_context.threeTimes) {
            parts += filled(translate("Timeline", "written %1"), {clock(m_row.times.created)});
        }
        if (m_row.times.recorded) {
            parts += filled(translate("Timeline", "recorded %1"), {clock(*m_row.times.recorded)});
        }
        if (late) {
            parts += *late > Millis::zero()
                         ? filled(translate("Timeline", "recorded %1 later"), {spanOf(*late)})
                         : filled(translate("Timeline", "its time is %1 ahead"), {spanOf(*late)});
        }
        note(parts.join(between));
    }

    QString spoken() const {
        QStringList parts{m_words.time, m_words.line, m_words.tail};
        for (const RowNote& one : m_words.notes) {
            parts += one.words;
        }
        parts += QStringList(m_words.tags.begin(), m_words.tags.end());
        parts += {m_words.person, stateName(), m_row.seq ? m_words.number : QString()};
        parts.removeAll(QString());
        return parts.join(QLatin1String(", "));
    }

    const TimelineRow& m_row;
    const RowContext& m_context;
    Naming m_naming;
    RowWords m_words;
};

} // namespace

RowWords wordsFor(const TimelineRow& row, const RowContext& context) {
    return Composition(row, context).words();
}

QString plainText(const RowWords& words) {
    QString text = words.time + u' ' + words.line;
    if (!words.tail.isEmpty()) {
        text += u' ' + words.tail;
    }
    text += QStringLiteral(" (") + words.person + QStringLiteral(", ") + words.number + u')';
    for (const RowNote& note : words.notes) {
        text += QStringLiteral("\n      ") + note.words;
    }
    return text;
}

} // namespace bongsu
