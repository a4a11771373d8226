// Bodies beside the facts: texts of entries, of notices and of sections, secrets of channels, what is held.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "domain/event/text.h"
#include "domain/incident/attachment.h"
#include "domain/incident/recordsearch.h"
#include "domain/notice/noticetext.h"
#include "domain/retro/sectionwords.h"
#include "identity/sealedbox.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void readText(QByteArrayView given) {
    const auto text = decodeBody<Text>(given);
    if (text) {
        const QByteArray written = encodeBody(*text);
        require(written.size() < given.size() || written == given, "a text has one encoding");
        require(decodeBody<Text>(written) == text, "a text that is written is read");
    }
}

void readNotice(QByteArrayView given) {
    const auto texts = decodeNoticeTexts(given);
    if (texts) {
        const QByteArray written = encodeNoticeTexts(*texts);
        require(written == given, "equal texts are equal bytes");
        require(decodeNoticeTexts(written) == texts, "texts that are written are read");
    }
}

void readSecrets(QByteArrayView given) {
    const auto secrets = decodeSecrets(given);
    if (secrets) {
        require(decodeSecrets(encodeSecrets(*secrets)) == secrets, "secrets that are written are read");
    }
}

void readHeld(QByteArrayView given) {
    const auto held = heldFromBytes(given);
    if (!held.empty()) {
        const QByteArray written = toBytes(held);
        require(toBytes(heldFromBytes(written)) == written, "what is held comes back");
    }
}

void readSection(QByteArrayView given) {
    const auto words = sectionWords(given);
    if (words) {
        require(given.size() <= limits::sectionBytes, "no section is over its limit");
        const auto written = sectionBytes(*words);
        require(written && *written == given, "a section has one encoding");
        sectionParts(*words);
    } else {
        requireCode(words.error());
    }
    const auto ofFile = sectionWordsOfFile(given);
    if (ofFile) {
        const auto written = sectionBytes(*ofFile);
        require(written && sectionWords(*written) == *ofFile, "a file's words are a section's");
    } else {
        requireCode(ofFile.error());
    }
}

void readStopped(QByteArrayView given) {
    const auto stopped = readingStoppedFrom(given);
    if (stopped) {
        require(readingStoppedFrom(toSetting(*stopped)) == stopped, "where reading stopped comes back");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    static constexpr std::array readers{readText, readNotice,  readSecrets,
                                        readHeld, readSection, readStopped};
    const int which = in.choice(int(readers.size()));
    readers[std::size_t(which)](in.rest());
    return 0;
}
