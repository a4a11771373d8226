// A record for other programs: each line a JSON object, as `bongsuctl log` says it.
#pragma once

#include "report/recordform.h"

#include <QJsonObject>

#include <functional>

namespace bongsu {

// As other programs read it; null for none.
QJsonValue isoOrNull(const std::optional<Moment>& at);

struct JsonSource { // what it names outlives the call
    const Ledger& ledger;
    const Texts& texts;
    const Organisation& organisation;
};

// `standing`: how far a line that counts has come, as wordOf(OwnState) says it.
QJsonObject rowObject(const JsonSource& source, const LogId& log, const TimelineRow& row,
                      const QString& standing);

std::unique_ptr<RecordForm> jsonLinesForm(std::function<QJsonObject(const TimelineRow&)> object);

} // namespace bongsu
