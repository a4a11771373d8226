// Lines of records that were found or gathered, shown as the timeline shows them, in the order given.
#pragma once

#include "ui/timeline/rowwords.h"

#include <QAbstractListModel>

namespace bongsu {

class RowList : public QAbstractListModel {
    Q_OBJECT

  public:
    struct Line {
        LogId log;
        TimelineRow row;
    };

    // Answers the roles of TimelineModel. An erased text is gone from here, too.
    explicit RowList(Journal& journal, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    void clear();
    void append(std::vector<Line> lines);
    const Line& line(int row) const { return m_items[std::size_t(row)].line; }
    // Marks where this is found in what is shown; shared by all rows, it may be none.
    void setSearch(std::shared_ptr<const RecordSearch> search);
    void nameIncidents(bool named); // as a tag behind each line
    void retell();

  private:
    struct Item {
        Line line;
        mutable std::optional<RowWords> words{};
        mutable quint64 stamp = 0;
    };
    const RowWords& wordsOf(const Item& item) const;
    bool isDayBegun(int row) const;
    void erase(const EventId& event);

    Journal& m_journal;
    std::vector<Item> m_items;
    std::shared_ptr<const RecordSearch> m_search;
    bool m_named = false;
    mutable quint64 m_stamp = 0;
};

} // namespace bongsu
