// The columns beside the record: short lists of lines with a mark, a name, a word for the state and a quiet
// end.
#pragma once

#include "ui/style/labels.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace bongsu {

struct PanelLine {
    Mark mark = Mark::Square;
    Ink markInk = Ink::Quiet;
    QString name{};
    Ink nameInk = Ink::Text;
    QString more{};    // quiet, behind the name, gives way first
    bool even = false; // what is more counts as much as the name, which is bold then and gives way to it
    QString state{};   // bold, in its ink
    Ink stateInk = Ink::Text;
    QString end{}; // at the right edge
    Ink endInk = Ink::Quiet;
    QString spoken{};     // the whole line for a screen reader; empty: its parts
    QString key{};        // what it stands for, for whoever chose it
    bool heading = false; // of the lines that follow: small and quiet, without a mark, never chosen
    bool under = false;   // a part of the line above
    friend bool operator==(const PanelLine&, const PanelLine&) = default;
};

class PanelModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role { LineRole = Qt::UserRole }; // PanelLine
    using QAbstractListModel::QAbstractListModel;

    // Rows that stay are told as changed, so that the cursor stays where it is.
    void show(std::vector<PanelLine> lines);
    const PanelLine& line(int row) const { return m_lines[std::size_t(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

  private:
    std::vector<PanelLine> m_lines;
};

class PanelDelegate : public QStyledItemDelegate {
    Q_OBJECT

  public:
    explicit PanelDelegate(const Theme& theme, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    void paintHeading(QPainter& painter, const QRect& box, const PanelLine& line) const;
    const Theme& m_theme;
};

struct PanelCount {
    QString words;
    Ink ink = Ink::Quiet;
    std::optional<Mark> mark{};
};

// Counts with their marks, in one line.
class PanelCounts : public QWidget {
    Q_OBJECT

  public:
    explicit PanelCounts(const Theme& theme, QWidget* parent = nullptr);
    void show(std::vector<PanelCount> counts);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    std::vector<PanelCount> m_counts;
};

// A heading with counts at its right end, and a list as high as its lines.
class PanelSection : public QWidget {
    Q_OBJECT

  public:
    PanelSection(const Theme& theme, QWidget* parent = nullptr);

    void setHeading(const QString& heading, std::vector<PanelCount> counts = {});
    void show(std::vector<PanelLine> lines);
    QListView& list() { return *m_list; }
    PanelModel& model() { return m_model; }

  Q_SIGNALS:
    void chosen(int row); // Enter or a double click on a line

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    PanelModel m_model;
    QLabel* m_heading;
    PanelCounts* m_counts;
    QListView* m_list;
};

} // namespace bongsu

Q_DECLARE_METATYPE(bongsu::PanelLine)
