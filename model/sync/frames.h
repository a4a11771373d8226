// The frames of PROTOCOL.md as values: each with its number and its fields in the order in which they are
// sent.
#pragma once

#include "domain/log/entry.h"
#include "domain/log/statement.h"
#include "sync/blobframes.h"
#include "sync/protocol.h"
#include "sync/spokenframes.h"

#include <tuple>
#include <vector>

namespace bongsu {

// How far one end holds a log, and the newest signed head of it that it has seen.
struct Position {
    LogId log;
    SeenPoint at;
    std::optional<Statement> head;

    friend bool operator==(const Position&, const Position&) = default;
};

// An event for the relay's judgement. `carried`: the place it had on a branch that an epoch ended.
struct OfferedEvent {
    Offer offer;
    std::optional<Carried> carried;
};

namespace frame {

struct Hello {
    static constexpr quint64 type = 1;
    Versions versions;
    OrgId org;
    QString software;
    static constexpr auto fields() { return std::tuple{&Hello::versions, &Hello::org, &Hello::software}; }
};
struct Challenge {
    static constexpr quint64 type = 2;
    quint64 version;
    DeviceId relay;
    Nonce nonce;
    Moment clock;
    static constexpr auto fields() {
        return std::tuple{&Challenge::version, &Challenge::relay, &Challenge::nonce, &Challenge::clock};
    }
};
struct Login {
    static constexpr quint64 type = 3;
    DeviceId device;
    Nonce nonce;
    Signature signature;
    std::optional<Statement> orgHead;
    static constexpr auto fields() {
        return std::tuple{&Login::device, &Login::nonce, &Login::signature, &Login::orgHead};
    }
};
struct JoinLogin {
    static constexpr quint64 type = 4;
    PublicKey invite;
    Nonce nonce;
    Signature signature;
    static constexpr auto fields() {
        return std::tuple{&JoinLogin::invite, &JoinLogin::nonce, &JoinLogin::signature};
    }
};
struct Welcome {
    static constexpr quint64 type = 5;
    SessionKind kind;
    std::optional<SeenPoint> orgTip;
    static constexpr auto fields() { return std::tuple{&Welcome::kind, &Welcome::orgTip}; }
};
struct Goodbye {
    static constexpr quint64 type = 6;
    QByteArray code;
    QString detail;
    Versions versions;
    static constexpr auto fields() {
        return std::tuple{&Goodbye::code, &Goodbye::detail, &Goodbye::versions};
    }
};
struct Have {
    static constexpr quint64 type = 7;
    std::vector<Position> positions;
    bool more;
    static constexpr auto fields() { return std::tuple{&Have::positions, &Have::more}; }
};
struct Entries {
    static constexpr quint64 type = 8;
    static constexpr quint64 live = 0;
    quint64 page;
    LogId log;
    std::vector<KeptEntry> items;
    std::optional<Statement> head;
    bool more;
    static constexpr auto fields() {
        return std::tuple{&Entries::page, &Entries::log, &Entries::items, &Entries::head, &Entries::more};
    }
};
struct Ack {
    static constexpr quint64 type = 9;
    quint64 page;
    static constexpr auto fields() { return std::tuple{&Ack::page}; }
};
struct CaughtUp {
    static constexpr quint64 type = 10;
    static constexpr auto fields() { return std::tuple{}; }
};
struct Heads {
    static constexpr quint64 type = 11;
    std::vector<Statement> heads;
    static constexpr auto fields() { return std::tuple{&Heads::heads}; }
};
struct Offers {
    static constexpr quint64 type = 12;
    quint64 run;
    quint64 part;
    std::vector<OfferedEvent> events;
    static constexpr auto fields() { return std::tuple{&Offers::run, &Offers::part, &Offers::events}; }
};
struct Taken {
    static constexpr quint64 type = 13;
    EventId event;
    LogId log;
    EpochId epoch;
    quint64 seq;
    static constexpr auto fields() {
        return std::tuple{&Taken::event, &Taken::log, &Taken::epoch, &Taken::seq};
    }
};
struct Refused {
    static constexpr quint64 type = 14;
    Statement refusal;
    static constexpr auto fields() { return std::tuple{&Refused::refusal}; }
};
struct Failed {
    static constexpr quint64 type = 15;
    quint64 run;
    EventId event;
    QByteArray code;
    static constexpr auto fields() { return std::tuple{&Failed::run, &Failed::event, &Failed::code}; }
};
struct Request {
    static constexpr quint64 type = 16;
    LogId log;
    quint64 fromSeq;
    static constexpr auto fields() { return std::tuple{&Request::log, &Request::fromSeq}; }
};
struct GiveBack {
    static constexpr quint64 type = 17;
    LogId log;
    quint64 fromSeq;
    static constexpr auto fields() { return std::tuple{&GiveBack::log, &GiveBack::fromSeq}; }
};
struct Conflict {
    static constexpr quint64 type = 18;
    Statement one;
    Statement other;
    static constexpr auto fields() { return std::tuple{&Conflict::one, &Conflict::other}; }
};
struct Ping {
    static constexpr quint64 type = 19;
    quint64 token;
    static constexpr auto fields() { return std::tuple{&Ping::token}; }
};
struct Pong {
    static constexpr quint64 type = 20;
    quint64 token;
    static constexpr auto fields() { return std::tuple{&Pong::token}; }
};
// Why the relay gives out no numbers; nothing: it does again. Desktops before this frame pass it over.
struct Numbering {
    static constexpr quint64 type = 23;
    static constexpr bool isSkippable = true;
    std::optional<QByteArray> stopped;
    static constexpr auto fields() { return std::tuple{&Numbering::stopped}; }
};
// A skippable frame of a type that this version does not know.
struct Unknown {
    quint64 type;
};

} // namespace frame

} // namespace bongsu
