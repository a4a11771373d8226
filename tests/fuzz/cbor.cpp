// The CBOR reader itself: whole values, and a decoder that asks for anything in any order.
#include "fuzzing.h"

#include "domain/base/cbor.h"
#include "domain/base/limits.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

// `depth` is how deep it stands; what skip() has passed is not deeper than the limit.
void copyValue(CborReader& in, CborWriter& out, int depth) {
    require(depth <= limits::cborDepth, "nothing is deeper than the limit");
    switch (in.peek()) {
    case CborReader::Kind::UnsignedInteger:
        out.unsignedInteger(in.unsignedInteger());
        break;
    case CborReader::Kind::Bytes:
        out.bytes(in.bytes());
        break;
    case CborReader::Kind::Text:
        out.text(in.text());
        break;
    case CborReader::Kind::Boolean:
        out.boolean(in.boolean());
        break;
    case CborReader::Kind::Null:
        require(in.takeNull(), "what looks like null is null");
        out.null();
        break;
    case CborReader::Kind::Array: {
        quint64 left = in.array();
        for (out.array(left); left > 0; --left) {
            copyValue(in, out, depth + 1);
        }
        break;
    }
    case CborReader::Kind::Map: {
        quint64 left = in.map();
        for (out.map(left); left > 0; --left) {
            out.unsignedInteger(in.unsignedInteger());
            copyValue(in, out, depth + 1);
        }
        break;
    }
    case CborReader::Kind::Fault:
        require(false, "what was passed has no fault");
    }
}

void readWhole(QByteArrayView given) {
    CborReader in(given);
    in.skip();
    require(isCanonicalMap(given) == (in.finished() && CborReader(given).peek() == CborReader::Kind::Map),
            "a canonical map is a map that can be passed");
    if (in.finished()) {
        CborReader again(given);
        CborWriter out;
        copyValue(again, out, 0);
        require(again.finished() && out.take() == given, "a value has one encoding");
    }
}

void ask(QByteArrayView questions, QByteArrayView given) {
    CborReader in(given);
    for (const char one : questions) {
        const bool wasOk = in.ok();
        switch (quint8(one) % 9) {
        case 0:
            require(in.array() <= quint64(limits::cborItems), "no array is over the limit");
            break;
        case 1:
            require(in.map() <= quint64(limits::cborItems), "no map is over the limit");
            break;
        case 2:
            in.arrayOf(quint8(one) / 9);
            break;
        case 3:
            require(in.unsignedInteger() <= limits::largestInteger, "no number is over the limit");
            break;
        case 4:
            require(in.bytes().size() <= given.size(), "no bytes but those given");
            break;
        case 5:
            in.text();
            break;
        case 6:
            in.boolean();
            break;
        case 7:
            in.takeNull();
            break;
        default:
            in.skip(quint8(one) / 9);
        }
        require(wasOk || !in.ok(), "a fault stays");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    if (in.choice(2) == 0) {
        readWhole(in.rest());
    } else {
        const QByteArrayView questions = in.take(in.choice(64));
        ask(questions, in.rest());
    }
    return 0;
}
