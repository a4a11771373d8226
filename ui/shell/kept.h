// What somebody has typed and chosen in a window and where the focus was, kept while the window is made anew.
#pragma once

#include <QString>

#include <map>
#include <optional>

class QWidget;

namespace bongsu {

class Kept {
  public:
    // `content`: all that will be made anew.
    explicit Kept(const QWidget& content);
    // Into the controls of the same names; what is not there any more is passed over.
    void giveBack(QWidget& content) const;

  private:
    // Controls are known by what a screen reader calls them, and by their order among those called alike.
    using Name = std::pair<QString, int>;
    struct Typed {
        QString text;
        int cursor;
    };

    std::map<Name, Typed> m_typed;
    std::map<Name, QString> m_chosen; // rows of lists, by what is said of them
    std::optional<Name> m_focus;
};

} // namespace bongsu
