#include "wording/manualnames.h"

#include "domain/manual/failuretype.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

struct SeatName {
    QStringView key;
    const char* english;
};

constexpr std::array seatNames{
    SeatName{u"commander", QT_TRANSLATE_NOOP("Seat", "incident commander")},
    SeatName{u"communications", QT_TRANSLATE_NOOP("Seat", "communications")},
    SeatName{u"recovery", QT_TRANSLATE_NOOP("Seat", "recovery lead")},
    SeatName{u"liaison", QT_TRANSLATE_NOOP("Seat", "liaison to authorities")},
    SeatName{u"scribe", QT_TRANSLATE_NOOP("Seat", "scribe")},
    SeatName{u"security", QT_TRANSLATE_NOOP("Seat", "security watch")},
    SeatName{u"customer-data", QT_TRANSLATE_NOOP("Seat", "customer data check")},
    SeatName{u"customer-support", QT_TRANSLATE_NOOP("Seat", "customer support")},
    SeatName{u"facilities", QT_TRANSLATE_NOOP("Seat", "facilities")},
    SeatName{u"network", QT_TRANSLATE_NOOP("Seat", "network")},
    SeatName{u"database", QT_TRANSLATE_NOOP("Seat", "database")},
    SeatName{u"deployment", QT_TRANSLATE_NOOP("Seat", "deployment")},
    SeatName{u"legal", QT_TRANSLATE_NOOP("Seat", "legal")},
};

constexpr std::array failureTypeNames{QT_TRANSLATE_NOOP("FailureType", "loss of a whole data centre"),
                                      QT_TRANSLATE_NOOP("FailureType", "power or cooling"),
                                      QT_TRANSLATE_NOOP("FailureType", "network or load balancer"),
                                      QT_TRANSLATE_NOOP("FailureType", "faulty update or change"),
                                      QT_TRANSLATE_NOOP("FailureType", "operator's mistake"),
                                      QT_TRANSLATE_NOOP("FailureType", "database or storage"),
                                      QT_TRANSLATE_NOOP("FailureType", "external dependency"),
                                      QT_TRANSLATE_NOOP("FailureType", "security breach"),
                                      QT_TRANSLATE_NOOP("FailureType", "traffic surge"),
                                      QT_TRANSLATE_NOOP("FailureType", "natural disaster"),
                                      QT_TRANSLATE_NOOP("FailureType", "strike or terror")};
static_assert(failureTypeNames.size() == failureTypeKeys.size());

} // namespace

QString nameOfSeat(const QString& key) {
    const auto known = std::find_if(seatNames.begin(), seatNames.end(),
                                    [&](const SeatName& seat) { return key == seat.key; });
    return known == seatNames.end() ? key : QCoreApplication::translate("Seat", known->english);
}

QString nameOfSeat(const QString& key, const Manual* manual) {
    const ManualSeat* seat = manual ? manual->seat(key) : nullptr;
    return seat && !seat->name.isEmpty() ? seat->name.in(languageInstalled()) : nameOfSeat(key);
}

QString nameOfFailureType(const QString& key) {
    const auto type = failureTypeOf(key);
    return type ? QCoreApplication::translate("FailureType", failureTypeNames[std::size_t(*type) - 1]) : key;
}

Language languageInstalled() {
    const QString language =
        QCoreApplication::translate("Language", "en", "the language installed: ko or en");
    return language == QLatin1String("ko") ? Language::Korean : Language::English;
}

} // namespace bongsu
