#include "channel/fileplace.h"
#include "channel/transport.h"

namespace bongsu::places {

namespace {

// RFC 4918. One writer: servers do not agree on If-Match.
class WebDavPlace : public FilePlace {
  public:
    using FilePlace::FilePlace;

  protected:
    void write(const PublishedFile& file, Written written) override {
        put(file, Folders::Assumed, std::move(written));
    }
    void read(const QString& path, int size, Read done) override {
        fetch(request("GET", path), size, std::move(done));
    }

  private:
    enum class Folders { Assumed, Made };

    HttpRequest request(const char* method, const QString& path) const {
        HttpRequest request{.method = method, .url = addressOf(access().endpoint(), path)};
        request.user = access().setting("user").toUtf8();
        request.password = secret("password");
        request.idempotent = true;
        return request;
    }
    static QString temporary(const QString& path) { return path + QStringLiteral(".part"); }

    // PUT shows half a file to whoever reads meanwhile; MOVE does not.
    void put(const PublishedFile& file, Folders folders, Written written) {
        HttpRequest asked = request("PUT", temporary(file.path));
        asked.body = file.bytes;
        asked.headers.push_back("Content-Type: application/octet-stream");
        access().means.transport.exchange(
            std::move(asked), alive(),
            [this, file, folders, written = std::move(written)](const HttpAnswer& answer) {
                // 409 says the standard, 500 says nginx.
                const bool noFolder = answer.exchange == Exchange::Complete &&
                                      (answer.status == 404 || answer.status == 409 || answer.status == 500);
                if (noFolder && folders == Folders::Assumed && file.path.contains(u'/')) {
                    makeFolders(file, 1, written);
                } else if (answer.taken()) {
                    move(file, written);
                } else {
                    written(judged(answer, true, now()));
                }
            });
    }

    void makeFolders(const PublishedFile& file, int depth, const Written& written) {
        if (depth > file.path.count(u'/')) {
            put(file, Folders::Made, written);
            return;
        }
        HttpRequest asked = request("MKCOL", file.path.section(u'/', 0, depth - 1) + u'/');
        access().means.transport.exchange(
            std::move(asked), alive(), [this, file, depth, written](const HttpAnswer& answer) {
                // 405: it is there already.
                if (answer.taken() || (answer.exchange == Exchange::Complete && answer.status == 405)) {
                    makeFolders(file, depth + 1, written);
                } else {
                    written(judged(answer, true, now()));
                }
            });
    }

    void move(const PublishedFile& file, const Written& written) {
        HttpRequest asked = request("MOVE", temporary(file.path));
        asked.headers = {"Destination: " + addressOf(access().endpoint(), file.path), "Overwrite: T"};
        access().means.transport.exchange(
            std::move(asked), alive(),
            [this, written](const HttpAnswer& answer) { written(judged(answer, true, now())); });
    }
};

} // namespace

std::unique_ptr<Publisher> webdav(Access access) {
    return std::make_unique<WebDavPlace>(std::move(access));
}

} // namespace bongsu::places
