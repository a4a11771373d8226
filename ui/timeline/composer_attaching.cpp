// What goes with the line: pictures and files that were pasted, dropped or chosen.
#include "ui/timeline/composer.h"

#include "ui/attachments/attacher.h"
#include "ui/attachments/heldstrip.h"
#include "ui/timeline/composerfield.h"
#include "wording/sentence.h"
#include "wording/times.h"

#include <utility>

namespace bongsu {

void Composer::connectAttachments() {
    m_attacher = new Attacher(m_journal, this);
    connect(m_attacher, &Attacher::refused, this, [this](const QString& name, const Error& why) {
        m_due = nullptr; // without it the line is another one
        say(name + QStringLiteral(": ") + sentence(why));
    });
    connect(m_attacher, &Attacher::changed, this, [this] {
        showHeld();
        if (m_due && !m_attacher->isBusy()) {
            (this->*std::exchange(m_due, nullptr))();
        }
    });
    connect(m_field, &QLineEdit::textChanged, this, [this] { m_due = nullptr; });
    connect(m_strip, &HeldStrip::takenOff, this, [this](const BlobId& blob) {
        m_journal.dropHeld(*m_log, blob);
        showHeld();
        if (m_strip->isHidden()) {
            m_field->setFocus();
        }
    });
}

bool Composer::waitsForFiles(void (Composer::*due)()) {
    m_due = m_attacher->isBusy() ? due : nullptr;
    return m_due != nullptr;
}

void Composer::attach(std::vector<Given> given) {
    if (m_log && !given.empty()) {
        say({});
        m_attacher->take(*m_log, std::move(given));
        m_field->setFocus();
    }
}

QString Composer::pictureName() const {
    const Moment now = m_clock.now();
    return dayOf(now).toString(Qt::ISODate) + u' ' + clockOf(now).replace(u':', u'.') +
           QStringLiteral(".png");
}

void Composer::showHeld() {
    m_strip->showHeld(m_log ? m_journal.heldAttachments(*m_log) : std::vector<HeldAttachment>(),
                      m_attacher->isBusy());
}

// Each is a line of its own; the words stand with the first.
void Composer::recordHeld(AttachmentWords words) {
    if (!m_log || (m_sending && !words.target)) {
        return;
    }
    for (const HeldAttachment& held : m_journal.heldAttachments(*m_log)) {
        if (!onItsWay(m_journal.recordHeld(*m_log, held.blob(), words))) {
            break;
        }
        words.caption.clear();
    }
    showHeld();
    endOnItsWay();
}

} // namespace bongsu
