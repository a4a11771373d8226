// The situation report (상황보고) as it stands now, on one page: read, copied, or handed over, numbered and
// kept as it was.
#pragma once

#include "ui/outgoing/pagesheet.h"

namespace bongsu {

class ComposerField;

class SitrepSheet : public PageSheet {
    Q_OBJECT

  public:
    SitrepSheet(const WindowParts& parts, QWidget* page);

    void show(const LogId& log);
    ComposerField& party() { return *m_party; }

  protected:
    void read() override;
    void take(const std::vector<TimelineRow>& rows) override;
    void name() override;
    QString copiedWords() const override;

  private:
    void issue();

    quint64 m_number = 0;
    std::optional<EventId> m_upTo{}; // the newest entry that the page tells; nothing: it is being read
    QLabel* m_about;
    QLabel* m_partyName;
    ComposerField* m_party;
};

} // namespace bongsu
