// Frames as they come from the line.
#include "fuzzing.h"

#include "domain/base/cbor.h"
#include "domain/base/limits.h"
#include "sync/frame.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

// Flags of a known type are not looked at (PROTOCOL.md); for all else there is one encoding.
QByteArray withFlagsOf(QByteArrayView given, const QByteArray& written) {
    CborReader in(given);
    const quint64 items = in.array();
    const quint64 type = in.unsignedInteger();
    const quint64 flags = in.unsignedInteger();
    CborWriter out;
    const QByteArray front = out.array(items).unsignedInteger(type).take();
    constexpr qsizetype noFlags = 1;
    return front + out.unsignedInteger(flags).take() + written.sliced(front.size() + noFlags);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const QByteArrayView given = Input(data, size).rest();
    const auto frame = decodeFrame(given);
    if (!frame) {
        requireCode(frame.error());
        return 0;
    }
    require(given.size() <= limits::frameBytes, "no frame is over its limit");
    if (!std::holds_alternative<frame::Unknown>(*frame)) {
        const QByteArray written = encode(*frame);
        require(withFlagsOf(given, written) == given, "a frame has one encoding");
        require(encode(*decodeFrame(written)) == written, "what is written is read");
    }
    return 0;
}
