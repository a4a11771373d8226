#include "relay/pagesender.h"

#include "documents/cataloguefile.h"
#include "relay/wholeblob.h"
#include "statuspage/bundle.h"
#include "statuspage/told.h"

#include <algorithm>

namespace bongsu {

namespace {

SendingOutcome unconfigured() {
    SendingOutcome outcome;
    outcome.sending = Sending::Refused;
    outcome.code = sendingcode::unconfigured;
    return outcome;
}

// The status page that a channel stands for: itself, or of a banner the first there is.
const Channel* pageOf(const Channel& channel, const Channels& channels) {
    if (channel.kind == ChannelKind::StatusPage) {
        return channels.channel(channel.key);
    }
    const auto page = std::find_if(channels.channels.begin(), channels.channels.end(),
                                   [](const Channel& one) { return one.kind == ChannelKind::StatusPage; });
    return page == channels.channels.end() ? nullptr : &*page;
}

LocalText localOf(const NoticeTexts& texts, const QString& channel, QString NoticeText::*part) {
    LocalText local;
    for (const NoticeText* text : texts.of(channel)) {
        (text->language == Language::Korean ? local.ko : local.en) = text->*part;
    }
    return local;
}

// The notices that this page shows: approved, and begun on it, so that a relay has taken them upon itself.
bool isOnPage(const NoticeStatus& notice, const QString& page) {
    return notice.wasApproved() && notice.deliveries.contains(page);
}

class PageTeller {
  public:
    PageTeller(const PageParts& parts, const Channel& page, const Channels& channels)
        : m_parts(parts), m_page(page), m_channels(channels) {}

    std::vector<std::pair<LogId, EventId>> notices() const {
        std::vector<std::pair<LogId, EventId>> notices;
        for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
            if (held.incident && !held.incident->drill) {
                for (const auto& [id, notice] : held.incident->notices) {
                    if (isOnPage(notice, m_page.key)) {
                        notices.emplace_back(log, id);
                    }
                }
            }
        }
        return notices;
    }

    std::vector<ToldIncident> told() const {
        std::vector<ToldIncident> told;
        for (const auto& [log, held] : m_parts.sequencer.ledger().incidents()) {
            if (!held.incident || held.incident->drill) {
                continue;
            }
            ToldIncident one = incident(*held.incident);
            if (!one.updates.empty()) {
                told.push_back(std::move(one));
            }
        }
        return told;
    }

  private:
    ToldIncident incident(const Incident& incident) const {
        ToldIncident told{
            incident.id.toHex(), {}, incident.grade.value, incident.began.value_or(incident.declaredAt)};
        quint64 newest = 0;
        for (const auto& [id, notice] : incident.notices) {
            const NoticeTexts* texts = m_parts.shelf.find(id);
            if (!texts || !isOnPage(notice, m_page.key)) {
                continue;
            }
            told.updates.push_back(update(id, notice, *texts));
            const LocalText title = localOf(*texts, m_page.key, &NoticeText::title);
            const bool isTitle = notice.step != NoticeStep::Correction || newest == 0;
            if (notice.ordinal > newest && isTitle && !title.isEmpty()) {
                newest = notice.ordinal;
                told.title = title;
            }
        }
        return told;
    }

    ToldUpdate update(const EventId& id, const NoticeStatus& notice, const NoticeTexts& texts) const {
        ToldUpdate update{id.toHex(), texts.code, notice.step, localOf(texts, m_page.key, &NoticeText::body),
                          notice.settledAt.value_or(notice.at)};
        update.nextUpdate = notice.nextUpdate;
        for (const AffectedService& one : texts.affected) {
            update.states.push_back({one.service, one.state});
        }
        if (notice.corrects) {
            update.corrects = notice.corrects->toHex();
        }
        for (const Outgoing& outgoing : notice.outgoings) {
            const Channel* banner = m_channels.channel(outgoing.channel);
            if (banner && banner->kind == ChannelKind::Banner) {
                update.bannerTitle = localOf(texts, banner->key, &NoticeText::title);
                update.bannerBody = localOf(texts, banner->key, &NoticeText::body);
            }
        }
        return update;
    }

    const PageParts& m_parts;
    const Channel& m_page;
    const Channels& m_channels;
};

// When the page was published first: with the oldest notice on it.
Moment firstTold(const std::vector<ToldIncident>& incidents) {
    std::optional<Moment> first;
    for (const ToldIncident& incident : incidents) {
        for (const ToldUpdate& update : incident.updates) {
            first = std::min(first.value_or(update.at), update.at);
        }
    }
    return first.value_or(Moment());
}

// Without a catalogue there are no components, and the notices stand all the same.
void readPublishedCatalogue(const PageParts& parts, const std::function<void(const Catalogue&)>& done) {
    const DocumentRecord* document = parts.sequencer.ledger().organisation().document(
        documenttype::services, documenttype::services.toString());
    if (!document) {
        done({});
        return;
    }
    readWholeBlob(parts.store, document->blob, [done](const Result<QByteArray>& bytes) {
        const auto catalogue = bytes ? readCatalogue(*bytes) : tl::unexpected(std::vector<DocumentFault>());
        done(catalogue.value_or(Catalogue()));
    });
}

std::vector<PublishedFile> filesOf(const Bundle& bundle) {
    std::vector<PublishedFile> files;
    for (const QString& path : publishingOrder(bundle)) {
        files.push_back({path, bundle.at(path)});
    }
    return files;
}

} // namespace

std::vector<QString> PageSender::recipientsOf(const Channel& channel, const Channels& channels) {
    std::vector<QString> places;
    if (const Channel* page = pageOf(channel, channels)) {
        for (const PublishingPlace& place : page->places) {
            places.push_back(place.key);
        }
    }
    return places;
}

void PageSender::send(Message message, Answered answered) {
    const Channels* channels = m_parts.channels.channels();
    const Channel* page = channels ? pageOf(m_channel, *channels) : nullptr;
    const auto place =
        page ? std::find_if(page->places.begin(), page->places.end(),
                            [&](const PublishingPlace& one) {
                                return !message.recipients.empty() && one.key == message.recipients[0];
                            })
             : decltype(page->places.end())();
    if (!page || place == page->places.end()) {
        answered({unconfigured()});
        return;
    }
    const PageTeller teller(m_parts, *page, *channels);
    m_parts.shelf.readAll(teller.notices(), [this, alive = std::weak_ptr(m_alive), page = page->key,
                                             place = *place,
                                             answered = std::move(answered)](const Outcome& read) {
        if (alive.expired()) {
            return;
        }
        if (!read) { // of what is not here nothing can be told; it may come
            SendingOutcome outcome;
            outcome.sending = Sending::Later;
            outcome.code = "texts";
            answered({outcome});
            return;
        }
        m_parts.turns.take(page + u'/' + place.key,
                           [this, alive, place, answered](const PlaceTurns::Turn& turn) {
                               if (!alive.expired()) {
                                   publish(place, turn, answered);
                               }
                           });
    });
}

// What was told until its turn came, a notice that came meanwhile included.
void PageSender::publish(const PublishingPlace& place, const PlaceTurns::Turn& turn,
                         const Answered& answered) {
    readPublishedCatalogue(
        m_parts, [this, alive = std::weak_ptr(m_alive), place, turn, answered](const Catalogue& catalogue) {
            if (alive.expired()) {
                return;
            }
            const Channels* channels = m_parts.channels.channels();
            const Channel* page = channels ? pageOf(m_channel, *channels) : nullptr;
            if (!page) { // taken away while we were reading
                answered({unconfigured()});
                return;
            }
            const Sequencer& sequencer = m_parts.sequencer;
            const Organisation& organisation = sequencer.ledger().organisation();
            const QString name = sequencer.texts().organisationName(organisation);
            PageAbout about{{name, name}, channels->linkForEverybody, channels->contact};
            const PageTeller teller(m_parts, *page, *channels);
            const std::vector<ToldIncident> incidents = teller.told();
            about.since = firstTold(incidents);
            const PublicPage told = bongsu::pageOf(catalogue, incidents, about, m_parts.means.clock.now());
            auto secrets = m_parts.channels.secrets(page->key + u'/' + place.key);
            if (!secrets) {
                answered({secrets.error()});
                return;
            }
            auto made = placeFor(place, std::move(*secrets), m_parts.means);
            if (!made) {
                answered({made.error()});
                return;
            }
            m_place = std::move(*made);
            m_place->publish(filesOf(bundleOf(told, m_parts.signer)),
                             [answered, turn](const SendingOutcome& outcome) { answered({outcome}); });
        });
}

} // namespace bongsu
