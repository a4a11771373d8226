// Who is told that a descriptor can be read or written, and who no longer.
#include "websocket/readiness.h"

#include <QCoreApplication>
#include <QTest>

#include <array>

#include <sys/socket.h>
#include <unistd.h>

using namespace bongsu;

namespace {

// Two ends of a line; what is told of the first.
struct Pair final : Readiness::Waiting {
    explicit Pair(Readiness& r) : readiness(r) {
        const bool ok = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends.data()) == 0;
        Q_ASSERT(ok);
        number = readiness.add(ends[0], *this);
    }
    virtual ~Pair() {
        end();
        hangUp();
    }
    void end() {
        if (ends[0] >= 0) {
            readiness.remove(number);
            ::close(std::exchange(ends[0], -1));
        }
    }
    void hangUp() {
        if (ends[1] >= 0) {
            ::close(std::exchange(ends[1], -1));
        }
    }
    void say() { QCOMPARE(::write(ends[1], "x", 1), 1); }

    void readable() override {
        ++toldToRead;
        if (whenReadable) {
            whenReadable();
        }
    }
    void writable() override { ++toldToWrite; }

    Readiness& readiness;
    std::array<int, 2> ends{-1, -1};
    quint64 number = 0;
    int toldToRead = 0;
    int toldToWrite = 0;
    std::function<void()> whenReadable;
};

void turn() {
    QCoreApplication::processEvents();
}

} // namespace

class TestReadiness final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void tellsWhatIsAskedFor();
    void tellsOfAnEnd();
    void whoeverHasEndedIsNotTold();
    void tellsMoreThanOneTurnTakes();
};

void TestReadiness::tellsWhatIsAskedFor() {
    Readiness readiness;
    Pair line(readiness);
    line.say();
    turn();
    QCOMPARE(line.toldToRead + line.toldToWrite, 0);

    QVERIFY(readiness.wait(line.number, true, false));
    turn();
    turn();
    QVERIFY(line.toldToRead >= 2); // it was not taken
    QCOMPARE(line.toldToWrite, 0);

    QVERIFY(readiness.wait(line.number, false, true));
    const int before = line.toldToRead;
    turn();
    QCOMPARE(line.toldToRead, before);
    QVERIFY(line.toldToWrite > 0);
}

void TestReadiness::tellsOfAnEnd() {
    Readiness readiness;
    Pair reading(readiness);
    Pair writing(readiness);
    Pair idle(readiness);
    QVERIFY(readiness.wait(reading.number, true, false));
    QVERIFY(readiness.wait(idle.number, true, false) && readiness.wait(idle.number, false, false));
    while (::write(writing.ends[0], "0123456789", 10) > 0) { // until nothing more is taken
    }
    QVERIFY(readiness.wait(writing.number, false, true));
    turn();
    QCOMPARE(reading.toldToRead + writing.toldToWrite, 0);
    reading.hangUp();
    writing.hangUp();
    idle.hangUp();
    turn();
    QVERIFY(reading.toldToRead > 0 && writing.toldToWrite > 0);
    QCOMPARE(reading.toldToWrite + writing.toldToRead, 0);
    QCOMPARE(idle.toldToRead + idle.toldToWrite, 0);
}

void TestReadiness::whoeverHasEndedIsNotTold() {
    Readiness readiness;
    std::array<std::unique_ptr<Pair>, 2> lines{std::make_unique<Pair>(readiness),
                                               std::make_unique<Pair>(readiness)};
    int told = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        QVERIFY(readiness.wait(lines[i]->number, true, true));
        lines[i]->say();
        // Whoever is told first ends both; the other was ready in the same turn.
        lines[i]->whenReadable = [&, i] {
            ++told;
            lines[1 - i].reset();
            lines[i]->end();
        };
    }
    turn();
    turn();
    QCOMPARE(told, 1);
    for (const auto& line : lines) {
        QVERIFY(!line || line->toldToWrite == 0);
    }
}

void TestReadiness::tellsMoreThanOneTurnTakes() {
    Readiness readiness;
    std::vector<std::unique_ptr<Pair>> lines;
    for (int i = 0; i < 300; ++i) {
        lines.push_back(std::make_unique<Pair>(readiness));
        Pair* line = lines.back().get();
        QVERIFY(readiness.wait(line->number, true, false));
        line->whenReadable = [line] { QVERIFY(line->readiness.wait(line->number, false, false)); };
        line->say();
    }
    const auto all = [&] {
        return std::all_of(lines.begin(), lines.end(), [](const auto& one) { return one->toldToRead == 1; });
    };
    QTRY_VERIFY(all());
}

QTEST_GUILESS_MAIN(TestReadiness)

#include "test_readiness.moc"
