// Pictures that others attached or that a person chose, as they are drawn: Qt's readers behind our limits.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "ui/attachments/picking.h"

#include <QFile>
#include <QTemporaryDir>

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void choose(QByteArrayView bytes) {
    static const QTemporaryDir folder;
    static const QString path = folder.filePath(QStringLiteral("picture"));
    QFile file(path);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate) &&
                file.write(bytes.data(), bytes.size()) == bytes.size(),
            "the file can be written");
    file.close();
    const auto attachment = attachmentFrom({.path = path});
    if (!attachment) {
        requireCode(attachment.error());
        return;
    }
    require(attachment->thumbnail.size() <= limits::thumbnailBytes, "no thumbnail is over its limit");
    require(attachment->thumbnail.isEmpty() || attachment->bytes.size() <= limits::pictureBytes,
            "no picture is over its limit");
    require(attachment->thumbnail.isEmpty() || !thumbnailFrom(attachment->thumbnail).isNull(),
            "a thumbnail that is made is shown");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int which = in.choice(3);
    const QByteArray bytes = in.rest().toByteArray();
    if (which == 0) {
        choose(bytes);
    } else if (which == 1) {
        pictureFrom(bytes);
    } else {
        const QImage thumbnail = thumbnailFrom(bytes);
        require(thumbnail.isNull() || (thumbnail.width() <= 240 && thumbnail.height() <= 240),
                "no thumbnail is larger than one is");
    }
    return 0;
}
