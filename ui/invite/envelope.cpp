#include "ui/invite/envelope.h"

#include "domain/organisation/inviting.h"
#include "files/exportfile.h"
#include "ui/style/qrpicture.h"
#include "ui/style/theme.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QFontDatabase>
#include <QMarginsF>
#include <QPageLayout>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace bongsu {

namespace {

// Millimetres. Folded twice it fits a long envelope, the first third outside.
constexpr QSizeF page(210, 297);
constexpr qreal third = 99;
constexpr qreal rim = 20;
constexpr qreal foldMark = 6;
constexpr qreal pictureSide = 70;
constexpr qreal gap = 6;
constexpr qreal ruleWidth = 0.2;

constexpr int groupLength = 8;
constexpr int groupsPerRow = 6;

// Heights of letters.
constexpr qreal large = 7;
constexpr qreal usual = 4;
constexpr qreal typed = 4.4;

QString words(const char* english) {
    return QCoreApplication::translate("Envelope", english);
}

// Text in a page measured in millimetres: fonts have whole pixels, so it is drawn larger and scaled down.
class Pen {
  public:
    explicit Pen(QPainter& painter) : m_painter(painter) {}

    void write(const QRectF& where, const QString& text, qreal height, bool bold = false,
               bool fixed = false) {
        m_painter.save();
        QFont font = fixed ? QFontDatabase::systemFont(QFontDatabase::FixedFont)
                           : Theme::font(TextSize::Body, bold ? Weight::Bold : Weight::Normal);
        font.setPixelSize(fine);
        m_painter.setFont(font);
        const qreal scale = height / fine;
        m_painter.translate(where.topLeft());
        m_painter.scale(scale, scale);
        m_painter.drawText(QRectF(0, 0, where.width() / scale, where.height() / scale),
                           Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, text);
        m_painter.restore();
    }

  private:
    static constexpr int fine = 100;
    QPainter& m_painter;
};

void drawFolds(QPainter& painter) {
    for (const qreal fold : {third, 2 * third}) {
        painter.drawLine(QPointF(0, fold), QPointF(foldMark, fold));
        painter.drawLine(QPointF(page.width() - foldMark, fold), QPointF(page.width(), fold));
    }
}

void drawOutside(QPainter& painter, Pen& pen, const Envelope& envelope) {
    const qreal width = page.width() - 2 * rim;
    pen.write({rim, rim, width, 10}, words(QT_TRANSLATE_NOOP("Envelope", "Emergency invite, sealed")), large,
              true);
    pen.write({rim, rim + 12, width, 8}, envelope.organisation, large);
    pen.write({rim, rim + 26, width, 14},
              filled(words(QT_TRANSLATE_NOOP(
                         "Envelope", "Open only in an emergency. Whoever opens it joins the record as "
                                     "responder, one person, until %1. Issued %2.")),
                     {envelope.until, envelope.issued}),
              usual);
    const qreal hand = rim + 52;
    pen.write({rim, hand, width, 6}, words(QT_TRANSLATE_NOOP("Envelope", "Kept by")), usual);
    pen.write({rim, hand + 12, width, 6}, words(QT_TRANSLATE_NOOP("Envelope", "Opened by, and when")), usual);
    for (const qreal line : {hand + 6, hand + 18}) {
        painter.drawLine(QPointF(rim + 50, line), QPointF(page.width() - rim, line));
    }
}

void drawInside(QPainter& painter, Pen& pen, const Envelope& envelope) {
    const qreal top = third + gap;
    drawQr(painter, {rim, top}, pictureSide, envelope.line);
    const qreal left = rim + pictureSide + gap;
    pen.write(
        {left, top + 4, page.width() - rim - left, pictureSide},
        words(QT_TRANSLATE_NOOP(
            "Envelope", "1. Open Bongsu on a computer that has not joined yet.\n\n"
                        "2. Photograph the picture and paste what it says, or type the line below as it is "
                        "printed; large and small letters differ, spaces do not matter.\n\n"
                        "3. Type your name. You are in. Then tell an admin that this envelope was opened.")),
        usual);
}

void drawLine(Pen& pen, const QString& line) {
    const qreal top = 2 * third + gap;
    pen.write({rim, top, page.width() - 2 * rim, 6}, words(QT_TRANSLATE_NOOP("Envelope", "The line")), usual,
              true);
    const QStringList groups = lineInGroups(line);
    QStringList rows;
    for (qsizetype i = 0; i < groups.size(); i += groupsPerRow) {
        rows += groups.mid(i, groupsPerRow).join(u' ');
    }
    pen.write({rim, top + 8, page.width() - 2 * rim, third - 20}, rows.join(u'\n'), typed, false, true);
}

} // namespace

QStringList lineInGroups(const QString& line) {
    QStringList groups;
    for (qsizetype at = 0; at < line.size(); at += groupLength) {
        groups += line.mid(at, groupLength);
    }
    return groups;
}

void drawEnvelope(QPainter& painter, const Envelope& envelope) {
    painter.fillRect(QRectF(QPointF(), page), Qt::white);
    painter.setPen(QPen(Qt::black, ruleWidth));
    Pen pen(painter);
    drawFolds(painter);
    drawOutside(painter, pen, envelope);
    drawInside(painter, pen, envelope);
    drawLine(pen, envelope.line);
}

Envelope envelopeOf(const Journal& journal, const QString& line, Moment now) {
    return {journal.texts().organisationName(journal.organisation()), line, dayHeading(dayOf(now)),
            dayHeading(dayOf(now + envelopeTerms().valid))};
}

Outcome printEnvelope(QPagedPaintDevice& device, const Envelope& envelope) {
    device.setPageSize(QPageSize(QPageSize::A4));
    device.setPageOrientation(QPageLayout::Portrait);
    device.setPageMargins(QMarginsF());
    QPainter painter;
    if (!painter.begin(&device)) {
        return fail(failure::disk, "printer");
    }
    painter.scale(device.width() / page.width(), device.height() / page.height());
    drawEnvelope(painter, envelope);
    return painter.end() ? Outcome(std::monostate{}) : fail(failure::disk, "printer");
}

Outcome writeEnvelope(const QString& path, const Envelope& envelope) {
    if (QFileInfo::exists(path)) {
        return fail(failure::disk, path.toUtf8() + ": exists");
    }
    ExportFile file(path); // its owner's alone: whoever reads it may join
    const Outcome drawn = file.open().and_then([&](auto) {
        QPdfWriter writer(&file.device());
        writer.setTitle(words(QT_TRANSLATE_NOOP("Envelope", "Emergency invite, sealed")));
        return printEnvelope(writer, envelope);
    });
    return drawn ? file.commit() : drawn;
}

} // namespace bongsu
