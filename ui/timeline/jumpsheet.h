// Where in the record to go: a time, a day, or a line's number.
#pragma once

#include "domain/base/clock.h"
#include "domain/incident/askedsearch.h"
#include "ui/shell/sheet.h"

#include <functional>

namespace bongsu {

class ComposerField;

class JumpSheet : public Sheet {
    Q_OBJECT

  public:
    JumpSheet(const Clock& clock, const Theme& theme, QWidget* page);

    // Times without a day are of the day looked at.
    void ask(Moment lookedAt);
    ComposerField& field() { return *m_field; }

  Q_SIGNALS:
    void placeChosen(const bongsu::AskedPlace& place);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    std::optional<AskedPlace> place() const;
    void understand();
    void choose();
    void name();

    const Clock& m_clock;
    Moment m_lookedAt{};
    ComposerField* m_field;
    QLabel* m_hint;
};

} // namespace bongsu
