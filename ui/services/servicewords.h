// What a board says of services beyond their states, in the language installed.
#pragma once

#include "domain/incident/servicing.h"
#include "ui/board/boardwords.h"

namespace bongsu {

QString nameOf(const ServiceKey& key); // "메신저 문자"; without a service: everything
std::vector<PanelLine> serviceWords(const BoardContext& board);
// "원인 추정: UPS 배터리 화재 (박도윤 16:10)"; what it says while nobody knows.
QString causeWords(const BoardContext& board);
// Expected recoveries, one sentence each; one that says that none is given, where none is and something is
// out.
QStringList recoveryWords(const BoardContext& board);
// The newest cause as somebody wrote it; "" where none was, or it was erased.
QString causeText(const Journal& journal, const Incident& incident);

} // namespace bongsu
