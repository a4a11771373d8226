// One incident's board: its top line, what is needed now, services, the record, people, and where to write.
#pragma once

#include "domain/incident/board.h"
#include "ui/shell/ticker.h"
#include "ui/shell/windowparts.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>

class QAbstractButton;
class QLabel;

namespace bongsu {

enum class Printed;
struct PrintOrder;
class Bar;
class Bars;
struct BoardContext;
class Composer;
class ExportSheet;
struct AsOf;
class Actions;
class Acts;
class AttachmentTools;
class ChoiceSheet;
class CommitteeActs;
class ElidedLabel;
class Foot;
class Hindsight;
class HindsightBar;
class MeasuresSheet;
class NeedsBar;
class NoticeSheet;
class PeopleColumn;
class RecordTools;
class RetroSheet;
class RoleTools;
class ServiceActs;
class ServicesColumn;
class ServicesSheet;
class Sheet;
class SitrepSheet;
class TimelineModel;
class TimelineView;
class TopLine;

class IncidentPage : public QWidget {
    Q_OBJECT

  public:
    IncidentPage(const WindowParts& parts, const Ticker& ticker, QWidget* parent = nullptr);
    ~IncidentPage() override;

    void open(const LogId& log);
    std::optional<LogId> log() const { return m_log; } // nothing before the first open
    std::optional<quint64> lineChosen() const;         // by its number, while the record has the focus
    void chooseLine(quint64 seq);
    void focusComposer();
    QString title() const;
    Foot& foot() { return *m_foot; }
    Actions& actions() { return *m_actions; }
    void setReadOnly(); // for a wall: nothing to write in, no keys
    Composer& composer() { return *m_composer; }
    TimelineView& timeline() { return *m_view; }
    TimelineModel* model() { return m_model.get(); } // nothing before the first open
    const Bars& bars() const { return *m_bars; }
    NeedsBar& needs() { return *m_needs; }
    Acts& acts() { return *m_acts; }
    ServiceActs& serviceActs() { return *m_serviceActs; }
    ServicesSheet& services() { return *m_servicesSheet; }
    CommitteeActs& committee() { return *m_committee; }
    SitrepSheet& sitrep() { return *m_sitrep; }
    NoticeSheet& notices() { return *m_notices; }
    RoleTools& roles() { return *m_roles; }
    ChoiceSheet& questions() { return *m_questions; } // where all acts ask
    bool isFolded() const { return m_folded; }
    RecordTools& tools() { return *m_tools; }
    AttachmentTools& attachments() { return *m_attachments; }
    // As it was known when that entry was the newest (incidentpage_past.cpp); nothing is recorded meanwhile.
    void lookBack(quint64 seq);
    bool showsPast() const { return m_past != nullptr; } // and has found what was known
    HindsightBar& hindsight() { return *m_hindsightBar; }
    MeasuresSheet& measures() { return *m_measures; }
    RetroSheet* retro() { return m_retro; } // null: no retrospective is written here

  Q_SIGNALS:
    void left();
    void changedInside();                            // something is drawn otherwise now
    void inviteAsked(bongsu::Permission permission); // of somebody who inspects
    void incidentAsked(const bongsu::LogId& log);    // a line of another incident is to be shown

  protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    QWidget* makeHead();
    QWidget* makeMiddle();
    void addActions();
    void addNeedKeys();
    void addPrintActions(); // incidentpage_printing.cpp
    void addPastActions();  // incidentpage_past.cpp
    void addRetroActions(); // the same
    void beginLookingBack();
    void showPast(const Result<AsOf>& found);
    void backToNow();
    bool isHinderedByPast();
    const Incident* shown() const; // as it is, or was; null: none is open
    Moment shownAt() const;
    BoardContext boardOf(const Incident& incident) const;
    void fold();
    void showFoot();
    void showServices();
    void connectServices();
    void showPeople();
    void showRoles(const QString& seat);
    void addColumnKeys();
    void meet(const Need& need);
    void showNotices(const std::optional<EventId>& notice = {});
    void refreshBoard();
    void refreshPeople();
    void connectParts();
    void name();
    void refresh();
    void refreshHead();
    void toggleTimes();
    void copyBrief();
    void print(Printed what);
    void print(const PrintOrder& order);
    void correct(const EventId& event);
    void pin(const EventId& event);
    void retry(const EventId& event);
    void discard(const EventId& event);

    WindowParts m_parts;
    std::optional<LogId> m_log;
    std::unique_ptr<TimelineModel> m_model;
    TopLine* m_top;
    Bars* m_bars;
    NeedsBar* m_needs;
    ChoiceSheet* m_questions;
    Acts* m_acts;
    ServiceActs* m_serviceActs;
    CommitteeActs* m_committee;
    SitrepSheet* m_sitrep;
    NoticeSheet* m_notices;
    RoleTools* m_roles;
    ServicesColumn* m_services;
    PeopleColumn* m_people;
    ServicesSheet* m_servicesSheet;
    Sheet* m_peopleSheet;
    ElidedLabel* m_foldedWords; // the services, where their column has no room
    QWidget* m_columns;
    std::array<QWidget*, 2> m_uprights{};
    bool m_folded = false;
    bool m_readOnly = false;
    QTimer m_boardDue;
    QLabel* m_heading;
    QLabel* m_trouble; // the record could not be read
    Bar* m_beyond;     // entries that only a newer version can judge
    QLabel* m_empty;
    TimelineView* m_view;
    Composer* m_composer;
    Actions* m_actions;
    ExportSheet* m_export;
    AttachmentTools* m_attachments;
    Foot* m_foot;
    RecordTools* m_tools;
    std::unique_ptr<Hindsight> m_hindsight; // while somebody looks back
    std::unique_ptr<AsOf> m_past;
    HindsightBar* m_hindsightBar;
    MeasuresSheet* m_measures;
    RetroSheet* m_retro = nullptr;
};

} // namespace bongsu
