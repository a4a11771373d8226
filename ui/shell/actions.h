// What people can do in a place, each with a name and a key: the foot shows some of it, the palette all.
#pragma once

#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

class QWidget;

namespace bongsu {

struct Action {
    // English, in the context "Action": QT_TRANSLATE_NOOP("Action", "Show three times"). Both languages are
    // searched by it, whatever the window speaks.
    const char* name;
    QKeySequence keys{}; // empty: by name only
    std::function<void()> run;
    // Why it cannot be done now, for people; empty words, or no function: it can.
    std::function<QString()> hindrance{};
    // Other words than the name's where it is shown, such as a language named in itself.
    std::function<QString()> label{};
    QKeySequence alsoKeys{};  // do the same, and are not shown
    bool whilePaused = false; // it changes nothing
};

QString labelOf(const Action& action); // in the language installed
QString keysOf(const Action& action);  // "Ctrl T"; empty without a key

class Actions : public QObject {
    Q_OBJECT

  public:
    // Keys work wherever the focus is in `place`, which also owns this.
    explicit Actions(QWidget* place);

    // Returns its number: they are kept in the order given.
    std::size_t add(Action action);
    const std::vector<Action>& all() const { return m_actions; }
    QString hindranceOf(const Action& action) const; // now; empty: it can be done
    // Nothing happens where it is hindered: `hindered` tells why.
    void run(std::size_t number);
    // Until resume() only what says so can be done; the others are hindered by this.
    void pause(std::function<QString()> why) { m_paused = std::move(why); }
    void resume() { m_paused = {}; }

  Q_SIGNALS:
    void hindered(const QString& why);

  private:
    QWidget* m_place;
    std::vector<Action> m_actions;
    std::function<QString()> m_paused;
};

} // namespace bongsu
