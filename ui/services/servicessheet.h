// Services and what blocks them: all of them with how they stand, and everything known of the chosen one.
#pragma once

#include "ui/services/recoveryhistory.h"
#include "ui/services/servicerows.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

#include <functional>

class QKeyEvent;

namespace bongsu {

class Halves;

class DetailsView;
class KeyLines;

class ServicesSheet : public Sheet {
    Q_OBJECT

  public:
    ServicesSheet(const WindowParts& parts, QWidget* page);

    void show(const LogId& log); // at the gravest service
    void refresh();              // the record has moved, or time has; nothing while it is closed
    QListView& list() { return *m_list; }
    const PanelModel& lines() const { return m_model; }
    QString shownWords() const; // all that is said of the chosen line

  Q_SIGNALS:
    // Of the chosen service; without one: of several, or of all of it.
    void stateAsked(const bongsu::ServiceKey& service);
    void hitAsked(const bongsu::ServiceKey& service);
    void expectedAsked(const bongsu::ServiceKey& service);
    void confirmAsked();
    void causeAsked();
    void blockedAsked();
    void unblockedAsked(const bongsu::EventId& blocker);
    void releaseAsked(); // work may go on somewhere

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    struct Key {
        KeyHint* hint;
        Qt::Key key;
        Qt::KeyboardModifiers modifiers;
    };
    void build();
    void addKey(const QString& cap, Qt::Key key, Qt::KeyboardModifiers modifiers, std::function<void()> act);
    void name();
    void act(); // Enter: what the chosen line is for
    void tell();
    const Key* keyOf(const QKeyEvent& event) const;
    const ServicesItem& chosen() const;

    WindowParts m_parts;
    std::optional<LogId> m_log;
    std::vector<ServicesRow> m_rows;
    QString m_chosen; // the key of its line, wherever that moves to
    PanelModel m_model;
    RecoveryHistory m_history;
    Halves* m_halves;
    QListView* m_list = nullptr;
    DetailsView* m_details;
    KeyLines* m_keyLines;
    std::vector<Key> m_keys; // the first is Enter
};

} // namespace bongsu
