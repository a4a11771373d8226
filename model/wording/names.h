// What the values of the closed vocabularies are called when people read them. (The command line's own words,
// which are never translated, are wordOf() in domain/event/words.h.)
#pragma once

#include "domain/event/incident_facts.h"
#include "domain/event/noticewords.h"
#include "domain/event/page_facts.h"
#include "domain/event/retrowords.h"
#include "domain/event/words.h"

#include <QByteArrayView>
#include <QString>

namespace bongsu {

enum class LineKind : quint8;

// In the language installed. A value outside its vocabulary gives "?".
QString nameOf(Permission permission);
// What somebody with it may do, in one sentence.
QString mayDo(Permission permission);
QString nameOf(Grade grade);
QString nameOf(WorkOutcome outcome);
QString nameOf(FindingKind findingKind);
QString nameOf(ReviewArea area);
QString nameOf(ActionKind actionKind);
QString nameOf(ActionTerm term);
QString nameOf(SafetyAspect aspect);
QString nameOf(SafetyFinding finding);
QString nameOf(OpenTo openTo);
QString nameOf(RetroForm form);
// "12,000 of 32,000 servers restored, 2,000-3,000 servers in progress".
QString restoredLine(const Restored& restored);
QString nameOf(Phase phase);
QString nameOf(Source source);
QString nameOf(NoteKind noteKind);
QString nameOf(ServiceState state);
QString nameOf(NoticeStage stage);
QString nameOf(NoticeStep step);
QString nameOf(Audience audience);
QString nameOf(Disclosure disclosure);
QString nameOf(DeliveryChoice choice);
QString nameOf(PageState state);
QString nameOf(AlertLevel level);
QString nameOf(Certainty certainty);
QString nameOf(Attendance attendance);
QString nameOf(MotionKind motionKind);
QString nameOf(Vote vote);
QString nameOf(MotionOutcome outcome);
QString nameOf(ResourceKind resourceKind);
QString nameOf(ResourceOutcome outcome);
QString nameOf(LineKind kind);

// What a grade means, by what people can see: its criteria in a few words.
QString criteriaOf(Grade grade);

// "12,000 servers", "40 %": a count or a range ("2,000~3,000"), with its unit.
QString quantityOf(CountUnit unit, quint64 from, quint64 to);
// "40 people", "3 pieces", "20,000,000 won": what is asked for, with its unit.
QString quantityOf(ResourceKind resourceKind, quint64 amount);
// "37.5 %" of 375, "10~20 %": a share or a range of it.
QString shareOf(quint64 fromPermille, quint64 toPermille);
// "1,234,567", the same in both languages.
QString numberOf(quint64 number);
// "812 B", "34 KB", "1.2 MB" (of 1,024), the same in both languages.
QString fileSizeOf(quint64 bytes);

// What a kind of entry is called as a heading or a filter; the kind itself where this program does not know
// it.
QString kindName(QByteArrayView kind);

} // namespace bongsu
