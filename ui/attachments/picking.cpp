#include "ui/attachments/picking.h"

#include "domain/base/limits.h"
#include "files/files.h"

#include <QBuffer>
#include <QColorSpace>
#include <QFileInfo>
#include <QImageReader>
#include <QMimeData>
#include <QPainter>
#include <QUrl>
#include <QtEndian>

#include <array>
#include <utility>

namespace bongsu {

namespace {

constexpr qint64 mostSourceBytes = 64 * 1024 * 1024; // of a picture, before it is made smaller
constexpr int mostSide = 4096;                       // px; a rack's labels are read on less
constexpr int thumbnailSide = 240;
constexpr int leastSide = 64;

// What is drawn, not what a name says: no format that draws by instructions.
bool isDrawn(const QByteArray& format) {
    static const std::array<QByteArray, 6> drawn{"jpeg", "png", "bmp", "gif", "webp", "tiff"};
    return std::find(drawn.begin(), drawn.end(), format) != drawn.end();
}

// Whether a chunk of a PNG says that it has more bytes than there are: its reader believes that, and asks for
// as much memory before it looks.
bool claimsTooMuch(const QByteArray& bytes) {
    constexpr qsizetype start = 8;
    constexpr qsizetype framing = 12; // length, type, checksum
    if (mediaOf(bytes) != Media::Png) {
        return false;
    }
    for (qsizetype at = start; bytes.size() - at >= framing;) {
        const auto length = qsizetype(qFromBigEndian<quint32>(bytes.constData() + at));
        if (length > bytes.size() - at - framing) {
            return true;
        }
        if (QByteArrayView(bytes).sliced(at + 4, 4) == QByteArrayView("IEND")) {
            return false;
        }
        at += length + framing;
    }
    return false;
}

// Reads a picture from bytes: which kind it is, how large it says it is, and what it shows.
class Reading {
  public:
    explicit Reading(const QByteArray& bytes) {
        if (!claimsTooMuch(bytes)) {
            m_buffer.setData(bytes);
        }
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setAutoTransform(true); // which side is up is drawn, not told
    }
    QImageReader* operator->() { return &m_reader; }

  private:
    QBuffer m_buffer;
    QImageReader m_reader;
};

QByteArray encoded(const QImage& image, const char* format, int quality) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return image.save(&buffer, format, quality) ? bytes : QByteArray();
}

// A JPEG has no holes: what shines through is white, as on paper.
QImage onPaper(const QImage& image) {
    if (!image.hasAlphaChannel()) {
        return image;
    }
    QImage paper(image.size(), QImage::Format_RGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

QImage within(const QImage& image, int side) {
    return image.width() <= side && image.height() <= side
               ? image
               : image.scaled(side, side, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

// As it looks, and nothing more: words that a program wrote into it stay behind.
QImage bare(QImage image) {
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb)) {
        image.convertToColorSpace(QColorSpace(QColorSpace::SRgb));
    }
    for (const QString& key : image.textKeys()) {
        image.setText(key, QString());
    }
    return image;
}

// The best that fits: sharper before smoother, smoother before smaller.
template <std::size_t Count>
QByteArray jpegWithin(QImage image, qsizetype most, const std::array<int, Count>& qualities) {
    constexpr double smaller = .75;
    image = onPaper(image);
    for (int side = std::max(image.width(), image.height());; side = int(side * smaller)) {
        image = within(image, side);
        for (const int quality : qualities) {
            const QByteArray bytes = encoded(image, "jpeg", quality);
            if (!bytes.isEmpty() && bytes.size() <= most) {
                return bytes;
            }
        }
        if (side < leastSide) {
            return {};
        }
    }
}

QByteArray thumbnailOf(const QImage& image) {
    return jpegWithin(within(image, thumbnailSide), limits::thumbnailBytes, std::array{75, 60, 45});
}

QString renamed(const QString& name, const char* ending) {
    return QFileInfo(name).completeBaseName() + QLatin1Char('.') + QLatin1String(ending);
}

// Screenshots stay sharp as PNG where they are small enough; what a camera made stays a JPEG.
Result<Attachment> attachmentOf(QImage image, const QString& name, bool isPhotograph) {
    image = bare(std::move(image));
    Attachment made;
    QByteArray sharp = isPhotograph ? QByteArray() : encoded(image, "png", -1);
    const bool isSharp = !sharp.isEmpty() && sharp.size() <= limits::pictureBytes;
    made.bytes = isSharp ? std::move(sharp) : jpegWithin(image, limits::pictureBytes, std::array{88, 75});
    if (made.bytes.isEmpty()) {
        return refuse(refusal::mediaDamaged);
    }
    made.fileName = renamed(name, isSharp ? "png" : "jpg");
    made.thumbnail = thumbnailOf(image);
    return made;
}

Result<Attachment> drawnAnew(const QByteArray& bytes, const QString& name) {
    Reading reading(bytes);
    const QSize size = reading->size();
    const bool isPhotograph = reading->format() == "jpeg";
    if (size.isValid() && std::max(size.width(), size.height()) > mostSide) {
        reading->setScaledSize(size.scaled(mostSide, mostSide, Qt::KeepAspectRatio));
    }
    QImage image = reading->read();
    return image.isNull() ? Result<Attachment>(refuse(refusal::mediaDamaged))
                          : attachmentOf(std::move(image), name, isPhotograph);
}

Result<Attachment> attachmentFromFile(const QString& path) {
    if (QFileInfo(path).isDir()) {
        return refuse(refusal::mediaUnknown);
    }
    const auto read = files::read(path, mostSourceBytes);
    if (!read) {
        return errorOf(read);
    }
    const QByteArray& bytes = *read;
    const QString name = QFileInfo(path).fileName();
    if (bytes.size() <= mostSourceBytes && claimsTooMuch(bytes)) {
        return refuse(refusal::mediaDamaged);
    }
    if (isDrawn(Reading(bytes)->format())) {
        return bytes.size() > mostSourceBytes
                   ? Result<Attachment>(refuse(refusal::tooLarge, QByteArray::number(mostSourceBytes)))
                   : drawnAnew(bytes, name);
    }
    if (bytes.size() > limits::blobBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(limits::blobBytes));
    }
    return mediaOf(bytes) ? Result<Attachment>(Attachment{bytes, name}) : refuse(refusal::mediaUnknown);
}

std::vector<QString> filesIn(const QMimeData& data) {
    std::vector<QString> paths;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && paths.size() <= std::size_t(limits::attachmentsHeld)) {
            paths.push_back(url.toLocalFile());
        }
    }
    return paths;
}

bool isPictureAlone(const QMimeData& data) {
    return data.hasImage() && !data.hasText();
}

} // namespace

bool holdsGiven(const QMimeData& data) {
    return isPictureAlone(data) || !filesIn(data).empty();
}

std::vector<Given> givenIn(const QMimeData& data, const QString& pictureName) {
    std::vector<Given> given;
    for (const QString& path : filesIn(data)) {
        given.push_back({path});
    }
    if (given.empty() && isPictureAlone(data)) {
        const auto picture = qvariant_cast<QImage>(data.imageData());
        if (!picture.isNull()) {
            given.push_back({{}, picture, pictureName});
        }
    }
    return given;
}

Result<Attachment> attachmentFrom(const Given& given) {
    if (!given.path.isEmpty()) {
        return attachmentFromFile(given.path);
    }
    return attachmentOf(within(given.picture, mostSide), given.name, false);
}

QImage thumbnailFrom(const QByteArray& jpeg) {
    if (mediaOf(jpeg) != Media::Jpeg) {
        return {};
    }
    Reading reading(jpeg);
    const QSize size = reading->size();
    const bool isSmall = size.isValid() && size.width() <= thumbnailSide && size.height() <= thumbnailSide;
    return isSmall ? reading->read() : QImage();
}

QImage pictureFrom(const QByteArray& bytes) {
    const auto media = mediaOf(bytes);
    return media == Media::Jpeg || media == Media::Png ? Reading(bytes)->read() : QImage();
}

} // namespace bongsu
