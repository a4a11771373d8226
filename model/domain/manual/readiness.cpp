#include "domain/manual/readiness.h"

#include "domain/organisation/contacts.h"
#include "domain/roster/rostergaps.h"

#include <QDate>
#include <QTimeZone>

#include <algorithm>

namespace bongsu {

namespace {

// The day by which somebody should have gone through it again; nothing while it has not come.
std::optional<QDate> reviewMissed(const Manual& manual, Moment now) {
    const QDate reviewed = QDate::fromString(manual.reviewed, Qt::ISODate);
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), QTimeZone::utc()).date();
    const QDate due = reviewed.addDays(qint64(manual.reviewEveryDays));
    return reviewed.isValid() && today > due ? std::optional(due) : std::nullopt;
}

// Everybody whom a seat's proposal would call one after another, as the organisation knows them.
std::vector<const KnownPerson*> lineOf(const SeatProposal& proposal, const std::vector<KnownPerson>& people) {
    std::vector<const KnownPerson*> line;
    for (const ProposedPerson& one : proposal.line) {
        const auto known = std::find_if(people.begin(), people.end(), [&](const KnownPerson& person) {
            return person.person == one.person;
        });
        if (known != people.end()) {
            line.push_back(&*known);
        }
    }
    return line;
}

class Gaps {
  public:
    Gaps(const Manual& manual, const ReadinessBasis& basis)
        : m_manual(manual), m_basis(basis),
          m_proposals(proposeSeats(manual, basis.people, {})) { // whoever is on duty by then
        ofManual();
        for (std::size_t i = 0; i < m_manual.seats.size(); ++i) {
            ofSeat(m_manual.seats[i], m_proposals[i]);
        }
        unread();
    }
    std::vector<ReadinessGap> take() { return std::move(m_gaps); }

  private:
    void add(Gap gap, const QString& seat = {}, const QString& word = {}, const LocalText& name = {},
             const Span& span = {}) {
        m_gaps.push_back({gap, m_manual.failureType, seat, word, name, span});
    }

    void ofManual() {
        if (!m_basis.published) {
            add(Gap::NotPublished);
        } else if (const auto due =
                       reviewMissed(m_manual, m_basis.now)) { // nobody reviews what ships with it
            add(Gap::NotReviewed, {}, due->toString(Qt::ISODate));
        }
    }

    void ofSeat(const ManualSeat& seat, const SeatProposal& proposal) {
        for (const Candidate& candidate : seat.holders) {
            if (const auto* named = std::get_if<NamedPerson>(&candidate)) {
                const auto isThem = [&](const KnownPerson& one) { return one.name == named->name; };
                if (std::none_of(m_basis.people.begin(), m_basis.people.end(), isThem)) {
                    add(Gap::UnknownName, seat.key, named->name);
                }
            } else if (const auto* department = std::get_if<OfDepartment>(&candidate)) {
                roster(seat, department->department);
            }
        }
        const bool byManual =
            !proposal.line.empty() && proposal.line.front().reason != ProposalReason::Permission;
        if (!byManual) {
            add(Gap::NobodyInLine, seat.key);
        } else if (proposal.line.size() == 1) {
            add(Gap::NoSuccessor, seat.key);
        }
        if (proposal.twice) {
            add(Gap::Twice, seat.key);
        }
        if (byManual) {
            const auto line = lineOf(proposal, m_basis.people);
            places(seat, line);
            paths(seat, line);
        }
    }

    // One person cannot be in two places; who works where nobody has written down may be anywhere.
    void places(const ManualSeat& seat, const std::vector<const KnownPerson*>& line) {
        const QString& site = line.front()->site;
        const bool isOne = line.size() > 1 && !site.isEmpty() &&
                           std::all_of(line.begin(), line.end(),
                                       [&](const KnownPerson* person) { return person->site == site; });
        if (isOne) {
            const CatalogueSite* known = m_basis.catalogue ? m_basis.catalogue->site(site) : nullptr;
            add(Gap::OneSite, seat.key, site, known ? known->name : LocalText());
        }
    }

    void paths(const ManualSeat& seat, const std::vector<const KnownPerson*>& line) {
        std::set<QString> all;
        for (const KnownPerson* person : line) {
            for (const QString& contact : person->contacts) {
                all.insert(pathOf(contact));
            }
        }
        if (all.empty()) {
            add(Gap::Unreachable, seat.key);
            return;
        }
        std::set<const CatalogueService*> carriers;
        for (const QString& path : all) {
            carriers.insert(m_basis.catalogue && !path.isEmpty() ? m_basis.catalogue->carrying(path)
                                                                 : nullptr);
        }
        if (!carriers.contains(nullptr)) { // through services of ours alone
            const auto isDown = [this](const CatalogueService* service) {
                return m_basis.downServices.contains(service->key);
            };
            const bool allDown = std::all_of(carriers.begin(), carriers.end(), isDown);
            if (allDown || carriers.size() == 1) {
                const CatalogueService& one = **carriers.begin();
                add(allDown ? Gap::PathDown : Gap::OwnPath, seat.key, one.key, one.name);
            }
        } else if (all.size() == 1) {
            add(Gap::OnePath, seat.key, *all.begin());
        }
    }

    // The first one to come; a department of which no roster knows anybody has none.
    void roster(const ManualSeat& seat, const QString& department) {
        const std::vector<Shift> theirs = shiftsFor(department, m_basis.shifts);
        if (theirs.empty()) {
            return;
        }
        const auto last = std::max_element(theirs.begin(), theirs.end(),
                                           [](const Shift& a, const Shift& b) { return a.from < b.from; });
        const auto empty = holes(theirs, {m_basis.now, std::max(last->from, m_basis.now)});
        if (!empty.empty()) {
            const CatalogueDepartment* known =
                m_basis.catalogue ? m_basis.catalogue->department(department) : nullptr;
            add(Gap::RosterHole, seat.key, department, known ? known->name : LocalText(), empty.front());
        }
    }

    // Whoever would be called to anything, each once, in the order in which they are in line.
    void unread() {
        if (!m_basis.readBy) {
            return;
        }
        std::set<PersonId> told;
        for (const SeatProposal& proposal : m_proposals) {
            for (const KnownPerson* person : lineOf(proposal, m_basis.people)) {
                if (!m_basis.readBy->contains(person->person) && told.insert(person->person).second) {
                    add(Gap::NotRead, {}, person->name);
                }
            }
        }
    }

    const Manual& m_manual;
    const ReadinessBasis& m_basis;
    std::vector<SeatProposal> m_proposals;
    std::vector<ReadinessGap> m_gaps;
};

} // namespace

std::vector<ReadinessGap> gapsOf(const Manual& manual, const ReadinessBasis& basis) {
    return Gaps(manual, basis).take();
}

ManualReminders remindersOf(const std::vector<ReadinessGap>& gaps, const QString& name, bool reviews) {
    ManualReminders reminders;
    for (const ReadinessGap& gap : gaps) {
        reminders.toReview += reviews && gap.gap == Gap::NotReviewed ? 1 : 0;
        reminders.toRead += gap.gap == Gap::NotRead && gap.word == name ? 1 : 0;
    }
    return reminders;
}

} // namespace bongsu
