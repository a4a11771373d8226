// Work that may block (a disk, a library with a loop of its own) on a thread of its own, and its result on
// this one.
#pragma once

#include "threads/handover.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <utility>

namespace bongsu {

// `done(result)` on the thread of `context`, unless that goes before; `work` shares nothing with anybody.
template <class Work, class Done>
void inBackground(QObject* context, Work work, Done done) {
    using Value = decltype(work());
    auto result = std::make_shared<Value>();
    QThread* thread = QThread::create([result, work = std::move(work)]() mutable {
        *result = work();
        happensBefore(result.get());
    });
    QObject::connect(thread, &QThread::finished, context, [result, done = std::move(done)]() mutable {
        happensAfter(result.get());
        done(std::move(*result));
    });
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->start();
}

} // namespace bongsu
