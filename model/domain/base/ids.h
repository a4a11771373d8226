// The names of everything the format identifies by 32 bytes (signatures: 64).
#pragma once

#include "domain/base/fixed.h"

namespace bongsu {

using EventId = Fixed<struct EventIdTag>;
using LogId = Fixed<struct LogIdTag>;       // the EventId of the log's first event
using OrgId = Fixed<struct OrgIdTag>;       // the EventId of Founded
using EpochId = Fixed<struct EpochIdTag>;   // the EventId of Founded or of EpochDeclared
using DeviceId = Fixed<struct DeviceIdTag>; // H(T"device" | public key)
using PersonId = Fixed<struct PersonIdTag>; // the DeviceId of the person's first device
using EntryHash = Fixed<struct EntryHashTag>;
using PartHash = Fixed<struct PartHashTag>;
using BlobId = Fixed<struct BlobIdTag>;
using PieceHash = Fixed<struct PieceHashTag>; // H(T"piece" | salt | bytes): a piece of a signed document
using OriginHash =
    Fixed<struct OriginHashTag>; // SHA-256 of an imported line: what makes a second import add nothing
using Salt = Fixed<struct SaltTag>;
using Nonce = Fixed<struct NonceTag>;
using PublicKey = Fixed<struct PublicKeyTag>;   // raw Ed25519
using SealingKey = Fixed<struct SealingKeyTag>; // raw X25519 public key
using TlsPin = Fixed<struct TlsPinTag>;         // SHA-256 of the relay's TLS SubjectPublicKeyInfo
using Signature = Fixed<struct SignatureTag, 64>;

} // namespace bongsu
