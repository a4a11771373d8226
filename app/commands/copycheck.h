// Whether a copy of a signed document is what was issued: for `verify --report`.
#pragma once

#include "cli/output.h"
#include "domain/log/texts.h"
#include "domain/retro/issued.h"

namespace bongsu {

// The bytes of a copy. Failure disk; refusal too_large: no document that was issued is as large.
Result<QByteArray> copyIn(const QString& path);

// Takes the entries of an organisation's and of an incident's log as they were verified.
class CopyCheck {
  public:
    void take(const Ledger& ledger, const KeptEntry& kept, const Accepted& accepted);
    // Says what the copy is; exit codes done and not verified. The last line of whatever is not what was
    // issued:
    // {"bad":{"report":n,"from":byte,"to":byte,"why":…}}, n being the number of the document that it is
    // nearest to.
    int judge(Output& output, const Ledger& ledger, const LogId& log, const QByteArray& copy) const;

  private:
    int same(Output& output, const Ledger& ledger, const LogId& log, const CopyJudgement& found) const;

    CopyProof m_proof;
    Texts m_texts; // for the names of those who signed
};

} // namespace bongsu
