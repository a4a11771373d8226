// bongsuctl: everything a desktop can do with the record, for scripts and for terminals.
#include "cli/coredumps.h"
#include "cli/handover.h"
#include "commands/keycommand.h"
#include "commands/nodecommands.h"
#include "commands/verifying.h"
#include "keychain/sessionkeychain.h"
#include "translations/translations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTimer>

#include <cstdio>

namespace bongsu {

namespace {

constexpr qint64 inputBytes = 16 << 20;

QByteArrayList linesOfStdin() {
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        return {};
    }
    QByteArrayList lines = in.read(inputBytes).split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty()) {
        lines.removeLast();
    }
    return lines;
}

int usage(Output& output) {
    for (const QString& line : NodeCommands::usageLines()) {
        output.words(QStringLiteral("bongsuctl --home DIR ") + line);
    }
    output.words(QStringLiteral("bongsuctl ") + verifyFileUsage().line);
    return exitcode::usage;
}

// Opens the home in this process, does the one command and closes it again. While it lasts, others hand
// theirs over.
class Program {
  public:
    Program(QCoreApplication& app, const Globals& globals, const QByteArrayList& input)
        : m_app(app), m_globals(globals), m_input(input), m_output(std::make_shared<ConsoleOutput>()) {}

    int exec(const HomeFolder& folder) {
        auto node = Node::open(folder, m_system, sessionKeychain(folder.path));
        if (!node) {
            return reportError(*m_output, node.error());
        }
        m_node = std::move(*node);
        QTimer::singleShot(0, &m_app, [this] { start(); });
        const int code = m_app.exec();
        m_commands.reset();
        m_node.reset();
        return code;
    }

  private:
    void start() {
        m_node->start([this](const Result<std::monostate>& started) {
            if (!started) {
                // A damaged home does not start at all: where it is damaged is what verify is asked for.
                const bool verifying = m_globals.rest.front() == QStringLiteral("verify");
                m_app.exit(verifying ? reportDamage(*m_output, started.error())
                                     : reportError(*m_output, started.error()));
                return;
            }
            m_commands = std::make_unique<NodeCommands>(*m_node);
            // If it cannot, others hear that the home is busy.
            static_cast<void>(m_commands->serveOthers());
            m_commands->run(m_globals, m_input, m_output, [this](int code) {
                m_node->whenKept([this, code](const auto&) { m_app.exit(code); });
            });
        });
    }

    QCoreApplication& m_app;
    Globals m_globals;
    QByteArrayList m_input;
    System m_system;
    std::shared_ptr<Output> m_output;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeCommands> m_commands;
};

// Needs the home's lock and nothing else of it: whoever cannot open a home asks where its keys are.
int keysOf(QCoreApplication& app, const HomeFolder& folder, const QStringList& words) {
    const auto output = std::make_shared<ConsoleOutput>();
    QString fault;
    const auto arguments = Arguments::parse(words.mid(1), keysUsage(), fault);
    if (!arguments) {
        output->words(fault);
        return exitcode::usage;
    }
    const auto lock = HomeLock::take(folder.path);
    if (!lock) {
        return reportError(*output, lock.error());
    }
    KeyPlaces places = folder.keyPlaces(sessionKeychain(folder.path));
    QTimer::singleShot(0, &app, [&] {
        runKeys(places, *arguments, output,
                [&app](int code) { QTimer::singleShot(0, &app, [&app, code] { app.exit(code); }); });
    });
    return app.exec();
}

} // namespace

int ctlMain(QCoreApplication& app) {
    ConsoleOutput output;
    const QStringList words = app.arguments().mid(1);
    if (words.contains(QStringLiteral("--version"))) {
        output.words(QStringLiteral("bongsuctl " BONGSU_VERSION));
        return exitcode::done;
    }
    QString fault;
    const auto globals = takeGlobals(words, fault);
    if (!globals || globals->rest.isEmpty()) {
        if (!fault.isEmpty()) {
            output.words(fault);
        }
        return usage(output);
    }
    installTranslations(globals->language);
    if (asksForFile(globals->rest)) {
        return verifyFile(globals->rest, output);
    }
    const QString home = globals->home;
    const QByteArrayList input = NodeCommands::readsInput(globals->rest) ? linesOfStdin() : QByteArrayList();
    // Whoever holds the home does it for us.
    if (QFileInfo::exists(home)) {
        const QStringList named = withFilesFromRoot(words, *globals);
        if (const auto handed = handOver(handoverPath(home), named, input, output)) {
            return *handed;
        }
    }
    if (auto made = makeFolder(home); !made) {
        return reportError(output, made.error());
    }
    const HomeFolder folder = HomeFolder::at(home, globals->unlock);
    return globals->rest.front() == keysCommand() ? keysOf(app, folder, globals->rest)
                                                  : Program(app, *globals, input).exec(folder);
}

} // namespace bongsu

int main(int argc, char** argv) {
    bongsu::forbidCoreDumps();
    QCoreApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("bongsuctl"));
    bongsu::installTranslations(QString());
    return bongsu::ctlMain(app);
}
