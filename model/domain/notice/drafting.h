// The first draft of a notice, from what the record says: what people then change is theirs.
#pragma once

#include "domain/notice/facts.h"
#include "domain/notice/firstnotice.h"
#include "domain/notice/sharedfate.h"

namespace bongsu {

// What is told next by itself: the first notice, then that it is being looked for, that it was found,
// watched, over; and, where the outage was over before anybody was told, afterwards.
NoticeStep nextStep(const Incident& incident);

// What can be told now, what is next by itself first; compensation once it is back or nearly. Corrections
// begin with the notice that was wrong.
std::vector<NoticeStep> stepsOffered(const Incident& incident);

// What a correction says of a notice of which nothing is so (noticewithdrawal_data.cpp).
LocalText withdrawalWords();

// Whether that can be the first that users hear, for which a form may have been approved in peacetime.
bool isFirstNotice(const Incident& incident, NoticeStep step);

// Who is asked to say yes to what `author` wrote, in this order, at most limits::successors: the commander,
// whoever holds communications, whoever takes part and may by permission, then all who may.
std::vector<PersonId> approversOf(const Incident& incident, const Organisation& organisation,
                                  const std::optional<PersonId>& author);

// Public names of what is out, the most important first; since when; the cause only where it is confirmed or
// suspected (`cause`: its words); the next notice in 40 minutes, on a full five; contact and link as the
// channels have them. `code` is a new one (isNoticeCode).
NoticeFacts draftOf(const Incident& incident, const Catalogue& catalogue, const Channels& channels,
                    NoticeStep step, const LocalText& cause, const QString& code, Moment now);

// What the notice says of each service: how it stands in the record, of those that users know.
std::vector<AffectedService> affectedOf(const Incident& incident, const Catalogue& catalogue,
                                        NoticeStep step);

// The slots of a first notice: of what is out only what its form knows; the first contact of the form.
// Nothing where it knows none of it.
std::optional<FirstNoticeSlots> slotsOf(const FirstNotice& form, const NoticeFacts& facts, bool isDrill,
                                        Moment now);

// "7K4-M2P" from six random bytes.
QString noticeCode(QByteArrayView random);

// What each channel's texts carry, written into what goes out; channels without a text are taken out, and
// what stands in for them goes out by itself.
std::vector<Outgoing> withTexts(std::vector<Outgoing> outgoings, const NoticeTexts& texts);

} // namespace bongsu
