#include "ui/outgoing/documentpaper.h"

#include "ui/outgoing/chartpaper.h"
#include "wording/template.h"

#include <algorithm>

namespace bongsu {

namespace {

using Kind = DocumentBlock::Kind;

constexpr double pageWidth = 180;  // of its words, in millimetres
constexpr double roomToWrite = 14; // below what a person is asked
constexpr double usual = 9.5;      // points
constexpr double small = 8;

const QString entriesKey = QStringLiteral("entries");

QString said(const DocumentText& text) {
    QString words = text.words;
    for (const quint64 seq : text.entries) {
        words += QStringLiteral(" #%1").arg(seq);
    }
    return words;
}

// A syllable of Hangul is as wide as two Latin letters.
int widthOf(const QString& words) {
    return int(std::count_if(words.begin(), words.end(), [](QChar c) { return c.unicode() >= 0x1100; }) +
               words.size());
}

// As wide as what stands in them, within bounds: long texts are broken.
std::vector<PaperColumn> columnsOf(const DocumentBlock& table) {
    constexpr int least = 8;
    constexpr int most = 44;
    std::vector<int> widths;
    int all = 0;
    for (std::size_t column = 0; column < table.columns.size(); ++column) {
        int widest = widthOf(table.columns[column]);
        for (const auto& row : table.rows) {
            widest = std::max(widest, widthOf(said(row[column])));
        }
        widths.push_back(std::clamp(widest, least, most));
        all += widths.back();
    }
    std::vector<PaperColumn> columns;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        columns.push_back({table.columns[column], pageWidth * widths[column] / all});
    }
    return columns;
}

void layTable(Paper& paper, const DocumentBlock& table) {
    std::vector<PaperRow> rows;
    for (const auto& cells : table.rows) {
        PaperRow row;
        for (const DocumentText& cell : cells) {
            row.cells += said(cell);
        }
        rows.push_back(std::move(row));
    }
    paper.table(columnsOf(table), rows, false, small);
}

void layBlock(Paper& paper, const DocumentBlock& block) {
    switch (block.kind) {
    case Kind::Paragraph:
        paper.paragraph(said(block.text), usual);
        break;
    case Kind::Item:
        paper.item(QStringLiteral("-"), said(block.text));
        if (!block.under.empty()) {
            QStringList under;
            for (const DocumentText& text : block.under) {
                under += said(text);
            }
            paper.item(QString(), under.join(QStringView(u" \u00B7 ")), 4);
        }
        break;
    case Kind::Table:
        layTable(paper, block);
        break;
    case Kind::Blank:
        paper.need(roomToWrite + 6);
        paper.paragraph(said(block.text), usual, true);
        paper.skip(roomToWrite);
        break;
    case Kind::Chart:
        layChart(paper, block.chart);
        break;
    }
}

// Two columns: what there is, and on which page. As many lines before the pages are known as afterwards.
void layContents(Paper& paper, const Document& document, const SectionPages& pages) {
    std::vector<PaperRow> rows;
    const auto add = [&](const QString& key, const QString& title) {
        const auto known = pages.find(key);
        rows.push_back({{title, known == pages.end() ? QString() : QString::number(known->second)}});
    };
    for (const DocumentSection& section : document.sections) {
        add(section.key, section.title);
    }
    if (!document.entries.empty()) {
        add(entriesKey, document.entriesTitle);
    }
    paper.table({{QString(), 165}, {QString(), 15, Qt::AlignRight}}, rows);
}

} // namespace

void layDocument(Paper& paper, const Document& document, SectionPages& pages) {
    for (const auto& [name, words] : document.head) {
        paper.paragraph(filled(QStringLiteral("%1: %2"), {name, words}), small);
    }
    layContents(paper, document, pages);
    const auto begin = [&](const QString& key, const QString& title) {
        paper.heading(title);
        pages.insert_or_assign(key, paper.pages());
    };
    for (const DocumentSection& section : document.sections) {
        begin(section.key, section.title);
        for (const DocumentBlock& block : section.blocks) {
            layBlock(paper, block);
        }
    }
    if (!document.entries.empty()) {
        begin(entriesKey, document.entriesTitle);
    }
    for (const DocumentEntry& entry : document.entries) {
        paper.block({.left = QStringLiteral("#%1").arg(entry.seq),
                     .words = entry.words,
                     .notes = {entry.at, entry.event.toHex()},
                     .right = entry.author});
    }
    paper.paragraph(document.foot, small);
}

} // namespace bongsu
