#include "domain/base/keytext.h"
#include "domain/base/limits.h"
#include "domain/incident/checking.h"
#include "domain/incident/paging.h"

namespace bongsu {

namespace {

Verdict asRelay(const Checking& asked) {
    return asked.act.author.role == Author::Role::Relay ? Verdict() : no(refusal::notPermitted);
}

// The relay that began them tells of them and hears the answers.
Verdict asItsRelay(const Checking& asked, const FoundPage& page) {
    return page.over->relay == asked.act.event.header.device ? asRelay(asked) : no(refusal::notPermitted);
}

} // namespace

Verdict checkFacts(const Checking& asked, const PageBegun& f) {
    if (!isKeyText(f.channel)) {
        return no(refusal::outOfRange, "channel");
    }
    if (f.pages.empty() || f.pages.size() > std::size_t(limits::pages)) {
        return no(refusal::outOfRange, "pages");
    }
    std::set<PageTarget> targets;
    for (const PageItem& item : f.pages) {
        const bool isOne = item.seat.has_value() != item.member.has_value();
        if (!isOne || !isKeyText(item.seat) || !targets.insert(targetOf(item)).second) {
            return no(refusal::outOfRange, "pages");
        }
        if (!pagedPerson(asked.incident, item)) {
            return no(refusal::stale);
        }
        const auto paged = asked.incident.pages.find(targetOf(item));
        if (paged != asked.incident.pages.end() && paged->second.call == item.call &&
            (paged->second.channels.contains(f.channel) ||
             paged->second.channels.size() >= std::size_t(limits::pageChannels))) {
            return no(refusal::alreadyDone);
        }
    }
    return asRelay(asked);
}

Verdict checkFacts(const Checking& asked, const PageTold& f) {
    std::set<quint64> told;
    for (const PageResult& result : f.results) {
        if (!told.insert(result.page).second || !isKeyText(result.cause)) {
            return no(refusal::outOfRange, "results");
        }
        const auto page = findPage(asked.incident, f.begun, result.page);
        if (!page) {
            return no(refusal::notFound, "page"); // or somebody else was called since
        }
        if (auto fault = asItsRelay(asked, *page)) {
            return fault;
        }
    }
    return f.results.empty() ? no(refusal::outOfRange, "results") : Verdict();
}

Verdict checkFacts(const Checking& asked, const PageAnswered& f) {
    const auto page = findPage(asked.incident, f.begun, f.page);
    if (!page) {
        return no(refusal::notFound, "page");
    }
    if (auto fault = asItsRelay(asked, *page)) {
        return fault;
    }
    const auto person = pagedPerson(asked.incident, page->item);
    if (!person) {
        return no(refusal::alreadyDone);
    }
    if (f.person != *person || f.seat != page->item.seat) {
        return no(refusal::outOfRange, "person");
    }
    return asked.authority.isActive(*person) ? Verdict() : no(refusal::notFound, "person");
}

} // namespace bongsu
