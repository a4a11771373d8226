#include "ui/services/servicerows.h"

#include "ui/services/servicewords.h"
#include "ui/timeline/rowmarks.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString whenWords(const BoardContext& board, const std::optional<Moment>& since,
                  const std::optional<RecoveryTarget>& target) {
    const QString when = since ? sinceOnBoard(board, *since) : translate("Board", "no word yet");
    return target && target->until ? dotted({when, leftWords(*target)}) : when;
}

ServicesRow rowOf(const BoardContext& board, const ServiceView& view, bool isUnder) {
    const ServiceKey& key = view.line.key;
    const RowMark mark = markOf(view.line.state);
    const auto target = targetOf(view, board.incident, board.now);
    PanelLine line{.mark = mark.mark, .markInk = mark.ink, .name = isUnder ? key.function : key.service};
    QStringList more{ownerWords(view.owner)};
    for (const auto& [platform, impact] : view.impacts) {
        more += dotted({platform, hitWords(impact)});
    }
    line.more = dotted(more);
    line.state = nameOf(view.line.state);
    line.stateInk = inkOf(view.line.state);
    line.end = whenWords(board, view.line.since, target);
    line.endInk = view.over ? Ink::Ember : Ink::Quiet;
    line.under = isUnder;
    line.key = QStringLiteral("service/") + key.service + u'/' + key.function;
    line.spoken = dotted({nameOf(key), line.state, line.end, line.more});
    return {{ServicesItem::Kind::Service, key}, line};
}

ServicesRow allRow(const BoardContext& board) {
    PanelLine line{.mark = Mark::Triangle, .markInk = Ink::Ember};
    line.name = translate("Board", "The whole incident");
    QStringList counts;
    for (const PanelCount& count : serviceCountWords(board)) {
        counts += count.words;
    }
    line.more = dotted(counts);
    const auto all = board.incident.recoveries.find(ServiceKey{});
    if (all != board.incident.recoveries.end() && all->second.at) {
        line.end = filled(translate("Board", "back %1", "expected"), {timeOnBoard(board, *all->second.at)});
        line.endInk = *all->second.at <= board.now ? Ink::Ember : Ink::Quiet;
    }
    line.key = QStringLiteral("all");
    return {{ServicesItem::Kind::All}, line};
}

ServicesRow heading(const QString& words, int count) {
    PanelLine line{.name = words, .end = count > 0 ? QString::number(count) : translate("Board", "nothing")};
    line.heading = true;
    line.key = words;
    return {{}, line};
}

// blockedWords() keeps the order of what they are of.
std::vector<ServicesRow> blockedRows(const BoardContext& board) {
    std::vector<PanelLine> lines = blockedWords(board);
    std::vector<ServicesRow> rows{heading(translate("Board", "Blocked"), int(lines.size()))};
    std::size_t at = 0;
    for (const auto& [event, blocker] : blockersOf(board.incident)) {
        lines[at].key = QStringLiteral("blocker/") + event.toHex();
        rows.push_back({{ServicesItem::Kind::Blocker, {}, event}, std::move(lines[at++])});
    }
    for (const HeldSite& held : holdsAbout(board.incident, board.journal.organisation())) {
        lines[at].key =
            QStringLiteral("hold/") + held.site + QLatin1String(held.ofOrganisation ? "/all" : "");
        rows.push_back({{ServicesItem::Kind::Hold, {}, std::nullopt, held.site}, std::move(lines[at++])});
    }
    return rows;
}

} // namespace

QString leftWords(const RecoveryTarget& target) {
    return target.left < Millis::zero()
               ? filled(translate("Board", "%1 over its RTO"), {elapsed(-target.left)})
               : filled(translate("Board", "%1 left to its RTO"), {elapsed(target.left)});
}

QString sinceOnBoard(const BoardContext& board, Moment at) {
    return filled(translate("Board", "since %1", "a service's state"), {timeOnBoard(board, at)});
}

QString dotted(QStringList parts) {
    parts.removeAll(QString());
    return parts.join(QStringView(u" \u00B7 "));
}

std::vector<ServicesRow> servicesRows(const BoardContext& board) {
    std::vector<ServicesRow> rows{allRow(board)};
    const auto groups =
        serviceGroups(serviceViews(board.incident, board.journal.organisation(), board.catalogue, board.now));
    rows.push_back(heading(translate("bongsu::ServicesColumn", "Services"), int(groups.size())));
    for (const ServiceGroup& group : groups) {
        rows.push_back(rowOf(board, group.whole, false));
        for (const ServiceView& function : group.functions) {
            rows.push_back(rowOf(board, function, true));
        }
    }
    for (ServicesRow& row : blockedRows(board)) {
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace bongsu
