#include "commands/readinesscommand.h"

#include "commands/nodecommands.h"

#include "wording/manualnames.h"
#include "wording/manualwords.h"

#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

constexpr std::array gapWords{"nobody_in_line", "no_successor", "twice",       "unknown_name", "not_reviewed",
                              "not_published",  "not_readable", "one_site",    "unreachable",  "one_path",
                              "own_path",       "path_down",    "roster_hole", "not_read"};
static_assert(gapWords.size() == std::size_t(Gap::Last));

QString nameOf(const TypeReadiness& one) {
    return one.held ? one.held->manual->name.in(languageInstalled()) : nameOfFailureType(one.failureType);
}

// Sentences for people stand under the type that they are about.
QJsonObject told(const TypeReadiness& one, Output* words) {
    const Manual* manual = one.held ? one.held->manual.get() : nullptr;
    if (words && !one.gaps.empty()) {
        words->words(nameOf(one));
        for (const QString& line : sentences(one.gaps, manual)) {
            words->words(QStringLiteral("  - ") + line);
        }
    }
    QJsonArray gaps;
    for (const ReadinessGap& gap : one.gaps) {
        const QString text = sentence(gap, nameOfSeat(gap.seat, manual));
        gaps.append(QJsonObject{{word("gap"), word(gapWords[std::size_t(gap.gap) - 1])},
                                {word("seat"), gap.seat},
                                {word("word"), gap.word},
                                {word("text"), text}});
    }
    return {{word("type"), one.failureType},
            {word("name"), nameOf(one)},
            {word("version"), one.held && one.held->version ? one.held->version->toHex() : QString()},
            {word("gaps"), gaps}};
}

} // namespace

void tellReadiness(NodeCommands& home, const Asked& asked) {
    home.afterDocuments(asked, [&home, asked] {
        const auto all =
            readinessOf(home.node().documents(), home.node().journal(), home.node().system().clock.now());
        const bool quiet = asked->arguments.has(word("json"));
        qint64 ready = 0;
        for (const TypeReadiness& one : all) {
            asked->output->line(told(one, quiet ? nullptr : asked->output.get()));
            ready += one.gaps.empty() ? 1 : 0;
        }
        asked->output->line({{word("ready"), ready}, {word("types"), qint64(all.size())}});
        asked->done(ready == qint64(all.size()) ? exitcode::done : exitcode::refused);
    });
}

} // namespace bongsu
