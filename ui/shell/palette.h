// The command palette: everything that can be done or gone to, by its name in either language.
#pragma once

#include "journal/journal.h"
#include "ui/shell/palettesearch.h"
#include "ui/shell/sheet.h"

class QListWidget;

namespace bongsu {

class Actions;
class ComposerField;

class Palette : public Sheet {
    Q_OBJECT

  public:
    // In the other language than the source's: "" where that is not known.
    using InKorean = std::function<QString(const char* context, const char* english)>;

    Palette(QWidget* page, Journal& journal, const Theme& theme, InKorean inKorean);

    // What `actions` can do now, and what can be gone to from `log` (nothing: from no incident).
    void openFor(Actions& actions, const std::optional<LogId>& log);
    ComposerField& field() { return *m_field; }
    QListWidget& list() { return *m_list; }

  Q_SIGNALS:
    void incidentChosen(const bongsu::LogId& log);
    void nameChosen(const QString& name); // a person's, a service's or a site's

  protected:
    void changeEvent(QEvent* event) override;
    void fit() override;

  private:
    void name();
    void addActions(Actions& actions);
    void addIncidents(const std::optional<LogId>& log);
    void addNames(const LogId& log);
    void search();
    void shift(int by);
    void run();

    Journal& m_journal;
    const Theme& m_look;
    InKorean m_inKorean;
    std::vector<PaletteEntry> m_entries;
    std::vector<std::size_t> m_shown; // places in m_entries
    ComposerField* m_field;
    QListWidget* m_list;
    QLabel* m_none;
};

} // namespace bongsu
