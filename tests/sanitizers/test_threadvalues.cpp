// clang 14's leak check takes a thread's block for one of an older loader when it lies 16 bytes into a page,
// reads its own notes before it as the block's address, and dies on the way there. So the builds with
// sanitizers do not let it look for blocks by itself (intercept_tls_get_addr=0): the loader allocates them,
// and what the loader allocates is looked through all the same.
#include <QLibrary>
#include <QTest>

#include <sanitizer/lsan_interface.h>

#include <barrier>
#include <memory>
#include <thread>
#include <vector>

namespace bongsu {

class TestThreadValues : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void areLookedThroughWhereverTheyLie();
};

void TestThreadValues::areLookedThroughWhereverTheyLie() {
    using OwnValue = int** (*)();
    const auto ownValue =
        reinterpret_cast<OwnValue>(QLibrary::resolve(QStringLiteral(BONGSU_THREAD_VALUE), "ownValue"));
    QVERIFY(ownValue);
    // Each thread's block comes after another number of as large ones: some lie 16 bytes into a page.
    constexpr int count = 256;
    std::barrier isKept(count + 1), isLookedFor(count + 1);
    std::vector<std::thread> threads;
    threads.reserve(count);
    for (int number = 0; number < count; ++number) {
        threads.emplace_back([&, number] {
            std::vector<std::unique_ptr<int>> before;
            for (int made = 0; made < number; ++made) {
                before.push_back(std::make_unique<int>(made));
            }
            *ownValue() = new int(number);
            isKept.arrive_and_wait();
            isLookedFor.arrive_and_wait();
            delete *ownValue();
        });
    }
    isKept.arrive_and_wait();
    const int leaks = __lsan_do_recoverable_leak_check();
    isLookedFor.arrive_and_wait();
    for (std::thread& thread : threads) {
        thread.join();
    }
    QCOMPARE(leaks, 0);
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestThreadValues)
#include "test_threadvalues.moc"
