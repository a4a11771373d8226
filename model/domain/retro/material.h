// What a retrospective's document is made of beside the record's lines.
#pragma once

#include "domain/manual/manual.h"
#include "domain/notice/duties.h"

#include <map>
#include <memory>

namespace bongsu {

// What people are asked for: a section that they write, or the heading of an order, in one language.
struct RetroPart {
    QString key; // as the record names it
    QString title;
    QString hint{}; // what to write
};

struct RetroMaterial {
    std::shared_ptr<const Manual> manual{}; // that the incident went by; null: none is known here
    std::vector<DutyLine> duties{};         // as they stand
    std::vector<RetroPart> sections{};      // that people write, in order
    std::vector<RetroPart> headings{};      // of an order, in order
    std::map<EventId, QString> written{};   // the words of the sections' versions that are here
};

} // namespace bongsu
