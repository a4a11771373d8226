#include "ui/services/servicedetails.h"

#include "ui/roles/rolewords.h"
#include "ui/services/servicewords.h"
#include "ui/timeline/rowmarks.h"
#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

std::vector<ServiceView> viewsOf(const BoardContext& board) {
    return serviceViews(board.incident, board.journal.organisation(), board.catalogue, board.now);
}

// What the record calls it, and what the catalogue does where that is another word.
QString called(const QString& key, const std::optional<LocalText>& name) {
    const QString words = name ? name->in(languageInstalled()) : key;
    return words.isEmpty() || words == key ? key : key + QStringLiteral(" (") + words + u')';
}

std::optional<LocalText> nameOfFunction(const CatalogueService* service, const QString& function) {
    for (const CatalogueFunction& one : service ? service->functions : std::vector<CatalogueFunction>()) {
        if (one.key == function) {
            return one.name;
        }
    }
    return std::nullopt;
}

// Gathers what is said of one line.
class Telling {
  public:
    explicit Telling(const BoardContext& board) : m_board(board) {}

    void say(const QString& name, std::vector<DetailLine> lines) {
        std::erase_if(lines, [](const DetailLine& line) { return line.words.isEmpty(); });
        if (!lines.empty()) {
            m_details.push_back({name, std::move(lines)});
        }
    }

    void state(const ServiceView& view) {
        const auto status = m_board.incident.serviceStates.find(view.line.key);
        const RowMark mark = markOf(view.line.state);
        if (status == m_board.incident.serviceStates.end()) {
            say(translate("Board", "State"),
                {{view.line.since ? QString() : translate("Board", "nobody has stated it yet"), Ink::Quiet}});
            return;
        }
        const ServiceStatus& known = status->second;
        const Text* text = m_board.journal.texts().find(known.setBy);
        std::vector<DetailLine> lines{{dotted({nameOf(known.state), sinceOnBoard(m_board, known.since),
                                               known.by ? person(*known.by) : QString()}),
                                       inkOf(known.state), true, mark.mark, mark.ink},
                                      {text ? oneLine(text->text.value_or(QString())) : QString()}};
        if (known.outSince && *known.outSince != known.since) {
            lines.push_back(
                {filled(translate("Board", "not in order since %1"), {timeOnBoard(m_board, *known.outSince)}),
                 Ink::Quiet});
        }
        say(translate("Board", "State"), lines);
    }

    // Those of the catalogue and those that were stated; of a function itself there are none.
    void functions(const ServiceGroup& group) {
        std::vector<DetailLine> lines;
        for (const ServiceView& view : group.functions) {
            const RowMark mark = markOf(view.line.state);
            lines.push_back({dotted({called(view.line.key.function,
                                            nameOfFunction(view.service, view.line.key.function)) +
                                         u' ' + nameOf(view.line.state),
                                     view.line.since ? sinceOnBoard(m_board, *view.line.since) : QString()}),
                             inkOf(view.line.state), false, mark.mark, mark.ink});
        }
        QStringList unstated;
        const auto* known = group.whole.service;
        for (const CatalogueFunction& one : known ? known->functions : std::vector<CatalogueFunction>()) {
            const bool isStated =
                std::any_of(group.functions.begin(), group.functions.end(),
                            [&](const ServiceView& view) { return view.line.key.function == one.key; });
            if (!isStated) {
                unstated += called(one.key, one.name);
            }
        }
        if (!unstated.isEmpty()) {
            lines.push_back({filled(translate("Board", "not stated by itself: %1", "functions"),
                                    {unstated.join(QStringLiteral(", "))}),
                             Ink::Quiet});
        }
        say(translate("Board", "Functions"), lines);
    }

    void hit(const ServiceView& view) {
        std::vector<DetailLine> lines;
        for (const auto& [platform, impact] : view.impacts) {
            lines.push_back({dotted({platform.isEmpty() ? translate("Board", "all platforms") : platform,
                                     hitWords(impact), sinceOnBoard(m_board, impact.since)})});
        }
        say(translate("Board", "Users hit"), lines);
    }

    void restored(const ServiceView& view) {
        if (view.line.restored) {
            say(translate("Board", "Restored"), {{restoredWords(*view.line.restored)}});
        }
    }

    void owner(const ServiceView& view) {
        if (!view.service) {
            return;
        }
        const QString& key = view.service->department;
        const CatalogueDepartment* department = m_board.catalogue->department(key);
        std::vector<DetailLine> lines{
            {dotted({departmentName(key, m_board.catalogue), department ? department->company : QString(),
                     department ? department->phone : QString()})}};
        const auto status = m_board.incident.serviceStates.find(view.line.key);
        if (view.owner == OwnerWord::Waiting) {
            lines.push_back(
                {translate("Board", "nobody of the owner has confirmed it yet"), Ink::Ember, true});
        } else if (view.owner == OwnerWord::Confirmed) {
            const ServiceStatus& known = status->second;
            lines.push_back({known.confirmedBy ? filled(translate("Board", "confirmed by %1 %2", "who, when"),
                                                        {person(*known.confirmedBy),
                                                         timeOnBoard(m_board, known.confirmedAt)})
                                               : filled(translate("Board", "stated by the owner: %1"),
                                                        {known.by ? person(*known.by) : QString()}),
                             Ink::Good});
        }
        say(translate("Board", "Owner"), lines);
    }

    void target(const ServiceView& view) {
        const auto target = targetOf(view, m_board.incident, m_board.now);
        if (!target) {
            return;
        }
        const bool isOver = target->left < Millis::zero();
        QStringList words{filled(translate("Board", "within %1 (hours:minutes)"), {elapsed(target->rto)})};
        if (target->until) {
            words += filled(translate("Board", "until %1"), {timeOnBoard(m_board, *target->until)});
            words += leftWords(*target);
        }
        say(translate("Board", "RTO"), {{dotted(words), isOver ? Ink::Ember : Ink::Text, isOver}});
    }

    void upstream(const ServiceView& view, const std::vector<ServiceGroup>& groups) {
        if (!view.service) {
            return;
        }
        std::vector<DetailLine> lines;
        for (const Upstream& one : upstreamOf(view.service->key, groups, *m_board.catalogue)) {
            const CatalogueService* known = m_board.catalogue->service(one.service);
            const QString name = called(one.service, known ? std::optional(known->name) : std::nullopt);
            const ServiceState state = one.state.value_or(ServiceState::Unknown);
            const RowMark mark = markOf(state);
            const QString how = one.state ? nameOf(state) : translate("Board", "no word of it", "a service");
            QStringList words{name + u' ' + how, one.since ? sinceOnBoard(m_board, *one.since) : QString()};
            if (!one.through.isEmpty()) {
                words += filled(translate("Board", "%1 stands on it"), {one.through});
            }
            lines.push_back(
                {dotted(words), one.failed ? inkOf(state) : Ink::Text, one.failed, mark.mark, mark.ink});
        }
        say(translate("Board", "Stands on"), lines);
    }

    void sites(const ServiceView& view) {
        std::vector<DetailLine> lines;
        for (const SiteRoom& room : view.service
                                        ? roomFor(*view.service, m_board.incident, *m_board.catalogue)
                                        : std::vector<SiteRoom>()) {
            const CatalogueSite* site = m_board.catalogue->site(room.site);
            QStringList words{called(room.site, site ? std::optional(site->name) : std::nullopt)};
            words += room.isHit      ? translate("Board", "hit by this incident")
                     : room.runsHere ? translate("Board", "runs here")
                                     : QString();
            if (room.sparePercent > 0) {
                words += filled(translate("Board", "%1 % spare", "of the whole load"),
                                {QString::number(room.sparePercent)});
            }
            lines.push_back({dotted(words), room.isHit ? Ink::Bad : Ink::Text});
        }
        say(translate("Board", "Sites"), lines);
    }

    void unknown(const ServiceView& view) {
        if (!view.service) {
            say(translate("Board", "Catalogue"),
                {{translate("Board", "It is not in the catalogue: who owns it, its RTO and what it stands on "
                                     "are not known here."),
                  Ink::Quiet}});
        }
    }

    void cause() {
        const bool isSure = m_board.incident.cause.certainty == Certainty::Confirmed;
        say(translate("Board", "Cause"), {{causeSaid(m_board), isSure ? Ink::Text : Ink::Quiet}});
    }

    // Its own, else its service's, else what is said of all of it.
    void recovery(const ServiceKey& key, const std::vector<RecoveryTold>& before) {
        const auto& all = m_board.incident.recoveries;
        auto known = all.find(key);
        known = known == all.end() ? all.find(ServiceKey{key.service, {}}) : known;
        known = known == all.end() ? all.find(ServiceKey{}) : known;
        if (known == all.end()) {
            say(translate("Board", "Expected back"), {{noRecoveryWords(), Ink::Quiet}});
            return;
        }
        const bool isPassed = known->second.at && *known->second.at <= m_board.now && isOut(key);
        std::vector<DetailLine> lines{{recoverySentence(m_board, known->first, known->second)}};
        if (isPassed) {
            lines.push_back({translate("Board", "That time has passed."), Ink::Ember, true});
        }
        say(translate("Board", "Expected back"), lines);
        std::vector<DetailLine> earlier;
        for (const RecoveryTold& one : known->first == key ? before : std::vector<RecoveryTold>()) {
            earlier.push_back({told(one), Ink::Quiet});
        }
        say(translate("Board", "Said before"), earlier);
    }

    void restorations() {
        std::vector<DetailLine> lines;
        for (const RestorationWords& one : restorationWords(m_board)) {
            lines.push_back({dotted({one.heading + u' ' + one.count, one.below})});
        }
        say(translate("Board", "Restored"), lines);
    }

    void counts() {
        std::vector<DetailLine> lines;
        for (const PanelCount& count : serviceCountWords(m_board)) {
            lines.push_back({count.words, count.ink, false, count.mark, count.ink});
        }
        if (lines.empty()) {
            lines.push_back({translate("Board", "No service is named yet."), Ink::Quiet});
        }
        say(translate("bongsu::ServicesColumn", "Services"), lines);
    }

    QString person(const PersonId& id) const { return personOnBoard(m_board, id); }
    std::vector<Detail> all() { return std::move(m_details); }

  private:
    // "15:50에 17:00로 알림. 근거: … (정우진)"
    QString told(const RecoveryTold& one) const {
        const QString when = timeOnBoard(m_board, one.told);
        QString words = one.at
                            ? filled(translate("Board", "%1: expected back %2", "when it was said"),
                                     {when, timeOnBoard(m_board, *one.at)})
                            : filled(translate("Board", "%1: nobody could tell", "when it was said"), {when});
        if (const QString why = oneLine(one.at ? one.basis : one.reason); !why.isEmpty()) {
            words += filled(translate("Board", ". Basis: %1"), {why});
        }
        if (one.owner) {
            words += QStringLiteral(" (") + person(*one.owner) + u')';
        }
        return words;
    }

    bool isOut(const ServiceKey& key) const {
        const auto state = m_board.incident.serviceStates.find(key);
        return key.service.isEmpty() || state == m_board.incident.serviceStates.end() ||
               state->second.state != ServiceState::Operational;
    }

    const BoardContext& m_board;
    std::vector<Detail> m_details;
};

Details ofAll(const BoardContext& board, const std::vector<RecoveryTold>& before) {
    Telling telling(board);
    telling.counts();
    telling.restorations();
    telling.cause();
    telling.recovery({}, before);
    return {translate("Board", "The whole incident"), telling.all()};
}

Details ofService(const BoardContext& board, const ServiceKey& key, const std::vector<RecoveryTold>& before) {
    const auto groups = serviceGroups(viewsOf(board));
    for (const ServiceGroup& group : groups) {
        const bool isWhole = key.function.isEmpty();
        const ServiceView* view = isWhole ? &group.whole : nullptr;
        for (const ServiceView& one : group.functions) {
            view = one.line.key == key ? &one : view;
        }
        if (!view || group.whole.line.key.service != key.service) {
            continue;
        }
        Telling telling(board);
        telling.state(*view);
        if (isWhole) {
            telling.functions(group);
        }
        telling.hit(*view);
        telling.restored(*view);
        telling.owner(*view);
        telling.target(*view);
        telling.recovery(key, before);
        telling.upstream(*view, groups);
        telling.sites(*view);
        telling.cause();
        telling.unknown(*view);
        const QString name =
            called(key.service, view->service ? std::optional(view->service->name) : std::nullopt);
        return {isWhole ? name
                        : name + u' ' + called(key.function, nameOfFunction(view->service, key.function)),
                telling.all()};
    }
    return {nameOf(key)};
}

Details ofBlocker(const BoardContext& board, const EventId& event) {
    const auto known = board.incident.blockers.find(event);
    if (known == board.incident.blockers.end()) {
        return {};
    }
    Telling telling(board);
    const Text* text = board.journal.texts().find(event);
    const auto words = [&](const std::optional<QString>& one) { return oneLine(one.value_or(QString())); };
    telling.say(translate("Board", "Site"), {{known->second.site.value_or(QString())}});
    telling.say(translate("Board", "Who"), {{text ? words(text->party) : QString()}});
    telling.say(translate("Board", "Promised"),
                {{text && text->promised ? words(text->promised) : translate("Board", "nothing was promised"),
                  text && text->promised ? Ink::Text : Ink::Quiet}});
    telling.say(translate("Board", "Since"),
                {{dotted({timeOnBoard(board, known->second.since),
                          filled(translate("Board", "for %1 (hours:minutes)"),
                                 {elapsed(board.now - known->second.since)})})}});
    telling.say(translate("Board", "Said by"),
                {{known->second.by ? telling.person(*known->second.by) : QString()}});
    return {text && text->text ? words(text->text) : translate("Board", "Blocked"), telling.all()};
}

Details ofHold(const BoardContext& board, const QString& site) {
    for (const HeldSite& held : holdsAbout(board.incident, board.journal.organisation())) {
        if (held.site != site) {
            continue;
        }
        Telling telling(board);
        telling.say(translate("Board", "Who"), {{held.hold.by ? telling.person(*held.hold.by) : QString()}});
        telling.say(translate("Board", "Since"),
                    {{dotted({timeOnBoard(board, held.hold.since),
                              filled(translate("Board", "for %1 (hours:minutes)"),
                                     {elapsed(board.now - held.hold.since)})})}});
        telling.say(translate("Board", "Holds"),
                    {{held.ofOrganisation ? translate("Board", "all work of the organisation")
                                          : translate("Board", "the work of this incident")}});
        return {filled(translate("Board", "%1: no work", "a site"), {site}), telling.all()};
    }
    return {};
}

} // namespace

Details detailsOf(const BoardContext& board, const ServicesItem& item,
                  const std::vector<RecoveryTold>& before) {
    switch (item.kind) {
    case ServicesItem::Kind::All:
        return ofAll(board, before);
    case ServicesItem::Kind::Service:
        return ofService(board, item.key, before);
    case ServicesItem::Kind::Blocker:
        return ofBlocker(board, *item.blocker);
    case ServicesItem::Kind::Hold:
        return ofHold(board, item.site);
    case ServicesItem::Kind::Heading:
        break;
    }
    return {};
}

} // namespace bongsu
