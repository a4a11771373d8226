#include "domain/manual/failuretype.h"
#include "ui/roles/rolewords.h"
#include "ui/roles/seatacts.h"
#include "wording/manualnames.h"
#include "wording/sentence.h"
#include "wording/template.h"

namespace bongsu {

void SeatActs::callEveryone() {
    if (const auto held = m_manual.of(*incident())) {
        if (const QString why = callBy(*held); !why.isEmpty()) {
            Q_EMIT done(why);
        }
    } else {
        askFailureType();
    }
}

// Which manual says who sits where is a matter of what has failed.
void SeatActs::askFailureType() {
    std::vector<QString> types;
    const QString guessed = m_manual.typeOf(*incident());
    Question question{.title = tr("What kind of failure is it?"),
                      .words = tr("Its manual says which seats there are and who takes them.")};
    for (const QStringView key : failureTypeKeys) {
        types.push_back(key.toString());
        question.options.push_back({nameOfFailureType(types.back()), {}, types.back() == guessed});
    }
    question.does = tr("Call everyone");
    question.answer = [this, types](const std::vector<int>& chosen, const QString&) {
        const QString type = types[std::size_t(chosen.front())];
        const auto held = m_manual.forType(type);
        if (!held) {
            return tr("The manual for it was published and is not on this device yet. Choose another, or "
                      "wait until the relay is connected.");
        }
        m_manual.choose(*log(), type);
        return callBy(*held);
    };
    sheet().ask(std::move(question));
}

QString SeatActs::recordCalls(const IncidentManual::Held& manual, int& called, Verdict& warning) {
    const auto proposals = proposeSeats(*manual.manual, knownPeople(journal()));
    for (const SeatsCalled& calls : callsOf(*manual.manual, proposals, *incident(), manual.version)) {
        const auto recorded = journal().record(log(), calls, {});
        if (!recorded) {
            return sentence(recorded.error());
        }
        called += int(calls.calls.size());
        warning = recorded->warning;
    }
    return {};
}

QString SeatActs::recordTasks(const Manual& manual, Verdict& warning) {
    for (const TasksToAdd& tasks : tasksOf(manual, *incident(), parts().clock.now(), languageInstalled())) {
        const auto recorded = journal().record(log(), tasks.facts, Text{.options = tasks.names});
        if (!recorded) {
            return sentence(recorded.error());
        }
        warning = recorded->warning;
    }
    return {};
}

// Everybody the manual proposes, and what it has them do; then what is left empty, by name.
QString SeatActs::callBy(const IncidentManual::Held& manual) {
    int called = 0;
    Verdict warning;
    QString why = recordCalls(manual, called, warning);
    if (why.isEmpty()) {
        why = recordTasks(*manual.manual, warning);
    }
    if (!why.isEmpty()) {
        return why;
    }
    QStringList empty;
    for (const BoardSeat& seat : boardSeats(manual.manual.get(), *incident(), parts().clock.now())) {
        if (seat.isEmpty() && !seat.acting) {
            empty += nameOfSeat(seat.line.seat, manual.manual.get());
        }
    }
    const QString calls = called == 0 ? tr("Nobody is left to call.") : tr("Called: %n seat(s).", "", called);
    const QString rest =
        empty.isEmpty() ? QString() : filled(tr("Empty: %1."), {empty.join(QStringLiteral(", "))});
    Q_EMIT done(saidOf(warning, QString(calls + u' ' + rest).trimmed()));
    return {};
}

} // namespace bongsu
