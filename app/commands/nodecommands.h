// What bongsuctl can do with a home, whether in its own process or in the one that holds the home.
#pragma once

#include "commands/recording.h"
#include "commands/request.h"
#include "wiring/node.h"

#include <QObject>

namespace bongsu {

class HandoverServer;
class RecordForm;
struct RecordRange;
struct RecordSource;
struct NamedSeat;
struct SeatNaming;

class NodeCommands : public QObject {
    Q_OBJECT

  public:
    // The node must have started.
    explicit NodeCommands(Node& node);
    ~NodeCommands() override;

    // The command's words without global options. An unknown command or wrong words end with exit code usage.
    void run(const Globals& globals, const QByteArrayList& input, const std::shared_ptr<Output>& output,
             Exit done);

    // From now on other processes hand their commands for this home over to us. Failure disk.
    Result<std::monostate> serveOthers();

    // The program was started once more for this home: brings its window to the front, with this incident
    // where one is named. Without it the asker hears that the home is busy.
    using Raise = std::function<void(const std::optional<LogId>& incident)>;
    void raiseBy(Raise raise) { m_raise = std::move(raise); }
    // The words that ask for it, handed over beside bongsuctl's commands.
    static QStringList raising(const QString& incident);

    static bool readsInput(const QStringList& words);
    static QStringList usageLines();

    // --- for commands in files of their own
    Node& node() { return m_node; }
    void afterDocuments(const Asked& asked, std::function<void()> then); // for what was published
    void tellRecorded(const Asked& asked, Result<Recording> recording);
    void publish(const Asked& asked, const std::vector<Published>& documents);
    Result<Recording> recordOne(const LogId& log, const Facts& facts, const Text& text);
    QJsonObject eventLine(const EventId& event) const; // with "recorded" or "pending"
    QString personName(const PersonId& person) const;
    RecordSource sourceOf(const LogId& log) const;
    // Every line of the record from a number up.
    void eachRow(const LogId& log, quint64 fromSeq, std::function<void(const TimelineRow&)> row,
                 std::function<void(const Result<std::monostate>&)> done);
    // --- ids by a unique prefix of at least eight digits (lookup.cpp)
    Result<LogId> incidentNamed(const QString& prefix) const;
    Result<std::pair<LogId, EventId>> eventNamed(const QString& prefix) const;
    // Or by a name that nobody else has whose device counts. Refusal ambiguous: the candidates.
    Result<PersonId> personNamed(const QString& given) const;

  private:
    using Record = Result<Recording> (NodeCommands::*)(const Request&);
    using Read = void (NodeCommands::*)(const Asked&);
    struct Command;
    using Commands = std::map<QString, Command>;
    static std::pair<const QString, Command> entry(const char* name, Command command);
    static Commands aboutPeople();
    static Commands aboutIncidents();
    static Commands aboutSeats();
    static Commands aboutDocuments();
    static Commands aboutRosters();
    static Commands aboutNotices();
    static Commands aboutServices();
    static Commands aboutCommittee();
    static Commands aboutRetrospectives();
    static Commands thatRead();
    static const Commands& commands();
    static QString nameIn(const QStringList& words); // "task done" where there is such a command
    static void sayUnknown(const QString& name, Output& output);

    // Gives the relay the time to bring what is new; calls `then` anyway.
    void afterCatchUp(const Asked& asked, std::function<void()> then);
    // Calls `then` when everything is on the disk; a disk that fails ends the command.
    void whenKept(const Asked& asked, std::function<void()> then);
    void record(const Asked& asked, Record make);
    bool raised(const QStringList& args, const std::function<void(int)>& done);
    void awaitVerdicts(const Asked& asked, std::shared_ptr<Recording> recording);
    void finish(const Asked& asked, const Recording& recording);
    bool allAnswered(const Recording& recording) const;

    // --- people (commands_people.cpp)
    void join(const Asked& asked);
    void joinBy(const Invite& invite, const Asked& asked);
    void sayJoined(const Asked& asked);
    Result<Recording> invite(const Request& request);
    Result<Recording> recover(const Request& request);
    Recording sayInvite(const Node::Issued& issued) const;
    void people(const Asked& asked);
    void devices(const Asked& asked);
    Result<Recording> permit(const Request& request);
    Result<Recording> revoke(const Request& request);
    Result<Recording> declareEpoch(const Request& request);

    // --- incidents (commands_incident.cpp)
    Result<Recording> declare(const Request& request);
    Result<Recording> joinIncident(const Request& request);
    Result<Recording> takeCommand(const Request& request);
    Result<Recording> note(const Request& request);
    Result<Recording> decide(const Request& request);
    Result<Recording> correct(const Request& request);
    Result<Recording> withdraw(const Request& request);
    Result<Recording> pin(const Request& request);
    Result<Recording> grade(const Request& request);
    Result<Recording> phase(const Request& request);
    Result<Recording> meeting(const Request& request);
    Result<Recording> service(const Request& request);
    Result<Recording> blocker(const Request& request);
    Result<Recording> hold(const Request& request);
    Result<Recording> release(const Request& request);
    void importFile(const Asked& asked);
    Result<Recording> attach(const Request& request);
    void fetch(const Asked& asked);
    void writeBlob(const Asked& asked, const LogId& log, const TimelineRow& row);
    Result<Recording> read(const Request& request);
    Result<Recording> erase(const Request& request);

    // --- seats (commands_roles.cpp)
    void roles(const Asked& asked);
    void tellSeats(const Asked& asked, const LogId& log);
    SeatNaming seatNaming(const Manual* manual) const;
    void call(const Asked& asked);
    void callEverybody(const Asked& asked, const LogId& log);
    Result<Documents::HeldManual> manualFor(const Request& request, const Incident& incident);
    void assign(const Asked& asked);
    Result<Recording> assigned(const Request& request);
    Result<Recording> answer(const Request& request); // accept, decline
    Result<NamedSeat> seatNamed(const Request& request) const;
    Result<Recording> vacate(const Request& request);

    // --- tasks (commands_tasks.cpp)
    Result<Recording> addTask(const Request& request);
    Result<Recording> settleTask(const Request& request); // task done, skip, reopen
    void listTasks(const Asked& asked);

    // --- documents (commands_documents.cpp)
    void checkServices(const Asked& asked);
    void publishServices(const Asked& asked);
    void showServices(const Asked& asked);
    void setServices(const Asked& asked);
    Result<Recording> stated(const Request& request);
    void checkManual(const Asked& asked);
    void publishManuals(const Asked& asked);
    void showManual(const Asked& asked);
    void listManuals(const Asked& asked);
    void starter(const Asked& asked);
    void showDocument(const Asked& asked, QStringView type, const QString& key);
    QJsonObject documentLine(QStringView type, const QString& key) const;
    void checkRoster(const Asked& asked); // commands_rosters.cpp
    void publishRoster(const Asked& asked);
    void showRoster(const Asked& asked);
    void exportRoster(const Asked& asked);
    void rosterNow(const Asked& asked);

    // --- reading (commands_reading.cpp)
    void incidents(const Asked& asked);
    void log(const Asked& asked);
    void search(const Asked& asked);
    void searchIn(const Asked& asked, const std::shared_ptr<RecordSearch>& search, std::vector<LogId> logs);
    void tellFound(const Asked& asked, const LogId& log, quint64 before,
                   const std::shared_ptr<RecordSearch>& search,
                   const std::function<void(const TimelineRow&)>& tell, const std::function<void()>& then);
    void sync(const Asked& asked);
    void status(const Asked& asked);
    void verify(const Asked& asked); // commands_verify.cpp
    void verifyIncident(const Asked& asked);
    void exportIncident(const Asked& asked); // commands_writing.cpp
    void exportForm(const Asked& asked, const LogId& log, std::unique_ptr<RecordForm> form,
                    const RecordRange& range);
    Result<Recording> alertLevel(const Request& request); // commands_sitrep.cpp
    void sitrep(const Asked& asked);
    void tellSitrep(const Asked& asked, const LogId& log, const std::vector<TimelineRow>& rows);
    void refused(const Asked& asked);
    void follow(const Asked& asked, const LogId& log);
    void eachEntry(const LogId& log, quint64 fromSeq, quint64 toSeq,
                   std::function<void(const KeptEntry&)> entry,
                   std::function<void(const Result<std::monostate>&)> done);
    QJsonObject rowLine(const LogId& log, const TimelineRow& row) const;
    void sealedExport(const Asked& asked, const LogId& log);

    Result<std::vector<PersonId>> personsNamed(const QStringList& given) const;
    Result<DeviceId> deviceNamed(const QString& prefix) const;

    Node& m_node;
    Journal& m_journal;
    std::unique_ptr<HandoverServer> m_handover;
    Raise m_raise;
};

} // namespace bongsu
