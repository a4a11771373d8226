#include "ui/board/epochacts.h"

#include "wording/sentence.h"

namespace bongsu {

void EpochActs::ask(EpochCall call) {
    const bool isBehind = call == EpochCall::RelayBehind;
    sheet().ask(
        {.title = isBehind ? tr("Let the relay record again?") : tr("Go on from the relay's history?"),
         .words =
             isBehind
                 ? tr("It may hold less than it once confirmed. Whoever was there gives back what they hold "
                      "by being connected: wait for them first. A new epoch lets the record go on; what "
                      "comes back later is offered again, and gets a new place.")
                 : tr("First compare the record's words by phone: is this relay ours? A new epoch goes on "
                      "from what it holds. What only the other history holds is offered again by whoever "
                      "wrote it, and gets a new place."),
         .line = tr("Why? Everybody reads it in the record."),
         .lineNeeded = true,
         .does = tr("Declare a new epoch"),
         .answer = [this](const std::vector<int>&, const QString& reason) { return declare(reason); }});
}

QString EpochActs::hindrance(EpochCall call) const {
    if (call == EpochCall::None) {
        return tr("No new epoch is needed: the relay shows one history, and does not say that it lost any.");
    }
    const Verdict verdict = mayAnswerEpochCall(journal());
    return verdict ? sentence(*verdict) : QString();
}

// What became of it is seen: the bar that asked for it goes.
QString EpochActs::declare(const QString& reason) {
    const auto declared = journal().declareEpoch(reason);
    return declared ? QString() : sentence(declared.error());
}

} // namespace bongsu
