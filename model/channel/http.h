// One request and its answer, as the adapters of channels see them: no library's types, no policy.
#pragma once

#include "domain/base/moment.h"

#include <QByteArray>
#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

namespace bongsu {

struct AwsSigning {
    QByteArray region;
    QByteArray service;
};

struct HttpRequest {
    QByteArray method = "POST";
    QByteArray url;                    // absolute, percent-encoded; may be a secret
    std::vector<QByteArray> headers{}; // "Name: value"
    QByteArray body{};
    QByteArray user{}; // Basic, or the access key
    QByteArray password{};
    std::optional<AwsSigning> signing{}; // else Basic where there is a user
    bool idempotent = false;          // sending it twice is harmless, so that silence is no more than "later"
    std::optional<int> answerBytes{}; // limit on the answer's body; else the transport's
};

// How an exchange ended, whatever the service thinks.
enum class Exchange {
    Complete = 1, // there is a status and a whole body
    NotSent,      // nothing of the request went out
    Unanswered    // something did, and no complete answer came
};

struct HttpAnswer {
    Exchange exchange = Exchange::NotSent;
    int status = 0;
    std::map<QByteArray, QByteArray> headers{}; // names in lower case; of several the last
    QByteArray body{};
    QByteArray code{};                  // of sendingcode; empty where complete
    QByteArray words{};                 // the library's, where not complete
    std::optional<Millis> retryAfter{}; // the header of that name, seconds or a date

    bool taken() const { return exchange == Exchange::Complete && status >= 200 && status < 300; }
    QByteArray header(const char* lowerCase) const {
        const auto found = headers.find(lowerCase);
        return found == headers.end() ? QByteArray() : found->second;
    }
    QJsonObject json() const; // empty where the body is no object
};

// One message to one address.
struct MailRequest {
    QByteArray url; // smtp://host:port or smtps://host:port
    bool encrypted = true;
    QByteArray user{};
    QByteArray password{};
    QByteArray from;
    QByteArray to;
    QByteArray message; // headers and body, lines ended by CRLF
};

struct MailAnswer {
    bool taken = false;
    bool handedOver = false; // the whole message had been given when it ended
    int reply = 0;           // the server's last, e.g. 250, 451, 550; 0: it said nothing
    QByteArray code{};       // of sendingcode; empty where taken
    QByteArray words{};      // the server's, else the library's
};

} // namespace bongsu
