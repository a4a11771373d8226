#include "faults/faultrow.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <cstdio>
#include <cstdlib>

namespace bongsu {

namespace {
constexpr int patience = 600'000; // ms
}

FaultRow::FaultRow(int number, int argc, char** argv) : m_number(number) {
    for (int i = 1; i + 1 < argc; i += 2) {
        const QByteArray name(argv[i]);
        const quint64 value = QByteArray(argv[i + 1]).toULongLong();
        if (name == "--count") {
            m_count = value;
        } else if (name == "--seed") {
            m_seed = value;
        }
    }
    if (m_count == 0) {
        std::fputs("usage: --count N [--seed S]\n", stderr);
        std::exit(2);
    }
}

int FaultRow::end(quint64 tried, const Figures& figures, bool holds) const {
    QByteArray said;
    for (const auto& [name, count] : figures) {
        said += ", " + name + ' ' + QByteArray::number(count);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - m_began;
    std::printf("row %d: tried %llu%s, seed %llu, %.1f s\n", m_number, static_cast<unsigned long long>(tried),
                said.constData(), static_cast<unsigned long long>(m_seed), took.count());
    return holds && tried >= m_count ? 0 : 1;
}

int FaultRow::notHere(const QByteArray& why) const {
    std::printf("row %d could not run here: %s\n", m_number, why.constData());
    return 77;
}

bool until(const std::function<bool()>& done) {
    const QDeadlineTimer deadline(patience);
    while (!done() && !deadline.hasExpired()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return done();
}

void must(bool holds, const char* what) {
    if (!holds) {
        std::printf("could not be prepared: %s\n", what);
        std::exit(1);
    }
}

} // namespace bongsu
