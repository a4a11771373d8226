#include "ui/style/qrpicture.h"

#include "ui/style/tokens.h"

#include <QPainter>

#include <algorithm>
#include <optional>
#include <qrcodegen/qrcodegen.hpp>

namespace bongsu {

namespace {

constexpr int quietZone = 4;
constexpr int leastModule = 4;        // px: below it phones at arm's length fail
constexpr Length usualSide{300};      // px
constexpr qsizetype mostBytes = 1200; // of what is drawn here; level L holds 2,953

// Level L: nothing covers the picture, and larger modules are read from farther away.
std::optional<qrcodegen::QrCode> codeOf(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > mostBytes) {
        return std::nullopt;
    }
    return qrcodegen::QrCode::encodeText(bytes.constData(), qrcodegen::QrCode::Ecc::LOW);
}

} // namespace

int qrModules(const QString& text) {
    const auto code = codeOf(text);
    return code ? code->getSize() + 2 * quietZone : 0;
}

void drawQr(QPainter& painter, const QPointF& topLeft, qreal side, const QString& text) {
    const auto code = codeOf(text);
    if (!code) {
        return;
    }
    const int modules = code->getSize() + 2 * quietZone;
    const bool whole = side >= modules * leastModule;
    const qreal module = whole ? qreal(int(side / modules)) : side / modules;
    const qreal rim = (side - module * modules) / 2;
    painter.fillRect(QRectF(topLeft, QSizeF(side, side)), Qt::white);
    for (int y = 0; y < code->getSize(); ++y) {
        for (int x = 0; x < code->getSize(); ++x) {
            if (code->getModule(x, y)) {
                painter.fillRect(
                    QRectF(topLeft + QPointF(rim + (x + quietZone) * module, rim + (y + quietZone) * module),
                           QSizeF(module, module)),
                    Qt::black);
            }
        }
    }
}

QrPicture::QrPicture(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void QrPicture::show(const QString& text) {
    m_text = text;
    setFixedSize(sizeHint());
    update();
}

QSize QrPicture::sizeHint() const {
    const int modules = qrModules(m_text);
    const int module = modules == 0 ? leastModule : std::max(leastModule, usualSide / modules);
    return {modules * module, modules * module};
}

void QrPicture::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    drawQr(painter, {0, 0}, width(), m_text);
}

} // namespace bongsu
