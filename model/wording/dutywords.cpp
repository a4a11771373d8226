#include "wording/dutywords.h"

#include "wording/causewords.h"
#include "wording/manualnames.h"
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

const QString between = QStringLiteral(" \u00B7 ");

QString shareTold(const DutyLine& line) {
    return QStringLiteral("%1/%2").arg(line.told.size()).arg(int(Disclosure::Last));
}

// The first of the statutory three that nobody was told.
QString untold(const DutyLine& line) {
    for (const Disclosure one : {Disclosure::Event, Disclosure::Response, Disclosure::Contact}) {
        if (!line.told.contains(one)) {
            switch (one) {
            case Disclosure::Event:
                return translate("Duty", "no cause");
            case Disclosure::Response:
                return translate("Duty", "no response");
            case Disclosure::Contact:
                return translate("Duty", "no contact");
            }
        }
    }
    return {};
}

QString runningWords(const DutyLine& line, Moment now) {
    if (line.duty.stop == DutyStop::Users) {
        const QString since = elapsed(now - *line.from) + between + shareTold(line);
        return line.told.empty() ? since : filled(translate("Duty", "%1 (%2)"), {since, untold(line)});
    }
    if (!line.end) {
        return filled(translate("Duty", "open for %1"), {elapsed(now - *line.from)});
    }
    const DutyEnd& end = *line.end;
    if (end.day.isNull()) {
        return line.state == DutyState::Late ? filled(translate("Duty", "%1 late"), {elapsed(now - end.at)})
                                             : filled(translate("Duty", "%1 left"), {elapsed(end.at - now)});
    }
    const QString until =
        end.day == end.lastDay
            ? shortDay(end.day)
            : filled(translate("Duty", "%1 (last working day before: %2, at the latest %3)"),
                     {shortDay(end.day), shortDay(end.aim), shortDay(end.lastDay)});
    return line.state == DutyState::Late ? filled(translate("Duty", "late: %1"), {until})
                                         : filled(translate("Duty", "by %1"), {until});
}

} // namespace

QString dutyStanding(const DutyLine& line, Moment now) {
    switch (line.state) {
    case DutyState::Off:
        return translate("Duty", "not begun");
    case DutyState::Met: {
        const QString at = line.settledAt ? clockSeenFrom(*line.settledAt, now) : QString();
        return line.duty.stop == DutyStop::Users && line.told.size() == std::size_t(Disclosure::Last)
                   ? filled(translate("Duty", "%1 met %2"), {shareTold(line), at})
                   : filled(translate("Duty", "done %1"), {at});
    }
    case DutyState::Excused:
        return translate("Duty", "does not apply");
    case DutyState::Running:
    case DutyState::Late:
        break;
    }
    return runningWords(line, now);
}

QString dutyClock(const DutyLine& line, Moment now) {
    const bool isUntold = line.duty.stop == DutyStop::Users &&
                          (line.state == DutyState::Running || line.state == DutyState::Late);
    const QString name =
        isUntold ? translate("Duty", "Users not told") : line.duty.name.in(languageInstalled());
    const QString between = line.duty.stop == DutyStop::Users ? QStringLiteral(" ") : QStringLiteral(": ");
    return name + between + dutyStanding(line, now);
}

bool isPressing(const DutyLine& line) {
    return line.state == DutyState::Late ||
           (line.state == DutyState::Running && line.duty.stop == DutyStop::Users);
}

QString nextNoticeClock(const std::optional<Moment>& promised, Moment now) {
    if (!promised) {
        return {};
    }
    return now <= *promised
               ? filled(translate("Duty", "Next notice in %1"), {stopwatch(*promised - now)})
               : filled(translate("Duty", "Promised notice %1 late"), {stopwatch(now - *promised)});
}

QString fateWords(const FateFinding& finding) {
    const QStringList about{finding.who, finding.what};
    switch (finding.risk) {
    case FateRisk::OnOwnService:
        return filled(translate("Fate",
                                "%1 stands on %2, which you report on: when that fails, nobody hears of it "
                                "this way. Move it, or name what stands in for it."),
                      about);
    case FateRisk::OnOwnSite:
        return filled(translate("Fate",
                                "%1 stands in %2: a fire there takes it, too. Move it somewhere else, or "
                                "name what stands in for it."),
                      about);
    case FateRisk::NothingLeft:
        return filled(translate("Fate",
                                "Without %2 no channel to users is left. Add one that stands on something "
                                "else."),
                      about);
    case FateRisk::PlacesTogether:
        return filled(translate("Fate", "Two places of %1 stand on %2: they go together. Move one of them."),
                      about);
    case FateRisk::OnePlace:
        return filled(
            translate("Fate", "%1 is published at one place. Add a second that has nothing to do with it."),
            about);
    case FateRisk::Undeclared:
        return filled(translate("Fate", "Nobody wrote down what %1 stands on. Ask, and add \"stands-on\"."),
                      about);
    }
    return QStringLiteral("?");
}

QString factsLine(const PageBegun& f, const LineWords&) {
    QStringList seats;
    int members = 0;
    for (const PageItem& item : f.pages) {
        if (item.seat) {
            seats += nameOfSeat(*item.seat);
        } else {
            ++members;
        }
    }
    if (members > 0) {
        seats += filled(translate("NoticeLine", "committee %1"), {numberOf(quint64(members))});
    }
    return filled(translate("NoticeLine", "Paged over %1: %2"),
                  {f.channel, seats.join(QStringLiteral(", "))});
}

QString factsLine(const PageTold& f, const LineWords&) {
    DeliveryCounts counts;
    QStringList causes;
    for (const PageResult& result : f.results) {
        if (result.cause && !causes.contains(causeName(*result.cause))) {
            causes += causeName(*result.cause);
        }
        switch (result.state) {
        case PageState::Sent:
            ++counts.sent;
            break;
        case PageState::Delivered:
            ++counts.sent;
            ++counts.delivered;
            break;
        case PageState::Failed:
            ++counts.failed;
            break;
        case PageState::Unknown:
            ++counts.unknown;
            break;
        }
    }
    const QString told = countsLine(counts);
    return filled(
        translate("NoticeLine", "Pages: %1"),
        {causes.isEmpty() ? told : told + QStringLiteral(" \u00B7 ") + causes.join(QStringLiteral(", "))});
}

QString factsLine(const PageAnswered& f, const LineWords& words) {
    const bool accepts = f.answer == SeatAnswer::Accepted;
    if (!f.seat) {
        return filled(accepts
                          ? translate("NoticeLine", "%1 comes to the committee, by return message")
                          : translate("NoticeLine", "%1 does not come to the committee, by return message"),
                      {words.person});
    }
    const QStringList about{words.person, nameOfSeat(*f.seat)};
    return filled(accepts ? translate("NoticeLine", "%1 took the seat by return message: %2")
                          : translate("NoticeLine", "%1 cannot take the seat, by return message: %2"),
                  about);
}

QString factsLine(const DutyBegun& f, const LineWords& words) {
    const QString line = filled(translate("NoticeLine", "A duty counts from here: %1"), {f.duty});
    return withText(line, words);
}

QString factsLine(const DutySettled& f, const LineWords& words) {
    const QString pattern = f.outcome == DutyOutcome::Met ? translate("NoticeLine", "Duty met: %1")
                            : f.outcome == DutyOutcome::Excused
                                ? translate("NoticeLine", "Duty does not apply here: %1")
                                : translate("NoticeLine", "Duty open again: %1");
    const QString line = filled(pattern, {f.duty});
    return withText(line, words);
}

QString factsLine(const RecipientsCounted& f, const LineWords&) {
    return filled(translate("NoticeLine", "A relay has %1 addresses in the list %2"),
                  {numberOf(f.count), f.list});
}

} // namespace bongsu
