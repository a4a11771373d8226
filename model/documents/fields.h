// A map of a file by its keys: each value as what it is to be, and a fault where it is not.
#pragma once

#include "documents/yamltree.h"
#include "domain/base/localtext.h"
#include "domain/base/moment.h"

#include <QStringList>

#include <initializer_list>

namespace bongsu {

enum class Need { Required, Optional };

struct Range {
    quint64 least;
    quint64 most;
};
inline constexpr Range minutesOfAYear{1, 525'600};

// A name in a list, and where it stands.
struct Reference {
    QString name;
    Position position;
};

class Fields {
  public:
    // `known` are all keys that may stand here; others are said at once. What is no map has no fields, and
    // none of them is missed.
    Fields(const YamlNode& node, const QString& called, std::initializer_list<const char16_t*> known,
           Faults& faults);

    bool has(QStringView key) const { return entry(key) != nullptr; }
    // Where the value stands; the map where the key is absent.
    Position positionOf(QStringView key) const;

    // Each is empty where the key is absent or what stands there is not that; a required one is missed.
    QString text(QStringView key, Need need);
    QString name(QStringView key, Need need); // keytext.h
    LocalText localText(QStringView key, Need need);
    std::optional<quint64> number(QStringView key, Range range, Need need);
    std::optional<Millis> minutes(QStringView key, Range range, Need need);
    bool yesOrNo(QStringView key); // absent: no
    // None of a list that holds more than `most`, which is said; a required one holds something.
    std::vector<const YamlNode*> list(QStringView key, int most, Need need = Need::Optional);
    std::vector<Reference> names(QStringView key, int most); // of each one
    std::vector<LocalText> localTexts(QStringView key, int most, Need need = Need::Optional);
    // As it stands in the file, none where it is absent, empty or faulty.
    const YamlNode* value(QStringView key, Need need);
    void say(QStringView key, FaultCode code, const QString& word, const QString& other = {});

  private:
    const YamlEntry* entry(QStringView key) const;

    const YamlNode& m_node;
    Faults& m_faults;
    QStringList m_meant; // keys that are there, but mistyped: said already
};

// What an item of a list called `called` is to be; empty where it is not.
QString textOf(const YamlNode& node, QStringView called, Faults& faults);
QString nameOf(const YamlNode& node, QStringView called, Faults& faults);
// A map of languages, or one text for both.
LocalText localTextOf(const YamlNode& node, QStringView called, Faults& faults);

std::vector<QString> namesIn(const std::vector<Reference>& references);

// Who refers to whom, in the order written.
using ReferenceGraph = std::vector<std::pair<QString, std::vector<Reference>>>;
// Says each circle at the reference that closes it.
void sayCircles(const ReferenceGraph& graph, FaultCode code, Faults& faults);

} // namespace bongsu
