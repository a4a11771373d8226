#include "wording/sentence.h"

#include "domain/base/limits.h"
#include "domain/base/stopdetail.h"
#include "domain/incident/incident.h"
#include "domain/organisation/organisation.h"
#include "wording/detail.h"
#include "wording/names.h"
#include "wording/template.h"

#include <QCoreApplication>

#include <span>

namespace bongsu {

namespace {

struct Phrase {
    const char* code;
    const char* english;
};

constexpr const char* refusalContext = "Refusal";
constexpr const char* failureContext = "Failure";
constexpr const char* keyContext = "Key";

constexpr Phrase refusals[] = {
    {refusal::malformed,
     QT_TRANSLATE_NOOP("Refusal", "This cannot be read: it does not have the shape of a record. It was not "
                                  "recorded. If you wrote it here, update the program and write it again.")},
    {refusal::tooLarge,
     QT_TRANSLATE_NOOP("Refusal",
                       "This is longer than one entry may be. Nothing was recorded, and what you wrote "
                       "is still here. Divide it into several entries.")},
    {refusal::wrongOrganisation,
     QT_TRANSLATE_NOOP("Refusal", "This belongs to another organisation. Nothing was changed. Check that the "
                                  "invite or file comes from yours.")},
    {refusal::unknownLog,
     QT_TRANSLATE_NOOP("Refusal",
                       "The incident this belongs to is not here, or was never declared. What was "
                       "written is kept on its author's device. Declare the incident first, or wait "
                       "until it has arrived.")},
    {refusal::wrongLog,
     QT_TRANSLATE_NOOP("Refusal",
                       "This does not belong in this log. It was not recorded, and the log is as it "
                       "was. Record it where it belongs.")},
    {refusal::badSignature,
     QT_TRANSLATE_NOOP("Refusal",
                       "The signature does not fit: this was altered, or does not come from whom it "
                       "names. It was not taken; everything before it is kept. Tell an admin.")},
    {refusal::unknownDevice,
     QT_TRANSLATE_NOOP("Refusal",
                       "The organisation does not know this device. Nothing was recorded; what was "
                       "written stays on the device. Join with an invite first.")},
    {refusal::revoked,
     QT_TRANSLATE_NOOP("Refusal",
                       "This device has been revoked. What you wrote stays here, marked as not "
                       "accepted. Ask an admin for a new invite, or have somebody else record it.")},
    {refusal::clonedDevice,
     QT_TRANSLATE_NOOP("Refusal",
                       "A copy of this device has already written under this number. What you wrote "
                       "stays here, marked as not accepted. Use only one of the copies, and join again "
                       "with the other.")},
    {refusal::partMissing,
     QT_TRANSLATE_NOOP("Refusal", "A part of this entry is missing. It was not recorded and stays on its "
                                  "author's device. Send it again from there.")},
    {refusal::partMismatch,
     QT_TRANSLATE_NOOP("Refusal", "This is not what its author signed: it was altered or damaged. It was not "
                                  "taken; everything before it is kept. Tell an admin.")},
    {refusal::kindUnknown,
     QT_TRANSLATE_NOOP("Refusal",
                       "The relay is older than this program and does not know this kind of entry. "
                       "It stays on your device. Ask an admin to update the relay, then send it "
                       "again.")},
    {refusal::alreadyPresent,
     QT_TRANSLATE_NOOP("Refusal",
                       "This has been recorded already, and stands there once. Nothing is left to do.")},
    {refusal::badChain,
     QT_TRANSLATE_NOOP("Refusal",
                       "The record does not continue what stands before it: something was altered, left "
                       "out or put in. Everything up to there is kept and holds. Compare the four words by "
                       "phone, and tell an admin.")},
    {refusal::badSeq,
     QT_TRANSLATE_NOOP("Refusal",
                       "A number is missing or comes twice in what the relay sent. Everything up to "
                       "there is kept. It is fetched again by itself; if this stays, tell an admin.")},
    {refusal::badTime,
     QT_TRANSLATE_NOOP("Refusal",
                       "The relay's times run backwards here. Everything up to there is kept. Ask an "
                       "admin to look at the relay's clock.")},
    {refusal::badEpoch,
     QT_TRANSLATE_NOOP("Refusal",
                       "This belongs to a branch of the record that is not in force. Nothing was "
                       "changed; what was written there can be offered again. Connect to the relay now "
                       "in force.")},
    {refusal::relayUnknown,
     QT_TRANSLATE_NOOP("Refusal",
                       "This relay is not one of your organisation's. Nothing was taken from it; what "
                       "you have is as it was. Use another address, or ask an admin.")},
    {refusal::organisationBehind,
     QT_TRANSLATE_NOOP("Refusal",
                       "The organisation's own log has to arrive first. This entry is kept until then. "
                       "It is taken by itself.")},
    {refusal::organisationFork,
     QT_TRANSLATE_NOOP("Refusal",
                       "This rests on another history of your organisation than the one here. It was "
                       "not taken; everything here is kept. Compare the four words with somebody by "
                       "phone, and tell an admin.")},
    {refusal::fork,
     QT_TRANSLATE_NOOP(
         "Refusal", "This log has two histories. All is kept here, with the proof. Compare the four words by "
                    "phone, tell an admin, and do not rely on this relay.")},
    {refusal::notPermitted,
     QT_TRANSLATE_NOOP("Refusal",
                       "You do not have the permission for this. Nothing was changed, and what you "
                       "wrote is kept with you. Ask the commander or an admin.")},
    {refusal::stale,
     QT_TRANSLATE_NOOP("Refusal",
                       "Somebody else changed this in the meantime. Their change stands; yours is kept "
                       "with you. Look at how it is now, and decide again.")},
    {refusal::notFound,
     QT_TRANSLATE_NOOP("Refusal",
                       "What this refers to is not there, or cannot be changed in this way. Nothing "
                       "was changed. Look at how it is now, and choose again.")},
    {refusal::ambiguous,
     QT_TRANSLATE_NOOP(
         "Refusal", "More than one may be meant. Nothing was changed. Give its id, or more of its digits.")},
    {refusal::alreadyDone,
     QT_TRANSLATE_NOOP("Refusal",
                       "This has been done already. Nothing was changed, and nothing is left to do.")},
    {refusal::tooEarly,
     QT_TRANSLATE_NOOP("Refusal",
                       "The time for this has not come: somebody may still answer, or something comes "
                       "before it. Nothing was changed. Look at how it stands, and try again then.")},
    {refusal::tooLate,
     QT_TRANSLATE_NOOP("Refusal",
                       "An entry can be taken back only within a minute. It stays as it is. Write a "
                       "correction; it is shown beside the entry.")},
    {refusal::lastAdmin,
     QT_TRANSLATE_NOOP("Refusal",
                       "This is the last admin, and without one nobody could invite or revoke. Nothing "
                       "was changed. Make somebody else an admin first.")},
    {refusal::reasonMissing,
     QT_TRANSLATE_NOOP("Refusal", "This needs a reason. Nothing was changed. Write in one sentence why.")},
    {refusal::inviteUnknown,
     QT_TRANSLATE_NOOP("Refusal",
                       "This invite does not hold: it was withdrawn, its issuer was revoked, or it has "
                       "not reached the relay. Nothing was recorded. Ask for a new invite.")},
    {refusal::inviteExpired,
     QT_TRANSLATE_NOOP("Refusal", "This invite has expired. Nothing was recorded. Ask for a new invite.")},
    {refusal::inviteUsed,
     QT_TRANSLATE_NOOP("Refusal", "This invite has been used up. Nothing was recorded. If you did not use it "
                                  "yourself, tell an admin; ask for a new invite.")},
    {refusal::inviteTooWide,
     QT_TRANSLATE_NOOP("Refusal",
                       "You may not give out an invite for this permission, so many uses or so long a "
                       "time. None was issued. Choose less, or ask an admin.")},
    {refusal::joinUnproven,
     QT_TRANSLATE_NOOP("Refusal",
                       "The invite does not vouch for this device. The device was not added. Copy the "
                       "whole line of the invite again, or ask for a new one.")},
    {refusal::commanderPresent,
     QT_TRANSLATE_NOOP("Refusal",
                       "Somebody is in command and can be reached. The command was not changed. Ask "
                       "them, or a commander of the organisation, who may take it at any time.")},
    {refusal::outOfRange,
     QT_TRANSLATE_NOOP("Refusal",
                       "Something in this is empty, too long or too much. Nothing was recorded, and "
                       "what you wrote is still here. Correct it and try again.")},
    {refusal::secondPerson,
     QT_TRANSLATE_NOOP(
         "Refusal", "Whoever wrote it does not approve it as well. Nothing was sent. A second person has to "
                    "read it; whoever commands may send it alone, with a reason.")},
    {refusal::safetyMissing,
     QT_TRANSLATE_NOOP(
         "Refusal",
         "Nobody has said yet that they looked at the customers' data and the security of every service of "
         "this incident. It stays as it is. State what was found and who looked, then close it.")},
    {refusal::causeOpen,
     QT_TRANSLATE_NOOP(
         "Refusal", "The cause is still being investigated and nothing holds work at its site. It stays as "
                    "it is. Hold the work, or close it with the reason why that is not needed.")},
    {refusal::samePerson,
     QT_TRANSLATE_NOOP("Refusal",
                       "Whoever did it, or is responsible for it, does not confirm it as well. Nothing was "
                       "recorded. A second person has to look and confirm it.")},
    {refusal::notApproved,
     QT_TRANSLATE_NOOP("Refusal", "This notice was not approved, or it was stopped. Nothing was sent.")},
    {refusal::notPreapproved,
     QT_TRANSLATE_NOOP("Refusal",
                       "This text is not approved beforehand, or its six months are over. Nothing was sent. "
                       "Ask a second person to approve it now.")},
    {refusal::noQuorum,
     QT_TRANSLATE_NOOP(
         "Refusal", "Too few members have voted for the committee to decide. The motion stays open, and the "
                    "votes are kept. Write down the votes that are missing, or drop the motion.")},
    {refusal::wordUnknown,
     QT_TRANSLATE_NOOP(
         "Refusal", "This word is not one of the list, so nothing was tried. What you typed is still here. "
                    "Ask for this word again and correct it.")},
    {refusal::closed,
     QT_TRANSLATE_NOOP("Refusal",
                       "This incident is closed. Nothing was recorded, and what you wrote is still "
                       "here. Open it again, or declare a new incident.")},
    {refusal::mediaUnknown,
     QT_TRANSLATE_NOOP("Refusal",
                       "Only pictures (JPEG, PNG), PDF and plain text can be attached. Nothing was recorded, "
                       "and the file is as it was. Save it as one of these and attach that.")},
    {refusal::mediaDamaged,
     QT_TRANSLATE_NOOP("Refusal",
                       "This picture is damaged, so that what it says of its maker cannot be taken out. "
                       "Nothing was recorded, and the file is as it was. Attach a screenshot of it.")},
    {refusal::blobMismatch,
     QT_TRANSLATE_NOOP("Refusal",
                       "The file that came is not the one the entry names. It was thrown away; the entry is "
                       "kept. Try again, and tell an admin if it stays so.")},
    {refusal::blobsTooMany,
     QT_TRANSLATE_NOOP("Refusal",
                       "This device has sent more files than the relay keeps without entries. They are kept "
                       "here and go up by themselves once the earlier ones are recorded.")},
};

constexpr Phrase failures[] = {
    {failure::disk,
     QT_TRANSLATE_NOOP("Failure",
                       "The disk cannot be read or written. What was shown as kept is kept; nothing new "
                       "is. Look at the disk and its permissions, then start again.")},
    {failure::full,
     QT_TRANSLATE_NOOP("Failure",
                       "The disk is full. Everything recorded so far is kept; nothing new is until "
                       "there is room. Free some space, then try again.")},
    {failure::busy,
     QT_TRANSLATE_NOOP("Failure", "The store is busy. Nothing was lost. Try again in a moment.")},
    {failure::corrupt,
     QT_TRANSLATE_NOOP("Failure",
                       "What is stored is damaged here. Nothing was deleted, and everything before the "
                       "damage is kept. Restore a backup, or join again: the relay has the same record.")},
    {failure::newerStore,
     QT_TRANSLATE_NOOP("Failure",
                       "This was written by a newer version of the program. It is open for reading, and "
                       "nothing was changed. Update the program to write.")},
    {failure::locked,
     QT_TRANSLATE_NOOP("Failure",
                       "Another program holds this data. Nothing was changed. Use that one, or close "
                       "it.")},
    {failure::noRelay,
     QT_TRANSLATE_NOOP("Failure",
                       "No relay answers. Keep recording: everything is kept on this device and goes up "
                       "by itself once there is a connection.")},
    {failure::wrongPin,
     QT_TRANSLATE_NOOP("Failure",
                       "The company's network is changing the secure connection. Switch to a phone's "
                       "hotspot and it works at once.")},
    {failure::protocol,
     QT_TRANSLATE_NOOP("Failure",
                       "This program and the other side do not understand each other. Everything is kept "
                       "on this device. Update the older of the two.")},
    {failure::listen,
     QT_TRANSLATE_NOOP("Failure",
                       "The relay cannot listen at this address. The record is kept. Choose another "
                       "address or port, or end the program that uses it.")},
    {failure::offerGap,
     QT_TRANSLATE_NOOP("Failure", "Something was lost on the way to the relay. Everything is kept on this "
                                  "device, and is sent again by itself.")},
    {failure::linkLost,
     QT_TRANSLATE_NOOP("Failure",
                       "The connection to the relay broke off. Everything is kept on this device. It "
                       "connects again by itself; keep recording.")},
    {failure::tooSlow,
     QT_TRANSLATE_NOOP("Failure",
                       "The connection is too slow and was closed. Everything is kept on this device. It "
                       "connects again by itself; another network may help.")},
    {failure::replaced,
     QT_TRANSLATE_NOOP("Failure",
                       "This device connected a second time, and this connection ended. Everything is "
                       "kept on this device. If that was not you, revoke this device.")},
    {failure::stopped,
     QT_TRANSLATE_NOOP(
         "Failure",
         "The relay has stopped: after a backup or an old disk it may hold less than it once "
         "confirmed. Your entries are kept on this device. Who holds more gives it back by "
         "connecting; then an admin declares a new epoch, in the window or by bongsuctl declare-epoch.")},
    {failure::epochAwaited,
     QT_TRANSLATE_NOOP("Failure",
                       "The relay goes on under a new epoch, and this record has not come that far there. "
                       "Your entries are kept on this device and go up by themselves once somebody who "
                       "holds the record has brought it.")},
    {failure::clock,
     QT_TRANSLATE_NOOP("Failure",
                       "The relay's clock is wrong, so it records nothing. Your entries are kept on this "
                       "device. Set the relay's clock, or accept it there.")},
    {failure::keyUnusable,
     QT_TRANSLATE_NOOP("Failure",
                       "A key cannot be used. Nothing was changed. Look at the key file, or join again "
                       "with a new invite.")},
    {failure::blobMissing,
     QT_TRANSLATE_NOOP("Failure",
                       "The relay does not hold this file. The entry is kept. Whoever attached it still has "
                       "the file on their device.")},
    {failure::blobAway,
     QT_TRANSLATE_NOOP("Failure",
                       "This file is not on this device yet, and no relay answers. The entry is kept. Open "
                       "it again once there is a connection.")},
};

// The detail of key.unusable, each a sentence of its own.
constexpr Phrase keyFaults[] = {
    {keyfault::missing,
     QT_TRANSLATE_NOOP(
         "Key", "The key file is not there. The record is kept, sealed. Put the key file back, or name "
                "it with --unlock.")},
    {keyfault::present,
     QT_TRANSLATE_NOOP(
         "Key", "There is a key file already. It was left as it is. Use it, or choose another folder.")},
    {keyfault::unreadable,
     QT_TRANSLATE_NOOP(
         "Key", "The key file cannot be read. Nothing was changed. Look whom it belongs to and who may "
                "read it.")},
    {keyfault::exposed,
     QT_TRANSLATE_NOOP("Key",
                       "Others on this computer may read the key file, so it is not used. Nothing was "
                       "changed. Let only its owner read it (chmod 600); if somebody may have read it, "
                       "revoke this device.")},
    {keyfault::foreign,
     QT_TRANSLATE_NOOP("Key",
                       "This is not a key file of this program. Nothing was changed. Name the right file.")},
    {keyfault::newer,
     QT_TRANSLATE_NOOP("Key",
                       "The key file was written by a newer version of the program. Nothing was changed. "
                       "Update the program.")},
    {keyfault::truncated,
     QT_TRANSLATE_NOOP("Key",
                       "The key file is cut off, or something stands behind its end. The record is kept, "
                       "sealed. Put back a copy of the key file.")},
    {keyfault::damaged,
     QT_TRANSLATE_NOOP(
         "Key", "The key file is damaged. The record is kept, sealed. Put back a copy of the key file.")},
    {keyfault::notP256,
     QT_TRANSLATE_NOOP("Key",
                       "The relay's TLS key is not of the kind needed (P-256). Nothing was changed. Put back "
                       "the key that the relay made.")},
    {keyfault::keychainAway,
     QT_TRANSLATE_NOOP("Key",
                       "The keychain of the desktop session cannot be reached. The record and the keys are "
                       "kept, and nothing was changed. Log in to this computer's desktop and start again "
                       "there; to need no desktop session from then on, run \"bongsuctl keys move --to "
                       "file\" in it.")},
    {keyfault::keychainLocked,
     QT_TRANSLATE_NOOP("Key",
                       "The keychain of the desktop session is locked and was not unlocked. The record and "
                       "the keys are kept, and nothing was changed. Unlock the keyring, usually with the "
                       "login password, and start again.")},
    {keyfault::keychainMissing,
     QT_TRANSLATE_NOOP("Key",
                       "The keychain does not hold the keys of this home, though they were put there. The "
                       "record is kept, sealed. Bring back the keyring they were in or a copy of the key "
                       "file (--unlock); if both are lost, join again with a new invite in a new folder.")},
    {keyfault::keychainDamaged,
     QT_TRANSLATE_NOOP("Key",
                       "What the keychain holds under this home's name is damaged or is something else. It "
                       "was left as it is, and the record is kept, sealed. Bring back the keyring or a copy "
                       "of the key file (--unlock).")},
    {keyfault::keychainFailed,
     QT_TRANSLATE_NOOP("Key",
                       "The keychain did not do what it was asked. The keys are kept where they were before. "
                       "See with \"bongsuctl keys\" where they are, and try again.")},
    {keyfault::keychainRemains,
     QT_TRANSLATE_NOOP("Key",
                       "The keys are in the key file now and are used from there, but the keychain still "
                       "holds a copy that it did not remove. Nothing is lost. Unlock the keychain and run "
                       "\"bongsuctl keys move --to file\" once more.")},
    {keyfault::differing,
     QT_TRANSLATE_NOOP("Key",
                       "The key file and the keychain hold different keys for this home. Both were left as "
                       "they are. Look at both with \"bongsuctl keys\", then say which are right: "
                       "\"bongsuctl keys move --to file --keep file\" or \"--keep keychain\"; the others are "
                       "set aside.")},
    {keyfault::named,
     QT_TRANSLATE_NOOP("Key",
                       "The key file of this home was chosen by somebody (--unlock, a link, or credentials "
                       "of the system), so it stays where it is. Nothing was changed. To move the keys, use "
                       "the usual key file.")},
};

// The detail of malformed where an invite was read (identity/invite.h, domain/log/spokencode.h), each a
// sentence of its own.
constexpr Phrase inviteFaults[] = {
    {"invite.form",
     QT_TRANSLATE_NOOP("Invite",
                       "This is not an invite, so nothing was tried. Paste the whole line that begins with "
                       "bongsu://, or type the address and the eight words.")},
    {"invite.address",
     QT_TRANSLATE_NOOP(
         "Invite", "The address is missing or is none, so nothing was tried. What you typed is still here. "
                   "An address looks like 192.168.0.7:7400.")},
    {"invite.damaged",
     QT_TRANSLATE_NOOP("Invite",
                       "A piece of this invite is missing or is another one, so nothing was tried. Copy "
                       "the whole line again, or ask for a new invite.")},
    {"invite.words",
     QT_TRANSLATE_NOOP("Invite",
                       "An invite that is read out has eight words, so nothing was tried. What you typed "
                       "is still here. Ask for what is missing.")},
};

// Of too_large where something was to be attached: the detail is the most bytes it may have, or "held".
constexpr const char* fileTooLarge = QT_TRANSLATE_NOOP(
    "Attachment", "This file is larger than may be attached (at most %1). Nothing was recorded, and the "
                  "file is as it was. Attach a part of it, or write where it lies.");
constexpr const char* tooManyHeld = QT_TRANSLATE_NOOP(
    "Attachment", "No more than %1 files go with one line. This one was not taken; the others are still "
                  "here. Record these first.");

const char* english(std::span<const Phrase> phrases, const QByteArray& code) {
    for (const Phrase& phrase : phrases) {
        if (code == phrase.code) {
            return phrase.english;
        }
    }
    return nullptr;
}

QString withDetail(const QString& words, const QByteArray& detail) {
    return detail.isEmpty() ? words : words + QStringLiteral(" (") + nameOfDetail(detail) + u')';
}

std::optional<QString> attachmentFault(const QByteArray& detail) {
    bool isNumber = false;
    const qint64 most = detail.toLongLong(&isNumber);
    if (isNumber) {
        return filled(QCoreApplication::translate("Attachment", fileTooLarge), {fileSizeOf(quint64(most))});
    }
    if (detail == "held") {
        return filled(QCoreApplication::translate("Attachment", tooManyHeld),
                      {QString::number(limits::attachmentsHeld)});
    }
    return std::nullopt;
}

QString unknownCode(const QByteArray& code) {
    return filled(QCoreApplication::translate("Failure",
                                              "Something this version has no words for happened: %1. "
                                              "What was recorded is kept. Update the program."),
                  {QString::fromUtf8(code)});
}

} // namespace

QString sentence(const Refusal& refusal) {
    if (refusal.code == refusal::malformed) {
        if (const char* fault = english(inviteFaults, refusal.detail)) {
            return QCoreApplication::translate("Invite", fault);
        }
    }
    if (refusal.code == refusal::tooLarge) {
        if (const auto fault = attachmentFault(refusal.detail)) {
            return *fault;
        }
    }
    const char* known = english(refusals, refusal.code);
    return withDetail(known ? QCoreApplication::translate(refusalContext, known) : unknownCode(refusal.code),
                      refusal.detail);
}

QString sentence(const Failure& failure) {
    if (failure.code == failure::keyUnusable) {
        if (const char* fault = english(keyFaults, failure.detail)) {
            return QCoreApplication::translate(keyContext, fault);
        }
    }
    if (failure.code == failure::stopped && failure.detail == stopdetail::closed) {
        return QCoreApplication::translate(
            "Failure", "The relay was closed. Everything is kept on this device, and goes "
                       "up by itself once the relay runs again; keep recording.");
    }
    const char* known = english(failures, failure.code);
    return withDetail(known ? QCoreApplication::translate(failureContext, known) : unknownCode(failure.code),
                      failure.detail);
}

QString sentence(const Error& error) {
    return std::visit([](const auto& one) { return sentence(one); }, error);
}

QString beyondThisVersion(const Organisation& organisation, const Incident& incident) {
    return organisation.beyondThisVersion || incident.beyondThisVersion
               ? QCoreApplication::translate(
                     "Record", "This record holds entries of a newer version. They are kept and shown, "
                               "but this version cannot verify what follows from them. Update the "
                               "program.")
               : QString();
}

} // namespace bongsu
