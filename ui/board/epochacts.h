// A new epoch, by which an admin says that the record goes on from what the relay holds: after it lost some
// of it, or showed two histories.
#pragma once

#include "journal/histories.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class EpochActs : public PageActs {
    Q_OBJECT

  public:
    using PageActs::PageActs;

    void ask(EpochCall call); // anything but None
    // Why this person cannot declare one now, for people; empty: they can.
    QString hindrance(EpochCall call) const;

  private:
    QString declare(const QString& reason);
};

} // namespace bongsu
