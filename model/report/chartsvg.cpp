#include "report/chartsvg.h"

#include "report/xmltext.h"

#include <QXmlStreamWriter>

#include <cmath>

namespace bongsu {

namespace {

QString name(const char* latin) {
    return QString::fromLatin1(latin);
}

QString inkOf(int black) {
    const int light = 255 - black * 255 / 100;
    return black == noInk ? name("none")
                          : QStringLiteral("#%1").arg(light * 0x10101, 6, 16, QLatin1Char('0'));
}

} // namespace

QString svgNumber(double value) {
    return QString::number(std::round(value * 10) / 10);
}

QString svgPathOf(const ChartPath& path) {
    QString written;
    for (const auto& line : path.lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
            written += (i == 0 ? u'M' : u'L') + svgNumber(line[i].x) + u' ' + svgNumber(line[i].y);
        }
        if (path.closed) {
            written += u'Z';
        }
    }
    return written;
}

QString svgAnchorOf(ChartLabel::Side side) {
    switch (side) {
    case ChartLabel::Side::Left:
        break;
    case ChartLabel::Side::Middle:
        return name("middle");
    case ChartLabel::Side::Right:
        return name("end");
    }
    return name("start");
}

QByteArray svgFileOf(const Chart& chart, const ChartPicture& picture) {
    QByteArray out;
    QXmlStreamWriter x(&out);
    x.writeStartDocument();
    x.writeStartElement(name("svg"));
    x.writeDefaultNamespace(name("http://www.w3.org/2000/svg"));
    x.writeAttribute(name("width"), svgNumber(picture.width));
    x.writeAttribute(name("height"), svgNumber(picture.height));
    x.writeAttribute(name("viewBox"),
                     QStringLiteral("0 0 %1 %2").arg(svgNumber(picture.width), svgNumber(picture.height)));
    x.writeTextElement(name("title"), inXml(chart.title.words));
    x.writeTextElement(name("desc"), inXml(chart.description.words));
    for (const ChartPath& path : picture.paths) {
        const ChartPaperLook look = onPaper(path.look);
        x.writeEmptyElement(name("path"));
        x.writeAttribute(name("d"), svgPathOf(path));
        x.writeAttribute(name("fill"), inkOf(look.fill));
        x.writeAttribute(name("stroke"), inkOf(look.stroke));
        x.writeAttribute(name("stroke-width"), svgNumber(look.width));
        if (look.dashed) {
            x.writeAttribute(name("stroke-dasharray"), name("6 4"));
        }
    }
    for (const ChartLabel& label : picture.labels) {
        x.writeStartElement(name("text"));
        x.writeAttribute(name("x"), svgNumber(label.x));
        x.writeAttribute(name("y"), svgNumber(label.y));
        x.writeAttribute(name("text-anchor"), svgAnchorOf(label.side));
        x.writeAttribute(name("font-family"), name("Noto Sans CJK KR"));
        x.writeAttribute(name("font-size"), svgNumber(chartTextSize));
        x.writeCharacters(inXml(label.words));
        x.writeEndElement();
    }
    x.writeEndElement();
    x.writeEndDocument();
    return out;
}

} // namespace bongsu
