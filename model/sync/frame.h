// The way between frames and bytes.
#pragma once

#include "sync/frames.h"

#include <variant>

namespace bongsu {

using Frame =
    std::variant<frame::Hello, frame::Challenge, frame::Login, frame::JoinLogin, frame::Welcome,
                 frame::Goodbye, frame::Have, frame::Entries, frame::Ack, frame::CaughtUp, frame::Heads,
                 frame::Offers, frame::Taken, frame::Refused, frame::Failed, frame::Request, frame::GiveBack,
                 frame::Conflict, frame::Ping, frame::Pong, frame::SpokenAsk, frame::SpokenRest,
                 frame::Numbering, frame::BlobHave, frame::BlobWant, frame::BlobChunk, frame::BlobTaken,
                 frame::BlobRefused, frame::Unknown>;

// At most limits::frameBytes if the frame's lists keep their limits; Unknown has no encoding.
QByteArray encode(const Frame& frame);

// Refusal malformed (its detail: the type), also for an unknown type that must not be skipped.
Result<Frame> decodeFrame(QByteArrayView message);

// What one item adds to a frame, in bytes: for filling frames up to limits::pageBytes.
qsizetype wireSize(const KeptEntry& entry);
qsizetype wireSize(const OfferedEvent& event);
qsizetype wireSize(const Position& position);

} // namespace bongsu
