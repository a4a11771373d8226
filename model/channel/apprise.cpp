// Apprise, a program that knows a hundred services more: its address is a secret and goes by a file of the
// owner's.
#include "channel/senders.h"
#include "channel/texts.h"
#include "channel/transport.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryFile>
#include <QTimer>

namespace bongsu::senders {

namespace {

// Its exit codes: 0 all went, 1 something did not, 2 it was asked wrongly, 3 there is no service in the file.
constexpr int askedWrongly = 2;
constexpr int noService = 3;

class AppriseSender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    void handOver(const Message& message, Answered answered) override {
        auto run = std::make_shared<Run>();
        run->answered = std::move(answered);
        // 0600 and gone with the run.
        run->file.setFileTemplate(QDir::tempPath() + QStringLiteral("/bongsu-XXXXXX.conf"));
        if (!run->file.open() || run->file.write(secret("url") + '\n') < 0 || !run->file.flush()) {
            run->answered({later(sendingcode::disk, run->file.errorString().toUtf8())});
            return;
        }
        QStringList arguments{QStringLiteral("--config=") + run->file.fileName(),
                              QStringLiteral("--input-format=text")};
        if (const QString title = titlesOf(message); !title.isEmpty()) {
            arguments.push_back(QStringLiteral("--title=") + title);
        }
        QObject::connect(&run->process, &QProcess::finished, context(),
                         [this, run](int code, QProcess::ExitStatus status) {
                             finish(*run, status == QProcess::NormalExit
                                              ? outcomeOf(code, run->process.readAll())
                                              : unknown(sendingcode::helper));
                         });
        QObject::connect(&run->process, &QProcess::errorOccurred, context(),
                         [this, run](QProcess::ProcessError error) {
                             if (error == QProcess::FailedToStart) {
                                 finish(*run, refused(sendingcode::unconfigured, "apprise"));
                             }
                         });
        QObject::connect(&run->patience, &QTimer::timeout, &run->process, &QProcess::kill);
        run->patience.start(access().means.transport.options().totalTime);
        run->process.setProcessChannelMode(QProcess::MergedChannels);
        run->process.start(QStringLiteral("apprise"), arguments);
        run->process.write(bodiesOf(message).toUtf8());
        run->process.closeWriteChannel();
        m_runs.push_back(std::move(run));
    }

  private:
    struct Run {
        QTemporaryFile file;
        QProcess process;
        QTimer patience;
        Answered answered;
    };

    static SendingOutcome outcomeOf(int code, QByteArray words) {
        switch (code) {
        case 0:
            return sent({});
        case askedWrongly:
        case noService:
            return refused(sendingcode::unconfigured, std::move(words));
        default:
            // It does not tell apart what was refused and what nobody answered; but before it has found a
            // service in the file, nothing can have gone out.
            return words.contains("You must specify at least one server URL")
                       ? refused(sendingcode::unconfigured, words.left(words.indexOf("Usage:")))
                       : unknown(sendingcode::helper, std::move(words));
        }
    }

    void finish(Run& run, SendingOutcome outcome) {
        run.patience.stop();
        run.file.remove();
        if (const Answered answered = std::exchange(run.answered, nullptr)) {
            answered({std::move(outcome)});
        }
    }

    std::vector<std::shared_ptr<Run>> m_runs; // a sender sends few messages
};

} // namespace

std::unique_ptr<Sender> apprise(Access access) {
    return std::make_unique<AppriseSender>(std::move(access));
}

} // namespace bongsu::senders
