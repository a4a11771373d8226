// Homes of real programs in one process: real stores, real keys, real sockets on loopback, the real window.
#pragma once

#include "desktop/nodehosting.h"
#include "desktop/nodeinviting.h"
#include "ui/shell/mainwindow.h"

#include <QTemporaryDir>

namespace bongsu {

constexpr int patience = 60'000; // ms, on a busy machine with sanitizers

// Somebody's program: opened, and ended as it is ended by a person or by kill -9.
class Premises {
  public:
    Premises(const QTemporaryDir& folder, const QString& name, System& system);
    ~Premises();

    void open(); // as the program does when it starts, up to its window
    void close();
    bool isOpen() const { return node != nullptr; }
    // Joins by what somebody was given and waits until the record has come.
    bool join(const QString& given, const QString& person);
    QString line(Permission permission, const InviteTerms& terms = proposedTerms());

    QStringList hosts{QStringLiteral("127.0.0.1")};
    HomeFolder home;
    System& system;
    std::unique_ptr<Node> node;
    std::unique_ptr<OwnRelay> relay;
    std::unique_ptr<NodeConnection> connection;
    std::unique_ptr<NodeHosting> hosting;
    std::unique_ptr<NodeInviting> inviting;
    std::unique_ptr<Theme> theme;
    std::unique_ptr<MainWindow> window;
    std::optional<Error> trouble; // why joining or founding failed last
};

} // namespace bongsu
