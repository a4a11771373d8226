// HTML written element by element: every text is escaped and every element closed, by construction.
#pragma once

#include <QString>

#include <initializer_list>
#include <utility>
#include <vector>

namespace bongsu {

using Attribute = std::pair<QLatin1String, QString>;
using Attributes = std::initializer_list<Attribute>;

// & < > " ' as references.
QString escaped(QStringView text);

class Html {
  public:
    // Attributes whose value is null are left out; an empty one stands as name="".
    void open(QLatin1String element, Attributes attributes = {});
    void close();
    void text(QStringView text);
    // An element with nothing but text in it.
    void element(QLatin1String element, Attributes attributes, QStringView text);
    // One that has no end (meta, link).
    void empty(QLatin1String element, Attributes attributes);
    // Style sheets only: what may not be escaped.
    void style(QStringView css);

    // Everything has been closed.
    QByteArray bytes() const;
    QString inner() const; // the same as a part of another page

  private:
    void begin(QLatin1String element, Attributes attributes);

    QString m_out{};
    std::vector<QLatin1String> m_open;
};

} // namespace bongsu
