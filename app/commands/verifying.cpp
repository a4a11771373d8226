#include "commands/verifying.h"

#include "commands/copycheck.h"

#include "domain/log/exportproof.h"
#include "identity/ed25519.h"

#include <QCoreApplication>
#include <QFile>

namespace bongsu {

namespace {

constexpr qint64 pieceBytes = 256 * 1024;

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// The last line of whatever is not verified.
QJsonObject badPlace(const QString& log, quint64 seq, const QString& why) {
    return {{word("bad"), QJsonObject{{word("log"), log}, {word("seq"), qint64(seq)}, {word("why"), why}}}};
}

int wrongUse(Output& output, const QString& fault) {
    output.words(fault);
    output.line({{word("error"), QJsonObject{{word("code"), word("usage")}}}});
    return exitcode::usage;
}

int unreadable(Output& output, const QFile& file) {
    output.words(QCoreApplication::translate(
                     "verify", "The file %1 cannot be read: %2. Nothing was verified, and nothing was "
                               "changed. Look whether it is there and whether you may read it.")
                     .arg(file.fileName(), file.errorString()));
    output.line({{word("error"), QJsonObject{{word("code"), word(failure::disk)}}}});
    return exitcode::failed;
}

int notVerified(Output& output, const ExportFault& fault) {
    output.words(QCoreApplication::translate(
                     "verify",
                     "This file does not prove its record. The first fault is at entry %1 of the log %2 "
                     "(%3). What stands before that place holds, and the file was not changed. Check that "
                     "the organisation's id is the right one, and ask for the file again; if the fault "
                     "stays, tell an admin.")
                     .arg(QString::number(fault.seq), fault.log.toHex(), QString::fromLatin1(fault.why)));
    output.line(badPlace(fault.log.toHex(), fault.seq, QString::fromLatin1(fault.why)));
    return exitcode::notVerified;
}

QJsonObject textsOf(const ExportCounts& counts) {
    return {{word("present"), qint64(counts.present)},
            {word("withheld"), qint64(counts.withheld)},
            {word("erased"), qint64(counts.erased)}};
}

int verified(Output& output, const ExportSummary& summary) {
    const ExportBegin& begin = summary.begin;
    const ExportCounts& counts = begin.log == LogId::of(begin.org) ? summary.organisation : summary.log;
    output.words(
        QCoreApplication::translate(
            "verify", "Verified: every hash, signature and verdict holds, up to entry %1 of the log %2.")
            .arg(QString::number(counts.entries), begin.log.toHex()));
    output.line(
        {{word("verified"),
          QJsonObject{{word("org"), begin.org.toHex()},
                      {word("log"), begin.log.toHex()},
                      {word("software"), begin.software},
                      {word("exportedAt"), toIso(begin.exportedAt)},
                      {word("entries"), qint64(counts.entries)},
                      {word("void"), qint64(counts.voids)},
                      {word("texts"), textsOf(counts)},
                      {word("organisationEntries"), qint64(summary.organisation.entries)},
                      {word("organisationVoid"), qint64(summary.organisation.voids)},
                      {word("organisationTexts"), textsOf(summary.organisation)},
                      {word("head"), QJsonObject{{word("epoch"), summary.head.epoch.toHex()},
                                                 {word("seq"), qint64(summary.head.seq)},
                                                 {word("hash"), summary.head.hash.toHex()},
                                                 {word("recordedAt"), toIso(summary.head.recordedAt)},
                                                 {word("signedAt"), toIso(summary.head.signedAt)}}}}}});
    return exitcode::done;
}

} // namespace

Usage verifyFileUsage() {
    return {word("verify --file FILE --org ID [--report FILE]"),
            0,
            0,
            {word("file="), word("org="), word("report=")}};
}

bool asksForFile(const QStringList& words) {
    const auto isFile = [](const QString& given) {
        return given == word("--file") || given.startsWith(word("--file="));
    };
    return words.value(0) == word("verify") && std::any_of(words.begin(), words.end(), isFile);
}

// The file needs no limit as a whole: it is read in pieces, each record has its limit, and only what was
// verified is remembered, which nobody can make longer without the organisation's keys.
int verifyFile(const QStringList& words, Output& output) {
    QString fault;
    const auto arguments = Arguments::parse(words.mid(1), verifyFileUsage(), fault);
    if (!arguments) {
        return wrongUse(output, fault);
    }
    const auto org = OrgId::tryFromHex(arguments->value(word("org")).value_or(QString()));
    if (!org) {
        return wrongUse(output, QCoreApplication::translate(
                                    "verify", "--org takes the organisation's id, 64 hexadecimal digits."));
    }
    std::optional<QByteArray> copy;
    if (const auto path = arguments->value(word("report"))) {
        const auto bytes = copyIn(*path);
        if (!bytes) {
            return reportError(output, bytes.error());
        }
        copy = *bytes;
    }
    const Ed25519Verifier verifier;
    CopyCheck check;
    ExportProof proof(*org, verifier, [&](const KeptEntry& kept, const Accepted& accepted) {
        check.take(proof.ledger(), kept, accepted);
    });
    QFile file(*arguments->value(word("file")));
    if (!file.open(QIODevice::ReadOnly)) {
        return unreadable(output, file);
    }
    for (;;) {
        const QByteArray piece = file.read(pieceBytes);
        if (file.error() != QFile::NoError) {
            return unreadable(output, file);
        }
        if (piece.isEmpty()) {
            break;
        }
        if (const auto found = proof.feed(piece)) {
            return notVerified(output, *found);
        }
    }
    const auto summary = proof.finish();
    if (!summary) {
        return notVerified(output, summary.error());
    }
    const int code = verified(output, *summary);
    return copy ? check.judge(output, proof.ledger(), summary->begin.log, *copy) : code;
}

// Storage and replay name a place in the detail: "log seq what".
int reportDamage(Output& output, const Error& error) {
    const auto* failure = std::get_if<Failure>(&error);
    const QByteArrayList place = failure ? failure->detail.split(' ') : QByteArrayList();
    bool isNumber = false;
    const quint64 seq = place.value(1).toULongLong(&isNumber);
    const auto log = LogId::tryFromHex(QString::fromLatin1(place.value(0)));
    if (!failure || failure->code != failure::corrupt || !isNumber || !log) {
        return reportError(output, error);
    }
    const QString why = QString::fromUtf8(place.mid(2).join(' '));
    output.words(
        QCoreApplication::translate(
            "verify",
            "The record in this home is damaged at entry %1 of the log %2 (%3). Nothing was deleted, and "
            "what stands before that place holds. Restore a backup, or join again: the relay has "
            "the same record.")
            .arg(QString::number(seq), log->toHex(), why));
    output.line(badPlace(log->toHex(), seq, why));
    return exitcode::notVerified;
}

} // namespace bongsu
