#include "channel/fileplace.h"

#include "channel/transport.h"

#include <QTimer>
#include <QUrl>

namespace bongsu {

namespace {

bool isPath(const QString& path) {
    for (const QString& part : path.split(u'/')) {
        if (part.isEmpty() || part.startsWith(u'.')) {
            return false;
        }
    }
    return std::all_of(path.begin(), path.end(), [](QChar c) { return c >= u' ' && c != u'\\'; });
}

bool isSpeakablePlace(const PublishingPlace& place, const Access& access) {
    return place.via == u"directory" || isSpeakable(access.endpoint());
}

} // namespace

struct FilePlace::Run {
    std::vector<PublishedFile> files;
    Answered answered;
    std::size_t at = 0;
    QByteArray differing{};
};

void FilePlace::publish(std::vector<PublishedFile> files, Answered answered) {
    auto run = std::make_shared<Run>(Run{std::move(files), std::move(answered)});
    for (const PublishedFile& file : run->files) {
        if (!isPath(file.path)) {
            finish(run, refused(sendingcode::rejected, file.path.toUtf8()));
            return;
        }
    }
    writeNext(run);
}

void FilePlace::writeNext(const std::shared_ptr<Run>& run) {
    if (run->at == run->files.size()) {
        run->at = 0;
        readNext(run);
        return;
    }
    write(run->files[run->at], [this, run](SendingOutcome outcome) {
        if (outcome.sending != Sending::Sent) {
            finish(run, std::move(outcome));
            return;
        }
        ++run->at;
        writeNext(run);
    });
}

void FilePlace::readNext(const std::shared_ptr<Run>& run) {
    if (run->at == run->files.size()) {
        SendingOutcome outcome = sent({});
        outcome.sending = run->differing.isEmpty() ? Sending::Delivered : Sending::Sent;
        outcome.code = run->differing.isEmpty() ? "" : sendingcode::differs;
        outcome.words = run->differing;
        finish(run, std::move(outcome));
        return;
    }
    const PublishedFile& file = run->files[run->at];
    const auto compared = [this, run](const tl::expected<QByteArray, SendingOutcome>& read) {
        const PublishedFile& written = run->files[run->at];
        if ((!read || *read != written.bytes) && run->differing.isEmpty()) {
            run->differing = written.path.toUtf8() + (read ? QByteArray() : ' ' + read.error().code);
        }
        ++run->at;
        readNext(run);
    };
    const int size = int(file.bytes.size());
    if (const QString url = m_access.setting("url"); !url.isEmpty()) {
        fetch({.method = "GET", .url = addressOf(QUrl(url).toEncoded(), file.path)}, size, compared);
    } else {
        read(file.path, size, compared);
    }
}

void FilePlace::finish(const std::shared_ptr<Run>& run, SendingOutcome outcome) {
    outcome.words = m_access.secrets.strippedFrom(std::move(outcome.words)).simplified().left(500);
    QTimer::singleShot(0, &m_context, [run, outcome = std::move(outcome)] { run->answered(outcome); });
}

void FilePlace::fetch(HttpRequest request, int size, Read read) {
    request.idempotent = true;
    request.answerBytes = std::max(size, 64 * 1024); // the words of an error, at least
    request.headers.push_back("Cache-Control: no-cache");
    m_access.means.transport.exchange(std::move(request), alive(),
                                      [this, read = std::move(read)](const HttpAnswer& answer) {
                                          if (answer.taken()) {
                                              read(answer.body);
                                          } else {
                                              read(tl::unexpected(judged(answer, true, now())));
                                          }
                                      });
}

QByteArray FilePlace::addressOf(const QByteArray& base, const QString& path) {
    return (base.endsWith('/') ? base : base + '/') + QUrl::toPercentEncoding(path, "/");
}

tl::expected<std::unique_ptr<Publisher>, SendingOutcome>
placeFor(const PublishingPlace& place, Secrets secrets, const SendingMeans& means) {
    const auto lacks = [](const QString& name) {
        return tl::unexpected(refused(sendingcode::unconfigured, name.toUtf8()));
    };
    const auto needs = needsOfPlace(place.via);
    if (!needs) {
        return lacks(QStringLiteral("via"));
    }
    Channel settings{.key = place.key, .name = {}};
    settings.settings = place.settings;
    Access access{std::move(settings), std::move(secrets), means};
    for (const QString& name : needs->settings) {
        if (access.setting(name.toLatin1().constData()).isEmpty()) {
            return lacks(name);
        }
    }
    for (const QString& name : needs->secrets) {
        const bool isNeeded = place.via != u"webdav" || !access.setting("user").isEmpty();
        if (isNeeded && access.secrets.of(name.toLatin1().constData()).isEmpty()) {
            return lacks(name);
        }
    }
    if (!isSpeakablePlace(place, access)) {
        return lacks(QStringLiteral("endpoint"));
    }
    return place.via == u"directory" ? places::directory(std::move(access))
           : place.via == u"webdav"  ? places::webdav(std::move(access))
                                     : places::s3(std::move(access));
}

} // namespace bongsu
