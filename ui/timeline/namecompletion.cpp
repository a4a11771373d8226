#include "ui/timeline/namecompletion.h"

#include "domain/incident/mention.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/namelist.h"

#include <QKeyEvent>

namespace bongsu {

namespace {
constexpr std::size_t mostNames = 6;
} // namespace

NameCompletion::NameCompletion(const Journal& journal, ComposerField& field, QObject* parent)
    : QObject(parent), m_journal(journal), m_field(field) {
    connect(&field, &ComposerField::typedAt, this, &NameCompletion::offer);
    field.installEventFilter(this);
}

NameCompletion::~NameCompletion() {
    delete m_names; // a child of the window, unless that has gone first
}

void NameCompletion::offer() {
    const Incident* incident = m_log ? m_journal.incident(*m_log) : nullptr;
    const auto asked = mentionBefore(m_field.writtenBefore(), m_field.writtenBefore().size());
    if (!incident || !asked || !m_field.hasFocus()) {
        if (m_names) {
            m_names->hide();
        }
        return;
    }
    if (!m_names) {
        m_names = new NameList(m_field.window());
        connect(m_names, &NameList::taken, this, &NameCompletion::take);
    }
    const auto all = mentionsIn(m_journal.organisation(), m_journal.texts(), *incident);
    const QPoint above(m_field.cursorRect().left(), 0);
    m_names->offer(mentionsFor(all, asked->query, mostNames), m_field.mapTo(m_field.window(), above));
}

// The name is plain words in the line, with nothing around it: a particle may follow at once.
void NameCompletion::take(const QString& name) {
    const int cursor = m_field.cursorPosition();
    if (const auto asked = mentionBefore(m_field.text(), cursor)) {
        m_field.setSelection(int(asked->from), cursor - int(asked->from));
        m_field.insert(name); // one step for Ctrl+Z
    }
}

bool NameCompletion::eventFilter(QObject* watched, QEvent* event) {
    if (m_names && watched == &m_field) {
        if (event->type() == QEvent::FocusOut) {
            m_names->hide();
        } else if (event->type() == QEvent::KeyPress) {
            const auto& key = *static_cast<QKeyEvent*>(event);
            // Tab would leave the field in the middle of a syllable; all other keys are the input method's.
            return m_field.isComposing() ? key.key() == Qt::Key_Tab && m_names->isOpen()
                                         : m_names->takesKey(key);
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace bongsu
