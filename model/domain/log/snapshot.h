// What was folded of all logs as bytes and back, so that an opening need not fold it again: the record stays
// the truth, and this is thrown away wherever it does not fit.
#pragma once

#include "domain/incident/recordindex.h"
#include "domain/log/texts.h"

namespace bongsu {

// The states, what may be looked up, the texts that screens read and the words that are searched. Equal ones
// give equal bytes. `version` says what a fold means: whoever folds otherwise gives another one.
QByteArray encodeSnapshot(const QByteArray& version, const Ledger& ledger, const Texts& texts,
                          const Records& records);

// Into what is empty. False: it is of another version, or not whole; what was given is of no use then.
// Nothing is verified: whoever keeps it seals it.
bool decodeSnapshot(QByteArrayView bytes, const QByteArray& version, Ledger& ledger, Texts& texts,
                    Records& records);

} // namespace bongsu
