// What may be attached: told by its first bytes, and freed of what a camera wrote into it.
#include "fuzzing.h"

#include "domain/base/limits.h"
#include "domain/incident/attachment.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

void clean(QByteArrayView given) {
    const auto media = mediaOf(given);
    if (!media) {
        return;
    }
    const auto cleaned = withoutMetadata(*media, given);
    if (!cleaned) {
        requireCode(cleaned.error());
        return;
    }
    // Which side is up is written anew, a byte or two longer at the most than the least that said it.
    require(cleaned->size() <= given.size() + 2, "nothing is added");
    require(mediaOf(*cleaned) == media, "what is cleaned stays what it is");
    require(withoutMetadata(*media, *cleaned) == *cleaned, "what is clean stays as it is");
}

void attach(Input in) {
    Attachment attachment;
    attachment.fileName = QString::fromUtf8(in.take(in.choice(256) * 2));
    attachment.caption = QString::fromUtf8(in.piece());
    attachment.thumbnail = in.piece().toByteArray();
    attachment.bytes = in.rest().toByteArray();
    const auto prepared = prepare(attachment, Salt::zeros());
    if (!prepared) {
        requireCode(prepared.error());
        return;
    }
    require(encodeBody(prepared->facts).size() + encodeBody(prepared->text).size() <= limits::partsBytes,
            "no parts are over their limit");
    require(prepared->facts.size == quint64(prepared->bytes.size()) &&
                prepared->bytes.size() <= limits::blobBytes,
            "no attachment is over its limit");
    const auto facts = decodeBody<AttachmentAdded>(encodeBody(prepared->facts));
    require(facts && decodeBody<Text>(encodeBody(prepared->text)), "what is prepared is recorded");
    const QString name = safeFileName(attachment.fileName, prepared->facts.media);
    require(!name.isEmpty() && !name.contains(u'/') && !name.startsWith(u'.') && !name.contains(QChar(0)),
            "a file's name is no path and not hidden");
    require(safeFileName(name, prepared->facts.media) == name, "a name that is safe stays as it is");
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    if (in.choice(2) == 0) {
        clean(in.rest());
    } else {
        attach(in);
    }
    return 0;
}
