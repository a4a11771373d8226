// What a person typed to find something: words, filters among them ("person:…", "kind:…", "service:…"), or
// the time or number of a line to go to.
#pragma once

#include "domain/base/moment.h"
#include "domain/incident/recordindex.h"

#include <QStringList>

namespace bongsu {

enum class FilterWord { Person, Kind, Service };

struct AskedSearch {
    QStringList words;              // all must be found
    QStringList persons;            // any of them, as typed
    std::vector<LineKind> kinds;    // any of them
    std::optional<QString> service; // the last one given
    bool isUnknownKind = false;     // a kind was named that there is none of: nothing is found

    friend bool operator==(const AskedSearch&, const AskedSearch&) = default;
};

// Filters in either language, whatever the window speaks.
AskedSearch parseAskedSearch(QStringView typed);

// The filter that the end of the text names, and what is typed of its value so far.
struct FilterAtEnd {
    FilterWord filter;
    QString typed;
    qsizetype from; // where the value begins

    friend bool operator==(const FilterAtEnd&, const FilterAtEnd&) = default;
};
std::optional<FilterAtEnd> filterAtEnd(QStringView typed);

// A place of the record. One of both is there.
struct AskedPlace {
    std::optional<Moment> time{};
    std::optional<quint64> seq{};

    friend bool operator==(const AskedPlace&, const AskedPlace&) = default;
};

// "1519", "15:19" (of the day looked at), "yesterday 2350", "10/15 15:19", "2022-10-15 1519", a day alone,
// and
// "#123". A day without a year is the one nearest to the day looked at. Nothing: not understood.
std::optional<AskedPlace> parseAskedPlace(QStringView typed, Moment lookedAt, Moment now,
                                          std::chrono::minutes utcOffset);

} // namespace bongsu
