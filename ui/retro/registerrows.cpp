#include "ui/retro/registerrows.h"

#include "ui/services/servicerows.h"
#include "ui/style/rowground.h"
#include "wording/actionwords.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

std::vector<const Incident*> allIncidents(const Journal& journal) {
    std::vector<const Incident*> all;
    for (const LogId& log : journal.incidents()) {
        all.push_back(journal.incident(log));
    }
    return all;
}

// One under its heading; the empty one is the company's own.
struct RegisterPart {
    QString name;
    std::vector<RegisterLine> lines;
};

std::vector<RegisterPart> partsOf(const std::vector<RegisterLine>& all, const RetroProcess& process) {
    RegisterPart own{translate("Register", "The company's own"), {}};
    RegisterPart drills{translate("Register", "Of drills"), {}};
    std::vector<std::pair<QString, RegisterPart>> ordered;
    for (const RetroHeading& heading : process.headings) { // in the order's own order
        ordered.push_back({heading.key, {headingName(process, heading.key), {}}});
    }
    for (const RegisterLine& line : all) {
        if (line.drill) {
            drills.lines.push_back(line);
        } else if (!isOrdered(line.status)) {
            own.lines.push_back(line);
        } else {
            const QString key = line.status.plan.heading.value_or(QString());
            auto at = std::find_if(ordered.begin(), ordered.end(),
                                   [&key](const auto& one) { return one.first == key; });
            if (at == ordered.end()) {
                at = ordered.insert(at, {key, {key, {}}});
            }
            at->second.lines.push_back(line);
        }
    }
    std::vector<RegisterPart> parts{own};
    for (auto& [key, part] : ordered) {
        part.name = filled(translate("Register", "Ordered: %1"), {part.name});
        parts.push_back(part);
    }
    parts.push_back(drills);
    std::erase_if(parts, [](const RegisterPart& part) { return part.lines.empty(); });
    return parts;
}

RegisterRow rowOf(const Journal& journal, const RegisterLine& line, Moment now) {
    const BoardContext board{journal, *journal.incident(line.log), now};
    RegisterRow row{.action = line};
    row.line = actionLine(board, line);
    row.line.key = line.action.toHex();
    row.incident = journal.texts().title(board.incident);
    row.kind = dotted({nameOf(line.status.plan.kind), nameOf(line.status.plan.term)});
    row.owner = std::exchange(row.line.more, {});
    const bool isPlain = line.state == ActionState::Open || line.state == ActionState::Done;
    row.line.state = isPlain && line.state == ActionState::Done ? translate("Register", "to confirm")
                     : isPlain                                  ? QString()
                                                                : nameOf(line.state);
    row.line.stateInk = line.state == ActionState::Overdue   ? Ink::Ember
                        : line.state == ActionState::DueSoon ? Ink::Partial
                        : line.state == ActionState::Done    ? Ink::Info
                                                             : Ink::Quiet;
    row.line.spoken =
        dotted({row.line.name, row.incident, row.kind, row.owner, nameOf(line.state), row.line.end});
    return row;
}

} // namespace

std::vector<RegisterRow> registerRows(const Journal& journal, const RetroProcess& process, Moment now) {
    std::vector<RegisterRow> rows;
    const auto incidents = allIncidents(journal);
    const auto addHeading = [&rows](const QString& name, std::size_t count) {
        rows.push_back({.line = {.name = name, .end = QString::number(count), .heading = true}});
    };
    for (const RegisterPart& part : partsOf(registerOf(incidents, now), process)) {
        addHeading(part.name, part.lines.size());
        for (const RegisterLine& line : part.lines) {
            rows.push_back(rowOf(journal, line, now));
        }
    }
    const auto repeats = repeatPatterns(incidents);
    if (!repeats.empty()) {
        addHeading(translate("Register", "Found more than once"), repeats.size());
    }
    for (const RepeatPattern& repeat : repeats) {
        RegisterRow row{.repeat = repeat};
        row.line = {.mark = Mark::Chain, .markInk = Ink::Ember, .name = repeat.pattern};
        row.line.more = repeat.drill ? translate("Register", "in drills") : QString();
        row.line.end = filled(translate("Register", "%1 times"), {QString::number(repeat.findings.size())});
        row.line.key = QStringLiteral("repeat:") + repeat.pattern + (repeat.drill ? u'd' : u'r');
        rows.push_back(std::move(row));
    }
    return rows;
}

Details registerDetails(const Journal& journal, const RetroProcess& process, const RegisterRow& row,
                        Moment now) {
    if (row.action) {
        return actionDetails({journal, *journal.incident(row.action->log), now}, process, *row.action);
    }
    Details details{row.line.name};
    for (const RepeatFinding& finding : row.repeat ? row.repeat->findings : std::vector<RepeatFinding>()) {
        details.details.push_back({shortDay(dayOf(finding.at)),
                                   {{saidIn(journal, finding.finding)},
                                    {journal.texts().title(*journal.incident(finding.log)), Ink::Quiet}}});
    }
    return details;
}

namespace {

constexpr Length markColumn{26};
constexpr Length between{16};
constexpr Length ownerWidth{88};
constexpr Length dueWidth{76};
constexpr Length stateWidth{92};
constexpr Length leastForIncident{900}; // of the list: below, an action's words need the room
constexpr Length leastForKind{1080};
constexpr int incidentShare = 4; // a part of the width so large
constexpr Length kindWidth{180};

} // namespace

RegisterDelegate::RegisterDelegate(const Theme& theme, const std::vector<RegisterRow>& rows, QObject* parent)
    : PanelDelegate(theme, parent), m_theme(theme), m_rows(rows) {}

void RegisterDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const RegisterRow* row =
        std::size_t(index.row()) < m_rows.size() ? &m_rows[std::size_t(index.row())] : nullptr;
    if (!row || !row->action) {
        PanelDelegate::paint(painter, option, index);
        return;
    }
    const Tokens& t = m_theme.tokens();
    painter->save();
    paintRowGround(*painter, option, t);
    const QRect box = option.rect.adjusted(metric::margin, 0, -metric::margin, 0);
    drawMark(*painter, row->line.mark,
             QRectF(box.left(), box.center().y() - metric::mark / 2.0 + .5, metric::mark, metric::mark),
             m_theme.ink(row->line.markInk));
    int right = box.right() + 1;
    const auto cell = [&](const QString& words, Ink ink, Weight weight, int width, Qt::Alignment side) {
        const QFont font = Theme::font(TextSize::Body, weight);
        painter->setFont(font);
        painter->setPen(m_theme.ink(ink));
        painter->drawText(QRect(right - width, box.top(), width, box.height()), Qt::AlignVCenter | side,
                          QFontMetrics(font).elidedText(words, Qt::ElideRight, width));
        right -= width + between;
    };
    cell(row->line.end, row->line.endInk, Weight::Normal, dueWidth, Qt::AlignRight);
    cell(row->line.state, row->line.stateInk, Weight::Bold, stateWidth, Qt::AlignLeft);
    cell(row->owner, Ink::Text, Weight::Normal, ownerWidth, Qt::AlignLeft);
    if (option.rect.width() >= leastForKind) {
        cell(row->kind, Ink::Quiet, Weight::Normal, kindWidth, Qt::AlignLeft);
    }
    if (option.rect.width() >= leastForIncident) {
        cell(row->incident, Ink::Quiet, Weight::Normal, box.width() / incidentShare, Qt::AlignLeft);
    }
    cell(row->line.name, row->line.nameInk, Weight::Normal, right - box.left() - markColumn, Qt::AlignLeft);
    painter->restore();
}

} // namespace bongsu
