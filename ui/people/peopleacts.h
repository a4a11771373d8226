// The organisation's people: how each is reached, of which department they are, where they work. Everybody
// describes themselves; commanders describe anybody.
#pragma once

#include "ui/board/pageacts.h"

namespace bongsu {

class PeopleActs : public PageActs {
    Q_OBJECT

  public:
    // The documents of `parts` must be there.
    PeopleActs(const WindowParts& parts, ChoiceSheet& sheet, QObject* page);

    void choosePerson(); // whom to describe; the viewer first

  private:
    void chooseWhat(const PersonId& person);
    void askContacts(const PersonId& person);
    void askDepartment(const PersonId& person);
    void askSite(const PersonId& person);
    // One of these, or none of them; a line to write where the catalogue knows none.
    using Keys = std::vector<std::pair<QString, LocalText>>;
    void askKey(const QString& title, const QString& written, const Keys& keys,
                const std::optional<QString>& now,
                std::function<QString(const std::optional<QString>&)> take);
    QString describe(const PersonDescribed& facts, const Text& text);
    PersonDescribed factsOf(const PersonId& person) const;
    Text textOf(const PersonId& person) const;
    QString detailOf(const PersonId& person) const;

    QString m_said; // of what was recorded last, while the list is open
};

} // namespace bongsu
