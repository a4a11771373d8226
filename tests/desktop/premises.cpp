#include "desktop/premises.h"

#include <QSignalSpy>
#include <QTest>

namespace bongsu {

Premises::Premises(const QTemporaryDir& folder, const QString& name, System& world)
    : home{folder.filePath(name), folder.filePath(name + QStringLiteral(".key"))}, system(world) {}

Premises::~Premises() {
    close();
}

void Premises::open() {
    auto opened = Node::open(home, system);
    Q_ASSERT(opened);
    node = std::move(*opened);
    relay = std::make_unique<OwnRelay>(node->folder(), system, hosts);
    bool started = false;
    node->start([this, &started](const Outcome& outcome) {
        Q_ASSERT(outcome);
        connection = std::make_unique<NodeConnection>(*node);
        hosting = std::make_unique<NodeHosting>(*node, *connection, *relay);
        inviting = std::make_unique<NodeInviting>(*node);
        relay->start([this, &started] {
            node->connectToRelay(std::nullopt);
            started = true;
        });
    });
    Q_ASSERT(QTest::qWaitFor([&] { return started; }, patience));
    QObject::connect(connection.get(), &Connection::joinFailed, node.get(),
                     [this](const Error& why) { trouble = why; });
    QObject::connect(hosting.get(), &Hosting::failed, node.get(),
                     [this](const Error& why) { trouble = why; });
    theme = std::make_unique<Theme>(ThemeName::Light);
    window = std::make_unique<MainWindow>(WindowParts{node->journal(), *connection, system.clock, *theme,
                                                      hosting.get(), inviting.get(), &node->attachments(),
                                                      &node->documents()});
}

void Premises::close() {
    window.reset();
    theme.reset();
    inviting.reset();
    hosting.reset();
    connection.reset();
    node.reset();
    relay.reset();
}

bool Premises::join(const QString& given, const QString& person) {
    trouble.reset();
    connection->join(given, person);
    return QTest::qWaitFor([this] { return trouble || (connection->isMember() && node->isCaughtUp()); },
                           patience) &&
           !trouble;
}

QString Premises::line(Permission permission, const InviteTerms& terms) {
    const auto given = inviting->invite({permission, false, terms});
    return given && QTest::qWaitFor([this] { return inviting->isRecorded(); }, patience) ? given->line
                                                                                         : QString();
}

} // namespace bongsu
