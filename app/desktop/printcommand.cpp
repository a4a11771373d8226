#include "printcommand.h"

#include "cli/arguments.h"
#include "cli/output.h"
#include "desktop/nodeinviting.h"
#include "domain/organisation/inviting.h"
#include "keychain/sessionkeychain.h"
#include "translations/translations.h"
#include "ui/invite/envelope.h"
#include "ui/outgoing/printing.h"
#include "wiring/node.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

namespace bongsu {

namespace {

const Usage& usage() {
    static const Usage words{
        QStringLiteral(
            "print timeline|board|brief --incident ID [--since ISO] [--until ISO] | print envelope "
            "[--home DIR] [--lang ko|en] [--unlock FILE] -o FILE.pdf"),
        2,
        2,
        {QStringLiteral("home="), QStringLiteral("incident="), QStringLiteral("since="),
         QStringLiteral("until="), QStringLiteral("lang="), QStringLiteral("unlock="), QStringLiteral("o=")}};
    return words;
}

const QString& envelopeWord() {
    static const QString word = QStringLiteral("envelope");
    return word;
}

// How long an envelope's invite waits for the relay to record it.
constexpr Millis recordingWait{20'000};

std::optional<Printed> printedNamed(const QString& name) {
    static const std::map<QString, Printed> names{{QStringLiteral("timeline"), Printed::Timeline},
                                                  {QStringLiteral("board"), Printed::Board},
                                                  {QStringLiteral("brief"), Printed::Brief}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

class Printing {
  public:
    // `what`: nothing for an envelope.
    Printing(QApplication& app, const Arguments& arguments, std::optional<Printed> what)
        : m_app(app), m_arguments(arguments), m_what(what) {}

    int exec() {
        const QString home = value("home").isEmpty() ? HomeFolder::usualPath() : value("home");
        auto node = Node::open(HomeFolder::at(home, value("unlock")), m_system, sessionKeychain(home));
        if (!node) {
            return reportError(m_console, node.error());
        }
        m_node = std::move(*node);
        QTimer::singleShot(0, &m_app, [this] {
            m_node->start([this](const Result<std::monostate>& started) {
                if (!started) {
                    m_app.exit(reportError(m_console, started.error()));
                } else {
                    m_what ? print() : printEnvelope();
                }
            });
        });
        const int code = m_app.exec();
        m_inviting.reset();
        m_node.reset();
        return code;
    }

  private:
    QString value(const char* option) const {
        return m_arguments.value(QString::fromLatin1(option)).value_or(QString());
    }

    // The one incident that begins so. Refusals not_found and ambiguous.
    Result<LogId> incident() const {
        const QString asked = value("incident").toLower();
        std::vector<LogId> found;
        for (const LogId& log : m_node->journal().incidents()) {
            if (!asked.isEmpty() && log.toHex().startsWith(asked)) {
                found.push_back(log);
            }
        }
        if (found.size() == 1) {
            return found.front();
        }
        return refuse(found.empty() ? refusal::notFound : refusal::ambiguous, asked.toUtf8());
    }

    void print() {
        const auto log = incident();
        PrintOrder order{*m_what, log.value_or(LogId::zeros()), {}, m_system.clock.now()};
        order.range.since = momentFromIso(value("since"));
        order.range.until = momentFromIso(value("until"));
        const bool times = (order.range.since || value("since").isEmpty()) &&
                           (order.range.until || value("until").isEmpty());
        if (!log || !times) {
            m_app.exit(
                reportError(m_console, log ? Error(Refusal{refusal::outOfRange, "--since, --until ISO 8601"})
                                           : log.error()));
            return;
        }
        const QString path = value("o");
        printToFile(m_node->journal(), order, path, [this, path](const Result<int>& pages) {
            if (!pages) {
                m_app.exit(reportError(m_console, pages.error()));
                return;
            }
            m_console.line({{QStringLiteral("printed"), path}, {QStringLiteral("pages"), *pages}});
            m_app.exit(exitcode::done);
        });
    }

    // One responder within 90 days, on paper; how far its invite has come is told.
    void printEnvelope() {
        const QString path = value("o");
        if (QFileInfo::exists(path)) { // no envelope is written over anything
            m_app.exit(reportError(m_console, Failure{failure::disk, path.toUtf8() + ": exists"}));
            return;
        }
        m_inviting = std::make_unique<NodeInviting>(*m_node);
        const auto given = m_inviting->invite({envelopePermission, false, envelopeTerms()});
        const Outcome written =
            given ? writeEnvelope(path, envelopeOf(m_node->journal(), given->line, m_system.clock.now()))
                  : Outcome(errorOf(given));
        if (!written) {
            m_app.exit(reportError(m_console, written.error()));
            return;
        }
        QObject::connect(&m_node->journal(), &Journal::ownEventChanged, m_node.get(), [this] {
            if (m_inviting->isRecorded()) {
                endEnvelope();
            }
        });
        QObject::connect(m_node.get(), &Node::noRelay, m_node.get(), [this] { endEnvelope(); });
        QTimer::singleShot(recordingWait, m_node.get(), [this] { endEnvelope(); });
        m_node->connectToRelay(std::nullopt);
    }

    void endEnvelope() {
        if (std::exchange(m_ended, true)) {
            return;
        }
        const bool recorded = m_inviting->isRecorded();
        if (!recorded) {
            m_console.words(QCoreApplication::translate(
                "Print",
                "The envelope is written, but no relay has recorded its invite yet: it lets nobody in "
                "before this home has been connected. It goes up by itself with the next command."));
        }
        m_console.line(
            {{QStringLiteral("printed"), value("o")},
             {QStringLiteral("pages"), 1},
             {QStringLiteral("state"), recorded ? QStringLiteral("recorded") : QStringLiteral("pending")}});
        m_node->whenKept([this](const auto&) { m_app.exit(exitcode::done); });
    }

    QApplication& m_app;
    Arguments m_arguments;
    std::optional<Printed> m_what;
    bool m_ended = false;
    ConsoleOutput m_console;
    System m_system;
    std::unique_ptr<Node> m_node;
    std::unique_ptr<NodeInviting> m_inviting;
};

} // namespace

bool asksToPrint(const QStringList& words) {
    return words.value(0) == QStringLiteral("print");
}

int printCommand(QApplication& app, const QStringList& words) {
    QString fault;
    const auto arguments = Arguments::parse(words, usage(), fault);
    const auto what = arguments ? printedNamed(arguments->at(1)) : std::nullopt;
    const bool envelope = arguments && arguments->at(1) == envelopeWord();
    if ((!what && !envelope) || arguments->value(QStringLiteral("o")).value_or(QString()).isEmpty()) {
        ConsoleOutput().words(fault.isEmpty() ? QStringLiteral("bongsu ") + usage().line : fault);
        return exitcode::usage;
    }
    installTranslations(arguments->value(QStringLiteral("lang")).value_or(QString()));
    return Printing(app, *arguments, what).exec();
}

} // namespace bongsu
