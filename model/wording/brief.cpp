#include "wording/brief.h"

#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <limits>

namespace bongsu {

namespace {

constexpr int titleCharacters = 40; // where the whole title does not leave room for the rest
constexpr int nameCharacters = 24;  // of a service, a site, a person; longer names are not said

// When a sentence is left out; what is not named here stays.
enum Left { Restoration = 1, Blocking, Notices, Standing, Recovering, Commander };

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString unlessLong(const QString& name) {
    const QString plain = oneLine(name);
    return plain.size() <= nameCharacters ? plain : QString();
}

QString lastedFor(Millis span) {
    const auto minutes = std::chrono::floor<std::chrono::minutes>(span).count();
    if (minutes < 60) {
        return filled(translate("Brief", "%1 min"), {QString::number(minutes)});
    }
    if (minutes < 48 * 60) {
        return filled(translate("Brief", "%1 h %2 min"),
                      {QString::number(minutes / 60), QString::number(minutes % 60)});
    }
    return filled(translate("Brief", "%1 d %2 h"),
                  {QString::number(minutes / (24 * 60)), QString::number(minutes / 60 % 24)});
}

// "메신저 등 9개 서비스 중단"; empty where nothing is.
QString counted(const std::vector<QString>& services, const QString& one, const QString& several,
                const QString& nameless) {
    if (services.empty()) {
        return {};
    }
    const QString first = unlessLong(services.front());
    const QString count = QString::number(services.size());
    if (first.isEmpty()) {
        return filled(nameless, {count});
    }
    return services.size() == 1 ? filled(one, {first}) : filled(several, {first, count});
}

QString effectOf(const Briefing& briefing) {
    QStringList parts{counted(briefing.down, translate("Brief", "%1 down"),
                              translate("Brief", "%2 services down, among them %1"),
                              translate("Brief", "services down: %1")),
                      counted(briefing.impaired, translate("Brief", "%1 impaired"),
                              translate("Brief", "%2 services impaired, among them %1"),
                              translate("Brief", "services impaired: %1"))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString causeOf(const Briefing& briefing, const QString& effect) {
    const QString site = unlessLong(briefing.site);
    const QString failure = unlessLong(briefing.failure);
    if (site.isEmpty() || failure.isEmpty() || effect.isEmpty()) {
        return {};
    }
    return filled(translate("Brief", "%1 %2", "a site, what failed there"), {site, failure});
}

// What happened and what it did, for how long.
QString whatOf(const Briefing& briefing, const QString& title) {
    const QString effect = effectOf(briefing);
    const QString cause = causeOf(briefing, effect);
    QString what = title;
    if (!cause.isEmpty()) {
        what = filled(translate("Brief", "%1: %2", "a cause, what it did"), {cause, effect});
    } else if (title.isEmpty()) {
        what =
            effect.isEmpty() ? filled(translate("Brief", "%1 incident"), {nameOf(briefing.grade)}) : effect;
    } else if (!effect.isEmpty()) {
        what = filled(translate("Brief", "%1: %2", "a title, what is down"), {title, effect});
    }
    return filled(translate("Brief", "%1 (%2).", "what happened, for how long"),
                  {what, lastedFor(briefing.lasted)});
}

QString standingOf(const Briefing& briefing) {
    // While services are down, that they are being worked on goes without saying.
    const bool said = briefing.phase == Phase::Responding && !effectOf(briefing).isEmpty();
    if (said) {
        return {};
    }
    if (briefing.title.isEmpty() && effectOf(briefing).isEmpty()) { // the grade stands for the title
        return filled(translate("Brief", "Phase: %1."), {nameOf(briefing.phase)});
    }
    return filled(translate("Brief", "Grade %1, %2.", "a grade, a phase"),
                  {nameOf(briefing.grade), nameOf(briefing.phase)});
}

QString commanderOf(const Briefing& briefing) {
    const QString name = unlessLong(briefing.commander);
    if (name.isEmpty() || !briefing.running) {
        return {};
    }
    return filled(briefing.acting ? translate("Brief", "Acting commander %1.")
                                  : translate("Brief", "Commander %1."),
                  {name});
}

QString recoveringOf(const Briefing& briefing) {
    const QString first = briefing.recovering.empty() ? QString() : unlessLong(briefing.recovering.front());
    return first.isEmpty() ? QString() : filled(translate("Brief", "Being restored, %1 first."), {first});
}

QString restoredOf(const Briefing& briefing) {
    if (!briefing.restored || !briefing.restored->total) {
        return {};
    }
    const Restored& r = *briefing.restored;
    return filled(translate("Brief", "%1 of %2 restored."),
                  {quantityOf(r.unit, r.done.from, r.done.to), numberOf(*r.total)});
}

QString noticesOf(const Briefing& briefing, Moment now) {
    if (!briefing.firstNotice) {
        return {};
    }
    const QString first = clockSeenFrom(*briefing.firstNotice, now);
    return briefing.newestNotice ? filled(translate("Brief", "First notice %1, newest %2."),
                                          {first, clockSeenFrom(*briefing.newestNotice, now)})
                                 : filled(translate("Brief", "First notice %1."), {first});
}

QString blockingOf(const Briefing& briefing) {
    const QString site = briefing.blockedSites.size() == 1 ? unlessLong(briefing.blockedSites[0]) : QString();
    if (!site.isEmpty() && briefing.blockers == 1) {
        return filled(translate("Brief", "Blocked at %1."), {site});
    }
    return briefing.blockers > 0
               ? filled(translate("Brief", "Blockers: %1."), {numberOf(quint64(briefing.blockers))})
               : QString();
}

std::vector<BriefPhrase> phrasesOf(const Briefing& briefing, const QString& title, Moment now) {
    return {{briefing.drill ? translate("Brief", "[EXERCISE]") : QString()},
            {filled(translate("Brief", "[As of %1]"), {clockOf(now)})},
            {whatOf(briefing, title)},
            {standingOf(briefing), Left::Standing},
            {commanderOf(briefing), Left::Commander},
            {recoveringOf(briefing), Left::Recovering},
            {restoredOf(briefing), Left::Restoration},
            {noticesOf(briefing, now), Left::Notices},
            {blockingOf(briefing), Left::Blocking}};
}

} // namespace

QString briefLine(const Briefing& briefing, Moment now) {
    const QString title = oneLine(briefing.title);
    const QString whole = briefWithin(phrasesOf(briefing, title, now), std::numeric_limits<int>::max());
    if (whole.size() < briefCharacters) {
        return whole;
    }
    const QString line = briefWithin(phrasesOf(briefing, wholeWords(title, titleCharacters), now));
    if (line.size() < briefCharacters) {
        return line;
    }
    Briefing bare = briefing; // what is down says more than why, and more than what is impaired
    bare.site.clear();
    if (!bare.down.empty()) {
        bare.impaired.clear();
    }
    return briefWithin(phrasesOf(bare, QString(), now));
}

} // namespace bongsu
