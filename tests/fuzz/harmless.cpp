// What notices and catalogues say, on its way to the public status page.
#include "fuzzing.h"

#include "statuspage/harmless.h"

using namespace bongsu;
using namespace bongsu::fuzzing;

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Input in(data, size);
    const int characters = 1 + in.choice(100);
    const QString text = in.text();
    const QString many = harmlessText(text);
    require(harmlessText(many) == many, "what is harmless stays as it is");
    const QString line = harmlessLine(text);
    require(harmlessLine(line) == line && !line.contains(u'\n'), "a line is one line");
    const QString some = shortened(line, characters);
    require(shortened(some, characters) == some, "what is short stays as it is");
    require(some.size() <= characters * 16, "nothing is longer than it may be");
    const QString id = harmlessId(text);
    require(!id.isEmpty() && id.size() <= 64 && harmlessId(id) == id, "an id has one form");
    return 0;
}
