// The catalogue and the manuals of the organisation, as they were published: fetched as soon as this device
// hears of them, so that they are here when nothing else is.
#pragma once

#include "journal/attachments.h"
#include "journal/journal.h"

namespace bongsu {

// A file as somebody wrote it, to be published.
struct Published {
    QString type; // documenttype::
    QString key;
    QByteArray bytes;
    QString title;
    QString reason{}; // what changed
};

class Documents : public QObject {
    Q_OBJECT

  public:
    // Both outlive it.
    Documents(Journal& journal, Attachments& attachments);

    // How the version that holds stands on this device.
    enum class Standing {
        None,   // nothing was published
        Coming, // known, and not here: it comes once a relay is connected
        Here,
        Lost // it cannot be had: erased, or not what was published
    };
    Standing standing(QStringView type, const QString& key) const;
    // Of the version that holds; nothing while it is not Here.
    const QByteArray* bytes(QStringView type, const QString& key) const;
    std::vector<QString> keysOf(QStringView type) const; // of what was published

    // Any version, by the event that published it. Answers as Attachments::read(), refusal not_found.
    void read(const EventId& version, Attachments::Read done);

  Q_SIGNALS:
    void changed(); // a version holds now that did not before, or it has come

  private:
    struct Held {
        EventId version;
        Standing standing;
        QByteArray bytes;
    };
    void look();
    void take(const DocumentKey& document, const EventId& version, const Result<QByteArray>& bytes);

    Journal& m_journal;
    Attachments& m_attachments;
    std::map<DocumentKey, Held> m_held;
};

} // namespace bongsu
