// The files that people write by hand, as YAML: the first byte says whose reader.
#include "fuzzing.h"

#include "documents/cataloguefile.h"
#include "documents/channelsfile.h"
#include "documents/committeefile.h"
#include "documents/dutiesfile.h"
#include "documents/manualfile.h"
#include "documents/noticesfile.h"
#include "documents/retrofile.h"
#include "domain/base/limits.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

namespace {

template <class Document>
void read(const tl::expected<Document, std::vector<DocumentFault>>& document, QByteArrayView given) {
    if (document) {
        require(given.size() <= limits::documentBytes, "no document is over its limit");
        return;
    }
    const auto& faults = document.error();
    require(!faults.empty() && faults.size() <= std::size_t(limits::documentFaults) + 1,
            "what is not read has faults, and not too many");
    const auto lines = 1 + given.count('\n') + given.count('\r');
    for (const DocumentFault& fault : faults) {
        require(fault.code >= FaultCode::TooLarge && fault.code <= FaultCode::Last, "a fault has a code");
        require(fault.line >= 1 && fault.line <= lines && fault.column >= 1,
                "a fault has a place in the file");
    }
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int which = in.choice(8);
    const QByteArrayView given = in.rest();
    switch (which) {
    case 0:
        read(readManual(given, nullptr), given);
        break;
    case 1:
        read(readCatalogue(given), given);
        break;
    case 2:
        read(readChannels(given), given);
        break;
    case 3:
        read(readCommittee(given), given);
        break;
    case 4:
        read(readDuties(given), given);
        break;
    case 5:
        read(readNotices(given), given);
        break;
    case 6:
        read(readFirstNotice(given), given);
        break;
    default:
        read(readRetroProcess(given), given);
    }
    return 0;
}
