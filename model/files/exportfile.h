// A file that people asked for, at the place they named: whole or not at all.
#pragma once

#include "domain/base/result.h"

#include <memory>

class QIODevice;
class QSaveFile;

namespace bongsu {

// A file that takes its name when everything is in it: for its owner alone, and not there before.
class ExportFile {
  public:
    explicit ExportFile(const QString& path);
    ~ExportFile();

    Result<std::monostate> open();
    QIODevice& device();              // once it is open; what fails is told by commit
    void write(QByteArrayView bytes); // likewise
    // Failure disk.full or disk: nothing is there but what was there before.
    Result<std::monostate> commit();

  private:
    Failure failure() const;
    std::unique_ptr<QSaveFile> m_file;
};

// The same of bytes that are there.
Outcome exportTo(const QString& path, QByteArrayView bytes);

} // namespace bongsu
