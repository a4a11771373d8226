// What is wrong with a manual, a catalogue or a roster that people wrote, as a sentence for them.
#pragma once

#include "domain/base/documentfault.h"

namespace bongsu {

// Where it is, what is wrong, what to do: "Line 12, column 5: …", in the language installed. Never empty.
QString sentence(const DocumentFault& fault);

} // namespace bongsu
