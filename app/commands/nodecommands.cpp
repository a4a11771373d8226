#include "commands/nodecommands.h"

#include "cli/handover.h"
#include "commands/keycommand.h"
#include "commands/manualcommands.h"
#include "commands/personcommands.h"
#include "commands/readinesscommand.h"
#include "wording/sentence.h"

#include <QCoreApplication>

namespace bongsu {

namespace {

// Calls once, when the first of several things has happened.
class Once : public QObject {
  public:
    Once(QObject* parent, Timers& timers, std::function<void()> call)
        : QObject(parent), m_alarm(timers), m_call(std::move(call)) {}

    void after(Millis delay) {
        m_alarm.set(delay, [this] { happened(); });
    }
    void happened() {
        m_alarm.stop();
        disconnect();
        if (const auto call = std::exchange(m_call, {})) {
            deleteLater();
            call();
        }
    }

  private:
    Alarm m_alarm;
    std::function<void()> m_call;
};

// No command of bongsuctl's is called so.
QString raiseWord() {
    return QStringLiteral("raise-window");
}

} // namespace

NodeCommands::NodeCommands(Node& node) : m_node(node), m_journal(node.journal()) {}
NodeCommands::~NodeCommands() = default;

Result<std::monostate> NodeCommands::serveOthers() {
    m_handover = std::make_unique<HandoverServer>(handoverPath(m_node.folder().path),
                                                  [this](const QStringList& args, const QByteArrayList& input,
                                                         std::shared_ptr<Output> output,
                                                         std::function<void(int)> done) {
                                                      if (raised(args, done)) {
                                                          return;
                                                      }
                                                      QString fault;
                                                      if (const auto globals = takeGlobals(args, fault)) {
                                                          run(*globals, input, output, std::move(done));
                                                      } else {
                                                          output->words(fault);
                                                          done(exitcode::usage);
                                                      }
                                                  });
    auto listening = m_handover->listen();
    if (!listening) {
        m_handover.reset();
    }
    return listening;
}

QStringList NodeCommands::raising(const QString& incident) {
    return {raiseWord(), incident};
}

bool NodeCommands::raised(const QStringList& args, const std::function<void(int)>& done) {
    if (args.size() != 2 || args.front() != raiseWord()) {
        return false;
    }
    if (m_raise) {
        const auto log = incidentNamed(args.back().toLower());
        m_raise(log ? std::optional(*log) : std::nullopt);
    }
    done(m_raise ? exitcode::done : exitcode::busy);
    return true;
}

struct NodeCommands::Command {
    Usage usage;
    Record make = nullptr;                                    // records
    Read read = nullptr;                                      // reads, or does as it must
    bool wantsRelay = true;                                   // what the relay has is waited for first
    void (*elsewhere)(NodeCommands&, const Asked&) = nullptr; // in a file of its own
};

namespace {

Usage usage(const char* line, int fewest, int most, std::initializer_list<const char*> names = {}) {
    QStringList options;
    for (const char* name : names) {
        options.append(QString::fromLatin1(name));
    }
    return Usage{QString::fromUtf8(line), fewest, most, options};
}

} // namespace

std::pair<const QString, NodeCommands::Command> NodeCommands::entry(const char* name, Command command) {
    return {QString::fromLatin1(name), std::move(command)};
}

NodeCommands::Commands NodeCommands::aboutPeople() {
    using N = NodeCommands;
    return {
        entry("join", {usage("join INVITE|HOST:PORT WORDS --person NAME [--device NAME]", 1, -1,
                             {"person=", "device="}),
                       nullptr, &N::join, false}),
        entry("invite", {usage("invite --permission P [--person ID] [--uses N] [--valid MINUTES] [--spoken]",
                               0, 0, {"permission=", "person=", "uses=", "valid=", "spoken"}),
                         &N::invite}),
        entry("recover", {usage("recover --root FILE", 0, 0, {"root="}), &N::recover}),
        entry("people", {usage("people", 0, 0), nullptr, &N::people}),
        entry("person set", {usage("person set PERSON [--department KEY] [--phone NUMBER] [--email ADDRESS]",
                                   1, 1, {"department=", "phone=", "email="}),
                             nullptr, nullptr, true, &describePerson}),
        entry("devices", {usage("devices", 0, 0), nullptr, &N::devices}),
        entry("permit", {usage("permit PERSON PERMISSION", 2, 2), &N::permit}),
        entry("revoke", {usage("revoke DEVICE", 1, 1), &N::revoke}),
        entry("declare-epoch", {usage("declare-epoch --reason R", 0, 0, {"reason="}), &N::declareEpoch}),
    };
}

NodeCommands::Commands NodeCommands::aboutIncidents() {
    using N = NodeCommands;
    return {
        entry("declare",
              {usage("declare --title T [--grade watch|minor|partial|major|total | --severity 1..5] "
                     "[--failure-type K] [--site S]… [--service S]… [--began ISO] [--ended ISO] [--drill]",
                     0, 0,
                     {"title=", "grade=", "severity=", "failure-type=", "site=", "service=", "began=",
                      "ended=", "drill"}),
               &N::declare}),
        entry("join-incident",
              {usage("join-incident INCIDENT… --into PRIMARY --reason R", 1, -1, {"into=", "reason="}),
               &N::joinIncident}),
        entry("take-command",
              {usage("take-command INCIDENT --reason R", 1, 1, {"reason="}), &N::takeCommand}),
        entry("note", {usage("note INCIDENT TEXT|- [--occurred-at ISO]", 2, 2, {"occurred-at="}), &N::note}),
        entry("decide", {usage("decide INCIDENT TEXT --basis B [--option O]…", 2, 2, {"basis=", "option="}),
                         &N::decide}),
        entry("correct", {usage("correct EVENT TEXT", 2, 2), &N::correct}),
        entry("withdraw", {usage("withdraw EVENT", 1, 1), &N::withdraw}),
        entry("pin", {usage("pin EVENT [--off]", 1, 1, {"off"}), &N::pin}),
        entry("grade", {usage("grade INCIDENT G", 2, 2), &N::grade}),
        entry("phase", {usage("phase INCIDENT P", 2, 2), &N::phase}),
        entry("meeting", {usage("meeting INCIDENT TEXT", 2, 2), &N::meeting}),
        entry("service", {usage("service INCIDENT SERVICE STATE [--restored N[-M]/T]", 3, 3, {"restored="}),
                          &N::service}),
        entry("blocker", {usage("blocker INCIDENT SITE TEXT --party P", 3, 3, {"party="}), &N::blocker}),
        entry("hold",
              {usage("hold SITE [--incident I] --reason R", 1, 1, {"incident=", "reason="}), &N::hold}),
        entry("release",
              {usage("release SITE [--incident I] --reason R", 1, 1, {"incident=", "reason="}), &N::release}),
        entry("alert", {usage("alert INCIDENT attention|caution|alert|serious [--occurred-at ISO]", 2, 2,
                              {"occurred-at="}),
                        &N::alertLevel}),
        entry("import", {usage("import INCIDENT FILE.jsonl", 2, 2), nullptr, &N::importFile}),
        entry("attach", {usage("attach INCIDENT FILE [--caption TEXT]", 2, 2, {"caption="}), &N::attach}),
        entry("fetch", {usage("fetch EVENT -o FILE", 1, 1, {"o="}), nullptr, &N::fetch}),
        entry("read", {usage("read INCIDENT --add|--remove PERSON", 1, 1, {"add=", "remove="}), &N::read}),
        entry("erase", {usage("erase EVENT --reason R", 1, 1, {"reason="}), &N::erase}),
    };
}

NodeCommands::Commands NodeCommands::aboutSeats() {
    using N = NodeCommands;
    return {
        entry("roles", {usage("roles INCIDENT", 1, 1), nullptr, &N::roles}),
        entry("call",
              {usage("call INCIDENT [--failure-type T] [--dry-run]", 1, 1, {"failure-type=", "dry-run"}),
               nullptr, &N::call}),
        entry("assign", {usage("assign INCIDENT SEAT PERSON [--then PERSON]… [--within MINUTES]", 3, 3,
                               {"then=", "within="}),
                         nullptr, &N::assign}),
        entry("handover", {usage("handover INCIDENT SEAT PERSON [--within MINUTES]", 3, 3, {"within="}),
                           nullptr, &N::assign}),
        entry("accept", {usage("accept INCIDENT SEAT [--for PERSON]", 2, 2, {"for="}), &N::answer}),
        entry("decline",
              {usage("decline INCIDENT SEAT [--for PERSON] [--reason R]", 2, 2, {"for=", "reason="}),
               &N::answer}),
        entry("vacate", {usage("vacate INCIDENT SEAT [--reason R]", 2, 2, {"reason="}), &N::vacate}),
        entry("department", {usage("department PERSON KEY", 2, 2), nullptr, nullptr, true, &setDepartment}),
        entry("task add", {usage("task add INCIDENT TEXT [--seat S] [--person P] [--due MINUTES|ISO]", 2, 2,
                                 {"seat=", "person=", "due="}),
                           &N::addTask}),
        entry("task done",
              {usage("task done INCIDENT TASK [--reason R]", 2, 2, {"reason="}), &N::settleTask}),
        entry("task skip", {usage("task skip INCIDENT TASK --reason R", 2, 2, {"reason="}), &N::settleTask}),
        entry("task reopen",
              {usage("task reopen INCIDENT TASK [--reason R]", 2, 2, {"reason="}), &N::settleTask}),
        entry("task list", {usage("task list INCIDENT [--mine]", 1, 1, {"mine"}), nullptr, &N::listTasks}),
    };
}

NodeCommands::Commands NodeCommands::aboutDocuments() {
    using N = NodeCommands;
    return {
        entry("services check", {usage("services check FILE", 1, 1), nullptr, &N::checkServices, false}),
        entry("services publish",
              {usage("services publish FILE [--reason R]", 1, 1, {"reason="}), nullptr, &N::publishServices}),
        entry("services show", {usage("services show [-o FILE]", 0, 0, {"o="}), nullptr, &N::showServices}),
        entry("services set", {usage("services set INCIDENT STATE [--site S | --group G | --service S]…", 2,
                                     2, {"site=", "group=", "service="}),
                               nullptr, &N::setServices}),
        entry("manual check",
              {usage("manual check FILE [--services FILE]", 1, 1, {"services="}), nullptr, &N::checkManual}),
        entry("manual publish",
              {usage("manual publish FILE… [--reason R]", 1, -1, {"reason="}), nullptr, &N::publishManuals}),
        entry("manual show", {usage("manual show TYPE [-o FILE]", 1, 1, {"o="}), nullptr, &N::showManual}),
        entry("manual list", {usage("manual list", 0, 0), nullptr, &N::listManuals}),
        entry("manual diff", {usage("manual diff TYPE [--from VERSION] [--to VERSION] | manual diff INCIDENT",
                                    1, 1, {"from=", "to="}),
                              nullptr, nullptr, true, &diffManual}),
        entry("manual attach",
              {usage("manual attach INCIDENT [TYPE|VERSION]", 1, 2), nullptr, nullptr, true, &attachManual}),
        entry("readiness",
              {usage("readiness [--json]", 0, 0, {"json"}), nullptr, nullptr, true, &tellReadiness}),
        entry("manual starter", {usage("manual starter [TYPE | services] [-o FILE]", 0, 1, {"o="}), nullptr,
                                 &N::starter, false}),
    };
}

NodeCommands::Commands NodeCommands::aboutRosters() {
    using N = NodeCommands;
    const Command publish{usage("roster publish FILE --key K [--reason R]", 1, 1, {"key=", "reason="}),
                          nullptr, &N::publishRoster};
    return {
        entry("roster check",
              {usage("roster check FILE [--key K]", 1, 1, {"key="}), nullptr, &N::checkRoster}),
        entry("roster publish", publish),
        entry("roster import", publish),
        entry("roster show",
              {usage("roster show [--key K] [--from ISO] [--until ISO]", 0, 0, {"key=", "from=", "until="}),
               nullptr, &N::showRoster}),
        entry("roster export", {usage("roster export [--key K] [--from ISO] [--until ISO] [-o FILE]", 0, 0,
                                      {"key=", "from=", "until=", "o="}),
                                nullptr, &N::exportRoster}),
        entry("roster now", {usage("roster now [--key K]", 0, 0, {"key="}), nullptr, &N::rosterNow}),
    };
}

NodeCommands::Commands NodeCommands::thatRead() {
    using N = NodeCommands;
    return {
        entry("incidents", {usage("incidents", 0, 0), nullptr, &N::incidents}),
        entry("show", {usage("show INCIDENT", 1, 1), nullptr, &N::show}),
        entry("log", {usage("log INCIDENT [--follow] [--since EPOCH:SEQ]", 1, 1, {"follow", "since="}),
                      nullptr, &N::log}),
        entry("search", {usage("search TEXT", 1, 1), nullptr, &N::search}),
        entry("sync", {usage("sync", 0, 0), nullptr, &N::sync, false}),
        entry("status", {usage("status [--challenge N]", 0, 0, {"challenge="}), nullptr, &N::status}),
        {keysCommand(), Command{keysUsage(), nullptr, nullptr, false,
                                [](N& home, const Asked& asked) {
                                    runKeys(home.node().keyPlaces(), asked->arguments, asked->output,
                                            asked->done);
                                }}},
        entry("verify", {usage("verify [INCIDENT]", 0, 1), nullptr, &N::verify, false}),
        entry("export",
              {usage("export INCIDENT --format sealed|jsonl|csv|markdown [--since ISO] [--until ISO] "
                     "[-o FILE]",
                     1, 1, {"format=", "since=", "until=", "o="}),
               nullptr, &N::exportIncident}),
        entry("brief", {usage("brief INCIDENT", 1, 1), nullptr, &N::brief}),
        entry("sitrep",
              {usage("sitrep INCIDENT [--issue [--to PARTY]]", 1, 1, {"issue", "to="}), nullptr, &N::sitrep}),
        entry("refused", {usage("refused [--retry ID | --discard ID]", 0, 0, {"retry=", "discard="}), nullptr,
                          &N::refused}),
    };
}

const NodeCommands::Commands& NodeCommands::commands() {
    static const Commands all = [] {
        Commands together = aboutPeople();
        together.merge(aboutIncidents());
        together.merge(aboutSeats());
        together.merge(aboutDocuments());
        together.merge(aboutRosters());
        together.merge(thatRead());
        return together;
    }();
    return all;
}

QStringList NodeCommands::usageLines() {
    QStringList lines;
    for (const auto& [name, command] : commands()) {
        lines.append(command.usage.line);
    }
    return lines;
}

QString NodeCommands::nameIn(const QStringList& words) {
    const QString two = words.mid(0, 2).join(u' ');
    return commands().contains(two) ? two : words.value(0);
}

void NodeCommands::sayUnknown(const QString& name, Output& output) {
    bool beginsOne = false; // and its second word is missing or another
    for (const auto& [known, command] : commands()) {
        if (known.startsWith(name + u' ')) {
            output.words(QCoreApplication::translate("arguments", "Usage: %1").arg(command.usage.line));
            beginsOne = true;
        }
    }
    if (!beginsOne) {
        output.words(tr("Unknown command: %1").arg(name));
    }
}

bool NodeCommands::readsInput(const QStringList& words) {
    return words.value(0) == QStringLiteral("note") && words.contains(QStringLiteral("-"));
}

void NodeCommands::run(const Globals& globals, const QByteArrayList& input,
                       const std::shared_ptr<Output>& output, Exit done) {
    const QString name = nameIn(globals.rest);
    const auto command = commands().find(name);
    QString fault;
    const auto arguments =
        command == commands().end()
            ? std::nullopt
            : Arguments::parse(globals.rest.mid(name.count(u' ') + 1), command->second.usage, fault);
    if (!arguments) {
        if (fault.isEmpty()) {
            sayUnknown(name, *output);
        } else {
            output->words(fault);
        }
        output->line(
            {{QStringLiteral("error"), QJsonObject{{QStringLiteral("code"), QStringLiteral("usage")}}}});
        done(exitcode::usage);
        return;
    }
    const auto asked = std::make_shared<const Request>(Request{
        name, *arguments, input, globals.offline, globals.wait, globals.relay, output, std::move(done)});
    const Command& what = command->second;
    const auto carryOut = [this, asked, what] {
        if (what.make) {
            record(asked, what.make);
        } else if (what.elsewhere) {
            what.elsewhere(*this, asked);
        } else {
            (this->*what.read)(asked);
        }
    };
    if (what.wantsRelay) {
        afterCatchUp(asked, carryOut);
    } else {
        carryOut();
    }
}

void NodeCommands::afterCatchUp(const Asked& asked, std::function<void()> then) {
    if (asked->offline || m_node.isCaughtUp() || !m_journal.organisationId()) {
        then();
        return;
    }
    auto* once = new Once(this, m_node.system().timers, std::move(then));
    connect(&m_node, &Node::caughtUp, once, [once] { once->happened(); });
    connect(&m_node, &Node::noRelay, once, [once] { once->happened(); });
    connect(&m_node, &Node::revoked, once, [once] { once->happened(); });
    once->after(asked->wait);
    if (m_node.link() == NodeLink::Down || asked->relay) {
        m_node.connectToRelay(asked->relay);
    }
}

void NodeCommands::afterDocuments(const Asked& asked, std::function<void()> then) {
    Documents& documents = m_node.documents();
    if (!documents.isReading()) {
        then();
        return;
    }
    auto* once = new Once(this, m_node.system().timers, std::move(then));
    connect(&documents, &Documents::settled, once, [once] { once->happened(); });
    once->after(asked->wait);
}

void NodeCommands::record(const Asked& asked, Record make) {
    tellRecorded(asked, (this->*make)(*asked));
}

void NodeCommands::tellRecorded(const Asked& asked, Result<Recording> recording) {
    if (!recording) {
        asked->fail(recording.error());
        return;
    }
    awaitVerdicts(asked, std::make_shared<Recording>(std::move(*recording)));
}

bool NodeCommands::allAnswered(const Recording& recording) const {
    return std::all_of(recording.events.begin(), recording.events.end(), [this](const Recorded& recorded) {
        const OwnState state = m_journal.stateOf(recorded.event);
        return state == OwnState::Recorded || state == OwnState::Refused;
    });
}

void NodeCommands::whenKept(const Asked& asked, std::function<void()> then) {
    m_node.whenKept([asked, then = std::move(then)](const std::optional<Failure>& failure) {
        failure ? asked->fail(*failure) : then();
    });
}

// First until everything is on disk: a command that answers has kept its words. Then for the relay, within
// the time.
void NodeCommands::awaitVerdicts(const Asked& asked, std::shared_ptr<Recording> recording) {
    whenKept(asked, [this, asked, recording] {
        if (asked->offline || m_node.link() != NodeLink::Up || allAnswered(*recording)) {
            finish(asked, *recording);
            return;
        }
        auto* once =
            new Once(this, m_node.system().timers, [this, asked, recording] { finish(asked, *recording); });
        const auto look = [this, once, recording] {
            if (allAnswered(*recording)) {
                once->happened();
            }
        };
        connect(&m_journal, &Journal::ownEventChanged, once, look);
        connect(&m_node, &Node::linkChanged, once, [this, once] {
            if (m_node.link() != NodeLink::Up) {
                once->happened();
            }
        });
        once->after(asked->wait);
    });
}

QJsonObject NodeCommands::eventLine(const EventId& event) const {
    const bool isRecorded = m_journal.stateOf(event) == OwnState::Recorded;
    return {{QStringLiteral("event"), event.toHex()},
            {QStringLiteral("state"), isRecorded ? QStringLiteral("recorded") : QStringLiteral("pending")}};
}

void NodeCommands::finish(const Asked& asked, const Recording& recording) {
    std::optional<std::pair<EventId, Statement>> firstRefusal;
    for (const Recorded& recorded : recording.events) {
        const OwnState state = m_journal.stateOf(recorded.event);
        if (state == OwnState::Refused) {
            for (const OwnEvent& own : m_journal.ownEvents(recorded.log)) {
                if (own.event == recorded.event && own.refusal && !firstRefusal) {
                    firstRefusal = {own.event, *own.refusal};
                }
            }
            continue;
        }
        if (!recording.say) {
            asked->output->line(eventLine(recorded.event));
        }
    }
    if (firstRefusal) {
        const auto record = decodeRefusal(firstRefusal->second.bytes);
        asked->fail(Refusal{record ? record->code : QByteArray(refusal::malformed)},
                    firstRefusal->first.toHex());
        return;
    }
    if (recording.say) {
        recording.say(*asked->output);
    }
    if (m_node.offerTrouble() && !allAnswered(recording)) {
        asked->output->words(sentence(*m_node.offerTrouble()));
    }
    asked->done(exitcode::done);
}

} // namespace bongsu
