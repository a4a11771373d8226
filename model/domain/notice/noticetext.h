// The exact texts of a notice, as a desktop rendered them and people approved them: one for each channel and
// language. The relay sends these bytes and renders nothing.
#pragma once

#include "domain/base/localtext.h"
#include "domain/event/noticewords.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace bongsu {

struct Variable {
    QString name;
    QString value;
    friend bool operator==(const Variable&, const Variable&) = default;
};

struct NoticeText {
    QString channel;
    Audience audience = Audience::Users;
    Language language = Language::Korean;
    QString title{};                   // where the channel has one: mail's subject, a page's heading
    QString body{};                    // sentences, a line each where the channel shows lines
    std::vector<Disclosure> tells{};   // what of the statutory three stands in it
    std::vector<Variable> variables{}; // of a form approved elsewhere (알림톡), in the order of their names
    friend bool operator==(const NoticeText&, const NoticeText&) = default;
};

// How a service stands by what the notice says: a status page shows this and nothing that nobody was told.
struct AffectedService {
    QString service; // of the catalogue
    ServiceState state = ServiceState::Unknown;
    friend bool operator==(const AffectedService&, const AffectedService&) = default;
};

struct NoticeTexts {
    NoticeStep step = NoticeStep::Investigating;
    std::vector<NoticeText> texts{};         // in the order of their channels
    QString code{};                          // the short public code that anyone can look up on the page
    std::vector<AffectedService> affected{}; // in the order of the catalogue
    friend bool operator==(const NoticeTexts&, const NoticeTexts&) = default;

    std::vector<const NoticeText*> of(const QString& channel) const;
};

// The blob that a notice names. Bytes of a fixed form (docs/format.md): equal texts give equal bytes.
QByteArray encodeNoticeTexts(const NoticeTexts& texts);
// Nothing for anything that is not exactly of that form.
std::optional<NoticeTexts> decodeNoticeTexts(QByteArrayView bytes);

} // namespace bongsu
