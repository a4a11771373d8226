// Publishes files to one place where a status page is read, and reads them back.
#pragma once

#include "channel/sender.h"

namespace bongsu {

struct PublishedFile {
    QString path; // below the place, parts joined by '/': "api/v2/summary.json"; no "..", none empty
    QByteArray bytes;
    friend bool operator==(const PublishedFile&, const PublishedFile&) = default;
};

class Publisher {
  public:
    // Delivered: every file was read back as it is. Sent (differs): written, but what is read is not the
    // same. Refused, Later: not all of them are there; publishing the same again is always harmless.
    using Answered = std::function<void(SendingOutcome)>;

    virtual ~Publisher() = default;
    // In the order given, each whole or not at all: what leads to others comes last. Files that are not named
    // stay. Answers later, on the thread that asked, once; not at all where the place goes before.
    virtual void publish(std::vector<PublishedFile> files, Answered answered) = 0;
};

// Refused (unconfigured) with the name of what lacks.
tl::expected<std::unique_ptr<Publisher>, SendingOutcome> placeFor(const PublishingPlace& place,
                                                                  Secrets secrets, const SendingMeans& means);

} // namespace bongsu
