// The style sheet of documents in HTML (document.css).
#pragma once

#include <QStringView>

namespace bongsu {

QStringView documentStyle();

} // namespace bongsu
