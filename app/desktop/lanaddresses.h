// How other computers on the local network reach this one.
#pragma once

#include <QStringList>

namespace bongsu {

// IPv4 addresses of interfaces that are up, those of virtual machines and containers last, then this
// computer's name: at most as many as an invite holds. Empty without any network.
QStringList lanAddresses();

} // namespace bongsu
