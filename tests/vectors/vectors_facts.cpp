#include "vectors/bodies.h"
#include "vectors/vectors.h"

#include "domain/event/facts.h"
#include "domain/event/text.h"

namespace bongsu::vectors {

namespace {

template <class Body>
Body example(Filler::Style style) {
    Body body;
    Filler(style).fill(body);
    return body;
}

template <class Body>
void addCases(Cases& cases, const QString& name, const QJsonObject& says, const Body& full) {
    const auto minimal = example<Body>(Filler::Style::Minimal);
    const auto accept = [&](const QString& which, const Body& body) {
        QJsonObject with = says;
        with.insert(QStringLiteral("says"), toJson(body));
        cases.accept(name + u' ' + which, encodeBody(body), with);
    };
    accept(QStringLiteral("full"), full);
    accept(QStringLiteral("minimal"), minimal);
    beyond(encodedFields(full), [&](const QString& what, const QByteArray& bytes) {
        QJsonObject with = says;
        with.insert(QStringLiteral("says"), toJson(full));
        with.insert(QStringLiteral("beyond"), true);
        cases.accept(name + QStringLiteral(": ") + what, bytes, with);
    });
    almost(encodedFields(full), [&](const QString& what, const QByteArray& bytes) {
        cases.reject(name + QStringLiteral(": ") + what, bytes, says);
    });
}

template <class Body>
void addCases(Cases& cases, const QString& name, const QJsonObject& says) {
    addCases(cases, name, says, example<Body>(Filler::Style::Full));
}

template <std::size_t I = 0>
void addKinds(Cases& cases) {
    if constexpr (I < std::variant_size_v<AnyFacts>) {
        using Body = std::variant_alternative_t<I, AnyFacts>;
        if constexpr (fields::HasFields<Body>) {
            const QString name = QString::fromLatin1(Body::kind.name);
            const QJsonObject says{{"kind", name},
                                   {"version", qint64(Body::kind.version)},
                                   {"critical", Body::kind.critical},
                                   {"log", Body::kind.log == LogType::Organisation ? QStringLiteral("O")
                                           : Body::kind.log == LogType::Incident   ? QStringLiteral("I")
                                                                                   : QStringLiteral("A")}};
            auto full = example<Body>(Filler::Style::Full);
            if constexpr (std::is_same_v<Body, PersonDescribed>) { // what was added since it was frozen
                addCases<Body>(cases, name + QStringLiteral(" at a site"), says, full);
                full.site.reset();
            }
            addCases<Body>(cases, name, says, full);
        }
        addKinds<I + 1>(cases);
    }
}

// A note whose line holds a key from a later program, with a value so many arrays deep.
QByteArray noteWithDeepLine(int arrays) {
    CborWriter out;
    out.map(2).unsignedInteger(1).map(1).unsignedInteger(1000);
    QByteArray bytes = out.take() + QByteArray(arrays - 1, '\x81') + '\x80';
    CborWriter kind;
    kind.unsignedInteger(2).unsignedInteger(1);
    return bytes + kind.take();
}

} // namespace

QJsonObject factsVectors() {
    Cases cases;
    addKinds(cases);
    const QJsonObject note{{"kind", QString::fromLatin1(NoteAdded::kind.name)},
                           {"version", 1},
                           {"critical", false},
                           {"log", QStringLiteral("I")}};
    QJsonObject deep = note;
    deep.insert(QStringLiteral("beyond"), true);
    deep.insert(QStringLiteral("says"), QJsonObject{{"1", QJsonObject()}, {"2", 1}});
    cases.accept(QStringLiteral("note.added: eight deep through its line"), noteWithDeepLine(6), deep);
    cases.reject(QStringLiteral("note.added: nine deep through its line"), noteWithDeepLine(7), note);
    return cases.toJson();
}

QJsonObject textVectors() {
    Cases cases;
    // What the text had when the format was frozen, then what was added since.
    auto text = example<Text>(Filler::Style::Full);
    Text attached;
    attached.text = text.text;
    attached.fileName = std::exchange(text.fileName, std::nullopt);
    attached.blobSalt = std::exchange(text.blobSalt, std::nullopt);
    attached.thumbnail = std::exchange(text.thumbnail, std::nullopt);
    Text spokenInvite;
    spokenInvite.spokenRest = std::exchange(text.spokenRest, std::nullopt);
    Text promise;
    promise.promised = std::exchange(text.promised, std::nullopt);
    Text contacts;
    contacts.contacts = std::exchange(text.contacts, std::nullopt);
    Text secret;
    secret.sealedSecret = std::exchange(text.sealedSecret, std::nullopt);
    addCases<Text>(cases, QStringLiteral("text"), {}, text);
    addCases<Text>(cases, QStringLiteral("text of an attachment"), {}, attached);
    addCases<Text>(cases, QStringLiteral("text of a spoken invite"), {}, spokenInvite);
    addCases<Text>(cases, QStringLiteral("text of a promise"), {}, promise);
    addCases<Text>(cases, QStringLiteral("text of contacts"), {}, contacts);
    addCases<Text>(cases, QStringLiteral("text of a secret"), {}, secret);
    return cases.toJson();
}

} // namespace bongsu::vectors
