// What people wrote, as text inside Markdown.
#pragma once

#include <QString>

namespace bongsu {

// On one line; no link, no picture, no HTML, no heading of theirs.
QString inMarkdown(const QString& words);

} // namespace bongsu
