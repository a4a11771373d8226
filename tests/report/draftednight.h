// A night made by hand, drafted, and its document read as text.
#pragma once

#include "report/retrodraft.h"
#include "support/notices.h"

namespace bongsu {

struct Night {
    Scene scene;
    Moment began = scene.org.now;
    Manual manual;

    Night() {
        IncidentDeclared declared;
        declared.began = began;
        scene.org.now += std::chrono::minutes(5);
        scene.log = scene.org.declare(scene.responder(), declared, QStringLiteral("판교 | 화재 <b>"));
    }
    EventId at(Millis after, const Member& who, const Facts& facts,
               const Text& text = TestOrganisation::words()) {
        scene.org.now = began + after;
        return scene.did(who, facts, text);
    }
    EventId says(Millis after, const Facts& facts, const Text& text = TestOrganisation::words()) {
        return at(after, scene.responder(), facts, text);
    }

    // Of this form, with what people wrote.
    Document document(RetroForm form = RetroForm::Full, RetroMaterial material = {}) const {
        const KeyedHashVerifier verifier;
        Ledger ledger(verifier);
        Texts texts;
        Records records;
        std::vector<KeptEntry> entries;
        for (const KeptEntry& kept : scene.org.kept()) {
            const auto accepted = ledger.accept(kept, Trust::Verify);
            texts.take(*accepted, kept.text);
            records.take(*accepted, kept.text);
            if (accepted->log == scene.log) {
                entries.push_back(kept);
            }
        }
        const RecordSource source{ledger, texts, ledger.organisation(), *ledger.incident(scene.log)};
        material.manual = manual.seats.empty() ? nullptr : std::make_shared<const Manual>(manual);
        RetroDraft draft(source, {records.of(scene.log), material, scene.org.now, form});
        for (const KeptEntry& kept : entries) {
            draft.take(*readRow(ledger, kept));
        }
        return draft.document();
    }
};

inline const DocumentSection& section(const Document& document, const char* key) {
    static const DocumentSection none;
    for (const DocumentSection& one : document.sections) {
        if (one.key == QLatin1String(key)) {
            return one;
        }
    }
    return none;
}

// All of it as one text, a line for each part, entries behind it.
inline QString read(const DocumentSection& section) {
    QStringList lines;
    const auto add = [&lines](const DocumentText& text) {
        QString line = text.words;
        for (const quint64 seq : text.entries) {
            line += QStringLiteral(" #%1").arg(seq);
        }
        lines += line;
    };
    for (const DocumentBlock& block : section.blocks) {
        if (!block.text.words.isEmpty()) {
            add(block.text);
        }
        for (const DocumentText& text : block.under) {
            add(text);
        }
        for (const auto& row : block.rows) {
            QStringList cells;
            for (const DocumentText& cell : row) {
                QString words = cell.words;
                for (const quint64 seq : cell.entries) {
                    words += QStringLiteral(" #%1").arg(seq);
                }
                cells += words;
            }
            lines += cells.join(QStringLiteral(" / "));
        }
    }
    return lines.join(u'\n');
}

} // namespace bongsu
