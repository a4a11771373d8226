// A row of the timeline laid out for a width: where its text breaks and how high it is. Made once, painted
// often.
#pragma once

#include "ui/timeline/rowwords.h"

#include <QDate>
#include <QRectF>
#include <QTextLayout>

#include <memory>
#include <optional>

class QPainter;

namespace bongsu {

// The columns of a row, from the left edge of the list.
struct RowColumns {
    explicit RowColumns(int width);
    int left; // of the time
    int mark;
    int text;
    int textWidth;
    int person;
    int state;
    int number;
    int right;
};

// What stands above a row.
struct RowHeadings {
    std::optional<QDate> day{}; // where one begins with the row
    bool unread = false;        // where reading stopped before it
};

class RowLayout {
  public:
    RowLayout(RowWords words, const RowHeadings& headings, int width);

    int height() const { return m_height; }
    const RowWords& words() const { return m_words; }

    struct Look {
        const Tokens& tokens;
        bool selected;
        bool focused;
        bool hovered;
    };
    void paint(QPainter& painter, const QRect& box, const Look& look) const;

  private:
    struct Piece {
        std::unique_ptr<QTextLayout> layout;
        QPointF at; // from the row's top left
        Ink ink;
    };
    qreal add(const QString& words, const QFont& font, Ink ink, qreal top, TextSize size,
              const Marked& marked = {});
    void addTail();
    void placeTags(qreal top);
    qreal placePicture(qreal top);
    struct Heading {
        QString words;
        Ink ink;
    };
    void paintHeading(QPainter& painter, const QRect& line, const Heading& heading, const QColor& rule) const;
    void paintGround(QPainter& painter, const QRect& box, const Look& look) const;
    void paintColumns(QPainter& painter, const QRect& box, const Look& look) const;
    void paintText(QPainter& painter, const QRect& box, const Look& look) const;

    RowWords m_words;
    std::vector<Heading> m_headings;
    RowColumns m_columns;
    int m_top = 0; // below the headings
    int m_height = 0;
    std::vector<Piece> m_pieces;
    std::vector<std::pair<QRectF, QString>> m_tags;
    QRectF m_picture; // from the row's top left; empty without one
};

} // namespace bongsu
