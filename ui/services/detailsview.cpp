#include "ui/services/detailsview.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QPainter>

namespace bongsu {

namespace {

constexpr Length nameWidth{92};
constexpr int nameColumn = 0;
constexpr int markColumn = 1;
constexpr int wordsColumn = 2;

// A mark as high as a line of text.
class MarkSign : public QWidget {
  public:
    MarkSign(const Theme& theme, Mark mark, Ink ink, QWidget* parent)
        : QWidget(parent), m_theme(theme), m_mark(mark), m_ink(ink) {
        setFixedSize(metric::mark, lineHeight(TextSize::Body));
        connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
    }

  protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const QRectF box(0, (height() - metric::mark) / 2.0 + .5, metric::mark, metric::mark);
        drawMark(painter, m_mark, box.adjusted(0, 0, -1, -1), m_theme.ink(m_ink));
    }

  private:
    const Theme& m_theme;
    Mark m_mark;
    Ink m_ink;
};

} // namespace

DetailsView::DetailsView(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_title(makeLabel(this, Ink::Text, TextSize::Strong, Weight::Bold)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(4), metric::gap, 0);
    column->setSpacing(px(4));
    m_title->setWordWrap(true);
    column->addWidget(m_title);
    column->addStretch();
}

void DetailsView::show(const Details& details) {
    if (m_told == details && m_inside) {
        return;
    }
    m_told = details;
    m_title->setText(details.title);
    delete m_inside;
    m_inside = new QWidget(this);
    m_grid = new QGridLayout(m_inside);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(metric::gap);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnMinimumWidth(nameColumn, nameWidth);
    m_grid->setColumnStretch(wordsColumn, 1);
    for (const Detail& detail : details.details) {
        QString name = detail.name;
        for (const DetailLine& line : detail.lines) {
            add(name, line);
            name.clear();
        }
    }
    static_cast<QBoxLayout*>(layout())->insertWidget(1, m_inside);
    m_inside->show(); // at once, not in the next turn
}

// The first line of what has a name stands apart from the one above.
void DetailsView::add(const QString& name, const DetailLine& line) {
    const int row = m_grid->rowCount();
    const int above = name.isEmpty() ? 0 : int(metric::gap);
    if (!name.isEmpty()) {
        QLabel* label = makeLabel(m_inside, Ink::Quiet, TextSize::Small, Weight::Bold);
        const int lower = (lineHeight(TextSize::Body) - lineHeight(TextSize::Small)) / 2;
        label->setContentsMargins(0, above + lower, 0, 0);
        label->setText(name);
        m_grid->addWidget(label, row, nameColumn, Qt::AlignTop);
    }
    if (line.mark) {
        auto* mark = new MarkSign(m_theme, *line.mark, line.markInk, m_inside);
        auto* rim = new QVBoxLayout;
        rim->setContentsMargins(0, above, 0, 0);
        rim->addWidget(mark, 0, Qt::AlignTop);
        m_grid->addLayout(rim, row, markColumn, Qt::AlignTop);
    }
    QLabel* words =
        makeLabel(m_inside, line.ink, TextSize::Body, line.strong ? Weight::Bold : Weight::Normal);
    words->setWordWrap(true);
    words->setContentsMargins(0, above, 0, 0);
    words->setText(line.words);
    const int first = line.mark ? wordsColumn : markColumn;
    m_grid->addWidget(words, row, first, 1, wordsColumn - first + 1);
}

QString DetailsView::words() const {
    QStringList all{m_told.title};
    for (const Detail& detail : m_told.details) {
        all += detail.name + QStringLiteral(":");
        for (const DetailLine& line : detail.lines) {
            all += line.words;
        }
    }
    return all.join(u'\n');
}

} // namespace bongsu
