// Writing a section in its place: over what its author has read and nothing else, and never to be lost.
#include "ui/retro/evidencecolumn.h"
#include "ui/retro/retrosheet.h"
#include "ui/retro/sectioneditor.h"
#include "ui/style/scrolled.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QGuiApplication>
#include <QInputMethod>
#include <QListView>
#include <QPlainTextEdit>

#include <algorithm>

namespace bongsu {

static std::vector<EventId> versionsOf(const OutlineSection& section) {
    std::vector<EventId> versions;
    for (const SectionVersion& version : section.versions) {
        versions.push_back(version.event);
    }
    return versions;
}

void RetroSheet::findDrafts() {
    m_drafts.clear();
    for (const OutlineSection& one : m_outline->sections) {
        if (draftOf(m_parts.journal, *m_log, one.line.plan.key)) {
            m_drafts.insert(one.line.plan.key);
        }
    }
}

// Texts that were written apart stand one below the other: what is not wanted is taken out.
void RetroSheet::beginWriting() {
    const OutlineSection* chosen = section();
    if (!chosen) {
        return;
    }
    const QString key = chosen->line.plan.key;
    QStringList texts;
    for (const SectionVersion& version : chosen->versions) {
        const auto read = m_words.find(version.event);
        if (read != m_words.end() && read->second) {
            texts += *read->second;
        }
    }
    const auto kept = draftOf(m_parts.journal, *m_log, key);
    if (!kept && texts.size() < qsizetype(chosen->versions.size())) {
        say(tr("What was written is not here yet, and nobody writes over what they have not read. Come back "
               "when it is here."),
            Ink::Ember);
        return;
    }
    const SectionDraft fresh{texts.join(QStringLiteral("\n\n")), versionsOf(*chosen), chosen->openTo};
    const SectionDraft draft = kept.value_or(fresh);
    QString note;
    if (kept && kept->against != fresh.against) {
        note =
            tr("Somebody wrote here while this was a draft. What you record will stand beside it, and both "
               "can be made one afterwards.");
    } else if (chosen->versions.size() > 1) {
        note = tr(
            "The texts that stand here, one below the other. What you record takes the place of them all.");
    }
    m_begun = fresh;
    m_writing = key;
    m_editor->begin(sectionName(*view(), key), draft, note);
    m_draftWait.stop();
    m_told->hide();
    m_editor->show();
    say({});
    tellKeys();
    fit();
    m_editor->text().setFocus();
    fit();
}

void RetroSheet::recordText() {
    if (!m_writing) {
        return;
    }
    QGuiApplication::inputMethod()->commit(); // a syllable that is still being composed is meant, too
    const QString key = *m_writing;
    const SectionDraft draft = m_editor->draft();
    if (draft.words.trimmed().isEmpty()) {
        say(tr("Nothing is written yet. Esc leaves it as it was."), Ink::Ember);
        return;
    }
    keepText(); // whatever becomes of it
    const auto held = incident()->retro.sections.find(key);
    const bool isApart =
        held != incident()->retro.sections.end() &&
        std::any_of(held->second.begin(), held->second.end(), [&draft](const SectionVersion& version) {
            return std::find(draft.against.begin(), draft.against.end(), version.event) ==
                   draft.against.end();
        });
    const auto recorded = m_parts.retro->write(*m_log, key, draft.words, draft.openTo, draft.against);
    if (!recorded) {
        say(sentence(recorded.error()), Ink::Ember);
        return;
    }
    dropDraft(m_parts.journal, *m_log, key);
    m_begun = draft; // it is no draft any more
    endWriting();
    refresh();
    say(recorded->warning
            ? filled(tr("Saved on this device. It may not be accepted: %1"), {sentence(*recorded->warning)})
        : isApart
            ? tr("Recorded. Somebody else wrote here at the same time: both texts stand, Enter makes one "
                 "of them.")
            : tr("Recorded."));
}

// What was not touched is no draft.
void RetroSheet::keepText() {
    m_draftWait.stop();
    if (!m_writing || !m_log) {
        return;
    }
    const SectionDraft draft = m_editor->draft();
    if (draft == m_begun || draft.words.trimmed().isEmpty()) {
        dropDraft(m_parts.journal, *m_log, *m_writing);
    } else {
        keepDraft(m_parts.journal, *m_log, *m_writing, draft);
    }
}

void RetroSheet::endWriting() {
    if (!m_writing) {
        return;
    }
    keepText();
    m_writing.reset();
    m_told->show();
    m_seeks = false;
    fit();
    m_list->setFocus();
    m_editor->hide();
    fit();
}

void RetroSheet::cite(quint64 seq) {
    if (!isWriting()) {
        say(tr("Nothing is being written: Space marks the line for the next finding."));
        return;
    }
    if (seq == 0) {
        say(tr("This line has no number yet: it can be named once it is recorded."));
        return;
    }
    m_editor->insert(filled(tr("(record #%1)"), {QString::number(seq)}));
    seek(false);
    m_editor->text().setFocus();
}

} // namespace bongsu
