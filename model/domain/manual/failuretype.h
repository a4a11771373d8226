// The types of failure that every organisation knows; it may add its own. The record holds their keys.
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace bongsu {

// In the order in which people choose: what is lost first, what somebody did next.
enum class FailureType {
    SiteLoss = 1,
    PowerCooling,
    Network,
    Change,
    Mistake,
    Database,
    Dependency,
    Security,
    Surge,
    Disaster,
    Violence,
    Last = Violence
};

inline constexpr std::array failureTypeKeys{
    QStringView(u"site-loss"),  QStringView(u"power-cooling"), QStringView(u"network"),
    QStringView(u"change"),     QStringView(u"mistake"),       QStringView(u"database"),
    QStringView(u"dependency"), QStringView(u"security"),      QStringView(u"surge"),
    QStringView(u"disaster"),   QStringView(u"violence")};

// What a manual's file and the record call it.
inline QStringView keyOf(FailureType type) {
    return failureTypeKeys[std::size_t(type) - 1];
}
// Nothing for one of the organisation's own.
std::optional<FailureType> failureTypeOf(QStringView key);

// What a title speaks of, in either language: 화재 and "whole data centre" are the loss of a site, 배포 a
// change. Nothing where it says nothing of the kind; a person decides.
std::optional<FailureType> failureTypeNamedIn(QStringView title);

} // namespace bongsu
