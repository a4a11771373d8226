// From the catalogue and what notices told to the page: nothing gets there that users were not told.
#pragma once

#include "domain/catalogue/catalogue.h"
#include "statuspage/publicpage.h"

namespace bongsu {

// What a notice said of one service, or of a function of it.
struct ToldState {
    QString service; // a service's key in the catalogue
    ServiceState state = ServiceState::Operational;
    QString function{}; // a function's; empty: the whole service, whatever was told of its functions before
    friend bool operator==(const ToldState&, const ToldState&) = default;
};

// A notice to users that went out.
struct ToldUpdate {
    QString id;
    QString code{};
    NoticeStep step = NoticeStep::Investigating;
    LocalText text;
    Moment at{};
    std::vector<ToldState> states{};
    QString corrects{}; // id of the notice that this one corrects
    LocalText bannerTitle{};
    LocalText bannerBody{};
    std::optional<Moment> nextUpdate{};
};

struct ToldIncident {
    QString id;
    LocalText title; // as told, not as the record calls it
    Grade grade = Grade::Watch;
    Moment startedAt{};
    bool isDrill = false;
    std::vector<ToldUpdate> updates{}; // in any order
};

struct PageAbout {
    LocalText organisation;
    QString url;
    LocalText contact{};
    PageZone zone{};
    Moment since{}; // when the page was first published
};

// A service without a public name never appears; those that share one (by its Korean text) are one component
// in the worst of their states; a service of which only a part is out is in a partial outage. A component's
// state is what the newest notice of each incident that is not over told of it, and the worst of these; what
// an incident's end does not name is in order again with it. The record's own states are not looked at: a
// page that turned red before anybody wrote a sentence would be a notice that nobody approved, and one that
// turned green by itself a promise. Drills, and incidents of which nothing was told, are left out.
PublicPage pageOf(const Catalogue& catalogue, const std::vector<ToldIncident>& told, const PageAbout& about,
                  Moment now);

} // namespace bongsu
