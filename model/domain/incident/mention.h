// Names that may be meant while a line is being typed: people, services and sites, by a few letters or
// initial consonants behind an @.
#pragma once

#include "domain/incident/incident.h"
#include "domain/log/texts.h"

namespace bongsu {

enum class MentionKind { Person, Service, Site };

struct Mention {
    MentionKind kind;
    QString name;
    friend bool operator==(const Mention&, const Mention&) = default;
};

// What stands between an @ and the cursor. The @ begins the line or follows white space, so that an address
// is none.
struct MentionQuery {
    qsizetype from; // of the @ in the text
    QString query;  // may be empty
    friend bool operator==(const MentionQuery&, const MentionQuery&) = default;
};
std::optional<MentionQuery> mentionBefore(QStringView text, qsizetype cursor);

// People who may write here, services and sites of this incident and sites where work is held; each name
// once, by kind and then by name.
std::vector<Mention> mentionsIn(const Organisation& organisation, const Texts& texts,
                                const Incident& incident);

// Those that the query may mean, the likeliest first, at most `most`. None where the query is one of the
// names as it stands: there is nothing left to complete.
std::vector<Mention> mentionsFor(const std::vector<Mention>& all, QStringView query, std::size_t most);

} // namespace bongsu
