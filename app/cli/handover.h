// One home, one holder: whoever holds it listens on a socket in it, and another command hands its words over.
#pragma once

#include "cli/output.h"

#include <QLocalServer>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <memory>

class QLocalSocket;

namespace bongsu {

// A request and its answers are JSON lines of at most limits::handoverBytes:
//   -> {"args":[…],"input":[…]}     <- {"out":{…}} | {"err":"…"} … {"exit":n}
// The holder's side. The socket is for its owner only (0600).
class HandoverServer : public QObject {
    Q_OBJECT

  public:
    // Carries out a command; `output` lives until the call that ends it with an exit code, or until the asker
    // is gone
    // (`output` then swallows what is said).
    using Run = std::function<void(const QStringList& args, const QByteArrayList& input,
                                   std::shared_ptr<Output> output, std::function<void(int exitCode)> done)>;

    HandoverServer(QString path, Run run);

    // Takes the place of a socket that a dead holder left. Failure disk.
    Result<std::monostate> listen();

  private:
    void serve(QLocalSocket* socket);
    void request(QLocalSocket* socket);

    QString m_path;
    Run m_run;
    QLocalServer m_server;
};

// The asker's side: waits for the answer and prints it to `output`. Failure busy if nobody listens there.
Result<int> handOver(const QString& path, const QStringList& args, const QByteArrayList& input,
                     Output& output);

// Where the holder of `folder` listens: in it, or, where that name is too long for a socket, under the user's
// run-time folder with a name made of the folder's.
QString handoverPath(const QString& folder);

} // namespace bongsu
