#include "wording/manualwords.h"

#include "wording/line.h"
#include "wording/manualnames.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace bongsu {

namespace {

constexpr std::array changes{QT_TRANSLATE_NOOP("ManualChange", "%1: a new seat"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: there is no such seat any more"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: others take it, or in another order"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: another time to accept"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: reports to another seat"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: a new duty: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: no longer a duty: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: may now decide alone: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: may no longer decide alone: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: pulls in others otherwise"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: a new task: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: no longer a task: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "%1: a task changed: %2"),
                             QT_TRANSLATE_NOOP("ManualChange", "It is used when: %2")};
static_assert(changes.size() == std::size_t(ManualChange::Last));

constexpr std::array gaps{
    QT_TRANSLATE_NOOP("Gap", "%1: the manual names nobody who is here. Name somebody, or describe the "
                             "departments of people."),
    QT_TRANSLATE_NOOP("Gap", "%1: one person, and nobody behind them. Name a successor."),
    QT_TRANSLATE_NOOP("Gap", "%1: whoever is called has another seat already. Name somebody else."),
    QT_TRANSLATE_NOOP("Gap", "%1: nobody here is called %2. Correct the name, or invite them."),
    QT_TRANSLATE_NOOP("Gap", "The manual was to be gone through by %2. Review it and publish it again."),
    QT_TRANSLATE_NOOP("Gap", "No manual of your own: what ships with the program would be used. Publish "
                             "one."),
    QT_TRANSLATE_NOOP("Gap",
                      "The published manual cannot be read on this device. Connect to the relay, update "
                      "the program, or publish it again."),
    QT_TRANSLATE_NOOP("Gap", "%1: everybody in line works at %2. Name somebody who works elsewhere."),
    QT_TRANSLATE_NOOP("Gap", "%1: nobody in line can be reached outside Bongsu. Write down their "
                             "telephone numbers."),
    QT_TRANSLATE_NOOP("Gap", "%1: everybody in line is reached by %2 alone. Give them another way."),
    QT_TRANSLATE_NOOP("Gap", "%1: everybody in line is reached only through %2, which may be what fails. "
                             "Give them another way."),
    QT_TRANSLATE_NOOP("Gap", "%1: everybody in line is reached only through %2, which is down now. Call "
                             "them together in person, or give another way."),
    QT_TRANSLATE_NOOP("Gap", "%1: nobody of %2 is on duty from %3 to %4. Fill the roster."),
    QT_TRANSLATE_NOOP("Gap", "%2: not read yet. Have them read it and say so.")};
static_assert(gaps.size() == std::size_t(Gap::Last));

} // namespace

QString sentence(const ManualDifference& difference, Language language) {
    const QString name =
        difference.name.isEmpty() ? nameOfSeat(difference.seat) : difference.name.in(language);
    const char* english = changes[std::size_t(difference.change) - 1];
    return oneLine(
        filled(QCoreApplication::translate("ManualChange", english), {name, difference.what.in(language)}));
}

namespace {

QString wordOf(const ReadinessGap& gap) {
    if (gap.gap == Gap::OnePath && gap.word.isEmpty()) {
        return QCoreApplication::translate("Gap", "the telephone");
    }
    return gap.name.isEmpty() ? gap.word : gap.name.in(languageInstalled());
}

// All of them where they are few; departments are large.
QString namesOf(const QStringList& people) {
    constexpr qsizetype most = 8;
    const QString names = people.mid(0, most).join(QStringLiteral(", "));
    return people.size() <= most ? names
                                 : filled(QCoreApplication::translate("Gap", "%1 and %2 more"),
                                          {names, QString::number(people.size() - most)});
}

} // namespace

QString sentence(const ReadinessGap& gap, const QString& seatName) {
    const Moment never{}; // so that every time is told with its day
    return oneLine(filled(
        QCoreApplication::translate("Gap", gaps[std::size_t(gap.gap) - 1]),
        {seatName, wordOf(gap), clockSeenFrom(gap.span.from, never), clockSeenFrom(gap.span.until, never)}));
}

QStringList sentences(const std::vector<ReadinessGap>& gaps, const Manual* manual) {
    std::vector<std::pair<ReadinessGap, QStringList>> said; // and whose it is
    QStringList unread;
    for (const ReadinessGap& gap : gaps) {
        if (gap.gap == Gap::NotRead) {
            unread += gap.word; // people, not seats
            continue;
        }
        const auto same = std::find_if(said.begin(), said.end(), [&](const auto& one) {
            return one.first.gap == gap.gap && one.first.word == gap.word;
        });
        if (same == said.end()) {
            said.emplace_back(gap, QStringList(nameOfSeat(gap.seat, manual)));
        } else {
            same->second += nameOfSeat(gap.seat, manual);
        }
    }
    QStringList lines;
    for (const auto& [gap, seats] : said) {
        lines += sentence(gap, seats.join(QStringLiteral(", ")));
    }
    if (!unread.isEmpty()) {
        lines += sentence({Gap::NotRead, {}, {}, namesOf(unread)}, {});
    }
    return lines;
}

} // namespace bongsu
