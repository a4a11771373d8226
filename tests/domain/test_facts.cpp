// Facts and text of every kind: there and back, cut, and altered everywhere.
#include "dice.h"

#include "domain/event/facts.h"
#include "domain/event/text.h"

#include <QTest>

#include <set>

using namespace bongsu;

namespace {

// Calls `visit.template operator()<T>()` for each kind there is.
template <std::size_t I = 0, class Visit>
void eachKind(const Visit& visit) {
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        using T = std::variant_alternative_t<I, AnyFacts>;
        if constexpr (requires { T::kind; }) {
            visit.template operator()<T>();
        }
        eachKind<I + 1>(visit);
    }
}

// Bodies in a list: no kind has them yet, but the next may.
struct Inner {
    quint64 number = 0;
    static constexpr auto fields() { return std::tuple{field(1, &Inner::number)}; }
};
struct Outer {
    std::vector<Inner> list{};
    static constexpr auto fields() { return std::tuple{field(1, &Outer::list)}; }
};

// Whether what was read is what stands there: written again it is the same, or shorter by keys that this
// version does not know, which are passed over but held to the rules.
template <class Body>
bool isWrittenAgain(const Body& body, const QByteArray& bytes) {
    const QByteArray again = encodeBody(body);
    return again == bytes || (isCanonicalMap(bytes) && again.size() < bytes.size());
}

template <class Body>
void hammer(Dice& dice, const char* what) {
    for (int i = 0; i < 300; ++i) {
        const auto body = dice.value<Body>();
        const QByteArray bytes = encodeBody(body);
        const auto back = decodeBody<Body>(bytes);
        // 64 lists of 64 have more items than one value may.
        QVERIFY2(back.has_value() == isCanonicalMap(bytes), what);
        QVERIFY2(!back || isSame(*back, body), what);
        const QByteArray altered = dice.mutated(bytes);
        const auto other = decodeBody<Body>(altered);
        QVERIFY2(!other || isWrittenAgain(*other, altered), what);
        QVERIFY2(!other || isCanonicalMap(altered), what);
    }
    auto body = dice.value<Body>();
    while (encodeBody(body).size() > 250) {
        body = dice.value<Body>();
    }
    const QByteArray bytes = encodeBody(body);
    for (qsizetype size = 0; size < bytes.size(); ++size) {
        QVERIFY2(!decodeBody<Body>(bytes.first(size)), what);
    }
    QVERIFY2(!decodeBody<Body>(bytes + '\0'), what);
    eachAlteredByte(bytes, [&](const QByteArray& altered) {
        const auto other = decodeBody<Body>(altered);
        QVERIFY2(!other || (isWrittenAgain(*other, altered) && !isSame(*other, body)), what);
    });
}

} // namespace

class TestFacts : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void readsEveryKindInOneWay();
    void readsTextInOneWay();
    void needsEveryRequiredField();
    void passesOverNewFields();
    void refusesWordsOutsideTheirVocabulary();
    void refusesLongLists();
    void holdsUnknownFieldsToTheRules();
    void countsDepthThroughLists();
    void tellsUnknownFromMalformed();
    void namesEveryKindOnce();
    void knowsTheKindsThatNameBlobs();
};

void TestFacts::readsEveryKindInOneWay() {
    Dice dice(21);
    eachKind([&]<class T>() {
        hammer<T>(dice, T::kind.name);
        const T body = dice.value<T>();
        const Facts back = decodeFacts(T::kind.name, T::kind.version, encodeFacts(Facts(body)));
        if (isCanonicalMap(encodeBody(body))) {
            QVERIFY2(std::holds_alternative<T>(back), T::kind.name);
            QVERIFY2(encodeFacts(back) == encodeBody(body), T::kind.name);
        }
    });
}

void TestFacts::readsTextInOneWay() {
    Dice dice(22);
    hammer<Text>(dice, "text");
}

// Each key of a full body left out in turn.
void TestFacts::needsEveryRequiredField() {
    Dice dice(23);
    eachKind([&]<class T>() {
        std::apply(
            [&](const auto&... f) {
                const auto without = [&](const auto& one) {
                    T body = dice.value<T>();
                    using Member = std::remove_cvref_t<decltype(body.*one.member)>;
                    CborWriter out;
                    out.map(sizeof...(f) - 1);
                    const auto write = [&](const auto& other) {
                        using Other = std::remove_cvref_t<decltype(body.*other.member)>;
                        if (other.key != one.key) {
                            if constexpr (fields::IsOptional<Other>::value) {
                                body.*other.member = dice.value<typename Other::value_type>();
                            }
                            out.unsignedInteger(other.key);
                            fields::writeValue(out, body.*other.member);
                        }
                    };
                    (write(f), ...);
                    const QByteArray bytes = out.take();
                    if (isCanonicalMap(bytes)) {
                        QVERIFY2(decodeBody<T>(bytes).has_value() == fields::IsOptional<Member>::value,
                                 T::kind.name);
                    }
                };
                (without(f), ...);
            },
            T::fields());
    });
}

void TestFacts::passesOverNewFields() {
    // A note with a field 99 of a later program, in the body and in its line.
    const QByteArray note = QByteArray::fromHex("a3"
                                                "01a21863f5186400"
                                                "0201"
                                                "186383010203");
    const auto read = decodeBody<NoteAdded>(note);
    QVERIFY(read);
    QVERIFY(read->noteKind == NoteKind::Observation);
    QVERIFY(!decodeBody<NoteAdded>(QByteArray::fromHex("a3"
                                                       "01a21863f5186300"
                                                       "0201"
                                                       "186383010203")));
}

void TestFacts::refusesWordsOutsideTheirVocabulary() {
    const auto readsGrade = [](const char* grade) {
        return decodeBody<GradeChanged>(QByteArray::fromHex("a201") + QByteArray::fromHex(grade) +
                                        QByteArray::fromHex("025820") + QByteArray(32, 'a'))
            .has_value();
    };
    QVERIFY(!readsGrade("00") && readsGrade("01") && readsGrade("05") && !readsGrade("06"));
    QVERIFY(!readsGrade("190101") && !readsGrade("1a00010001") && !readsGrade("1b0000000100000001"));
    QVERIFY(!readsGrade("f5") && !readsGrade("4101") && !readsGrade("20"));
}

void TestFacts::refusesLongLists() {
    ReadersSet readers;
    readers.added.assign(std::size_t(limits::listItems), PersonId::zeros());
    QVERIFY(decodeBody<ReadersSet>(encodeBody(readers)));
    readers.added.push_back(PersonId::zeros());
    QVERIFY(!decodeBody<ReadersSet>(encodeBody(readers)));
}

// What stands under an unknown key is as deep, as sorted and as many as anything else: also inside of a
// field.
void TestFacts::holdsUnknownFieldsToTheRules() {
    const auto withUnknown = [](const QByteArray& inBody, const QByteArray& inLine) {
        return decodeBody<NoteAdded>(QByteArray::fromHex("a301a11863") + inLine +
                                     QByteArray::fromHex("02011863") + inBody)
            .has_value();
    };
    const auto nested = [](int arrays) { return QByteArray(arrays - 1, '\x81') + '\x80'; };
    const QByteArray zero(1, '\0');
    QVERIFY(withUnknown(zero, zero));
    QVERIFY(withUnknown(nested(7), zero)); // the body is the first of eight
    QVERIFY(!withUnknown(nested(8), zero));
    QVERIFY(withUnknown(zero, nested(6))); // and its line the second
    QVERIFY(!withUnknown(zero, nested(7)));
    for (const char* bad :
         {"20", "1800", "f90000", "c000", "a201000000", "6365cc81", "9fff", "f7", "a1616100"}) {
        QVERIFY(!withUnknown(QByteArray::fromHex(bad), zero));
        QVERIFY(!withUnknown(zero, QByteArray::fromHex(bad)));
    }
}

void TestFacts::countsDepthThroughLists() {
    const auto reads = [](int arrays) {
        return decodeBody<Outer>(QByteArray::fromHex("a10181a201001863") + QByteArray(arrays - 1, '\x81') +
                                 '\x80')
            .has_value();
    };
    QVERIFY(reads(5)); // in a body, in a list, in a body
    QVERIFY(!reads(6));
    Dice dice(24);
    hammer<Outer>(dice, "bodies in a list");
}

void TestFacts::tellsUnknownFromMalformed() {
    const QByteArray erased = encodeBody(Erased{EventId::zeros()});
    QVERIFY(std::holds_alternative<Erased>(decodeFacts("event.erased", 1, erased)));
    QVERIFY(std::holds_alternative<MalformedFacts>(decodeFacts("event.erased", 1, "nonsense")));
    QVERIFY(std::holds_alternative<MalformedFacts>(decodeFacts("event.erased", 1, {})));
    QVERIFY(std::holds_alternative<UnknownFacts>(decodeFacts("event.erased", 2, erased)));
    QVERIFY(std::holds_alternative<UnknownFacts>(decodeFacts("event.erase", 1, erased)));
    QVERIFY(std::holds_alternative<UnknownFacts>(decodeFacts({}, 1, erased)));
    QVERIFY(!kindInfo("event.erased", 2) && !kindInfo("nothing", 1));
}

void TestFacts::namesEveryKindOnce() {
    std::set<std::pair<QByteArray, quint64>> names;
    eachKind([&]<class T>() {
        QVERIFY2(names.insert({T::kind.name, T::kind.version}).second, T::kind.name);
        QVERIFY2(QByteArray(T::kind.name).size() <= limits::kindBytes, T::kind.name);
        const auto info = kindInfo(T::kind.name, T::kind.version);
        QVERIFY2(info && info->critical == T::kind.critical && info->log == T::kind.log, T::kind.name);
        QVERIFY2(QByteArray(kindOf(Facts(T{})).name) == T::kind.name, T::kind.name);
    });
    QCOMPARE(names.size(), std::variant_size_v<AnyFacts> - 2);
}

void TestFacts::knowsTheKindsThatNameBlobs() {
    int naming = 0;
    eachKind([&]<class T>() {
        const bool names = blobNamedBy(Facts(T{})).has_value();
        QVERIFY2(namesBlob(T::kind.name) == names, T::kind.name);
        naming += names ? 1 : 0;
    });
    QVERIFY(naming > 0);
    QVERIFY(!namesBlob("tea.brewed"));
}

QTEST_APPLESS_MAIN(TestFacts)
#include "test_facts.moc"
