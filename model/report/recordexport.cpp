#include "report/recordexport.h"

#include "files/exportfile.h"

namespace bongsu {

namespace {

// What the steps of an export share while they last.
struct Writing {
    explicit Writing(const QString& path) : file(path) {}
    ExportFile file;
    std::unique_ptr<RecordForm> form;
    RecordRange range;
    quint64 lines = 0;
};

} // namespace

std::shared_ptr<RecordWalk> exportRecord(RecordExportParts parts) {
    const auto writing = std::make_shared<Writing>(parts.path);
    writing->form = std::move(parts.form);
    writing->range = parts.range;
    if (const auto opened = writing->file.open(); !opened) {
        parts.done(tl::unexpected(opened.error()));
        return nullptr;
    }
    writing->file.write(writing->form->head());
    const auto finish = [writing, path = parts.path,
                         done = parts.done](const Result<std::monostate>& walked) {
        writing->file.write(writing->form->end());
        const auto written = walked ? writing->file.commit() : walked;
        done(written ? Result<ExportWritten>(ExportWritten{path, writing->lines})
                     : tl::unexpected(written.error()));
    };
    const auto tell = [writing](const TimelineRow& row) {
        if (writing->range.holds(row)) {
            writing->file.write(writing->form->line(row));
            ++writing->lines;
        }
    };
    const RecordWalk::Take learn = [writing](const TimelineRow& row) { writing->form->learn(row); };
    return RecordWalk::begin({std::move(parts.pages),
                              writing->form->looksAhead() ? learn : RecordWalk::Take(), tell,
                              std::move(parts.progress), finish});
}

} // namespace bongsu
