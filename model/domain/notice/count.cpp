#include "domain/notice/count.h"

#include "domain/notice/textmeasure.h"

#include <algorithm>

namespace bongsu {

namespace {

struct KindLimits {
    ChannelKind kind;
    std::vector<TextLimit> title;
    std::vector<TextLimit> body;
    bool showsLines;
};

// Of services that name none: what fits the record's blobs and every screen.
constexpr TextLimit ownTitle{TextUnit::Graphemes, 200};
constexpr TextLimit ownBody{TextUnit::Utf8Bytes, 16'384};

const std::vector<KindLimits>& allLimits() {
    using enum TextUnit;
    static const std::vector<KindLimits> all{
        {ChannelKind::StatusPage, {ownTitle}, {ownBody}, true},
        {ChannelKind::Banner, {{Graphemes, 30}}, {{Graphemes, 80}}, false},
        {ChannelKind::Mail, {ownTitle}, {ownBody}, true},
        {ChannelKind::Sms, {{EucKrBytes, 40}}, {{EucKrBytes, lmsBytes}}, false},
        {ChannelKind::MessengerTemplate, {}, {{Utf16, 1000}}, true},
        {ChannelKind::X, {}, {{Weighted, 280}}, false},
        {ChannelKind::Facebook, {}, {{Utf16, 63'206}}, true},
        {ChannelKind::Bluesky, {}, {{Graphemes, 300}, {Utf8Bytes, 3000}}, false},
        {ChannelKind::Mastodon, {}, {{Graphemes, 500}}, false},
        {ChannelKind::Telegram, {}, {{Utf16, 4096}}, true},
        {ChannelKind::Slack, {}, {{Utf16, 3000}}, true}, // of one section block
        {ChannelKind::Mattermost, {}, {{Utf16, 16'383}}, true},
        {ChannelKind::Discord, {}, {{Utf16, 2000}}, true},
        {ChannelKind::Teams, {ownTitle}, {{Utf8Bytes, 20'000}}, true}, // of about 28 KB, with the card's own
        {ChannelKind::Xmpp, {}, {ownBody}, true},
        {ChannelKind::Statuspage, {{Utf16, 255}}, {{Utf16, 25'000}}, true},
        {ChannelKind::Webhook, {ownTitle}, {ownBody}, true},
        {ChannelKind::Apprise, {ownTitle}, {ownBody}, true},
    };
    return all;
}

const KindLimits& limitsOf(ChannelKind kind) {
    const auto found = std::find_if(allLimits().begin(), allLimits().end(),
                                    [kind](const KindLimits& one) { return one.kind == kind; });
    Q_ASSERT(found != allLimits().end()); // each kind has them: test_count
    return *found;
}

qsizetype used(ChannelKind kind, TextUnit unit, const QString& text) {
    switch (unit) {
    case TextUnit::Weighted:
        return xWeight(text);
    case TextUnit::Graphemes:
        return kind == ChannelKind::Mastodon ? graphemesWithShortAddresses(text) : graphemes(text);
    case TextUnit::Utf16:
        return text.size();
    case TextUnit::Utf8Bytes:
        return utf8Bytes(text);
    case TextUnit::EucKrBytes:
        return eucKrBytes(text).bytes;
    }
    return 0;
}

// What one of several languages may have; `between` them stand so many units.
std::vector<TextLimit> shared(std::vector<TextLimit> limits, std::size_t languages, qsizetype between) {
    const auto parts = qsizetype(std::max<std::size_t>(1, languages));
    for (TextLimit& limit : limits) {
        limit.most = (limit.most - (parts - 1) * between) / parts;
    }
    return limits;
}

PartCount counted(ChannelKind kind, const std::vector<TextLimit>& limits, const QString& text) {
    PartCount nearest;
    for (const TextLimit& limit : limits) {
        const qsizetype count = used(kind, limit.unit, text);
        if (nearest.limit == 0 || count * nearest.limit > nearest.used * limit.most) {
            nearest = {limit.unit, count, limit.most, std::nullopt};
        }
    }
    if (nearest.used > nearest.limit) {
        nearest.misfit = Misfit{Unfit::TooLong, nearest.used - nearest.limit, {}};
    }
    if (nearest.unit == TextUnit::EucKrBytes) {
        const QString foreign = eucKrBytes(text).foreign;
        if (!foreign.isEmpty()) {
            nearest.misfit = Misfit{isEmoji(foreign) ? Unfit::Emoji : Unfit::Character, 0, foreign};
        }
    }
    return nearest;
}

} // namespace

bool hasTitle(ChannelKind kind) {
    return !limitsOf(kind).title.empty();
}

bool showsLines(ChannelKind kind) {
    return limitsOf(kind).showsLines;
}

std::vector<TextLimit> limitsOf(ChannelKind kind, CountedPart part) {
    return part == CountedPart::Title ? limitsOf(kind).title : limitsOf(kind).body;
}

bool joinsLanguages(ChannelKind kind) {
    return kind != ChannelKind::StatusPage && kind != ChannelKind::Banner && kind != ChannelKind::Webhook;
}

TextCount countOf(ChannelKind kind, const QString& title, const QString& body, std::size_t languages) {
    constexpr qsizetype emptyLine = 2;
    constexpr qsizetype stroke = 3; // " / " between titles
    const std::size_t parts = joinsLanguages(kind) ? languages : 1;
    const KindLimits& limits = limitsOf(kind);
    TextCount count;
    if (kind == ChannelKind::Sms) {
        count.body = counted(kind, shared({{TextUnit::EucKrBytes, smsBytes}}, parts, emptyLine), body);
        if (count.body.used <= count.body.limit) {
            return count;
        }
        count.isLong = true;
    }
    count.body = counted(kind, shared(limits.body, parts, emptyLine), body);
    if (!limits.title.empty()) {
        count.title = counted(kind, shared(limits.title, parts, stroke), title);
    }
    return count;
}

} // namespace bongsu
