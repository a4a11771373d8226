#include "domain/incident/mention.h"

#include "domain/base/hangul.h"

#include <algorithm>

namespace bongsu {

namespace {

constexpr qsizetype longestQuery = 24;

} // namespace

std::optional<MentionQuery> mentionBefore(QStringView text, qsizetype cursor) {
    const QStringView before = text.first(std::clamp<qsizetype>(cursor, 0, text.size()));
    const qsizetype from = before.lastIndexOf(u'@');
    if (from < 0 || (from > 0 && !before[from - 1].isSpace())) {
        return std::nullopt;
    }
    const QStringView query = before.sliced(from + 1);
    const bool goesOn = std::none_of(query.begin(), query.end(), [](QChar c) { return c.isSpace(); });
    return goesOn && query.size() <= longestQuery ? std::optional(MentionQuery{from, query.toString()})
                                                  : std::nullopt;
}

std::vector<Mention> mentionsIn(const Organisation& organisation, const Texts& texts,
                                const Incident& incident) {
    std::set<std::pair<MentionKind, QString>> names;
    for (const auto& [id, person] : organisation.persons) {
        if (organisation.isActive(id, organisation.seq)) {
            names.emplace(MentionKind::Person, texts.personName(organisation, id));
        }
    }
    for (const QString& service : incident.services) {
        names.emplace(MentionKind::Service, service);
    }
    for (const auto& [key, status] : incident.serviceStates) {
        names.emplace(MentionKind::Service, key.service);
    }
    for (const QString& site : incident.sites) {
        names.emplace(MentionKind::Site, site);
    }
    for (const auto& [event, blocker] : incident.blockers) {
        if (blocker.site) {
            names.emplace(MentionKind::Site, *blocker.site);
        }
    }
    for (const auto* holds : {&incident.holds, &organisation.holds}) {
        for (const auto& [site, hold] : *holds) {
            names.emplace(MentionKind::Site, site);
        }
    }
    std::vector<Mention> all;
    for (const auto& [kind, name] : names) {
        all.push_back({kind, name});
    }
    return all;
}

std::vector<Mention> mentionsFor(const std::vector<Mention>& all, QStringView query, std::size_t most) {
    const auto isQuery = [&query](const Mention& mention) { return mention.name == query; };
    if (std::any_of(all.begin(), all.end(), isQuery)) {
        return {};
    }
    std::vector<std::pair<int, const Mention*>> found;
    const NameQuery names(query);
    for (const Mention& mention : all) {
        if (const auto rank = names.rank(mention.name)) {
            found.emplace_back(*rank, &mention);
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Mention> likeliest;
    for (std::size_t i = 0; i < std::min(found.size(), most); ++i) {
        likeliest.push_back(*found[i].second);
    }
    return likeliest;
}

} // namespace bongsu
