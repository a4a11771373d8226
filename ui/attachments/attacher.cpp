#include "ui/attachments/attacher.h"

#include "threads/handover.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QPointer>
#include <QThreadPool>

namespace bongsu {

namespace {

QString nameOf(const Given& given) {
    return given.path.isEmpty() ? given.name : QFileInfo(given.path).fileName();
}

} // namespace

Attacher::Attacher(Journal& journal, QObject* parent) : QObject(parent), m_journal(journal) {}

void Attacher::take(const LogId& log, std::vector<Given> given) {
    for (Given& one : given) {
        m_waiting.emplace_back(log, std::move(one));
    }
    takeNext();
}

void Attacher::takeNext() {
    if (m_working || m_waiting.empty()) {
        return;
    }
    m_working = true;
    auto next = std::move(m_waiting.front());
    m_waiting.pop_front();
    Q_EMIT changed();
    QThreadPool::globalInstance()->start(
        [self = QPointer(this), log = next.first, given = std::move(next.second)] {
            // The answer is looked at in the window's thread, where it is known whether anybody still waits
            // for it.
            handOver(qApp, [self, log, name = nameOf(given), made = attachmentFrom(given)] {
                if (self) {
                    self->taken(log, name, made);
                }
            });
        });
}

void Attacher::taken(const LogId& log, const QString& name, const Result<Attachment>& made) {
    m_working = false;
    if (!made) {
        Q_EMIT refused(name, made.error());
    } else if (const auto held = m_journal.holdAttachment(log, *made); !held) {
        Q_EMIT refused(name, held.error());
    }
    Q_EMIT changed();
    takeNext();
}

} // namespace bongsu
