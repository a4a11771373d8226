// Logs of one incident made by chance, by people who may and by people who may not: late lines, corrections,
// withdrawals, erasures, void entries.
#pragma once

#include "domain/dice.h"
#include "support/scene.h"

namespace bongsu {

// Acts that may be, and acts that may not.
class RandomLog {
  public:
    static constexpr int acts = 60;

    explicit RandomLog(quint32 seed) : dice(seed), scene(Permission::Responder) {
        for (int i = 0; i < acts; ++i) {
            scene.org.now +=
                std::chrono::seconds(dice.below(3) * dice.below(900)); // often at the same moment
            act();
        }
    }

    Dice dice;
    Scene scene;

  private:
    void act() {
        if (dice.below(12) == 0) {
            (void)scene.org.force(scene.org.composeUnknown(someone(), scene.log, false));
        } else if (dice.below(40) == 0) {
            (void)scene.org.force(scene.org.compose(scene.org.admin(), scene.org.orgLog(),
                                                    PersonRevoked{someone().person},
                                                    TestOrganisation::because()));
        } else if (dice.below(8) == 0) {
            force(scene.org.admin(), Erased{something()});
        } else if (dice.below(8) == 0) {
            force(*lastNote.first, EntryWithdrawn{lastNote.second});
        } else if (const Member& who = someone(); dice.below(4) == 0) {
            lastNote = {&who, force(who, NoteAdded{line()})};
        } else {
            force(who, facts());
        }
    }

    EventId force(const Member& who, const Facts& facts) {
        const Composed made =
            scene.org.compose(who, scene.log, facts, TestOrganisation::words(dice.text() + u'!'));
        (void)scene.org.force(made);
        return made.event.id;
    }

    Line line() {
        Line made;
        if (dice.coin()) {
            made.occurredAt = scene.org.now - std::chrono::minutes(dice.below(600)); // written late
        }
        return made;
    }
    // Mostly somebody who may.
    const Member& someone() {
        return dice.below(4) == 0 ? scene.the(Permission(1 + dice.below(quint64(Permission::Last))))
               : dice.coin()      ? scene.responder()
                                  : scene.commander();
    }
    std::pair<const Member*, EventId> lastNote{&scene.responder(), scene.incident().declaredBy};
    EventId something() {
        const auto& kept = scene.org.kept();
        return decodeEvent(decodeEntry(kept[dice.below(kept.size())].bytes)->event)->id;
    }
    // What last set it, mostly.
    EventId against(const EventId& setBy) { return dice.below(5) == 0 ? something() : setBy; }

    Facts facts() {
        const Incident& incident = scene.incident();
        switch (dice.below(14)) {
        case 0:
            return EntryCorrected{something()};
        case 1:
            return EntryPinned{something(), dice.coin()};
        case 2:
            return GradeChanged{Grade(1 + dice.below(5)), against(incident.grade.setBy)};
        case 3:
            return PhaseChanged{Phase(1 + dice.below(5)), against(incident.phase.setBy)};
        case 4:
        case 5: {
            ServiceStated made = stated(dice.coin() ? QStringLiteral("메신저") : QStringLiteral("결제"),
                                        ServiceState(1 + dice.below(6)));
            made.line = line();
            return made;
        }
        case 6:
            return CommandTaken{against(incident.command.setBy)};
        case 7:
            return CauseStated{line(), Certainty(1 + dice.below(3)), against(incident.cause.setBy)};
        case 8:
            return BlockerRaised{line()};
        case 9:
            return BlockerCleared{line(),
                                  incident.blockers.empty() ? something() : incident.blockers.begin()->first};
        case 10:
            return NoticeRecorded{line(), {}, NoticeStage::Investigating, dice.coin()};
        case 11:
            return SeatsCalled{{}, {SeatCall{QStringLiteral("recovery"), someone().person, {}, 60'000}}};
        case 12:
            return DecisionMade{line()};
        default:
            return NoteAdded{line()};
        }
    }
};

} // namespace bongsu
