// What people wrote in Korean, in English or in both: names, duties, criteria.
#pragma once

#include <QString>

namespace bongsu {

enum class Language { Korean, English };

struct LocalText {
    QString ko;
    QString en;

    // In that language; in the other where it was not written.
    const QString& in(Language language) const {
        const QString& wanted = language == Language::Korean ? ko : en;
        return !wanted.isEmpty() ? wanted : language == Language::Korean ? en : ko;
    }
    bool isEmpty() const { return ko.isEmpty() && en.isEmpty(); }
    friend bool operator==(const LocalText&, const LocalText&) = default;
};

} // namespace bongsu
