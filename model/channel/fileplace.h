// What all places do the same: one file after another, then each read back and compared.
#pragma once

#include "channel/access.h"
#include "channel/place.h"

namespace bongsu {

class FilePlace : public Publisher {
  public:
    explicit FilePlace(Access access) : m_access(std::move(access)) {}
    void publish(std::vector<PublishedFile> files, Answered answered) final;

  protected:
    using Written = std::function<void(SendingOutcome)>; // Sent, Refused, Later
    using Read = std::function<void(tl::expected<QByteArray, SendingOutcome>)>;

    virtual void write(const PublishedFile& file, Written written) = 0;
    // `size`: as many bytes as are expected, so that no more than that need be taken.
    virtual void read(const QString& path, int size, Read read) = 0;

    const Access& access() const { return m_access; }
    const QByteArray& secret(const char* name) const { return m_access.secrets.of(name); }
    Moment now() const { return m_access.means.clock.now(); }
    std::weak_ptr<void> alive() const { return m_alive; }
    QObject* context() { return &m_context; }
    // What `url` leads to, as anybody reads it, past caches that heed that.
    void fetch(HttpRequest request, int size, Read read);
    // An address below `base`.
    static QByteArray addressOf(const QByteArray& base, const QString& path);

  private:
    struct Run;
    void writeNext(const std::shared_ptr<Run>& run);
    void readNext(const std::shared_ptr<Run>& run);
    void finish(const std::shared_ptr<Run>& run, SendingOutcome outcome);

    Access m_access;
    std::shared_ptr<int> m_alive = std::make_shared<int>(0);
    QObject m_context;
};

namespace places {
std::unique_ptr<Publisher> directory(Access access);
std::unique_ptr<Publisher> webdav(Access access);
std::unique_ptr<Publisher> s3(Access access);
} // namespace places

} // namespace bongsu
