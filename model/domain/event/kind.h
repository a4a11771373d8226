// What a kind of event is called and where it may stand.
#pragma once

#include <QtGlobal>

namespace bongsu {

enum class LogType { Organisation, Incident, Any };

// `critical`: a program that does not know this kind can no longer vouch for the log.
struct KindInfo {
    const char* name;
    quint64 version;
    bool critical;
    LogType log;
};

} // namespace bongsu
