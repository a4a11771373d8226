// Every limit on what comes from outside, by name. The table in sync/PROTOCOL.md explains each; a tidy test
// keeps the two equal.
#pragma once

#include <QtGlobal>

#include <chrono>

namespace bongsu::limits {

using namespace std::chrono_literals;

// CBOR
inline constexpr int cborDepth = 8;
inline constexpr int cborItems = 1024;
inline constexpr quint64 largestInteger = quint64(1) << 53;
// Events
inline constexpr int kindBytes = 48;
inline constexpr int headerBytes = 640;
inline constexpr int partsBytes = 6144; // facts + text
inline constexpr int keyTextBytes = 64; // a site, a service, a department: NFC text
inline constexpr int listItems = 64;    // in one list of a body
inline constexpr int eventBytes = headerBytes + 96;
inline constexpr int entryBytes = eventBytes + 640;
inline constexpr int headBytes = 400;
inline constexpr int refusalBytes = 400;
// What people carry by hand
inline constexpr int exportRecordBytes = 65'536;
inline constexpr int softwareBytes = 64; // the program's name and version in a file
inline constexpr int inviteLineBytes = 1024;
inline constexpr int inviteAddresses = 8;
inline constexpr auto spokenValid = 60min;
inline constexpr int spokenRestBytes = 1024;
inline constexpr int spokenAsksPerMinute = 120;   // of one relay, from everybody together
inline constexpr int secretFileBytes = 16 * 1024; // a key file, a root key file
// Rules
inline constexpr auto withdrawWindow = 120s; // a person has 60 s; the rest is for the road
inline constexpr int emergencyInviteUses = 5;
inline constexpr auto emergencyInviteValid = 24h;
inline constexpr int inviteUses = 1000;
inline constexpr auto inviteValid = std::chrono::hours(24 * 90);
inline constexpr auto inviteValidLeast = 1min;
// What one folded state may hold, so that it stays under 1 MiB whatever the log holds
inline constexpr int openBlockers = 256;
inline constexpr int serviceStates = 1024;
inline constexpr int holds = 256;
inline constexpr int readers = 1024;
inline constexpr int restorationCounts = 256;
inline constexpr int persons = 4096;
inline constexpr int devices = 8192;
inline constexpr int invites = 4096; // open ones
inline constexpr int departments = 1024;
inline constexpr int documents = 256;
inline constexpr int seats = 128;   // of one incident
inline constexpr int tasks = 1024;  // of one incident
inline constexpr int impacts = 512; // of one incident: a service, a function, a platform
inline constexpr int committeeMembers = 32;
inline constexpr int meetings = 64;          // of the committee in one incident
inline constexpr int motions = 64;           // of one incident
inline constexpr int resourceRequests = 256; // of one incident
inline constexpr int notices = 256;          // of one incident
inline constexpr int noticeChannels = 32;    // of one notice
inline constexpr int firstNotices = 1024;    // approvals of one, those that ended included
inline constexpr int secrets = 1024;         // of channels, each for one relay
inline constexpr int recipientLists = 256;   // counted, of one organisation
inline constexpr int duties = 64;            // begun or settled in one incident
inline constexpr int retroSteps = 64;        // of one incident; sections as many
inline constexpr int sectionVersions = 32;   // of one section, written apart and not brought together yet
inline constexpr int remarks = 256;          // open ones of one incident
inline constexpr int findings = 256;         // of one incident
inline constexpr int findingEvidence = 16;   // entries that one rests on
inline constexpr int actions = 256;          // of one incident
inline constexpr int safetyChecks = 2048;    // of one incident: a service and what was looked at
inline constexpr int issuedRetros = 64;      // of one incident
inline constexpr int retroSigners = 16;      // asked for one document
// Telling people
inline constexpr int noticeBytes = 256 * 1024;          // all texts of one
inline constexpr int noticeMessages = 16 * 1024 * 1024; // of one notice on one channel
inline constexpr auto noticeValidLeast = 1min;          // to be approved within
inline constexpr auto noticeValidMost = 24h;
inline constexpr int recipients = 1024 * 1024; // in one list of addresses
inline constexpr int recipientBytes = 254;
inline constexpr auto deliveryToldEvery = 5s; // how a sending goes on, in the record
inline constexpr int deliveryTries = 8;       // of a message that is not taken, over three minutes
inline constexpr int breakerTries = 5; // that a channel turns away one after the other, before it rests
inline constexpr auto breakerRests = 60s;
inline constexpr auto firstNoticeValid = std::chrono::hours(24 * 183); // six months
// Looking back
inline constexpr int sectionBytes = 256 * 1024;
inline constexpr int retroPieces = 32; // that a signed document is cut into
// Calling people to their seats
inline constexpr int seatCalls = 24; // in one event
inline constexpr int successors = 8; // of one seat
inline constexpr auto acceptWithinLeast = 30s;
inline constexpr auto acceptWithinMost = 24h;
inline constexpr int pages = 48;             // in one event
inline constexpr int pageChannels = 8;       // that one person is paged over
inline constexpr auto pageStep = 60s;        // until the next channel is tried, whatever became of the last
inline constexpr int pageWrongCodes = 5;     // from one address, before its answers are passed over
inline constexpr int replyConnections = 16;  // of gateways that hand over answers
inline constexpr int replyBytes = 8192;      // one of them, its head included
inline constexpr auto replyTime = 10s;       // it has for that
inline constexpr auto dueLookInterval = 30s; // a relay looks at what is due, whatever its timer says
inline constexpr auto dueRetry = 1s;         // what could not be recorded is tried again
inline constexpr auto clockSkew = 2min; // a relay's clock against its newest entry and its monotonic clock
// Sync: one frame
inline constexpr int frameBytes = 60'000;            // sent
inline constexpr int incomingFrameBytes = 65'536;    // received, as one WebSocket frame
inline constexpr int incomingMessageBytes = 262'144; // received, as one message in fragments
inline constexpr int wordsBytes = 256;
inline constexpr int pageBytes = 56 * 1024;
inline constexpr int pageEntries = 100;
inline constexpr int logsPerHave = 100;
inline constexpr int headsPerFrame = 100;
inline constexpr int offersPerFrame = 64;
// Sync: one connection
inline constexpr int pagesUnacknowledged = 64;
inline constexpr int bytesUnacknowledged = 512 * 1024;
inline constexpr int logsPerPeer = 10'000;
inline constexpr int offersInFlight = 128;
inline constexpr int unhandledFrames = 512;
inline constexpr int liveQueueBytes = 256 * 1024;
inline constexpr int sendQueueBytes = 1024 * 1024;
inline constexpr auto connectTime = 5s;
inline constexpr auto authenticateTime = 5s;
inline constexpr auto closeTime = 2s;
inline constexpr auto pingAfter = 20s;
inline constexpr auto deadAfter = 45s;
inline constexpr auto stallTime = 30s;
inline constexpr auto headInterval = 30s;
// Sync: all connections
inline constexpr int connections = 5'000;
inline constexpr int connectionsUnproven = 2'000;
inline constexpr int addresses = 16;
inline constexpr auto backoffFirst = 500ms;
inline constexpr auto backoffLongest = 30s;
inline constexpr auto steadyAfter = 30s;
// A record kept elsewhere, as JSON Lines
inline constexpr int importFileBytes = 16 * 1024 * 1024;
inline constexpr int importLineBytes = 8 * 1024;
// A command handed to the holder of a home, and each line of its answer
inline constexpr int handoverBytes = 16 * 1024 * 1024;
// Attachments and the blobs they name
inline constexpr int blobChunkBytes = 48 * 1024;
inline constexpr int blobBytes = 16 * 1024 * 1024;
inline constexpr int pictureBytes = 2 * 1024 * 1024;
inline constexpr int thumbnailBytes = 3072;
inline constexpr int fileNameBytes = 255;
inline constexpr int attachmentsHeld = 8;    // chosen and not recorded yet, in one incident
inline constexpr int pictureSegments = 4096; // markers of a JPEG, chunks of a PNG
inline constexpr int blobChunksInFlight = 2; // asked for and not arrived, in one connection
inline constexpr int blobsUnnamedBytes = 64 * 1024 * 1024;
inline constexpr auto blobUnnamedKept = 24h;

// Files that people write by hand: services, manuals, rosters
inline constexpr int documentBytes = 1024 * 1024;
inline constexpr int documentValues = 50'000; // keys, values, lists and maps
inline constexpr int documentDepth = 16;
inline constexpr int documentTextBytes = 4096; // one value
inline constexpr int documentFaults = 50;      // said at once
// A roster, beside documentBytes
inline constexpr int rosterEvents = 10'000; // in one file
inline constexpr int rosterShifts = 10'000; // of one file, in the time asked for
inline constexpr int rosterSteps =
    1'000'000; // days, hours or less that the rules of a file have to be asked for

// The store
inline constexpr int settingKeyBytes = 64;
inline constexpr int settingBytes = 65536;
inline constexpr int commitsPerSync = 64; // waiting changes that share one transaction

} // namespace bongsu::limits
