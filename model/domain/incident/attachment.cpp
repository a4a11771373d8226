#include "domain/incident/attachment.h"

#include "domain/base/cbor.h"
#include "domain/base/hash.h"
#include "domain/base/limits.h"

#include <QStringDecoder>
#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <map>

namespace bongsu {

namespace {

constexpr QByteArrayView jpegStart("\xff\xd8\xff");
constexpr QByteArrayView pngStart("\x89PNG\r\n\x1a\n", 8);
constexpr QByteArrayView pdfStart("%PDF-");

// UTF-8 that people can read: no control characters but those of lines and tabs.
bool isPlainText(QByteArrayView bytes) {
    const bool steers = std::any_of(bytes.begin(), bytes.end(), [](char c) {
        return (quint8(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7f;
    });
    if (bytes.isEmpty() || steers) {
        return false;
    }
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString decoded = decoder(bytes);
    return !decoder.hasError() && !decoded.isEmpty();
}

// One marker segment of a JPEG: what stands behind its length.
struct Segment {
    quint8 marker;
    QByteArrayView body;

    QByteArray bytes() const {
        QByteArray out("\xff");
        out.append(char(marker));
        const auto length = quint16(body.size() + 2);
        out.append(char(length >> 8)).append(char(length & 0xff));
        return out.append(body);
    }
};

namespace marker {
constexpr quint8 start = 0xd8;
constexpr quint8 end = 0xd9;
constexpr quint8 scan = 0xda;
constexpr quint8 app0 = 0xe0;
constexpr quint8 app1 = 0xe1;
constexpr quint8 app2 = 0xe2;
constexpr quint8 app14 = 0xee;
constexpr quint8 app15 = 0xef;
constexpr quint8 comment = 0xfe;
constexpr quint8 restart0 = 0xd0;
constexpr quint8 restart7 = 0xd7;
} // namespace marker

// JFIF's own, the colour profile and Adobe's note on colours are needed to draw the picture right.
bool isNeeded(const Segment& segment) {
    if (segment.marker == marker::comment) {
        return false;
    }
    if (segment.marker < marker::app0 || segment.marker > marker::app15) {
        return true;
    }
    return (segment.marker == marker::app0 && segment.body.startsWith("JFIF")) ||
           (segment.marker == marker::app2 && segment.body.startsWith(QByteArrayView("ICC_PROFILE\0", 12))) ||
           (segment.marker == marker::app14 && segment.body.startsWith("Adobe"));
}

template <class Number>
std::optional<Number> numberAt(QByteArrayView bytes, qsizetype at, bool bigEndian) {
    if (at < 0 || at + qsizetype(sizeof(Number)) > bytes.size()) {
        return std::nullopt;
    }
    return bigEndian ? qFromBigEndian<Number>(bytes.data() + at)
                     : qFromLittleEndian<Number>(bytes.data() + at);
}

// Which side of the picture is up, 1 to 8, as its EXIF says; nothing where it does not.
std::optional<quint16> orientationIn(QByteArrayView exif) {
    constexpr quint16 orientationTag = 0x0112;
    constexpr quint16 shortType = 3;
    constexpr int entryBytes = 12;
    if (!exif.startsWith(QByteArrayView("Exif\0\0", 6))) {
        return std::nullopt;
    }
    const QByteArrayView tiff = exif.sliced(6);
    const bool big = tiff.startsWith("MM");
    const auto directory = numberAt<quint32>(tiff, 4, big);
    const auto count = directory ? numberAt<quint16>(tiff, qsizetype(*directory), big) : std::nullopt;
    if (!count || (!big && !tiff.startsWith("II"))) {
        return std::nullopt;
    }
    for (int i = 0; i < int(*count); ++i) {
        const qsizetype at = qsizetype(*directory) + 2 + qsizetype(i) * entryBytes;
        const auto tag = numberAt<quint16>(tiff, at, big);
        if (!tag) {
            return std::nullopt;
        }
        const auto value = numberAt<quint16>(tiff, at + 8, big);
        if (*tag == orientationTag && numberAt<quint16>(tiff, at + 2, big) == shortType && value) {
            return *value >= 1 && *value <= 8 ? value : std::nullopt;
        }
    }
    return std::nullopt;
}

// An EXIF segment that says this and nothing else.
QByteArray orientationSegment(quint16 orientation) {
    QByteArray body("Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 25);
    body.append(char(orientation)).append(QByteArray(6, '\0'));
    return Segment{marker::app1, body}.bytes();
}

class JpegCleaner {
  public:
    explicit JpegCleaner(QByteArrayView in) : m_in(in) {}

    // Nothing: it is damaged.
    std::optional<QByteArray> clean() {
        m_out = QByteArray("\xff\xd8");
        m_at = 2;
        for (int left = limits::pictureSegments; left > 0; --left) {
            const auto segment = next();
            if (!segment) {
                return std::nullopt;
            }
            if (segment->marker == marker::end) {
                // What stands behind the end is no part of the picture.
                return m_hasScan ? std::optional(m_out.append("\xff\xd9")) : std::nullopt;
            }
            take(*segment);
        }
        return std::nullopt;
    }

  private:
    std::optional<Segment> next() {
        if (m_at + 1 >= m_in.size() || quint8(m_in[m_at]) != 0xff) {
            return std::nullopt;
        }
        while (m_at + 1 < m_in.size() && quint8(m_in[m_at + 1]) == 0xff) {
            ++m_at; // fill bytes
        }
        if (m_at + 1 >= m_in.size()) {
            return std::nullopt;
        }
        const auto kind = quint8(m_in[m_at + 1]);
        m_at += 2;
        if (kind == marker::end) {
            return Segment{kind, {}};
        }
        const auto length = numberAt<quint16>(m_in, m_at, true);
        const bool standsAlone = kind <= 0x01 || (kind >= marker::restart0 && kind <= marker::start);
        if (standsAlone || !length || *length < 2 || m_at + *length > m_in.size()) {
            return std::nullopt;
        }
        const Segment segment{kind, m_in.sliced(m_at + 2, *length - 2)};
        m_at += *length;
        return segment;
    }

    void take(const Segment& segment) {
        if (const auto orientation =
                segment.marker == marker::app1 ? orientationIn(segment.body) : std::nullopt;
            orientation && *orientation != 1 && !std::exchange(m_hasOrientation, true)) {
            m_out.append(orientationSegment(*orientation));
        }
        if (isNeeded(segment)) {
            m_out.append(segment.bytes());
        }
        if (segment.marker == marker::scan) {
            takeScan();
        }
    }

    // Up to the next marker that is neither a restart nor a stuffed byte.
    void takeScan() {
        m_hasScan = true;
        const qsizetype from = m_at;
        while (m_at + 1 < m_in.size()) {
            const auto second = quint8(m_in[m_at + 1]);
            const bool isData = quint8(m_in[m_at]) != 0xff || second == 0 ||
                                (second >= marker::restart0 && second <= marker::restart7);
            if (!isData) {
                break;
            }
            ++m_at;
        }
        m_out.append(m_in.sliced(from, m_at - from));
    }

    QByteArrayView m_in;
    QByteArray m_out;
    qsizetype m_at = 0;
    bool m_hasScan = false;
    bool m_hasOrientation = false;
};

// What a PNG is drawn from; all else (texts, times, EXIF, animations, private chunks) goes.
bool isDrawn(QByteArrayView type) {
    static constexpr std::array drawn{"IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA",
                                      "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs"};
    return std::any_of(drawn.begin(), drawn.end(), [&](const char* one) { return type == one; });
}

std::optional<QByteArray> cleanedPng(QByteArrayView in) {
    constexpr qsizetype framing = 12; // length, type, checksum
    QByteArray out = pngStart.toByteArray();
    qsizetype at = pngStart.size();
    for (int left = limits::pictureSegments; left > 0; --left) {
        const auto length = numberAt<quint32>(in, at, true);
        if (!length || qint64(*length) + framing > qint64(in.size() - at)) {
            return std::nullopt;
        }
        const QByteArrayView chunk = in.sliced(at, qsizetype(*length) + framing);
        const QByteArrayView type = chunk.sliced(4, 4);
        const bool isFirst = at == pngStart.size();
        if (isFirst != (type == QByteArrayView("IHDR"))) {
            return std::nullopt;
        }
        if (isDrawn(type)) {
            out.append(chunk);
        }
        if (type == QByteArrayView("IEND")) {
            return out; // what stands behind it is no part of the picture
        }
        at += chunk.size();
    }
    return std::nullopt;
}

// Cut between two characters.
void shorten(QString& name, qsizetype bytes) {
    while (name.toUtf8().size() > bytes) {
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    }
}

// The end of a path's name, cut where it is too long.
QString shortName(const QString& path) {
    QString name = path.section(QLatin1Char('/'), -1).section(QLatin1Char('\\'), -1).simplified();
    shorten(name, limits::fileNameBytes);
    return name;
}

} // namespace

std::optional<Media> mediaOf(QByteArrayView bytes) {
    if (bytes.startsWith(jpegStart)) {
        return Media::Jpeg;
    }
    if (bytes.startsWith(pngStart)) {
        return Media::Png;
    }
    if (bytes.startsWith(pdfStart)) {
        return Media::Pdf;
    }
    return isPlainText(bytes) ? std::optional(Media::Text) : std::nullopt;
}

Result<QByteArray> withoutMetadata(Media media, QByteArrayView bytes) {
    if (media == Media::Pdf || media == Media::Text) {
        return bytes.toByteArray();
    }
    auto cleaned = media == Media::Jpeg ? JpegCleaner(bytes).clean() : cleanedPng(bytes);
    return cleaned ? Result<QByteArray>(std::move(*cleaned)) : refuse(refusal::mediaDamaged);
}

QString safeFileName(const QString& name, Media media) {
    static const std::map<Media, QStringList> endings{
        {Media::Jpeg, {QStringLiteral("jpg"), QStringLiteral("jpeg")}},
        {Media::Png, {QStringLiteral("png")}},
        {Media::Pdf, {QStringLiteral("pdf")}},
        {Media::Text,
         {QStringLiteral("txt"), QStringLiteral("log"), QStringLiteral("csv"), QStringLiteral("md"),
          QStringLiteral("json"), QStringLiteral("yaml"), QStringLiteral("yml")}}};
    QString safe;
    for (const QChar c : shortName(name)) {
        const bool isHarmless = c.isPrint() && !QStringView(u"<>:\"/\\|?*").contains(c);
        safe += isHarmless || c.isSurrogate() ? c : u'_';
    }
    while (safe.startsWith(u'.') || safe.startsWith(u' ')) {
        safe.remove(0, 1);
    }
    const QStringList& known = endings.at(media);
    const QString ending = safe.section(u'.', -1).toLower();
    if (safe.contains(u'.') && known.contains(ending)) {
        return safe;
    }
    const QString added = u'.' + known.front();
    shorten(safe, limits::fileNameBytes - added.size());
    return (safe.isEmpty() ? QStringLiteral("bongsu") : safe) + added;
}

BlobId blobIdOf(const Salt& salt, QByteArrayView bytes) {
    return taggedHashAs<BlobId>("blob", {salt.view(), bytes});
}

Result<PreparedAttachment> prepare(const Attachment& attachment, const Salt& salt) {
    if (attachment.bytes.size() > limits::blobBytes) {
        return refuse(refusal::tooLarge, QByteArray::number(limits::blobBytes));
    }
    const auto media = mediaOf(attachment.bytes);
    if (!media) {
        return refuse(refusal::mediaUnknown);
    }
    auto bytes = withoutMetadata(*media, attachment.bytes);
    if (!bytes) {
        return errorOf(bytes);
    }
    if (quint64(bytes->size()) > mostBytes(*media)) {
        return refuse(refusal::tooLarge, QByteArray::number(mostBytes(*media)));
    }
    Text text;
    if (const QString name = shortName(attachment.fileName); !name.isEmpty()) {
        text.fileName = name;
    }
    text.blobSalt = salt;
    if (!attachment.thumbnail.isEmpty() && attachment.thumbnail.size() <= limits::thumbnailBytes) {
        text.thumbnail = attachment.thumbnail;
    }
    const AttachmentAdded facts{{}, *media, blobIdOf(salt, *bytes), quint64(bytes->size())};
    auto fitting = described({facts, std::move(text)}, {attachment.caption, {}, attachment.target});
    if (!fitting) {
        return errorOf(fitting);
    }
    return PreparedAttachment{std::move(fitting->facts), std::move(fitting->text), std::move(*bytes)};
}

Result<HeldAttachment> described(HeldAttachment held, const AttachmentWords& words) {
    held.facts.line.occurredAt = words.occurredAt;
    held.facts.target = words.target;
    held.text.text = words.caption.isEmpty() ? std::nullopt : std::optional(words.caption);
    const auto fits = [&held] {
        return encodeBody(held.facts).size() + encodeBody(held.text).size() <= limits::partsBytes;
    };
    if (!fits()) {
        held.text.thumbnail.reset();
    }
    return fits() ? Result<HeldAttachment>(std::move(held)) : refuse(refusal::tooLarge, "text");
}

QByteArray toBytes(const std::vector<HeldAttachment>& held) {
    if (held.empty()) {
        return {};
    }
    CborWriter out;
    out.array(2 * held.size());
    for (const HeldAttachment& one : held) {
        out.bytes(encodeBody(one.facts)).bytes(encodeBody(one.text));
    }
    return out.take();
}

std::vector<HeldAttachment> heldFromBytes(QByteArrayView bytes) {
    std::vector<HeldAttachment> held;
    CborReader in(bytes);
    for (quint64 left = in.array() / 2; left > 0 && in.ok(); --left) {
        const auto facts = decodeBody<AttachmentAdded>(in.bytesView());
        const auto text = decodeBody<Text>(in.bytesView());
        if (!facts || !text) {
            return {};
        }
        held.push_back({*facts, *text});
    }
    return in.finished() ? held : std::vector<HeldAttachment>();
}

} // namespace bongsu
