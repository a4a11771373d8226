// Which lines of the record are shown: all, decisions, what concerns me, or one kind, person or service.
#pragma once

#include "journal/journal.h"
#include "ui/style/theme.h"

#include <QPointer>
#include <QWidget>

class QMenu;
class QPushButton;

namespace bongsu {

class TimelineModel;

class FilterBar : public QWidget {
    Q_OBJECT

  public:
    explicit FilterBar(const Journal& journal, QWidget* parent = nullptr);

    // It filters this one; none: nothing.
    void follow(TimelineModel* model);

    void showAll();
    void showDecisions();
    void showWhatConcernsMe();
    void openMenu();

    // What is shown, in a few words; empty for all.
    QString words() const;

  Q_SIGNALS:
    void filtered(); // others are shown now

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void apply(const RecordFilter& filter, const QString& words);
    void fillMenu();
    void addKinds();
    void addPersons();
    void addServices();
    void name();
    void refresh();

    const Journal& m_journal;
    QPointer<TimelineModel> m_model; // gone with its page
    QString m_words;                 // of a filter chosen from the menu
    QPushButton* m_all;
    QPushButton* m_decisions;
    QPushButton* m_toMe;
    QMenu* m_menu;
};

} // namespace bongsu
