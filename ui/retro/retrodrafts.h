// What somebody is writing into a section, as it is kept in the home until it is recorded: neither a closed
// page nor a computer that stops takes a word away.
#pragma once

#include "domain/event/retrowords.h"
#include "journal/journal.h"

namespace bongsu {

struct SectionDraft {
    QString words;
    std::vector<EventId> against{}; // the versions that its author has read
    OpenTo openTo = OpenTo::Organisation;
    friend bool operator==(const SectionDraft&, const SectionDraft&) = default;
};

void keepDraft(Journal& journal, const LogId& log, const QString& section, const SectionDraft& draft);
void dropDraft(Journal& journal, const LogId& log, const QString& section);
std::optional<SectionDraft> draftOf(const Journal& journal, const LogId& log, const QString& section);

} // namespace bongsu
