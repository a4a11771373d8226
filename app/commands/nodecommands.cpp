#include "commands/nodecommands.h"

#include "cli/handover.h"
#include "commands/commandtable.h"
#include "wording/certificatewords.h"
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

// Beside whatever a command did while it had a line.
Exit afterWarning(Node& node, const std::shared_ptr<Output>& output, Exit done) {
    return [&node, output, done = std::move(done)](int code) {
        if (const auto warning = node.certificateWarning()) {
            output->words(sentence(*warning) + u' ' + certificateAdvice(*warning));
        }
        done(code);
    };
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
    const bool mayRead =
        words.value(0) == u"note" || (words.value(0) == u"retro" && words.value(1) == u"edit");
    return mayRead && words.contains(QStringLiteral("-"));
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
    const auto asked = std::make_shared<const Request>(
        Request{name, *arguments, input, globals.offline, globals.wait, globals.relay, output,
                globals.offline ? std::move(done) : afterWarning(m_node, output, std::move(done))});
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
