// The steps that make a store of the newest version out of an older one or of nothing.
#pragma once

#include "storage/connection.h"

#include <QByteArray>

#include <vector>

namespace bongsu::schema {

inline constexpr qint64 applicationId = 0x424F4E47; // "BONG"

// schema/001.sql, 002.sql, …: what turns version n - 1 into n.
std::vector<QByteArray> scripts();

// Carries out the scripts behind `version`, each in a transaction of its own that also sets the number.
// A failure leaves the store at the last version that was reached.
Outcome migrate(Connection& connection, qint64 version, const std::vector<QByteArray>& scripts);

} // namespace bongsu::schema
