// What a board says of services beyond their states, in the language installed.
#pragma once

#include "domain/incident/servicing.h"
#include "ui/board/boardwords.h"

namespace bongsu {

QString nameOf(const ServiceKey& key); // "메신저 문자"; without a service: everything
Ink inkOf(ServiceState state);
// "담당 확인", "담당 미확인"; empty: nobody is asked.
QString ownerWords(OwnerWord owner);
// "30~40%", "400,000명": how many users one statement says are hit.
QString hitWords(const ImpactStatus& impact);
std::vector<PanelLine> serviceWords(const BoardContext& board);
// "원인 추정: UPS 배터리 화재 (박도윤 16:10)"; what it says while nobody knows.
QString causeWords(const BoardContext& board);
// The same without saying that it is a cause: "추정: UPS 배터리 화재 (박도윤 16:10)".
QString causeSaid(const BoardContext& board);
// One expected recovery with its basis and who answers for it; that nobody can tell, and why.
QString recoverySentence(const BoardContext& board, const ServiceKey& key, const RecoveryStatus& recovery);
QString noRecoveryWords(); // where none is given: that it will be said
// Expected recoveries, one sentence each; one that says that none is given, where none is and something is
// out.
QStringList recoveryWords(const BoardContext& board);
// The newest cause as somebody wrote it; "" where none was, or it was erased.
QString causeText(const Journal& journal, const Incident& incident);

} // namespace bongsu
