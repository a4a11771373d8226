#include "ui/retro/retrodrafts.h"

#include "domain/base/limits.h"

#include <QCryptographicHash>

namespace bongsu {

namespace {

constexpr qsizetype logDigits = 24; // of a log's id: a setting's key is short
constexpr qsizetype nameDigits = 16;
// A section is longer than a setting may be: it is kept in as many as it needs.
constexpr int mostParts = limits::sectionBytes / limits::settingBytes + 2;

QByteArray keyOf(const LogId& log, const QString& section, int part) {
    const QByteArray name = QCryptographicHash::hash(section.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "retro." + log.toHex().first(logDigits).toLatin1() + '.' + name.first(nameDigits) + '.' +
           QByteArray::number(part);
}

// One line of what it is, then the words as they are.
QByteArray bytesOf(const SectionDraft& draft) {
    QByteArray bytes = wordOf(draft.openTo);
    for (const EventId& version : draft.against) {
        bytes += ' ' + version.toHex().toLatin1();
    }
    return bytes + '\n' + draft.words.toUtf8();
}

void put(Journal& journal, const QByteArray& key, const QByteArray& value) {
    if (journal.setting(key) != value) {
        journal.setSetting(key, value);
    }
}

} // namespace

void keepDraft(Journal& journal, const LogId& log, const QString& section, const SectionDraft& draft) {
    const QByteArray bytes = bytesOf(draft);
    for (int part = 0; part < mostParts; ++part) {
        put(journal, keyOf(log, section, part),
            bytes.mid(qsizetype(part) * limits::settingBytes, limits::settingBytes));
    }
}

void dropDraft(Journal& journal, const LogId& log, const QString& section) {
    for (int part = 0; part < mostParts; ++part) {
        put(journal, keyOf(log, section, part), {});
    }
}

std::optional<SectionDraft> draftOf(const Journal& journal, const LogId& log, const QString& section) {
    QByteArray bytes;
    for (int part = 0; part < mostParts; ++part) {
        bytes += journal.setting(keyOf(log, section, part));
    }
    const qsizetype end = bytes.indexOf('\n');
    if (end < 0) {
        return std::nullopt;
    }
    SectionDraft draft{QString::fromUtf8(bytes.sliced(end + 1))};
    const QList<QByteArray> head = bytes.first(end).split(' ');
    draft.openTo = fromWord<OpenTo>(head.front()).value_or(OpenTo::Organisation);
    for (qsizetype i = 1; i < head.size(); ++i) {
        if (const auto version = EventId::tryFromHex(QString::fromLatin1(head[i]))) {
            draft.against.push_back(*version);
        }
    }
    return draft;
}

} // namespace bongsu
