// Apprise, a program that knows a hundred services more: its address is a secret and goes by a file that is
// on no disk.
#include "channel/senders.h"
#include "channel/texts.h"
#include "channel/transport.h"

#include <QProcess>
#include <QTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

namespace bongsu::senders {

namespace {

// Its exit codes: 0 all went, 1 something did not, 2 it was asked wrongly, 3 there is no service in the file.
constexpr int askedWrongly = 2;
constexpr int noService = 3;

// In memory, without a name, and gone with the last of us two who has it open.
class MemoryFile {
  public:
    MemoryFile() : m_descriptor(::memfd_create("bongsu", MFD_CLOEXEC)) {}
    ~MemoryFile() { close(); }
    Q_DISABLE_COPY_MOVE(MemoryFile)

    bool write(QByteArrayView bytes) const {
        return m_descriptor >= 0 &&
               ::write(m_descriptor, bytes.data(), std::size_t(bytes.size())) == bytes.size();
    }
    // As the program that is started by `process` calls it; no other one has it.
    QString givenTo(QProcess& process) const {
        process.setChildProcessModifier([descriptor = m_descriptor] { ::fcntl(descriptor, F_SETFD, 0); });
        return QStringLiteral("/proc/self/fd/%1").arg(m_descriptor);
    }

    void close() {
        if (m_descriptor >= 0) {
            ::close(std::exchange(m_descriptor, -1));
        }
    }

  private:
    int m_descriptor;
};

class AppriseSender : public AccessSender {
  public:
    using AccessSender::AccessSender;

  protected:
    void handOver(const Message& message, Answered answered) override {
        auto run = std::make_shared<Run>();
        run->answered = std::move(answered);
        if (!run->file.write(secret("url"))) {
            run->answered({later(sendingcode::disk, std::strerror(errno))});
            return;
        }
        QStringList arguments{QStringLiteral("--config=") + run->file.givenTo(run->process),
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
        MemoryFile file;
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
        run.file.close();
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
