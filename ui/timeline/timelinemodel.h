// The lines of one incident's record, newest at the end, read from the journal a page at a time as people
// look back; this device's own lines that have no number yet stand behind them.
#pragma once

#include "ui/timeline/rowwords.h"

#include <QAbstractListModel>

#include <deque>
#include <map>

namespace bongsu {

class TimelineModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        WordsRole = Qt::UserRole, // RowWords
        StampRole,                // quint64: another one whenever the words are others
        DayRole                   // QDate on the wall clock
    };
    static constexpr int pageRows = 200;

    // Reads the newest page at once.
    TimelineModel(Journal& journal, const LogId& log, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

    const LogId& log() const { return m_log; }
    const TimelineRow& row(int row) const { return m_items[std::size_t(row)].row; }
    std::optional<int> find(const EventId& event) const;
    bool isPinned(const EventId& event) const;
    std::optional<int> firstRefused() const; // the oldest line of one's own that was not accepted
    OwnState stateOf(int row) const { return m_items[std::size_t(row)].state; }

    // Older lines than the first one are there; fetchOlder reads them, one page at a time.
    bool hasOlder() const { return m_first > 1; }
    void fetchOlder();

    void showThreeTimes(bool shown);
    bool showsThreeTimes() const { return m_threeTimes; }
    // Words are made anew: after a change of language, or of names.
    void retell();

  Q_SIGNALS:
    void readFailed(const bongsu::Error& error);

  private:
    struct Item {
        TimelineRow row;
        OwnState state = OwnState::Recorded;
        bool covered = false;
        mutable std::optional<RowWords> words{};
        mutable quint64 stamp = 0;
    };

    void reset();
    void readNewer();
    void takeNewer(std::vector<TimelineRow> rows);
    void takeOlder(std::vector<TimelineRow> rows);
    void takeRecorded(TimelineRow row);
    void takeOwn(const EventId& event, OwnState state);
    void dropGone();
    void updateCovered();
    void eraseText(const EventId& event);
    void learnFrom(const TimelineRow& row);
    void unlearn(const TimelineRow& row);
    void touch(int row);
    Item itemOf(TimelineRow row) const;
    const RowWords& wordsOf(const Item& item) const;

    Journal& m_journal;
    LogId m_log;
    std::deque<Item> m_items;
    int m_recorded = 0;  // how many of them have a number
    quint64 m_first = 1; // the seq of the first one; beyond the last: none is read yet
    quint64 m_last = 0;  // the seq of the last one that has a number
    bool m_readingNewer = false;
    bool m_readingOlder = false;
    quint64 m_reading = 0; // a reading begun before the last reset answers to nobody
    bool m_threeTimes = false;
    std::map<EventId, About> m_about;
    mutable quint64 m_stamp = 0;
};

} // namespace bongsu
