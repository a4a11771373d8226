// bongsu: the desktop.
#include "nodeconnection.h"
#include "printcommand.h"

#include "cli/arguments.h"
#include "commands/nodecommands.h"
#include "storage/eventstore.h"
#include "translations/translations.h"
#include "ui/incidents/incidentpage.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QScreen>
#include <QTimer>

namespace bongsu {

namespace {

const Usage& usage() {
    static const Usage words{
        QStringLiteral("bongsu [--home DIR] [--incident ID] [--lang ko|en] [--theme light|dark|contrast] "
                       "[--picture FILE [--size WxH]] [--unlock FILE] [--version]"),
        0,
        0,
        {QStringLiteral("home="), QStringLiteral("incident="), QStringLiteral("lang="),
         QStringLiteral("theme="), QStringLiteral("picture="), QStringLiteral("size="),
         QStringLiteral("unlock="), QStringLiteral("version")}};
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
        installTranslations(value("lang"));
        m_theme = std::make_unique<Theme>(themeNamed(value("theme")));
        const QString home = value("home");
        auto node = Node::open(
            HomeFolder::at(home.isEmpty() ? HomeFolder::usualPath() : home, value("unlock")), m_system);
        if (!node) {
            return reportError(m_console, node.error());
        }
        m_node = std::move(*node);
        QTimer::singleShot(0, &m_app, [this] { open(); });
        const int code = m_app.exec();
        m_window.reset();
        m_connection.reset();
        m_commands.reset();
        m_node.reset();
        return code;
    }

  private:
    QString value(const char* option) const {
        return m_arguments.value(QString::fromLatin1(option)).value_or(QString());
    }

    void open() {
        m_node->start([this](const Result<std::monostate>& started) {
            if (!started) {
                m_app.exit(reportError(m_console, started.error()));
                return;
            }
            serveCommands();
            showWindow();
            m_node->connectToRelay(std::nullopt);
            if (!value("picture").isEmpty()) {
                takePicture();
            }
        });
    }

    // The desktop holds this home: bongsuctl hands its commands over to it.
    void serveCommands() {
        m_commands = std::make_unique<NodeCommands>(*m_node);
        if (const auto listening = m_commands->serveOthers(); !listening) {
            reportError(m_console, listening.error());
        }
    }

    void showWindow() {
        m_connection = std::make_unique<NodeConnection>(*m_node);
        m_window = std::make_unique<MainWindow>(WindowParts{
            m_node->journal(), *m_connection, m_system.clock, *m_theme,
            [this](const char* context, const char* english) { return m_korean.words(context, english); }});
        QObject::connect(m_window.get(), &MainWindow::languageAsked, m_window.get(),
                         [](const QString& language) { installTranslations(language); });
        const QStringList size = value("size").split(QLatin1Char('x'));
        if (size.size() == 2 && size[0].toInt() > 0 && size[1].toInt() > 0) {
            m_window->resize(size[0].toInt(), size[1].toInt());
        }
        openAskedIncident();
        // Closing the window is not the end yet: what was typed last may still be on its way to the disk.
        m_app.setQuitOnLastWindowClosed(false);
        QObject::connect(&m_app, &QGuiApplication::lastWindowClosed, m_node.get(),
                         [this] { m_node->whenKept([this](const auto&) { m_app.exit(exitcode::done); }); });
        m_window->show();
    }

    void openAskedIncident() {
        const QString asked = value("incident").toLower();
        for (const LogId& log : m_node->journal().incidents()) {
            if (!asked.isEmpty() && log.toHex().startsWith(asked)) {
                m_window->openIncident(log);
            }
        }
    }

    void takePicture() {
        QCursor::setPos(m_window->screen()->geometry().bottomRight()); // no row is under it
        const auto take = [this] {
            openAskedIncident();
            QTimer::singleShot(pictureSettles, m_window.get(), [this] {
                const bool saved = m_window->grab().save(value("picture"));
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
        QObject::connect(m_node.get(), &Node::caughtUp, m_window.get(), once);
        QTimer::singleShot(pictureWait, m_window.get(), once);
    }

    QApplication& m_app;
    Arguments m_arguments;
    ConsoleOutput m_console;
    System m_system;
    Catalogue m_korean{u"ko"}; // names are searched in both languages
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeCommands> m_commands;
    std::unique_ptr<NodeConnection> m_connection;
    std::unique_ptr<MainWindow> m_window;
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
    // What is printed needs no display, and must come out where there is none.
    if (argc > 1 && qstrcmp(argv[1], "print") == 0) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    QApplication app(argc, argv);
    app.setApplicationName(QStringLiteral("bongsu"));
    return bongsu::desktopMain(app);
}
