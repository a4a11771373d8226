#include "channel/fileplace.h"
#include "channel/transport.h"

#include <QCryptographicHash>

namespace bongsu::places {

namespace {

const char* typeOf(const QString& path) {
    static const std::map<QString, const char*> types{{QStringLiteral("html"), "text/html; charset=utf-8"},
                                                      {QStringLiteral("css"), "text/css; charset=utf-8"},
                                                      {QStringLiteral("txt"), "text/plain; charset=utf-8"},
                                                      {QStringLiteral("json"), "application/json"},
                                                      {QStringLiteral("atom"), "application/atom+xml"},
                                                      {QStringLiteral("rss"), "application/rss+xml"},
                                                      {QStringLiteral("svg"), "image/svg+xml"},
                                                      {QStringLiteral("png"), "image/png"}};
    const auto found = types.find(path.section(u'.', -1));
    return found == types.end() ? "application/octet-stream" : found->second;
}

// Signature version 4, the bucket in the path, as every store that speaks S3 takes it. A PUT is whole or not
// at all.
class S3Place : public FilePlace {
  public:
    using FilePlace::FilePlace;

  protected:
    void write(const PublishedFile& file, Written written) override {
        HttpRequest asked = request("PUT", file.path, file.bytes);
        asked.headers.push_back(QByteArray("Content-Type: ") + typeOf(file.path));
        asked.headers.push_back("Cache-Control: max-age=30");
        access().means.transport.exchange(std::move(asked), alive(),
                                          [this, written = std::move(written)](const HttpAnswer& answer) {
                                              written(judged(answer, true, now()));
                                          });
    }
    void read(const QString& path, int size, Read done) override {
        fetch(request("GET", path, {}), size, std::move(done));
    }

  private:
    HttpRequest request(const char* method, const QString& path, const QByteArray& body) const {
        QString key = access().setting("prefix");
        key += (key.isEmpty() || key.endsWith(u'/')) ? path : u'/' + path;
        HttpRequest request{.method = method,
                            .url = addressOf(access().endpoint(), access().setting("bucket") + u'/' + key)};
        // The library signs this header and does not make it.
        request.headers = {"x-amz-content-sha256: " +
                           QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex()};
        request.body = body;
        request.user = secret("access-key");
        request.password = secret("secret-key");
        request.signing = AwsSigning{access().setting("region").toUtf8(), "s3"};
        request.idempotent = true;
        return request;
    }
};

} // namespace

std::unique_ptr<Publisher> s3(Access access) {
    return std::make_unique<S3Place>(std::move(access));
}

} // namespace bongsu::places
