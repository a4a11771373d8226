// What the sheet of services says of the line that is chosen, in the language installed.
#pragma once

#include "ui/services/servicerows.h"

namespace bongsu {

struct DetailLine {
    QString words;
    Ink ink = Ink::Text;
    bool strong = false;
    std::optional<Mark> mark{};
    Ink markInk = Ink::Quiet;
    friend bool operator==(const DetailLine&, const DetailLine&) = default;
};
// "담당": who it is, whether they have confirmed it.
struct Detail {
    QString name;
    std::vector<DetailLine> lines;
    friend bool operator==(const Detail&, const Detail&) = default;
};
struct Details {
    QString title;
    std::vector<Detail> details{};
    friend bool operator==(const Details&, const Details&) = default;
};
// Without what nobody knows. `before`: recovery times given of it before, the newest first.
Details detailsOf(const BoardContext& board, const ServicesItem& item,
                  const std::vector<RecoveryTold>& before);

} // namespace bongsu
