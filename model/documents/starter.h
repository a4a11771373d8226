// What an organisation without documents of its own begins with: a catalogue, a committee, a manual for every
// type of failure, channels, what notices say, duties, and how one looks back.
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
QByteArray starterDuties();
QByteArray starterRetrospective();
QByteArray starterManual(QStringView failureType);

} // namespace bongsu
