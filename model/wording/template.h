// A sentence with places for words, filled in once, with Korean particles chosen by the word before them.
#pragma once

#include <QString>
#include <QStringList>

namespace bongsu {

// %1 to %9 stand for the words; a word that itself holds %2 stays as it is. Where the template writes both
// forms of a particle behind a place, as a Korean translator does when the word is not known yet (i(ga),
// eul(reul), eun(neun), gwa(wa), euro(ro) in Hangul), the one that fits stays; behind anything but Hangul or
// a digit both stay.
QString filled(const QString& pattern, const QStringList& words);
// As a heading begins; Korean has no capitals.
QString capitalised(QString words);

} // namespace bongsu
