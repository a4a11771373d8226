// A notice as an e-mail (RFC 5322, 2045, 2047, 8058): headers that carry Hangul, plain text and HTML beside
// each other.
#pragma once

#include "channel/sending.h"

namespace bongsu {

// "Name <address>" taken apart; nothing where there is no address of ASCII in it.
struct Mailbox {
    QString name;
    QByteArray address;
};
std::optional<Mailbox> mailboxFrom(const QString& written);

// <key@domain of the sender>, in brackets: the same in every attempt, so that whoever has it twice can tell.
QByteArray messageIdOf(const Message& message, const Mailbox& from);
// Lines ended by CRLF, none longer than 78 but addresses.
QByteArray mailOf(const Message& message, const Mailbox& from, const QByteArray& to,
                  const QString& unsubscribe);

} // namespace bongsu
