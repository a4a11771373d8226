// What the palette finds for what is typed: by name in both languages, by initial consonants, the recent
// first.
#pragma once

#include <QStringList>

#include <functional>
#include <vector>

namespace bongsu {

struct PaletteEntry {
    QString id;           // the same in every language and every run: "action.Copy the brief"
    QString name;         // as it is shown
    QStringList others{}; // found by these too: the name in the other language
    QString kind{};       // what it is, where the name does not say: "incident"
    QString keys{};
    QString hindrance{}; // why it cannot be done now; empty: it can
    std::function<void()> run;
};

// The places in `entries` that fit, at most `most`. Nothing typed: the recent ones, newest first, then all
// others as they stand. Else the likeliest first; of equally likely ones the recent ones before others.
std::vector<std::size_t> paletteMatches(const std::vector<PaletteEntry>& entries, const QString& typed,
                                        const QStringList& recent, std::size_t most);

// The ids used last, newest first, once `id` was used.
QStringList withRecent(QStringList recent, const QString& id);

} // namespace bongsu
