// What people paste, drop or choose, made ready to be attached: a picture is drawn anew, so that nothing but
// what is seen of it goes out, made small enough, and gets a thumbnail.
#pragma once

#include "domain/incident/attachment.h"

#include <QImage>

#include <vector>

class QMimeData;

namespace bongsu {

// One thing that somebody gave: a file by its path, or a picture that has no file.
struct Given {
    QString path{};   // empty: the picture
    QImage picture{}; // from the clipboard
    QString name{};   // of the picture, as a file would have it
};

// Whether pasting or dropping this attaches something. Words beside a picture (a spreadsheet gives both) are
// words.
bool holdsGiven(const QMimeData& data);
// At most one more than limits::attachmentsHeld. `pictureName`: of a picture that has no file.
std::vector<Given> givenIn(const QMimeData& data, const QString& pictureName);

// Reads, draws and encodes: some hundred milliseconds for a camera's picture, on any thread. Refusals
// media.unknown, media.damaged, too_large (as of prepare()); failure disk with the system's words: it cannot
// be read.
Result<Attachment> attachmentFrom(const Given& given);

// What a thumbnail shows; nothing for what is none, or claims to be larger than a thumbnail is.
QImage thumbnailFrom(const QByteArray& jpeg);
// What an attached picture shows; nothing for what cannot be drawn.
QImage pictureFrom(const QByteArray& bytes);

} // namespace bongsu
