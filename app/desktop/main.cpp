// bongsu: the desktop.
#include "printcommand.h"

#include "cli/arguments.h"
#include "cli/coredumps.h"
#include "cli/handover.h"
#include "commands/nodecommands.h"
#include "desktop/drill.h"
#include "desktop/lanaddresses.h"
#include "desktop/nodehosting.h"
#include "desktop/nodeinviting.h"
#include "desktop/windows.h"
#include "keychain/sessionkeychain.h"
#include "storage/eventstore.h"
#include "translations/translations.h"
#include "ui/incidents/incidentpage.h"
#include "wording/sentence.h"

#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QTimer>

namespace bongsu {

namespace {

const Usage& usage() {
    static const Usage words{
        QStringLiteral(
            "bongsu [--home DIR] [--incident ID] [--lang ko|en] [--theme light|dark|contrast] "
            "[--picture FILE [--size WxH]] [--found NAME --person NAME] [--unlock FILE] [--version]"),
        0,
        0,
        {QStringLiteral("home="), QStringLiteral("incident="), QStringLiteral("lang="),
         QStringLiteral("theme="), QStringLiteral("picture="), QStringLiteral("size="),
         QStringLiteral("found="), QStringLiteral("person="), QStringLiteral("unlock="),
         QStringLiteral("version")}};
    return words;
}

ThemeName themeNamed(const QString& name) {
    if (name == QStringLiteral("dark")) {
        return ThemeName::Dark;
    }
    return name == QStringLiteral("contrast") ? ThemeName::Contrast : ThemeName::Light;
}

// How long a picture waits for the relay: it shows what is there then.
constexpr Millis pictureWait{10'000};
// The rows of the first page are read from the disk after the window is shown.
constexpr Millis pictureSettles{600};

class Desktop {
  public:
    Desktop(QApplication& app, const Arguments& arguments) : m_app(app), m_arguments(arguments) {}

    int exec() {
        m_language = installTranslations(value("lang"));
        m_theme = std::make_unique<Theme>(themeNamed(value("theme")));
        auto opened = openHome();
        while (!opened && codeOf(opened.error()) == failure::keyUnusable && isAskedAgain(opened.error())) {
            opened = openHome();
        }
        if (!opened) {
            return codeOf(opened.error()) == failure::locked ? raiseTheOther(opened.error())
                                                             : reportError(m_console, opened.error());
        }
        QTimer::singleShot(0, &m_app, [this] { open(); });
        const int code = m_app.exec();
        endDrill();
        m_windows.reset();
        m_hosting.reset();
        m_connection.reset();
        m_commands.reset();
        m_node.reset();
        m_ownRelay.reset();
        return code;
    }

  private:
    QString value(const char* option) const {
        return m_arguments.value(QString::fromLatin1(option)).value_or(QString());
    }

    QString home() const {
        const QString asked = value("home");
        return asked.isEmpty() ? HomeFolder::usualPath() : asked;
    }

    // One program holds a home. Started once more, it brings that one's window to the front.
    int raiseTheOther(const Error& busy) {
        const auto raised =
            handOver(handoverPath(home()), NodeCommands::raising(value("incident")), {}, m_console);
        return raised && *raised == exitcode::done ? exitcode::done : reportError(m_console, busy);
    }

    // Whoever starts the program by its icon does not read what it prints, and a keychain can be unlocked
    // now.
    bool isAskedAgain(const Error& why) const {
        if (QGuiApplication::platformName() == QStringLiteral("offscreen") || !value("picture").isEmpty()) {
            return false;
        }
        m_app.setQuitOnLastWindowClosed(false);
        QMessageBox box(QMessageBox::Critical, QStringLiteral("Bongsu"), sentence(why));
        auto* again =
            box.addButton(QCoreApplication::translate("Desktop", "Try again"), QMessageBox::AcceptRole);
        box.addButton(QCoreApplication::translate("Desktop", "Close"), QMessageBox::RejectRole);
        box.setDefaultButton(again);
        box.exec();
        return box.clickedButton() == again;
    }

    Outcome openHome() {
        const QString home = this->home();
        // Its key file is named after the folder: that must be there first.
        if (auto made = makeFolder(home); !made) {
            return made;
        }
        auto node = Node::open(HomeFolder::at(home, value("unlock")), m_system, sessionKeychain(home));
        if (!node) {
            return errorOf(node);
        }
        m_node = std::move(*node);
        m_ownRelay = std::make_unique<OwnRelay>(m_node->folder(), m_system, lanAddresses());
        return std::monostate{};
    }

    void open() {
        m_node->start([this](const Result<std::monostate>& started) {
            if (!started) {
                m_app.exit(reportError(m_console, started.error()));
                return;
            }
            serveCommands();
            showWindow();
            // First what this computer itself keeps: the desktop is its first guest.
            m_ownRelay->start([this] {
                m_node->connectToRelay(std::nullopt);
                foundAsAsked();
                if (!value("picture").isEmpty()) {
                    takePicture();
                } else {
                    settleKeys();
                }
            });
        });
    }

    // The window is up: what this needs, and whether it works, keeps nobody from anything.
    void settleKeys() {
        m_node->keyPlaces().settle([this](const Outcome& settled) {
            if (!settled) {
                reportError(m_console, settled.error());
            }
        });
    }

    // The desktop holds this home: bongsuctl hands its commands over to it.
    void serveCommands() {
        m_commands = std::make_unique<NodeCommands>(*m_node);
        m_commands->raiseBy([this](const std::optional<LogId>& log) {
            if (m_drillWindow) {
                m_drillWindow->activateWindow();
            } else if (m_windows) {
                m_windows->raise(log);
            }
        });
        if (const auto listening = m_commands->serveOthers(); !listening) {
            reportError(m_console, listening.error());
        }
    }

    void showWindow() {
        m_connection = std::make_unique<NodeConnection>(*m_node);
        m_hosting = std::make_unique<NodeHosting>(*m_node, *m_connection, *m_ownRelay);
        m_inviting = std::make_unique<NodeInviting>(*m_node);
        QObject::connect(m_hosting.get(), &NodeHosting::drillAsked, m_hosting.get(),
                         [this] { beginDrill(); });
        const WindowState kept = Windows::remembered(m_node->journal());
        if (value("lang").isEmpty() && !kept.language.isEmpty()) {
            m_language = installTranslations(QString::fromLatin1(kept.language));
        }
        m_windows = std::make_unique<Windows>(WindowParts{m_node->journal(), *m_connection, m_system.clock,
                                                          *m_theme, m_hosting.get(), m_inviting.get(),
                                                          &m_node->attachments(), &m_node->documents(),
                                                          &m_node->notices(), &m_node->retro(), inKorean()},
                                              m_language, !value("theme").isEmpty());
        const QStringList size = value("size").split(QLatin1Char('x'));
        if (size.size() == 2 && size[0].toInt() > 0 && size[1].toInt() > 0) {
            window().resize(size[0].toInt(), size[1].toInt());
        }
        // Closing the window is not the end yet: what was typed last may still be on its way to the disk.
        m_app.setQuitOnLastWindowClosed(false);
        QObject::connect(&m_app, &QGuiApplication::lastWindowClosed, m_node.get(),
                         [this] { m_node->whenKept([this](const auto&) { m_app.exit(exitcode::done); }); });
        m_windows->start(askedIncident());
    }

    MainWindow& window() { return m_windows->first(); }

    std::function<QString(const char*, const char*)> inKorean() const {
        return [this](const char* context, const char* english) { return m_korean.words(context, english); };
    }

    // What the first page does, for whoever sets a computer up by a script.
    void foundAsAsked() {
        if (!value("found").isEmpty() && !m_connection->isMember()) {
            QObject::connect(m_hosting.get(), &Hosting::failed, &m_app,
                             [this](const Error& why) { m_app.exit(reportError(m_console, why)); });
            m_hosting->found(value("found"), value("person"));
        }
    }

    // In a window of its own; the first one waits behind it.
    void beginDrill() {
        if (m_drill) {
            return;
        }
        m_drill = std::make_unique<Drill>(m_node->folder().path + QStringLiteral("/drill"), m_system);
        QObject::connect(
            m_drill.get(), &Drill::left, &m_app, [this] { endDrill(); }, Qt::QueuedConnection);
        m_drill->begin([this](const Outcome& begun) {
            if (!begun) {
                const Error why = begun.error();
                QTimer::singleShot(0, &m_app, [this, why] {
                    endDrill();
                    Q_EMIT m_hosting->failed(why);
                });
                return;
            }
            m_drillConnection = std::make_unique<NodeConnection>(m_drill->node());
            m_drillWindow = std::make_unique<MainWindow>(WindowParts{
                m_drill->node().journal(), *m_drillConnection, m_system.clock, *m_theme, m_drill.get(),
                nullptr, &m_drill->node().attachments(), &m_drill->node().documents(),
                &m_drill->node().notices(), &m_drill->node().retro(), inKorean()});
            QObject::connect(m_drillWindow.get(), &MainWindow::languageAsked, m_drillWindow.get(),
                             [](const QString& language) { installTranslations(language); });
            m_drillWindow->resize(window().size());
            m_drillWindow->show();
            if (const auto incident = m_drill->incident()) {
                m_drillWindow->openIncident(*incident);
            }
            window().hide();
        });
    }

    void endDrill() {
        if (m_drillWindow) {
            window().show();
            window().activateWindow();
        }
        m_drillWindow.reset();
        m_drillConnection.reset();
        m_drill.reset();
    }

    std::optional<LogId> askedIncident() const {
        const QString asked = value("incident").toLower();
        for (const LogId& log : m_node->journal().incidents()) {
            if (!asked.isEmpty() && log.toHex().startsWith(asked)) {
                return log;
            }
        }
        return std::nullopt;
    }

    void takePicture() {
        QCursor::setPos(window().screen()->geometry().bottomRight()); // no row is under it
        const auto take = [this] {
            if (const auto log = askedIncident()) {
                window().openIncident(*log);
            }
            QTimer::singleShot(pictureSettles, &window(), [this] {
                const bool saved = window().grab().save(value("picture"));
                m_app.exit(saved ? exitcode::done
                                 : reportError(m_console, Failure{failure::disk, value("picture").toUtf8()}));
            });
        };
        m_pictureTaken = false;
        const auto once = [this, take] {
            if (!std::exchange(m_pictureTaken, true)) {
                take();
            }
        };
        QObject::connect(m_node.get(), &Node::caughtUp, &window(), once);
        QTimer::singleShot(pictureWait, &window(), once);
    }

    QApplication& m_app;
    Arguments m_arguments;
    ConsoleOutput m_console;
    System m_system;
    Translation m_korean{u"ko"}; // names are searched in both languages
    QString m_language;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeCommands> m_commands;
    std::unique_ptr<OwnRelay> m_ownRelay;
    std::unique_ptr<NodeConnection> m_connection;
    std::unique_ptr<NodeHosting> m_hosting;
    std::unique_ptr<NodeInviting> m_inviting;
    std::unique_ptr<Windows> m_windows;
    std::unique_ptr<Drill> m_drill;
    std::unique_ptr<NodeConnection> m_drillConnection;
    std::unique_ptr<MainWindow> m_drillWindow;
    bool m_pictureTaken = false;
};

} // namespace

int desktopMain(QApplication& app) {
    if (asksToPrint(app.arguments().mid(1))) {
        return printCommand(app, app.arguments().mid(1));
    }
    QString fault;
    const auto arguments = Arguments::parse(app.arguments().mid(1), usage(), fault);
    if (!arguments || arguments->has(QStringLiteral("version"))) {
        ConsoleOutput().words(arguments ? QStringLiteral("bongsu " BONGSU_VERSION) : fault);
        return arguments ? exitcode::done : exitcode::usage;
    }
    return Desktop(app, *arguments).exec();
}

} // namespace bongsu

int main(int argc, char** argv) {
    bongsu::forbidCoreDumps();
    // What is printed needs no display, and must come out where there is none.
    if (argc > 1 && qstrcmp(argv[1], "print") == 0) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("bongsu"));
    return bongsu::desktopMain(app);
}
