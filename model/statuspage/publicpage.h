// What a public status page tells, as a value: only what people were told, under names they know.
#pragma once

#include "domain/base/localtext.h"
#include "domain/base/moment.h"
#include "domain/event/noticewords.h"

#include <optional>
#include <vector>

namespace bongsu {

// In which clock people read times. Korea has one, without summer time.
struct PageZone {
    QString name = QStringLiteral("Asia/Seoul");
    std::chrono::minutes offset{540}; // east of UTC
    friend bool operator==(const PageZone&, const PageZone&) = default;
};

// `id`, here and below: stable for as long as the thing is the same; it becomes part of addresses.
struct PublicGroup {
    QString id;
    LocalText name;
    friend bool operator==(const PublicGroup&, const PublicGroup&) = default;
};

struct PublicComponent {
    QString id;
    LocalText name;
    QString group{}; // a group's id; may be empty
    ServiceState state = ServiceState::Operational;
    Moment createdAt{};
    Moment changedAt{};
    friend bool operator==(const PublicComponent&, const PublicComponent&) = default;
};

// What an update says of one component.
struct PublicChange {
    QString component; // a component's id
    ServiceState from = ServiceState::Operational;
    ServiceState to = ServiceState::Operational;
    friend bool operator==(const PublicChange&, const PublicChange&) = default;
};

struct PublicUpdate {
    QString id;
    QString code{}; // the short public code of the notice, 7K4-M2P; may be empty
    NoticeStep step = NoticeStep::Investigating;
    LocalText text;
    Moment at{};
    std::vector<PublicChange> changes{};
    QString corrects{};      // id of an earlier update of the same incident; empty: none
    LocalText bannerTitle{}; // what was approved for the banner; empty: made of the incident's title
    LocalText bannerBody{};  // the same, of `text`
    std::optional<Moment> nextUpdate{}; // by when the next is promised
    friend bool operator==(const PublicUpdate&, const PublicUpdate&) = default;
};

struct PublicIncident {
    QString id;
    LocalText title;
    Grade grade = Grade::Watch;
    Moment startedAt{};
    std::vector<PublicUpdate> updates{}; // oldest first, at least one
    friend bool operator==(const PublicIncident&, const PublicIncident&) = default;
};

struct PublicPage {
    LocalText organisation;
    QString url; // https://… without a slash at the end
    LocalText contact{};
    PageZone zone{};
    Moment updatedAt{};
    std::vector<PublicGroup> groups{};
    std::vector<PublicComponent> components{}; // in the order shown
    std::vector<PublicIncident> incidents{};   // newest first
    friend bool operator==(const PublicPage&, const PublicPage&) = default;

    const PublicComponent* component(const QString& id) const;
    const PublicGroup* group(const QString& id) const;
};

} // namespace bongsu
