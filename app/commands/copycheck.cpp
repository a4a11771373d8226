#include "commands/copycheck.h"

#include "domain/base/limits.h"
#include "files/files.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

QString translate(const char* context, const char* english) {
    return QCoreApplication::translate(context, english);
}

int bad(Output& output, const QString& words, const char* why, QJsonObject line = {}) {
    output.words(words);
    line.insert(word("why"), word(why));
    output.line({{word("bad"), line}});
    return exitcode::notVerified;
}

// The lines, from 1, that these bytes stand on, as an editor counts them.
std::pair<qsizetype, qsizetype> linesOf(const QByteArray& copy, const CopyDifference& difference) {
    const auto lineAt = [&copy](quint64 at) { return copy.left(qsizetype(at)).count('\n') + 1; };
    return {lineAt(difference.from),
            lineAt(std::max(difference.from, difference.to - (difference.to > 0 ? 1 : 0)))};
}

// Packed formats and PDF have no lines that anybody could look up.
bool hasLines(const QString& format) {
    return format == u"md" || format == u"html" || format == u"txt";
}

int altered(Output& output, const QByteArray& copy, const CopyJudgement& found) {
    const CopyDifference& where = *found.difference;
    QJsonObject line{{word("report"), qint64(found.issued.number)},
                     {word("from"), qint64(where.from)},
                     {word("to"), qint64(where.to)}};
    QString place = filled(translate("verify", "bytes %1 to %2"),
                           {QString::number(where.from), QString::number(where.to)});
    if (hasLines(found.issued.format)) {
        const auto [first, last] = linesOf(copy, where);
        line.insert(word("fromLine"), qint64(first));
        line.insert(word("toLine"), qint64(last));
        place = filled(translate("verify", "%1, lines %2 to %3"),
                       {place, QString::number(first), QString::number(last)});
    }
    return bad(
        output,
        filled(translate("verify",
                         "This is not the document that was issued as no. %1: it was altered afterwards, at "
                         "%2. The record holds, and nothing was changed. Ask for the document again (retro "
                         "get %1), and tell whoever gave you this one."),
               {QString::number(found.issued.number), place}),
        "report.altered", line);
}

} // namespace

Result<QByteArray> copyIn(const QString& path) {
    auto bytes = files::read(path, limits::blobBytes);
    return bytes && bytes->size() > limits::blobBytes
               ? refuse(refusal::tooLarge, QByteArray::number(limits::blobBytes))
               : std::move(bytes);
}

void CopyCheck::take(const Ledger& ledger, const KeptEntry& kept, const Accepted& accepted) {
    if (ledger.isOrganisation(accepted.log)) { // of an incident's texts only the salts are wanted
        m_texts.take(accepted, kept.text);
    }
    if (std::holds_alternative<RetroIssued>(accepted.facts)) {
        if (const auto row = readRow(ledger, kept)) {
            m_proof.take(*row);
        }
    }
}

int CopyCheck::same(Output& output, const Ledger& ledger, const LogId& log,
                    const CopyJudgement& found) const {
    QJsonArray signers;
    QStringList names;
    const auto& issued = ledger.incident(log)->retro.issued;
    const auto held = issued.find(*found.document);
    for (const PersonId& person : found.issued.asked) {
        const auto answer = held == issued.end() ? std::map<PersonId, Approval>::const_iterator()
                                                 : held->second.answers.find(person);
        const bool answered = held != issued.end() && answer != held->second.answers.end();
        const QString name = m_texts.personName(ledger.organisation(), person);
        signers.append(QJsonObject{
            {word("person"), person.toHex()},
            {word("name"), name},
            {word("answer"), answered ? QJsonValue(word(wordOf(answer->second))) : QJsonValue()}});
        names.append(filled(!answered ? translate("verify", "%1 (not signed yet)")
                            : answer->second == Approval::Approved ? translate("verify", "%1 (signed)")
                                                                   : translate("verify", "%1 (declined)"),
                            {name}));
    }
    output.words(filled(
        translate("verify",
                  "This is document no. %1 to the byte. It rests on the record up to entry %2, which holds. "
                  "Asked to sign it: %3."),
        {QString::number(found.issued.number), QString::number(found.issued.upTo.seq),
         names.isEmpty() ? translate("verify", "nobody") : names.join(QStringLiteral(", "))}));
    output.line({{word("report"), QJsonObject{{word("number"), qint64(found.issued.number)},
                                              {word("kind"), word(wordOf(found.issued.form))},
                                              {word("format"), found.issued.format},
                                              {word("bytes"), qint64(found.issued.size)},
                                              {word("seq"), qint64(found.seq)},
                                              {word("upTo"), qint64(found.issued.upTo.seq)},
                                              {word("asked"), signers}}}});
    return exitcode::done;
}

int CopyCheck::judge(Output& output, const Ledger& ledger, const LogId& log, const QByteArray& copy) const {
    const CopyJudgement found = m_proof.judge(copy, ledger, log);
    switch (found.kind) {
    case CopyJudgement::Kind::Same:
        return same(output, ledger, log, found);
    case CopyJudgement::Kind::Altered:
        return altered(output, copy, found);
    case CopyJudgement::Kind::Unknown:
        return bad(output,
                   translate("verify",
                             "No document that this record says was issued is like this file. Nothing was "
                             "changed. Check that it belongs to this incident."),
                   "report.unknown");
    case CopyJudgement::Kind::Unprovable:
        return bad(output,
                   translate("verify",
                             "What this record says of its documents was erased or is not open to whoever "
                             "wrote this file, so that no copy can be compared. Ask for another export."),
                   "report.unprovable");
    case CopyJudgement::Kind::WrongBasis:
        break;
    }
    return bad(output,
               filled(translate("verify",
                                "Document no. %1 names an entry %2 of the log %3 that this record does not "
                                "have: it was not made from this record. Tell an admin."),
                      {QString::number(found.issued.number), QString::number(found.wrongAt->second),
                       found.wrongAt->first.toHex()}),
               "report.basis",
               {{word("report"), qint64(found.issued.number)},
                {word("log"), found.wrongAt->first.toHex()},
                {word("seq"), qint64(found.wrongAt->second)}});
}

} // namespace bongsu
