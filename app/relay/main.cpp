// bongsu-relay: numbers, keeps and passes on an organisation's record.
#include "openfiles.h"
#include "relaycommands.h"
#include "rootcommand.h"

#include "cli/coredumps.h"
#include "cli/handover.h"
#include "domain/base/limits.h"
#include "files/files.h"
#include "translations/translations.h"
#include "wording/sentence.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSocketNotifier>

#include <csignal>
#include <sys/socket.h>
#include <unistd.h>

namespace bongsu {

namespace {

const QMap<QString, Usage>& usages() {
    static const QString unlock = QStringLiteral("unlock=");
    static const QMap<QString, Usage> all{
        {QStringLiteral("init"),
         {QStringLiteral("init DIR --org NAME [--listen HOST:PORT] [--advertise HOST:PORT,…]"),
          1,
          1,
          {QStringLiteral("org="), QStringLiteral("listen="), QStringLiteral("advertise="), unlock}}},
        {QStringLiteral("run"),
         {QStringLiteral("run DIR [--listen HOST:PORT] [--replies PORT] [--unlock FILE] [--accept-clock]"),
          1,
          1,
          {QStringLiteral("listen="), QStringLiteral("replies="), unlock, QStringLiteral("accept-clock")}}},
        {QStringLiteral("replies"), {QStringLiteral("replies DIR"), 1, 1, {unlock}}},
        {QStringLiteral("invite"),
         {QStringLiteral("invite DIR [--root FILE]"), 1, 1, {QStringLiteral("root="), unlock}}},
        {QStringLiteral("status"), {QStringLiteral("status DIR"), 1, 1, {unlock}}},
        {QStringLiteral("backup"), {QStringLiteral("backup DIR FILE"), 2, 2, {unlock}}},
        {QStringLiteral("restore"), {QStringLiteral("restore DIR FILE"), 2, 2, {unlock}}},
        {QStringLiteral("channel"),
         {QStringLiteral(
              "channel list DIR | channel add DIR CHANNEL --secrets FILE | channel remove DIR CHANNEL | "
              "channel test DIR CHANNEL [ADDRESS]"),
          2,
          4,
          {QStringLiteral("secrets="), unlock}}},
        {QStringLiteral("recipients"),
         {QStringLiteral("recipients list DIR | recipients set DIR LIST --addresses FILE"),
          2,
          3,
          {QStringLiteral("addresses="), unlock}}},
        {QStringLiteral("root"),
         {QStringLiteral("root export DIR FILE [--which 1|2] | root forget DIR"),
          2,
          3,
          {QStringLiteral("which=")}}}};
    return all;
}

// --- signals
// ---------------------------------------------------------------------------------------------------------

int signalPipe[2];

// Only async-signal-safe calls here: the event loop does the rest.
void onSignal(int) {
    const char byte = 0;
    [[maybe_unused]] const auto written = ::write(signalPipe[0], &byte, 1);
}

void quitOnSignals(QCoreApplication& app) {
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPipe) != 0) {
        return; // the default action still ends the process, and every commit is durable
    }
    auto* notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, &app);
    QObject::connect(notifier, &QSocketNotifier::activated, &app, &QCoreApplication::quit);
    std::signal(SIGTERM, onSignal);
    std::signal(SIGINT, onSignal);
}

// --- the folder's settings: where to listen
// ---------------------------------------------------------------------------

// Nothing: what is given or kept is no address.
Result<std::optional<Address>> listenAddress(const Arguments& arguments, const RelayFolder& folder) {
    if (const auto given = arguments.value(QStringLiteral("listen"))) {
        return addressFromText(*given);
    }
    const auto kept = RelayFolder::keptIn(folder.listenFile());
    if (!kept) {
        return errorOf(kept);
    }
    return *kept ? addressFromText(QString::fromUtf8(**kept)) : Address{QStringLiteral("0.0.0.0"), 7443};
}

// Nothing: no gateway hands over answers here. A port that is none: 0.
Result<std::optional<quint16>> repliesPort(const Arguments& arguments, const RelayFolder& folder) {
    if (const auto given = arguments.value(QStringLiteral("replies"))) {
        const quint16 port = given->toUShort();
        const auto kept = port > 0 ? files::write(folder.repliesFile(), QByteArray::number(port)) : Outcome();
        return kept ? Result<std::optional<quint16>>(port) : errorOf(kept);
    }
    return RelayFolder::keptIn(folder.repliesFile()).map([](const std::optional<QByteArray>& port) {
        return port ? std::optional(port->toUShort()) : std::nullopt;
    });
}

std::optional<std::vector<Address>> addressList(const QString& list) {
    std::vector<Address> addresses;
    for (const QString& text : list.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        const auto address = addressFromText(text.trimmed());
        if (!address) {
            return std::nullopt;
        }
        addresses.push_back(*address);
    }
    return addresses;
}

// --- commands
// ----------------------------------------------------------------------------------------------------------

class Program {
  public:
    Program(QCoreApplication& app, const QString& command, const Arguments& arguments)
        : m_app(app), m_command(command), m_arguments(arguments),
          m_folder(RelayFolder::at(arguments.at(isAboutChannels() ? 1 : 0),
                                   arguments.value(QStringLiteral("unlock")).value_or(QString()))),
          m_output(std::make_shared<ConsoleOutput>()) {}

    int exec() {
        if (m_command == QStringLiteral("init")) {
            return init();
        }
        if (m_command == QStringLiteral("root")) {
            return rootCommand(m_arguments, usages().value(m_command), *m_output);
        }
        if (!QFileInfo::exists(m_folder.store()) && m_command != QStringLiteral("restore")) {
            return reportError(*m_output, Failure{failure::disk, m_folder.store().toUtf8()});
        }
        if (m_command == QStringLiteral("restore")) {
            return restore();
        }
        if (m_command == QStringLiteral("run")) {
            return openAnd([this] { listen(); });
        }
        auto input = this->input();
        if (!input) {
            return reportError(*m_output, input.error());
        }
        const auto handed = handOver(handoverPath(m_folder.path), words(), *input, *m_output);
        return handed ? *handed : openAnd([this, input = *input] { execute(words(), input); });
    }

  private:
    // Their own word stands before the folder.
    bool isAboutChannels() const {
        return m_command == QStringLiteral("channel") || m_command == QStringLiteral("recipients");
    }

    // What may not stand in an argument, which others on this computer can read: from a file, by its lines.
    Result<QByteArrayList> input() const {
        const auto path = m_arguments.value(
            m_command == QStringLiteral("channel") ? QStringLiteral("secrets") : QStringLiteral("addresses"));
        if (!isAboutChannels() || !path) {
            return QByteArrayList();
        }
        // As much as fits where it may have to be handed over, escaped; never a part of it.
        constexpr qint64 most = limits::handoverBytes / 2;
        const auto bytes = files::read(*path, most);
        if (!bytes) {
            return errorOf(bytes);
        }
        if (bytes->size() > most) {
            return refuse(refusal::tooLarge, path->toUtf8());
        }
        return bytes->split('\n');
    }

    QStringList words() const {
        QStringList words{m_command};
        if (isAboutChannels()) {
            for (int i = 0; i < m_arguments.count(); ++i) {
                if (i != 1) {
                    words << m_arguments.at(i);
                }
            }
        }
        if (m_command == QStringLiteral("invite") && m_arguments.has(QStringLiteral("root"))) {
            words << QFileInfo(*m_arguments.value(QStringLiteral("root"))).absoluteFilePath();
        }
        if (m_command == QStringLiteral("backup")) {
            words << QFileInfo(m_arguments.at(1)).absoluteFilePath();
        }
        return words;
    }

    int init() {
        const auto name = m_arguments.value(QStringLiteral("org"));
        const auto listenAt = listenAddress(m_arguments, m_folder);
        const auto advertised = addressList(
            m_arguments.value(QStringLiteral("advertise"))
                .value_or(
                    m_arguments.value(QStringLiteral("listen")).value_or(QStringLiteral("localhost:7443"))));
        if (!listenAt) {
            return reportError(*m_output, listenAt.error());
        }
        if (!name || name->trimmed().isEmpty() || !*listenAt || !advertised || advertised->empty()) {
            m_output->words(
                QCoreApplication::translate("relay", "Usage: %1").arg(usages().value(m_command).line));
            return exitcode::usage;
        }
        if (QFileInfo::exists(m_folder.store())) {
            return reportError(*m_output, Refusal{refusal::alreadyDone, m_folder.store().toUtf8()});
        }
        for (const QString& folder : {m_folder.path, m_folder.path + QStringLiteral("/root")}) {
            if (auto made = makeFolder(folder); !made) {
                return reportError(*m_output, made.error());
            }
        }
        // The key file is named after the folder, which exists only now.
        m_folder = RelayFolder::at(m_arguments.at(0),
                                   m_arguments.value(QStringLiteral("unlock")).value_or(QString()));
        if (auto kept = files::write(m_folder.listenFile(), toText(**listenAt).toUtf8()); !kept) {
            return reportError(*m_output, kept.error());
        }
        if (auto made = RelayNode::create(m_folder, m_system); !made) {
            return reportError(*m_output, made.error());
        }
        return openAnd([this, name, advertised] {
            m_commands->found(name->trimmed(), *advertised, m_output, [this](int code) { m_app.exit(code); });
        });
    }

    int restore() {
        const auto aside = RelayNode::restore(m_folder, m_system, m_arguments.at(1));
        if (!aside) {
            return reportError(*m_output, aside.error());
        }
        if (!aside->isEmpty()) {
            m_output->words(
                QCoreApplication::translate("relay", "What was there before is kept as %1.").arg(*aside));
        }
        m_output->words(QCoreApplication::translate(
            "relay", "Restored. The relay waits for an admin to declare an epoch before it records anything: "
                     "desktops may hold more than this backup. They give it back when they connect."));
        m_output->line({{QStringLiteral("restored"), m_folder.store()}});
        return exitcode::done;
    }

    int openAnd(std::function<void()> then) {
        auto node = RelayNode::open(m_folder, m_system);
        if (!node) {
            return reportError(*m_output, node.error());
        }
        m_node = std::move(*node);
        m_commands = std::make_unique<RelayCommands>(*m_node);
        m_node->start([this, then = std::move(then)](const Result<std::monostate>& started) {
            if (!started) {
                m_app.exit(reportError(*m_output, started.error()));
                return;
            }
            then();
        });
        const int code = m_app.exec();
        m_handover.reset();
        m_commands.reset();
        m_node.reset();
        return code;
    }

    void execute(const QStringList& asked, const QByteArrayList& input) {
        m_commands->run(asked, input, m_output, [this](int code) { m_app.exit(code); });
    }

    void listen() {
        if (m_arguments.has(QStringLiteral("accept-clock"))) {
            m_node->sequencer().acceptClock();
        }
        const auto address = listenAddress(m_arguments, m_folder);
        if (!address) {
            m_app.exit(reportError(*m_output, address.error()));
            return;
        }
        if (!*address) {
            m_output->words(
                QCoreApplication::translate("relay", "Usage: %1").arg(usages().value(m_command).line));
            m_app.exit(exitcode::usage);
            return;
        }
        const auto answers = repliesPort(m_arguments, m_folder);
        if (!answers) {
            m_app.exit(reportError(*m_output, answers.error()));
            return;
        }
        const std::optional<quint16> replies = *answers;
        if (replies == quint16(0)) {
            m_output->words(
                QCoreApplication::translate("relay", "Usage: %1").arg(usages().value(m_command).line));
            m_app.exit(exitcode::usage);
            return;
        }
        const qint64 openFiles = raiseOpenFiles();
        const auto port = m_node->listen(**address);
        if (!port) {
            m_app.exit(reportError(*m_output, port.error()));
            return;
        }
        if (const auto listening = replies ? m_node->listenForReplies(*replies) : Result<quint16>(0);
            !listening) {
            m_app.exit(reportError(*m_output, listening.error()));
            return;
        }
        m_handover = std::make_unique<HandoverServer>(
            handoverPath(m_folder.path),
            [this](const QStringList& args, const QByteArrayList& input, std::shared_ptr<Output> output,
                   std::function<void(int)> done) { m_commands->run(args, input, output, std::move(done)); });
        if (const auto listening = m_handover->listen(); !listening) {
            m_app.exit(reportError(*m_output, listening.error()));
            return;
        }
        QObject::connect(&m_node->sequencer(), &Sequencer::stoppedNumbering, m_node.get(),
                         [this](const Failure& why) { reportError(*m_output, why); });
        if (const auto& stopped = m_node->sequencer().stopped()) {
            m_output->words(sentence(*stopped)); // it listens, and takes back; what it does not do it says
        }
        m_output->line({{QStringLiteral("listening"),
                         QStringLiteral("wss://") + toText(Address{(*address)->host, *port})},
                        {QStringLiteral("openFiles"), openFiles},
                        {QStringLiteral("certificateUntil"), toIso(m_node->certificate()->notAfter)}});
    }

    QCoreApplication& m_app;
    QString m_command;
    Arguments m_arguments;
    System m_system;
    RelayFolder m_folder;
    std::shared_ptr<Output> m_output;
    std::unique_ptr<RelayNode> m_node;
    std::unique_ptr<RelayCommands> m_commands;
    std::unique_ptr<HandoverServer> m_handover;
};

int printUsage() {
    for (const Usage& usage : usages()) {
        ConsoleOutput().words(QStringLiteral("bongsu-relay ") + usage.line);
    }
    return exitcode::usage;
}

} // namespace

int relayMain(QCoreApplication& app) {
    QStringList words = app.arguments().mid(1);
    if (words.contains(QStringLiteral("--version"))) {
        ConsoleOutput().words(QStringLiteral("bongsu-relay " BONGSU_VERSION));
        return exitcode::done;
    }
    const QString command = words.isEmpty() ? QString() : words.takeFirst();
    const auto usage = usages().constFind(command);
    if (usage == usages().constEnd()) {
        return printUsage();
    }
    QString fault;
    const auto arguments = Arguments::parse(words, *usage, fault);
    if (!arguments) {
        ConsoleOutput().words(fault);
        return exitcode::usage;
    }
    quitOnSignals(app);
    return Program(app, command, *arguments).exec();
}

} // namespace bongsu

int main(int argc, char** argv) {
    bongsu::forbidCoreDumps();
    QCoreApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("bongsu-relay"));
    bongsu::installTranslations(QString());
    return bongsu::relayMain(app);
}
