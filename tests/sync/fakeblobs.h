// What the desktop and the relay of these tests do with blobs: hold them in memory.
#pragma once

#include "sync/clientsession.h"
#include "sync/relaysession.h"
#include "sync/samples.h"

#include "domain/base/hash.h"
#include "domain/base/limits.h"

#include <map>
#include <set>

namespace bongsu::samples {

class DesktopWithBlobs : public ClientHost {
  public:
    // Its session of the moment, for asking; set by whoever wires them.
    std::function<ClientSession*()> session = [] { return nullptr; };
    std::function<void()> onTaken = [] {};
    // Runs what the desktop does with a page; later, if it is slow.
    std::function<void(std::function<void()>)> atItsPace = [](const std::function<void()>& work) { work(); };

    std::optional<BlobOffer> blobToBring() override {
        return toBring.empty() ? std::nullopt : std::optional(toBring.front().first);
    }
    void readBlobChunk(const BlobId& blob, quint64 chunk, Done<Result<QByteArray>> done) override {
        ++chunksRead;
        for (const auto& [offer, bytes] : toBring) {
            if (offer.blob == blob) {
                done(bytes.mid(qsizetype(chunk) * limits::blobChunkBytes, limits::blobChunkBytes));
                return;
            }
        }
        done(fail(failure::blobMissing));
    }
    void blobAskedFor(const BlobId& blob) override { blobsAskedFor.push_back(blob); }
    void blobTaken(const BlobId& blob) override {
        blobsTaken.push_back(blob);
        std::erase_if(toBring, [&](const auto& one) { return one.first.blob == blob; });
        onTaken();
    }
    void blobRefused(const BlobId&, const QByteArray& code) override { blobRefusals.push_back(code); }
    std::optional<BlobWish> blobToFetch() override { return wish; }
    void blobChunkArrived(const BlobId& blob, quint64 chunk, QByteArray bytes,
                          std::function<void(bool)> handled) override {
        atItsPace([this, blob, chunk, bytes, handled = std::move(handled)] {
            if (!wish || wish->blob != blob || wish->next != chunk) {
                handled(false);
                return;
            }
            fetched += bytes;
            const bool goesOn = ++wish->next < wish->chunks;
            if (!goesOn) {
                wish.reset();
            }
            handled(goesOn);
        });
    }
    void blobUnavailable(const BlobId&, const QByteArray& code) override {
        blobRefusals.push_back(code);
        wish.reset();
    }
    // A blob of so many bytes that waits to be brought.
    BlobId attach(int size, char byte = 'a') {
        QByteArray bytes(size, byte);
        const auto salt = numbered<Salt>(size);
        const auto blob = taggedHashAs<BlobId>("blob", {salt.view(), bytes});
        toBring.emplace_back(BlobOffer{blob, quint64(size), salt}, std::move(bytes));
        if (session()) {
            session()->offersChanged();
        }
        return blob;
    }

    std::vector<std::pair<BlobOffer, QByteArray>> toBring;
    std::optional<BlobWish> wish;
    QByteArray fetched;
    std::vector<BlobId> blobsTaken;
    std::vector<BlobId> blobsAskedFor;
    std::vector<QByteArray> blobRefusals;
    int chunksRead = 0;
};

class RelayWithBlobs : public RelayHost {
  public:
    std::vector<BlobId> blobsLacking(const DeviceId&) const override { return lacking; }
    void beginBlob(const DeviceId&, const BlobOffer& blob, Done<Result<quint64>> done) override {
        later([this, blob, done] {
            if (refusesBlobs) {
                done(refuse(refusal::blobsTooMany));
                return;
            }
            HeldBlob& held = blobs.try_emplace(blob.blob, HeldBlob{blob, {}}).first->second;
            done(quint64((held.bytes.size() + limits::blobChunkBytes - 1) / limits::blobChunkBytes));
        });
    }
    void takeBlobChunk(const BlobId& blob, quint64 chunk, QByteArray bytes,
                       Done<Result<bool>> done) override {
        later([this, blob, chunk, bytes, done] {
            ++chunksTaken;
            HeldBlob& held = blobs.at(blob);
            if (qsizetype(chunk) * limits::blobChunkBytes == held.bytes.size()) {
                held.bytes += bytes;
            }
            if (held.bytes.size() < qsizetype(held.offer.size)) {
                done(false);
            } else if (taggedHashAs<BlobId>("blob", {held.offer.salt.view(), held.bytes}) == blob) {
                done(true);
            } else {
                blobs.erase(blob);
                done(refuse(refusal::blobMismatch));
            }
        });
    }
    void readBlobChunk(const DeviceId& to, const BlobId& blob, quint64 chunk,
                       Done<Result<QByteArray>> done) override {
        later([this, to, blob, chunk, done] {
            const auto held = blobs.find(blob);
            if (outsiders.contains(to)) {
                done(refuse(refusal::notPermitted));
            } else if (held == blobs.end()) {
                done(fail(failure::blobMissing));
            } else {
                done(held->second.bytes.mid(qsizetype(chunk) * limits::blobChunkBytes,
                                            limits::blobChunkBytes));
            }
        });
    }

    struct HeldBlob {
        BlobOffer offer;
        QByteArray bytes;
    };
    std::map<BlobId, HeldBlob> blobs;
    std::vector<BlobId> lacking;
    int chunksTaken = 0;
    bool refusesBlobs = false;
    std::set<DeviceId> outsiders; // read no texts
    // Runs an answer; at another time if the test wants.
    std::function<void(std::function<void()>)> later = [](const std::function<void()>& answer) { answer(); };
};

} // namespace bongsu::samples
