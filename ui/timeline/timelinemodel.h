// The lines of one incident's record, newest at the end: a window of some hundred of them, read from the
// journal a piece at a time as people look back or ahead, and a page where they jump; where it reaches the
// newest, this device's own lines that have no number yet stand behind them.
#pragma once

#include "ui/timeline/rowwords.h"

#include <QAbstractListModel>
#include <QDate>

#include <deque>
#include <map>

namespace bongsu {

class TimelineModel : public QAbstractListModel {
    Q_OBJECT

  public:
    enum Role {
        WordsRole = Qt::UserRole, // RowWords
        DayRole,                  // QDate on the wall clock
        UnreadRole,               // bool: reading stopped above this row
        DayBegunRole,             // bool: the row above is of another day, or there is none
        LayoutRole // quint64: another one whenever the words or what stands above them are others
    };
    static quint64 layoutKey(quint64 stamp, bool isDayBegun, bool isUnread) {
        return stamp * 4 + (isDayBegun ? 1 : 0) + (isUnread ? 2 : 0);
    }
    static constexpr int pageRows = 100;
    static constexpr int pieceRows = 20;          // read and laid out in one turn while people scroll
    static constexpr int mostRows = 6 * pageRows; // beyond it, those at the other end go

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

    // Which lines are shown at all. Goes to the newest of them.
    void setFilter(const RecordFilter& filter);
    const RecordFilter& filter() const { return m_filter; }

    // As it was known then: no line behind this number, nothing that later ones say, none of one's own
    // without a number. Nothing: all of it, as it grows.
    void showUpTo(std::optional<quint64> seq);
    std::optional<quint64> upTo() const { return m_upTo; }

    // Older lines than the first one are there, newer ones than the last; a piece of them is read.
    bool hasOlder() const { return m_from > 0; }
    void fetchOlder();
    bool hasNewer() const { return !m_atTail; }
    void fetchNewer();

    // Goes to the line with this number, or the next one that is shown; lineShown says where it is.
    void show(quint64 seq);
    void showNewest();
    // Whether what is new is being looked at: then the oldest rows go when there are too many.
    void setFollowed(bool followed) { m_followed = followed; }

    // Reading stopped behind this line: a mark stands there. Nothing: no mark.
    void setReadTo(std::optional<quint64> seq);
    std::optional<quint64> readTo() const { return m_readTo; }

    void showThreeTimes(bool shown);
    bool showsThreeTimes() const { return m_threeTimes; }
    // Words are made anew: after a change of language, or of names.
    void retell();

  Q_SIGNALS:
    void readFailed(const bongsu::Error& error);
    void lineShown(int row);

  private:
    struct Item {
        TimelineRow row;
        OwnState state = OwnState::Recorded;
        bool covered = false;
        mutable std::optional<RowWords> words{};
        mutable std::optional<QDate> day{}; // every asking of the wall clock asks the system for its zone
        mutable quint64 stamp = 0;          // another one whenever the words are others
    };
    using Rows = std::vector<TimelineRow>;

    void connectJournal();
    // The list of all lines that pass the filter, by place; only some of them are rows.
    quint64 listed() const;
    quint64 seqAt(quint64 place) const;
    quint64 placeOf(quint64 seq) const;
    void noteFolded(quint64 fromSeq, quint64 toSeq);
    bool isShown(const TimelineRow& own) const;

    void reset();
    void clear();
    void addOwnRows();
    void read(quint64 fromPlace, quint64 count, std::function<void(Rows)> take);
    void readNewer();
    bool takeArrived();
    void takeNewer(Rows rows);
    void takeOlder(Rows rows);
    void takeAround(quint64 seq, quint64 fromPlace, Rows rows);
    void takeRecorded(TimelineRow row);
    void takeOwn(const EventId& event, OwnState state);
    void dropFirst();
    void dropLast();
    void dropGone();
    void updateCovered();
    void eraseText(const EventId& event);
    void learn(const Rows& rows, int from);
    void learnSayings(int from, int to);
    void learnFrom(const TimelineRow& row);
    void unlearn(const TimelineRow& row);
    bool isFirstUnread(int row) const;
    QDate dayAt(int row) const;
    bool isDayBegun(int row) const { return row == 0 || dayAt(row) != dayAt(row - 1); }
    void touch(int row);
    Item itemOf(TimelineRow row) const;
    const RowWords& wordsOf(const Item& item) const;

    Journal& m_journal;
    LogId m_log;
    RecordFilter m_filter;
    std::optional<std::vector<quint64>> m_passing; // numbers of the lines that pass; nothing: all do
    std::optional<quint64> m_upTo;
    quint64 m_known = 0; // entries up to here are listed
    std::deque<Item> m_items;
    int m_recorded = 0;   // how many of them have a number: those at the places m_from to m_to
    quint64 m_from = 0;   // the place of the first
    quint64 m_to = 0;     // behind the last that was read
    bool m_atTail = true; // the rows end with the newest, and with the own ones
    bool m_followed = true;
    bool m_readingNewer = false;
    bool m_readingOlder = false;
    quint64 m_reading = 0; // a reading begun before the last reset answers to nobody
    bool m_threeTimes = false;
    std::optional<quint64> m_readTo;
    std::map<EventId, About> m_about;
    mutable quint64 m_stamp = 0;
};

} // namespace bongsu
