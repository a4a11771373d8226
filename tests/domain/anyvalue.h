// A value of any plain struct or container, every member of it made by chance.
#pragma once

#include "domain/base/valuebytes.h"
#include "domain/dice.h"

namespace bongsu {

template <class T>
T anyValue(Dice& dice);

template <class T, class... Members>
T anyBraced(Dice& dice, std::type_identity<std::tuple<Members&...>>) {
    return T{anyValue<std::remove_const_t<Members>>(dice)...};
}

template <class T>
T anyContainer(Dice& dice) {
    T list;
    for (quint64 left = dice.below(4); left > 0; --left) {
        if constexpr (valuebytes::isOne<T, std::vector>) {
            list.push_back(anyValue<typename T::value_type>(dice));
        } else if constexpr (valuebytes::isOne<T, std::set>) {
            list.insert(anyValue<typename T::value_type>(dice));
        } else {
            list.emplace(anyValue<typename T::key_type>(dice), anyValue<typename T::mapped_type>(dice));
        }
    }
    return list;
}

template <class T>
T anyValue(Dice& dice) {
    using namespace valuebytes;
    if constexpr (isTime<T>) {
        return T(Millis(qint64(dice.number())));
    } else if constexpr (std::is_enum_v<T>) {
        return T(dice.below(5));
    } else if constexpr (std::is_same_v<T, bool>) {
        return dice.coin();
    } else if constexpr (std::is_arithmetic_v<T>) {
        return T(dice.number());
    } else if constexpr (isFixed<T> || std::is_same_v<T, QString> || std::is_same_v<T, QByteArray>) {
        return dice.value<T>();
    } else if constexpr (isOne<T, std::optional>) {
        return dice.coin() ? T(anyValue<typename T::value_type>(dice)) : T();
    } else if constexpr (isOne<T, std::pair>) {
        return T{anyValue<typename T::first_type>(dice), anyValue<typename T::second_type>(dice)};
    } else if constexpr (std::is_aggregate_v<T>) {
        return anyBraced<T>(dice, std::type_identity<decltype(memberwise::membersOf(std::declval<T&>()))>());
    } else {
        return anyContainer<T>(dice);
    }
}

} // namespace bongsu
