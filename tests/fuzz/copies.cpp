// A copy of a signed document, held against what was issued.
#include "fuzzing.h"

#include "domain/incident/attachment.h"
#include "domain/retro/issued.h"

#include <algorithm>

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const QByteArrayView original = in.piece();
    const QByteArrayView copy = in.rest();
    if (original.isEmpty()) {
        return 0;
    }
    RetroIssued issued;
    issued.blob = blobIdOf(Salt::zeros(), original);
    issued.size = quint64(original.size());
    issued.pieceSize = retroPieceSize(issued.size);
    issued.pieces = retroPieces(original, issued.pieceSize, Salt::zeros());
    require(!differenceOf(original, issued, Salt::zeros()), "the document is its own copy");
    const auto difference = differenceOf(copy, issued, Salt::zeros());
    require(difference.has_value() == (copy != original), "a copy that differs is found");
    if (difference) {
        const auto [mine, its] = std::mismatch(copy.begin(), copy.end(), original.begin(), original.end());
        require(difference->from <= quint64(mine - copy.begin()) && difference->from <= difference->to &&
                    difference->to <= quint64(copy.size()),
                "the difference begins where it is");
    }
    return 0;
}
