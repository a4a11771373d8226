// What people do with a record beside reading and writing: filter it, find in it, go to a time, and learn
// what they missed. Keys and sheets of one page over one timeline.
#pragma once

#include "domain/incident/recordsearch.h"
#include "ui/shell/windowparts.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace bongsu {

class Actions;
class AwaySheet;
class FilterBar;
class JumpSheet;
class SearchSheet;
class TimelineModel;
class TimelineView;

class RecordTools : public QObject {
    Q_OBJECT

  public:
    // Belongs to `page`, over which its sheets lie.
    RecordTools(const WindowParts& parts, QWidget& page, TimelineView& view, Actions& actions);

    // The record on the page; none: it is left.
    // Shows the line with this number under the cursor; what hides it is taken off. Beyond the last: the
    // last.
    void goTo(quint64 seq);
    void follow(TimelineModel* model);
    FilterBar& filterBar() { return *m_filter; }
    SearchSheet& searchSheet() { return *m_search; }
    JumpSheet& jumpSheet() { return *m_jump; }
    AwaySheet& awaySheet() { return *m_away; }

  Q_SIGNALS:
    void incidentAsked(const bongsu::LogId& log);
    void filtered();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void addActions(Actions& actions);
    void connectSheets();
    void find();
    void jump();
    void tellWhatWasMissed(bool typing);
    void showLine(const LogId& log, const EventId& event, quint64 seq);
    void noteSign(bool typed);
    void comeBack(const ReadingStopped& stopped, bool typed);
    bool isBelowAway(QObject* watched) const;
    quint64 newest() const;
    bool isMissed(quint64 fromSeq) const;

    WindowParts m_parts;
    QWidget& m_page;
    TimelineView& m_view;
    QPointer<TimelineModel> m_model; // gone with its page
    // Where this person last gave a sign while looking at the newest; what is kept of it.
    std::optional<ReadingStopped> m_read;
    std::optional<ReadingStopped> m_missedFrom; // of the last absence
    FilterBar* m_filter;
    SearchSheet* m_search;
    JumpSheet* m_jump;
    AwaySheet* m_away;
};

} // namespace bongsu
