#include "ui/services/servicewords.h"

#include "ui/timeline/rowmarks.h"
#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

constexpr QStringView between = u" \u00B7 ";

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString allHitWords(const ServiceView& view) {
    QStringList words;
    for (const auto& [platform, impact] : view.impacts) {
        const QString how = hitWords(impact);
        words += platform.isEmpty() ? how : platform + u' ' + how;
    }
    return words.join(QLatin1String(", "));
}

PanelLine lineOf(const BoardContext& board, const ServiceView& view) {
    const ServiceLine& line = view.line;
    const RowMark mark = markOf(line.state);
    PanelLine shown{.mark = mark.mark, .markInk = mark.ink, .name = line.key.service};
    QStringList more{line.key.function, allHitWords(view), ownerWords(view.owner)};
    more.removeAll(QString());
    shown.more = more.join(between);
    shown.state = nameOf(line.state);
    shown.stateInk = inkOf(line.state);
    if (view.over) {
        shown.end = filled(translate("Board", "%1 over its RTO"), {elapsed(*view.over)});
        shown.endInk = Ink::Ember;
    } else if (line.since) {
        shown.end =
            filled(translate("Board", "since %1", "a service's state"), {timeOnBoard(board, *line.since)});
    } else {
        shown.end = translate("Board", "no word yet");
    }
    return shown;
}

} // namespace

QString nameOf(const ServiceKey& key) {
    if (key.service.isEmpty()) {
        return translate("Board", "everything");
    }
    return key.function.isEmpty() ? key.service : key.service + u' ' + key.function;
}

Ink inkOf(ServiceState state) {
    switch (state) {
    case ServiceState::MajorOutage:
        return Ink::Bad;
    case ServiceState::PartialOutage:
    case ServiceState::Degraded:
        return Ink::Partial;
    case ServiceState::Operational:
    case ServiceState::Recovering:
        return Ink::Good;
    case ServiceState::Unknown:
        break;
    }
    return Ink::Quiet;
}

QString ownerWords(OwnerWord owner) {
    switch (owner) {
    case OwnerWord::Waiting:
        return translate("Board", "owner has not confirmed");
    case OwnerWord::Confirmed:
        return translate("Board", "owner confirmed");
    case OwnerWord::NotAsked:
        break;
    }
    return {};
}

QString hitWords(const ImpactStatus& impact) {
    return impact.permille ? shareOf(impact.permille->from, impact.permille->to)
                           : quantityOf(CountUnit::Users, impact.users->from, impact.users->to);
}

std::vector<PanelLine> serviceWords(const BoardContext& board) {
    std::vector<PanelLine> words;
    for (const ServiceView& view :
         serviceViews(board.incident, board.journal.organisation(), board.catalogue, board.now)) {
        words.push_back(lineOf(board, view));
    }
    return words;
}

QString causeText(const Journal& journal, const Incident& incident) {
    const Text* text =
        incident.cause.setBy == incident.declaredBy ? nullptr : journal.texts().find(incident.cause.setBy);
    return text ? oneLine(text->text.value_or(QString())) : QString();
}

QString causeWords(const BoardContext& board) {
    return board.incident.cause.setBy == board.incident.declaredBy
               ? translate("Board", "Cause: being looked for")
               : filled(translate("Board", "Cause %1"), {causeSaid(board)});
}

QString causeSaid(const BoardContext& board) {
    const CauseStatus& cause = board.incident.cause;
    if (cause.setBy == board.incident.declaredBy) {
        return nameOf(Certainty::Investigating);
    }
    const QString words = causeText(board.journal, board.incident);
    const QString line =
        nameOf(cause.certainty) + (words.isEmpty() ? QString() : QStringLiteral(": ") + words);
    return filled(
        translate("Board", "%1 (%2 %3)", "a cause, who says so, since when"),
        {line, cause.by ? personOnBoard(board, *cause.by) : QString(), timeOnBoard(board, cause.since)});
}

QString recoverySentence(const BoardContext& board, const ServiceKey& key, const RecoveryStatus& recovery) {
    const Text* text = board.journal.texts().find(recovery.setBy);
    if (!recovery.at) {
        return filled(translate("Board", "%1: nobody can tell when it is back. %2"),
                      {nameOf(key), text ? oneLine(text->reason.value_or(QString())) : QString()})
            .trimmed();
    }
    QString line =
        filled(translate("Board", "%1 expected back %2"), {nameOf(key), timeOnBoard(board, *recovery.at)});
    if (recovery.changes > 0) {
        line += filled(translate("Board", ", at first %1 (%2 changes)"),
                       {timeOnBoard(board, recovery.first), numberOf(recovery.changes)});
    }
    if (text && text->basis) {
        line += filled(translate("Board", ". Basis: %1"), {oneLine(*text->basis)});
    }
    if (recovery.owner) {
        line += QStringLiteral(" (") + personOnBoard(board, *recovery.owner) + u')';
    }
    return line;
}

QString noRecoveryWords() {
    return translate("Board", "When it is back will be said as soon as it is known.");
}

QStringList recoveryWords(const BoardContext& board) {
    QStringList words;
    for (const auto& [key, recovery] : board.incident.recoveries) {
        words += recoverySentence(board, key, recovery);
    }
    const ServiceCounts counts = countServices(serviceLines(board.incident));
    if (words.isEmpty() && counts.down + counts.partial > 0) {
        words += noRecoveryWords();
    }
    return words;
}

} // namespace bongsu
