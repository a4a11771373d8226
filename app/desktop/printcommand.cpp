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
#include "wording/manualnames.h"

#include <QApplication>
#include <QFileInfo>
#include <QTimer>

namespace bongsu {

namespace {

const Usage& usage() {
    static const Usage words{
        QStringLiteral(
            "print timeline|board|brief|summary|organisation|sitrep --incident ID "
            "[--since ISO] [--until ISO] | "
            "print retrospective --incident ID [--kind full|public|plan|result] [--remove WORDS]… | "
            "print activity --incident ID [--person NAME] | print manual TYPE | print matrix | "
            "print phones | print rosters | "
            "print envelope [--home DIR] [--lang ko|en] [--unlock FILE] -o FILE.pdf"),
        2,
        3,
        {QStringLiteral("person="), QStringLiteral("home="), QStringLiteral("incident="),
         QStringLiteral("since="), QStringLiteral("until="), QStringLiteral("lang="),
         QStringLiteral("unlock="), QStringLiteral("kind="), QStringLiteral("remove="),
         QStringLiteral("o=")}};
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
                                                  {QStringLiteral("brief"), Printed::Brief},
                                                  {QStringLiteral("summary"), Printed::Summary},
                                                  {QStringLiteral("organisation"), Printed::Organisation},
                                                  {QStringLiteral("activity"), Printed::Activity},
                                                  {QStringLiteral("sitrep"), Printed::Sitrep},
                                                  {QStringLiteral("retrospective"), Printed::Retrospective}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

std::optional<PeacePaper> peacePaperNamed(const QString& name) {
    static const std::map<QString, PeacePaper> names{{QStringLiteral("manual"), PeacePaper::Manual},
                                                     {QStringLiteral("matrix"), PeacePaper::Matrix},
                                                     {QStringLiteral("phones"), PeacePaper::Phones},
                                                     {QStringLiteral("rosters"), PeacePaper::Rosters}};
    const auto found = names.find(name);
    return found == names.end() ? std::nullopt : std::optional(found->second);
}

class Printing {
  public:
    // Neither `what` nor `peace`: an envelope.
    Printing(QApplication& app, const Arguments& arguments, std::optional<Printed> what,
             std::optional<PeacePaper> peace)
        : m_app(app), m_arguments(arguments), m_what(what), m_peace(peace) {}

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
                    begin();
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

    void begin() {
        if (!m_what && !m_peace) {
            printEnvelope();
            return;
        }
        if (m_what) {
            if (const auto log = incident()) {
                m_node->documents().manualOf(*m_node->journal().incident(*log)); // an older version is read
            }
        }
        afterDocuments([this] { m_what ? print() : printPeacetime(); });
    }

    // What is on this device is read from its disk; nothing is waited for that is not.
    void afterDocuments(std::function<void()> then) {
        if (!m_node->documents().isReading()) {
            then();
            return;
        }
        QObject::connect(
            &m_node->documents(), &Documents::settled, m_node.get(), [then = std::move(then)] { then(); },
            Qt::SingleShotConnection);
    }

    void ended(const Result<int>& pages) {
        if (!pages) {
            m_app.exit(reportError(m_console, pages.error()));
            return;
        }
        m_console.line({{QStringLiteral("printed"), value("o")}, {QStringLiteral("pages"), *pages}});
        m_app.exit(exitcode::done);
    }

    void printPeacetime() {
        ended(printPeaceToFile(m_node->journal(), m_node->documents(),
                               {*m_peace, m_arguments.at(2), m_system.clock.now()}, value("o")));
    }

    // Whose activity: the one person who is called so or whose id begins so; without a name whoever prints.
    // Refusals not_found and ambiguous.
    Result<PersonId> person() const {
        const QString asked = value("person").trimmed();
        const Journal& journal = m_node->journal();
        std::vector<PersonId> found;
        for (const auto& [id, known] : journal.organisation().persons) {
            const bool byName = journal.texts().personName(journal.organisation(), id) == asked;
            const bool byId = asked.size() >= 8 && id.toHex().startsWith(asked.toLower());
            if (asked.isEmpty() ? journal.person() == id : byName || byId) {
                found.push_back(id);
            }
        }
        if (found.size() == 1) {
            return found.front();
        }
        return refuse(found.empty() ? refusal::notFound : refusal::ambiguous, asked.toUtf8());
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
        PrintOrder order{*m_what, log.value_or(LogId::zeros()), {}, m_system.clock.now(), {}, {}};
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
        if (const auto held = m_node->documents().manualOf(*m_node->journal().incident(*log))) {
            order.manual = held->manual;
        }
        order.form = fromWord<RetroForm>(value("kind").toLatin1()).value_or(RetroForm::Full);
        order.removed = m_arguments.values(QStringLiteral("remove"));
        if (order.what == Printed::Activity) {
            const auto whose = person();
            if (!whose) {
                m_app.exit(reportError(m_console, whose.error()));
                return;
            }
            order.person = *whose;
        }
        if (order.what != Printed::Retrospective) {
            print(order);
            return;
        }
        m_node->retro().gather(*log, order.asOf, languageInstalled(),
                               [this, order](const RetroMaterial& material) {
                                   PrintOrder whole = order;
                                   whole.retro = material;
                                   print(whole);
                               });
    }

    void print(const PrintOrder& order) {
        printToFile(m_node->journal(), order, value("o"), [this](const Result<int>& pages) { ended(pages); });
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
    std::optional<PeacePaper> m_peace;
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
    const auto peace = arguments ? peacePaperNamed(arguments->at(1)) : std::nullopt;
    const bool envelope = arguments && arguments->at(1) == envelopeWord();
    const QString kind = arguments ? arguments->value(QStringLiteral("kind")).value_or(QString()) : QString();
    const bool isKind = (kind.isEmpty() || fromWord<RetroForm>(kind.toLatin1())) && arguments &&
                        arguments->values(QStringLiteral("remove")).size() <= mostRedactions;
    const bool fits = arguments && isKind && arguments->count() == (peace == PeacePaper::Manual ? 3 : 2);
    if (!fits || (!what && !peace && !envelope) ||
        arguments->value(QStringLiteral("o")).value_or(QString()).isEmpty()) {
        ConsoleOutput().words(fault.isEmpty() ? QStringLiteral("bongsu ") + usage().line : fault);
        return exitcode::usage;
    }
    installTranslations(arguments->value(QStringLiteral("lang")).value_or(QString()));
    return Printing(app, *arguments, what, peace).exec();
}

} // namespace bongsu
