// What people do with a notice: propose it, send it, say yes or no, stop it, decide what nobody knows.
#pragma once

#include "journal/noticedesk.h"
#include "ui/board/pageacts.h"

namespace bongsu {

class NoticeActs : public PageActs {
    Q_OBJECT

  public:
    NoticeActs(const WindowParts& parts, ChoiceSheet& sheet, QWidget* page);

    // Why it was not recorded; empty: it was. A pre-approved one goes out by this alone; for another a second
    // person is asked.
    QString propose(const NoticeDraft& draft);
    // Without a second person: the reason is asked, and stands in the record.
    void sendAlone(const NoticeDraft& draft);
    void sendAlone(const EventId& notice);
    QString approve(const EventId& notice);
    void decline(const EventId& notice);
    void stop(const EventId& notice);
    // What became of it on that channel, where nobody knows.
    void decide(const EventId& notice, const QString& channel, const QString& channelName);

    // A duty begins to count, is met, does not apply, or is open again: the reason is asked where one is
    // needed.
    void beginDuty(const DutyLine& duty);
    void settleDuty(const DutyLine& duty, DutyOutcome outcome);

  Q_SIGNALS:
    void sentAlone(const bongsu::EventId& notice); // that was a draft

  private:
    std::optional<EventId> dutySetBy(const QString& duty) const;
    QString recordDuty(const Facts& facts, const QString& said, const QString& words);
    void askAlone(std::function<QString(const Text&)> then);
};

} // namespace bongsu
