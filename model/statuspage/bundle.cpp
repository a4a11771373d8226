#include "statuspage/bundle.h"

#include "statuspage/banner.h"
#include "statuspage/feeds.h"
#include "statuspage/harmless.h"
#include "statuspage/htmlpages.h"
#include "statuspage/jsonapi.h"
#include "statuspage/pagetime.h"

#include "domain/base/hash.h"

#include <QJsonArray>

#include <algorithm>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QLatin1String(text);
}

QByteArray keysFile(const PublicPage& page, const Signer& signer) {
    const QByteArray key = signer.publicKey().toBytes();
    return jsonBytes(
        {{word("version"), 1},
         {word("page"), page.url},
         {word("keys"),
          QJsonArray{QJsonObject{{word("algorithm"), word("Ed25519")},
                                 {word("public_key"), QString::fromLatin1(key.toBase64())},
                                 {word("fingerprint"), QString::fromLatin1(sha256({key}).toHex())}}}}});
}

// code -> where it leads, for apps and web sites that look one up.
QByteArray codesFile(const PublicPage& page) {
    QJsonObject codes;
    for (const PublicIncident& incident : page.incidents) {
        for (const PublicUpdate& update : incident.updates) {
            if (update.code.isEmpty()) {
                continue;
            }
            const auto path = [&](Language language) {
                return PageFile{language, incidentName(incident)}.path() + u'#' + anchorOf(incident, update);
            };
            codes.insert(update.code, QJsonObject{{word("incident"), incident.id},
                                                  {word("update"), update.id},
                                                  {word("at"), isoIn(page.zone, update.at)},
                                                  {word("ko"), path(Language::Korean)},
                                                  {word("en"), path(Language::English)}});
        }
    }
    return jsonBytes({{word("version"), 1},
                      {word("updated_at"), isoIn(page.zone, page.updatedAt)},
                      {word("codes"), codes}});
}

// Lower goes out earlier.
int rankOf(const QString& path) {
    const QString name = path.startsWith(u"en/") ? path.sliced(3) : path;
    if (name == u"keys.json") {
        return 0;
    }
    if (name.startsWith(u"incidents/")) {
        return 1;
    }
    if (name.startsWith(u"history/")) {
        return 2;
    }
    return name == u"index.html" ? 4 : 3;
}

bool isSignature(const QString& path) {
    return path.endsWith(u".sig");
}

QString signedPath(const QString& path) {
    return isSignature(path) ? path.chopped(4) : path;
}

} // namespace

Bundle bundleOf(const PublicPage& given, const Signer& signer) {
    const PublicPage page = harmless(given);
    Bundle bundle;
    for (const Language language : {Language::Korean, Language::English}) {
        bundle.merge(htmlPages(page, language));
        bundle.merge(apiFiles(page, language));
        bundle.merge(feedFiles(page, language));
    }
    bundle[word("banner.json")] = bannerFile(page);
    bundle[word("codes.json")] = codesFile(page);
    bundle[word("keys.json")] = keysFile(page, signer);
    Bundle signatures;
    for (const auto& [path, bytes] : bundle) {
        signatures[signaturePath(path)] = signer.sign(pageMessage(path, bytes)).toBytes().toBase64() + '\n';
    }
    bundle.merge(signatures);
    return bundle;
}

QByteArray pageMessage(const QString& path, QByteArrayView bytes) {
    QByteArray message = domainTag("page");
    message += path.toUtf8();
    message += '\0';
    message += bytes;
    return message;
}

QString signaturePath(const QString& path) {
    return path + QStringLiteral(".sig");
}

std::vector<QString> publishingOrder(const Bundle& bundle) {
    std::vector<QString> order;
    for (const auto& [path, bytes] : bundle) {
        order.push_back(path);
    }
    const auto place = [](const QString& path) {
        const QString file = signedPath(path);
        return std::tuple(rankOf(file), file, !isSignature(path));
    };
    std::sort(order.begin(), order.end(),
              [&](const QString& a, const QString& b) { return place(a) < place(b); });
    return order;
}

std::vector<QString> outdated(const std::vector<QString>& published, const Bundle& bundle) {
    std::vector<QString> gone;
    std::copy_if(published.begin(), published.end(), std::back_inserter(gone),
                 [&](const QString& path) { return !bundle.contains(path); });
    const auto place = [](const QString& path) {
        const QString file = signedPath(path);
        return std::tuple(-rankOf(file), file, isSignature(path));
    };
    std::sort(gone.begin(), gone.end(),
              [&](const QString& a, const QString& b) { return place(a) < place(b); });
    return gone;
}

} // namespace bongsu
