#include "documents/lengthfield.h"

#include <array>

namespace bongsu {

namespace {

using Unit = DutyLength::Unit;

struct WrittenUnit {
    QStringView key;
    Range range;
    Unit unit;
    int each; // of these
};

constexpr std::array units{WrittenUnit{u"minutes", minutesOfAYear, Unit::Minutes, 1},
                           WrittenUnit{u"hours", {1, 8'784}, Unit::Minutes, 60},
                           WrittenUnit{u"days", {1, 366}, Unit::Days, 1},
                           WrittenUnit{u"months", {1, 36}, Unit::Months, 1}};

QString keysOf(const std::vector<WrittenUnit>& written) {
    QStringList keys;
    for (const WrittenUnit& one : written) {
        keys += one.key.toString();
    }
    return keys.join(QStringLiteral(", "));
}

} // namespace

std::optional<DutyLength> lengthIn(Fields& fields, QStringView key, Need need, Faults& faults) {
    const YamlNode* node = fields.value(key, need);
    if (!node) {
        return std::nullopt;
    }
    Fields length(*node, key.toString(), {u"minutes", u"hours", u"days", u"months"}, faults);
    std::vector<WrittenUnit> written;
    for (const WrittenUnit& unit : units) {
        if (length.has(unit.key)) {
            written.push_back(unit);
        }
    }
    if (written.size() > 1) { // which of them is meant would be a guess
        faults.add(node->position, FaultCode::NotOneOf, keysOf(written),
                   keysOf({units.begin(), units.end()}));
        return std::nullopt;
    }
    const WrittenUnit& unit = written.empty() ? units.back() : written.front();
    const auto count = length.number(unit.key, unit.range, Need::Required);
    return count ? std::optional(DutyLength{unit.unit, int(*count) * unit.each}) : std::nullopt;
}

} // namespace bongsu
