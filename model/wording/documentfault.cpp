#include "wording/documentfault.h"

#include "wording/line.h"
#include "wording/template.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace bongsu {

namespace {

struct Phrase {
    FaultCode code;
    const char* english;
};

constexpr Phrase phrases[] = {
    {FaultCode::TooLarge,
     QT_TRANSLATE_NOOP("DocumentFault", "The file is larger than %1 bytes, which is more than people write "
                                        "by hand. Check that it is the right file.")},
    {FaultCode::NotUtf8,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "From here on this is not UTF-8 text. Save the file as UTF-8 in the editor, and read it again.")},
    {FaultCode::ControlCharacter,
     QT_TRANSLATE_NOOP("DocumentFault", "An invisible control character (%1) stands here. Delete it; if "
                                        "there are many, check that it is the right file.")},
    {FaultCode::TabIndentation,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "This line is indented with a tab. Use spaces instead: two for each level.")},
    {FaultCode::Unreadable,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "This cannot be read. Compare the indentation with the lines above, put a space "
                       "behind every colon, and put text that holds : or # into quotation marks.")},
    {FaultCode::Unclosed,
     QT_TRANSLATE_NOOP("DocumentFault", "A quotation mark or bracket that opens here is never closed. Close "
                                        "it at the end of the text or of the list.")},
    {FaultCode::SeveralDocuments,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "A second document begins here (---). Write one document in each file.")},
    {FaultCode::AfterTheEnd,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "This does not belong to what stands above it. Compare the indentation with the lines above.")},
    {FaultCode::Alias,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "References within the file (& and *) are not read here. Write the text out; if it is "
                       "to begin with & or *, put it into quotation marks.")},
    {FaultCode::Tag,
     QT_TRANSLATE_NOOP("DocumentFault", "Types marked with ! are not read here. Delete the mark; if the text "
                                        "is to begin with !, put it into quotation marks.")},
    {FaultCode::KeyNotText,
     QT_TRANSLATE_NOOP("DocumentFault", "In front of a colon there must be a word. Write a key there; text "
                                        "that begins with [ or { goes into quotation marks.")},
    {FaultCode::DoubledKey,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "\"%1\" stands here a second time; the first is in line %2. Keep one of the two.")},
    {FaultCode::TooDeep,
     QT_TRANSLATE_NOOP("DocumentFault", "Lists and maps stand inside each other here more than %1 levels "
                                        "deep. Close a bracket, or write it flatter.")},
    {FaultCode::TooMany,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "There are more than %1 of these. Leave some out, or check that it is the right file.")},
    {FaultCode::TooLong,
     QT_TRANSLATE_NOOP("DocumentFault", "This text is longer than %1 bytes. Shorten it, or divide it.")},
    {FaultCode::UnknownKey,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "Nothing is called \"%1\" here. Correct the word, or delete the line.")},
    {FaultCode::MissingKey, QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is missing here. Add a line for it.")},
    {FaultCode::EmptyValue,
     QT_TRANSLATE_NOOP("DocumentFault", "Nothing stands under \"%1\". Write it, or delete the line.")},
    {FaultCode::TextExpected,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "\"%1\" is to be a single text. Write it behind the colon, without a list or a map.")},
    {FaultCode::LanguagesExpected,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "\"%1\" is to be a text. Write one for both languages, or {ko: ..., en: ...}.")},
    {FaultCode::ListExpected,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "\"%1\" is to be a list. Write [one, another], or a line with a dash for each.")},
    {FaultCode::MapExpected,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "\"%1\" needs keys with values here. Write lines like \"name: ...\".")},
    {FaultCode::HolderExpected,
     QT_TRANSLATE_NOOP("DocumentFault", "Nobody can be told from this. Write a person's name, or one of "
                                        "\"seat: ...\" and \"department: ...\".")},
    {FaultCode::NotAKey,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "\"%1\" cannot be a name to refer to. Use one line of at most %2 bytes, with no space around it.")},
    {FaultCode::NotANumber,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is not a whole number. Write one in digits (%2).")},
    {FaultCode::OutOfRange,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is out of range. Write a number within %2.")},
    {FaultCode::NotADate,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is not a date of the calendar. Write it as 2026-11-01.")},
    {FaultCode::NotYesOrNo,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is neither yes nor no. Write one of the two.")},
    {FaultCode::UnknownVersion,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "This program does not know version \"%1\" of the file. Write version %2, or update the program.")},
    {FaultCode::UnknownSite,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "There is no site called \"%1\". Correct the name, or add it under \"sites\".")},
    {FaultCode::UnknownDepartment,
     QT_TRANSLATE_NOOP("DocumentFault", "There is no department called \"%1\". Correct the name, or add it "
                                        "to the catalogue under \"departments\".")},
    {FaultCode::UnknownGroup,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "There is no group called \"%1\". Correct the name, or add it under \"groups\".")},
    {FaultCode::UnknownService,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "There is no service called \"%1\". Correct the name, or add it under \"services\".")},
    {FaultCode::UnknownSeat,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "This manual has no seat called \"%1\". Correct the name, or add it under \"seats\".")},
    {FaultCode::Doubled,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" stands here a second time; the first is in line %2. Delete "
                                        "one, or give it a name of its own.")},
    {FaultCode::NeedsCircle,
     QT_TRANSLATE_NOOP("DocumentFault", "These services need each other, so none could be recovered first: "
                                        "%1. Take one of these needs out.")},
    {FaultCode::ReportsCircle,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "These seats report to each other, so nobody stands above them: %1. Change one \"reports-to\".")},
    {FaultCode::HoldersCircle,
     QT_TRANSLATE_NOOP("DocumentFault", "These seats go to each other's holders, so nobody would be called: "
                                        "%1. Name a person in one of them.")},
    {FaultCode::CommanderMissing,
     QT_TRANSLATE_NOOP("DocumentFault", "The manual has no seat \"%1\". Add it: somebody must command.")},
    {FaultCode::CommanderReports,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "The commander reports to nobody in a manual. Delete this \"reports-to\".")},
    {FaultCode::NotOneOf, QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" may not stand here. Write one of: %2.")},
    {FaultCode::SecretWritten,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "\"%1\" is a secret, and everybody who reads this file would have it. Take it out, have "
         "a new one issued if the file was given to anybody, and seal that to the relays.")},
    {FaultCode::UnknownChannel,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "There is no channel called \"%1\". Correct the name, or add it under \"list\".")},
    {FaultCode::FallbackCircle,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "These channels stand in for each other, so nothing would be sent when "
                       "all fail: %1. Take one \"fallback\" out.")},
    {FaultCode::NotForPages,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "Nobody can be called over \"%1\": pages go out as text messages or mail. Take it out "
                       "of \"pages\", or name a channel of kind sms or mail.")},
    {FaultCode::UnknownPlace,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "Nothing of a notice is called \"%1\". Correct the word between {{ and }}.")},
    {FaultCode::PlaceUnclosed,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "What opens here is never closed: %1. Write }} behind it, or {{/name}} "
                       "where the part ends.")},
    {FaultCode::PlaceUnopened,
     QT_TRANSLATE_NOOP("DocumentFault", "\"%1\" is closed here and was not opened last. Close parts in the "
                                        "reverse order in which they open.")},
    {FaultCode::PlaceUnread,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "%1 is not read here. Write {{name}}, {{#name}}...{{/name}} or {{^name}}...{{/name}}.")},
    {FaultCode::NothingStays,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "No sentence has rank 1, so a short channel could end up with nothing. "
                       "Give rank 1 to those that must stay.")},
    {FaultCode::DisclosureUntold,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "No text for users tells all three that the law asks for: event, response, contact. Let "
         "one text tell them all.")},
    {FaultCode::ContactUntold,
     QT_TRANSLATE_NOOP("DocumentFault", "This text is to say where users ask, and has no place for it. Write "
                                        "{{contact}} into it, or take \"contact\" out of \"tells\".")},
    {FaultCode::NotACalendar,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "This is no iCalendar file: it is to begin with BEGIN:VCALENDAR. Check "
                       "that it is the right file, and export it as .ics.")},
    {FaultCode::ComponentUnclosed,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "BEGIN and END do not fit each other here (%1). The file was cut off or "
                       "changed by hand; export it again.")},
    {FaultCode::PropertyUnreadable,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "What stands under %1 cannot be read: \"%2\". Correct it in the calendar, "
                       "and export the file again.")},
    {FaultCode::UnknownZone,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "Nobody knows a time zone called \"%1\", and the file does not describe "
                       "it. Write one like Asia/Seoul.")},
    {FaultCode::NotForwards,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "This ends when it begins, or before. Correct one of the two times.")},
    {FaultCode::TwoEnds,
     QT_TRANSLATE_NOOP("DocumentFault", "This has both DTEND and DURATION. Keep one of the two.")},
    {FaultCode::RuleUnreadable,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "This rule of repetition cannot be read: \"%1\". Set the repetition anew "
                       "in the calendar, and export the file again.")},
    {FaultCode::RuleTooLong,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "To follow this rule, more than %1 times would have to be looked at. Begin "
                       "it later, or repeat by days or weeks.")},
    {FaultCode::RangeOverride,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "An exception for all that follow (RANGE=THISANDFUTURE) is not read here. "
                       "End the first series, and begin another.")},
    {FaultCode::TooManyShifts,
     QT_TRANSLATE_NOOP("DocumentFault",
                       "The roster gives more than %1 shifts in the time looked at. Repeat less "
                       "often, or divide it into several rosters.")},
    {FaultCode::More,
     QT_TRANSLATE_NOOP(
         "DocumentFault",
         "From here on there are more faults: %1. Correct those above, then read the file again.")},
};
constexpr const char* perhaps = QT_TRANSLATE_NOOP("DocumentFault", "Perhaps it is to be \"%1\".");

// What the file names and nobody knows may have been mistyped: `other` is what was meant.
bool isGuessed(FaultCode code) {
    switch (code) {
    case FaultCode::UnknownKey:
    case FaultCode::UnknownSite:
    case FaultCode::UnknownDepartment:
    case FaultCode::UnknownGroup:
    case FaultCode::UnknownService:
    case FaultCode::UnknownSeat:
    case FaultCode::UnknownChannel:
    case FaultCode::UnknownPlace:
        return true;
    default:
        return false;
    }
}

QString translated(const char* english) {
    return QCoreApplication::translate("DocumentFault", english);
}

} // namespace

QString sentence(const DocumentFault& fault) {
    const auto phrase = std::find_if(std::begin(phrases), std::end(phrases),
                                     [&](const Phrase& one) { return one.code == fault.code; });
    Q_ASSERT(phrase != std::end(phrases));    // each code has one: test_documentfault
    const QString word = oneLine(fault.word); // as the file has it, and that may be anything
    const QString other = oneLine(fault.other);
    QString words = filled(translated(phrase->english), {word, other});
    if (isGuessed(fault.code) && !other.isEmpty()) {
        words += u' ' + filled(translated(perhaps), {other});
    }
    return filled(QCoreApplication::translate("DocumentFault", "Line %1, column %2: %3"),
                  {QString::number(fault.line), QString::number(fault.column), words});
}

} // namespace bongsu
