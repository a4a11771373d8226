#include "domain/manual/attaching.h"
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
        askFailureType(tr("Call everyone"),
                       [this](const IncidentManual::Held& manual) { return callBy(manual); });
    }
}

void SeatActs::sayFailureType() {
    askFailureType(tr("Go by its manual"), [this](const IncidentManual::Held& manual) {
        const QString name = manual.manual->name.in(languageInstalled());
        Q_EMIT done(manual.version
                        ? filled(tr("The manual that holds: %1. Ctrl Shift L calls everyone by it."), {name})
                        : filled(tr("The manual that holds on this computer: %1. Others see it once a "
                                    "commander or an admin says so."),
                                 {name}));
        return QString();
    });
}

// Which manual says who sits where is a matter of what has failed.
void SeatActs::askFailureType(const QString& does, Follow then) {
    if (!parts().documents) {
        return;
    }
    const QString guessed = m_manual.typeOf(*incident());
    const auto types = parts().documents->failureTypes();
    Question question{.title = tr("What kind of failure is it?"),
                      .words = tr("Its manual says which seats there are and who takes them.")};
    for (const QString& type : types) {
        question.options.push_back({nameOfFailureType(type), {}, type == guessed});
    }
    question.does = does;
    question.answer = [this, types, then = std::move(then)](const std::vector<int>& chosen, const QString&) {
        const QString type = types[std::size_t(chosen.front())];
        const auto newest = m_manual.forType(type);
        if (!newest) {
            return tr("The manual for it was published and is not on this device yet. Choose another, or "
                      "wait until the relay is connected.");
        }
        const auto held = goBy(*newest);
        return held ? then(*held) : sentence(held.error());
    };
    sheet().ask(std::move(question));
}

// In the record, so that every desktop sees the same manual, wherever a version can be named there.
Result<IncidentManual::Held> SeatActs::goBy(const IncidentManual::Held& newest) {
    const QString& type = newest.manual->failureType;
    const auto held = m_manual.of(*incident());
    const bool told =
        held && held->manual->failureType == type &&
        (held->version ? held->version == incident()->manual.value : incident()->failureType == type);
    if (told) {
        return *held;
    }
    if (!newest.version && !parts().documents->mayPublish()) {
        m_manual.choose(*log(), type);
        return newest;
    }
    const auto named = parts().documents->versionToName(type);
    if (!named) {
        return errorOf(named);
    }
    const auto attached = recordAttached(named->version, *newest.manual);
    return attached ? Result<IncidentManual::Held>({newest.manual, named->version}) : errorOf(attached);
}

Result<Recorded> SeatActs::recordAttached(const EventId& version, const Manual& manual) {
    return journal().record(log(), attachmentOf(*incident(), version),
                            Text{.name = manual.name.in(languageInstalled())});
}

void SeatActs::takeNewerManual() {
    const auto newer = m_manual.newerThanOf(*incident());
    if (!newer) {
        return;
    }
    const auto recorded = recordAttached(*newer->newest.version, *newer->newest.manual);
    Q_EMIT done(recorded
                    ? saidOf(recorded->warning,
                             tr("The newer manual holds. Nothing that runs has changed; Ctrl Shift L calls "
                                "whoever its new seats propose and adds its new tasks."))
                    : sentence(recorded.error()));
}

QString SeatActs::recordCalls(const IncidentManual::Held& manual, int& called, Verdict& warning) {
    const auto proposals =
        proposeSeats(*manual.manual, knownPeople(journal()), m_manual.onDuty(parts().clock.now()));
    const auto all = callsOf(*manual.manual, proposals, *incident(), manual.version);
    const auto attached = attachmentBeside(all, *incident(), manual.version);
    if (attached) {
        if (const auto recorded = recordAttached(attached->manual, *manual.manual); !recorded) {
            return sentence(recorded.error());
        }
    }
    for (const SeatsCalled& calls : all) {
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
