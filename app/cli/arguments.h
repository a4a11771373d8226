// The words of a command line: positional ones in order, options by name, everything known beforehand.
#pragma once

#include <QMap>
#include <QStringList>

#include <optional>

namespace bongsu {

// What a command takes. An option ending in '=' wants a value; one given twice collects both.
struct Usage {
    QString line;        // for people: "note INCIDENT TEXT|- [--occurred-at ISO]"
    int fewest = 0;      // positional words
    int most = 0;        // -1: any number
    QStringList options; // "reason=", "off"
};

class Arguments {
  public:
    // Nothing, with what is wrong in `fault`, if the words do not fit.
    static std::optional<Arguments> parse(const QStringList& words, const Usage& usage, QString& fault);

    int count() const { return int(m_words.size()); }
    QString at(int index) const { return m_words.value(index); }
    QStringList from(int index) const { return m_words.mid(index); }
    bool has(const QString& option) const { return m_options.contains(option); }
    // The last one given.
    std::optional<QString> value(const QString& option) const;
    QStringList values(const QString& option) const { return m_options.value(option); }

  private:
    QStringList m_words;
    QMap<QString, QStringList> m_options;
};

} // namespace bongsu
