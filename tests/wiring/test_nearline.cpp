// A door within the process that is taken away while somebody stands in it.
#include "wiring/foundingrelay.h"
#include "wiring/nearline.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace bongsu;

namespace {

// Counts what is delivered to objects in this storage.
class Watching final : public QCoreApplication {
  public:
    using QCoreApplication::QCoreApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        const auto* at = reinterpret_cast<const std::byte*>(receiver);
        if (at >= storage.data() && at < storage.data() + storage.size()) {
            ++delivered;
            return true;
        }
        return QCoreApplication::notify(receiver, event);
    }

    alignas(NearDoor) std::array<std::byte, sizeof(NearDoor)> storage{};
    int delivered = 0;
};

Watching* watching = nullptr;

} // namespace

class TestNearLine final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void nothingArrivesAtADoorThatHasEnded();
};

void TestNearLine::nothingArrivesAtADoorThatHasEnded() {
    const QTemporaryDir home;
    const RelayFolder folder{home.filePath(QStringLiteral("relay")), home.filePath(QStringLiteral("key"))};
    System system;
    QVERIFY(makeFolder(folder.path) && RelayNode::create(folder, system));
    const auto relay = std::move(*RelayNode::open(folder, system));
    bool ready = false;
    relay->start([&](const Outcome& opened) { ready = opened.has_value(); });
    QTRY_VERIFY(ready);
    bool founded = false;
    foundAt(*relay, QStringLiteral("Daon"), {{QStringLiteral("drill.invalid"), 1}},
            [&](const Outcome& outcome) { founded = outcome.has_value(); });
    QTRY_VERIFY(founded);

    auto* door = new (watching->storage.data()) NearDoor(*relay);
    std::unique_ptr<Link> caller = door->enter();
    door->later([] {});
    std::destroy_at(door);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(watching->delivered, 0);
    QCOMPARE(relay->sessions(), 0);
    caller->setReceiver(nullptr);
}

int main(int argc, char** argv) {
    Watching app(argc, argv);
    watching = &app;
    TestNearLine test;
    return QTest::qExec(&test, argc, argv);
}

#include "test_nearline.moc"
