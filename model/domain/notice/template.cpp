#include "domain/notice/template.h"

#include <algorithm>

namespace bongsu {

namespace {

template <class T>
bool contains(const std::vector<T>& all, const T& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

std::set<QString> spaced(const char* words) {
    const QStringList list = QString::fromLatin1(words).split(u' ');
    return {list.begin(), list.end()};
}

} // namespace

const NoticeTemplate* NoticeTemplates::of(NoticeStep step, Audience audience,
                                          const QString& failureType) const {
    const NoticeTemplate* general = nullptr;
    for (const NoticeTemplate& one : templates) {
        if (one.step != step || !contains(one.audiences, audience)) {
            continue;
        }
        if (!failureType.isEmpty() && contains(one.failureTypes, failureType)) {
            return &one;
        }
        if (one.failureTypes.empty() && !general) {
            general = &one;
        }
    }
    return general;
}

const std::set<QString>& noticePlaces(bool isForStaffAlone) {
    static const std::set<QString> open = spaced(
        "sender services services_short feels since ended next cause suspected confirmed doing recovery "
        "contact link code corrects compensated criteria procedure");
    static const std::set<QString> all = [] {
        std::set<QString> places = spaced("internal commander meeting");
        places.insert(open.begin(), open.end());
        return places;
    }();
    return isForStaffAlone ? all : open;
}

} // namespace bongsu
