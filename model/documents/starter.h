// What an organisation without documents of its own begins with: a catalogue, a committee, a manual for every
// type of failure, channels, and what notices say.
#pragma once

#include <QByteArray>
#include <QString>

namespace bongsu {

// The files as they are to be published or edited. Of a type that nobody knows: empty.
QByteArray starterCatalogue();
QByteArray starterCommittee();
QByteArray starterChannels();
QByteArray starterNotices();
QByteArray starterFirstNotice();
QByteArray starterManual(QStringView failureType);

} // namespace bongsu
