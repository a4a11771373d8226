// What windows stand on.
#pragma once

#include "journal/attachments.h"
#include "journal/documents.h"
#include "journal/journal.h"
#include "journal/noticedesk.h"
#include "journal/retrodesk.h"
#include "ui/shell/connection.h"
#include "ui/shell/hosting.h"
#include "ui/shell/inviting.h"
#include "ui/style/theme.h"

#include <functional>

namespace bongsu {

// All outlive the windows.
struct WindowParts {
    Journal& journal; // open
    Connection& connection;
    const Clock& clock;
    Theme& theme;
    Hosting* hosting = nullptr;         // nothing: this computer can keep no organisation
    Inviting* inviting = nullptr;       // nothing: nobody is invited from here
    Attachments* attachments = nullptr; // nothing: what was attached cannot be looked at here
    Documents* documents = nullptr;     // nothing: no manual is known here, and nobody is called by one
    NoticeDesk* notices = nullptr;      // nothing: users are told nothing from here
    RetroDesk* retro = nullptr;         // nothing: no retrospective is written here
    // The Korean of an English sentence, whatever the window speaks; "" or no function: not known.
    std::function<QString(const char* context, const char* english)> inKorean{};
};

} // namespace bongsu
