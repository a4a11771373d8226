// The short names that logs know things by: sites, services, departments, channels.
#pragma once

#include <QString>

#include <optional>
#include <vector>

namespace bongsu {

// Not empty, at most limits::keyTextBytes of UTF-8, no white space around it. The characters that count as
// white space are Unicode 14.0's, for ever: a library that learns new ones must not change a verdict.
bool isKeyText(const QString& key);
bool isKeyText(const std::optional<QString>& key); // nothing is none to object to
bool areKeyTexts(const std::vector<QString>& keys);

} // namespace bongsu
