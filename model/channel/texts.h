// How the texts of a notice become the one text of a post, and what is counted in it.
#pragma once

#include "channel/sending.h"

#include <QStringView>

namespace bongsu {

// A block for each language in the message's order, an empty line between them; in each the title, where
// there is one, above the body.
QString postOf(const Message& message);
// The bodies alone, joined the same: where titles have a place of their own.
QString bodiesOf(const Message& message);
// The titles that differ, in order, joined by " / "; may be empty.
QString titlesOf(const Message& message);

// A telephone number as digits, beginning with 0 where it is Korean; nothing for anything else.
std::optional<QString> telephoneDigits(const QString& written);

// Where the web addresses in a text are: bytes of its UTF-8.
struct LinkSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    QString link;
};
std::vector<LinkSpan> linksIn(const QString& text);

} // namespace bongsu
