// How much of a channel a text takes: what that kind of channel counts, where its limit is, what it cannot
// carry.
#pragma once

#include "domain/notice/channel.h"

namespace bongsu {

enum class TextUnit { Weighted = 1, Graphemes, Utf16, Utf8Bytes, EucKrBytes, Last = EucKrBytes };
template <>
struct Words<TextUnit> {
    static constexpr std::array all{"weighted", "graphemes", "utf16", "utf8_bytes", "euckr_bytes"};
};

enum class CountedPart { Title = 1, Body, Last = Body };
template <>
struct Words<CountedPart> {
    static constexpr std::array all{"title", "body"};
};

// Why a text does not fit.
enum class Unfit { TooLong = 1, Character, Emoji, Last = Emoji };
template <>
struct Words<Unfit> {
    static constexpr std::array all{"too_long", "character", "emoji"};
};

struct Misfit {
    Unfit why = Unfit::TooLong;
    qsizetype over = 0;  // of TooLong: by so many units
    QString character{}; // of the others: the first that the channel cannot carry
    friend bool operator==(const Misfit&, const Misfit&) = default;
};

// Of one part. Where a channel has two limits (Bluesky), the one that is nearer.
struct PartCount {
    TextUnit unit = TextUnit::Graphemes;
    qsizetype used = 0;
    qsizetype limit = 0;
    std::optional<Misfit> misfit{};
    friend bool operator==(const PartCount&, const PartCount&) = default;
};

struct TextCount {
    std::optional<PartCount> title{}; // where the channel has one
    PartCount body{};
    bool isLong = false; // SMS that goes as LMS, which costs more
    bool fits() const { return !body.misfit && (!title || !title->misfit); }
    friend bool operator==(const TextCount&, const TextCount&) = default;
};

bool hasTitle(ChannelKind kind); // of SMS: only where it goes as LMS
// One more thing than the eye: whether sentences stand on lines of their own there.
bool showsLines(ChannelKind kind);

struct TextLimit {
    TextUnit unit = TextUnit::Graphemes;
    qsizetype most = 0;
    friend bool operator==(const TextLimit&, const TextLimit&) = default;
};
// None where the kind has no such part. Of SMS: as LMS. Services that name no limit of their own have ours.
std::vector<TextLimit> limitsOf(ChannelKind kind, CountedPart part);
inline constexpr qsizetype smsBytes = 90;
inline constexpr qsizetype lmsBytes = 2000;

// Whether the texts of several languages go out as one, an empty line between them: then they share the
// limit.
bool joinsLanguages(ChannelKind kind);

// A title is not counted where there is none. SMS of at most 90 bytes goes as SMS, without its title. Of
// `languages` that go out as one, each has an equal part.
TextCount countOf(ChannelKind kind, const QString& title, const QString& body, std::size_t languages = 1);

} // namespace bongsu
