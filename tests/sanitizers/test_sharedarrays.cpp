// The thread sanitizer believes that Qt's shared arrays may end on another thread than the one that read
// them.
#include <QByteArray>
#include <QSemaphore>
#include <QTest>

#include <thread>

namespace bongsu {

class TestSharedArrays : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void mayEndOnAnotherThread();
};

// As a head does that is written while a later one takes its place: assigning drops the reference within Qt,
// where nobody sees it. QSemaphore is not seen either, so that the order is known to the reference count
// alone.
void TestSharedArrays::mayEndOnAnotherThread() {
    QByteArray kept(1'000, 'a');
    const QByteArray later("later");
    QSemaphore isReplaced;
    char seen = 0;
    std::thread writer([written = kept, &isReplaced, &seen]() mutable {
        isReplaced.acquire();
        seen = written.at(999);
        written = QByteArray();
    });
    const char read = kept.at(0);
    kept = later;
    isReplaced.release();
    writer.join();
    QCOMPARE(read, 'a');
    QCOMPARE(seen, 'a');
    QCOMPARE(kept, later);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestSharedArrays)
#include "test_sharedarrays.moc"
