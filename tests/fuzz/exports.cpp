// Sealed exports: files as they are, and files of records behind right lengths and a right last hash.
#include "fuzzing.h"

#include "domain/base/hash.h"
#include "domain/log/exportproof.h"

#include <QtEndian>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

// Signatures are another question: with them refused nothing behind the first entry would be looked at.
class Trusting final : public Verifier {
  public:
    bool verify(const PublicKey&, QByteArrayView, const Signature&) const override { return true; }
};

// What a file's reader gave, and whether the file is whole.
struct Read {
    std::vector<ExportRecord> records;
    bool isWhole = false;
};

Read recordsIn(QByteArrayView file, qsizetype piece) {
    SealedExportReader reader;
    Read read;
    while (true) {
        auto record = reader.next();
        if (!record) {
            requireCode(record.error());
            require(!reader.next() && reader.finish(), "a fault stays");
            return read;
        }
        if (*record) {
            read.records.push_back(std::move(**record));
        } else if (!file.isEmpty()) {
            reader.feed(file.first(std::min(piece, file.size())));
            file = file.sliced(std::min(piece, file.size()));
        } else {
            read.isWhole = !reader.finish();
            return read;
        }
    }
}

QByteArray writtenAgain(const std::vector<ExportRecord>& records) {
    QByteArray file;
    SealedExportWriter writer(std::get<ExportBegin>(records.front()),
                              [&file](QByteArrayView bytes) { file.append(bytes); });
    for (const ExportRecord& record : records) {
        if (const auto* entry = std::get_if<ExportEntry>(&record)) {
            entry->ofOrganisation ? writer.organisationEntry(entry->entry) : writer.entry(entry->entry);
        } else if (const auto* head = std::get_if<Statement>(&record)) {
            writer.head(*head);
        }
    }
    writer.end();
    return file;
}

void readFile(QByteArrayView file, qsizetype piece) {
    const Read read = recordsIn(file, piece);
    const Read atOnce = recordsIn(file, std::max<qsizetype>(file.size(), 1));
    require(read.records == atOnce.records && read.isWhole == atOnce.isWhole,
            "pieces of any size say the same");
    if (read.isWhole) {
        require(writtenAgain(read.records) == file, "a file has one encoding");
    }
    const auto* begin = read.records.empty() ? nullptr : std::get_if<ExportBegin>(&read.records.front());
    if (!begin) {
        return;
    }
    const Trusting verifier;
    quint64 seen = 0;
    ExportProof proof(begin->org, verifier, [&seen](const KeptEntry&, const Accepted&) { ++seen; });
    const auto fault = proof.feed(file);
    const auto summary = proof.finish();
    require(!fault || !summary, "what has a fault proves nothing");
    require(fault || summary || !summary.error().why.isEmpty(), "a fault has a code");
    require(!summary || read.isWhole, "only a whole file proves itself");
    require(!summary || seen == summary->organisation.entries + summary->log.entries, "every entry is seen");
}

// Records one behind the other, each behind its length in two bytes; the last hash is made right.
QByteArray fileOf(Input& in) {
    QByteArray file("BONGSUX1");
    const auto add = [&file](QByteArrayView record) {
        QByteArray length(4, '\0');
        qToBigEndian(quint32(record.size()), length.data());
        file += length;
        file += record;
    };
    while (!in.isEmpty()) {
        QByteArray record = in.piece().toByteArray();
        constexpr qsizetype hashBytes = 32;
        if (record.startsWith("\x84\x04") && record.size() > hashBytes) { // the end
            record.chop(hashBytes);
            record += sha256({file});
        }
        add(record);
    }
    return file;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const bool isRaw = in.choice(2) == 0;
    const qsizetype piece = 1 + in.choice(255) * 8;
    if (isRaw) {
        readFile(in.rest(), piece);
    } else {
        readFile(fileOf(in), piece);
    }
    return 0;
}
