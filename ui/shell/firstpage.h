// The first page of an empty program: three ways in, each with its key and one sentence.
#pragma once

#include "ui/shell/actions.h"
#include "ui/shell/connection.h"
#include "ui/shell/hosting.h"
#include "ui/style/labels.h"

#include <QWidget>

namespace bongsu {

class FoundForm;
class JoinForm;

// One way: a key, a heading and its sentence; the way chosen shows what it asks for.
class Way : public QWidget {
    Q_OBJECT

  public:
    // `form` may be nothing: then the way is gone at once.
    Way(const Theme& theme, const QString& key, QWidget* form, QWidget* parent);
    void setWords(const QString& heading, const QString& sentence);
    void setOpen(bool open);

  Q_SIGNALS:
    void chosen();

  private:
    KeyHint* m_heading;
    QLabel* m_sentence;
    QWidget* m_form;
};

class FirstPage : public QWidget {
    Q_OBJECT

  public:
    // `hosting` nothing: there is only the way of the invite.
    FirstPage(Connection& connection, Hosting* hosting, const Theme& theme, QWidget* parent = nullptr);
    Actions& actions() { return *m_actions; }

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void build(const Theme& theme);
    void addKeys();
    void name();
    void choose(Way* way);
    void lookAround();

    Connection& m_connection;
    Hosting* m_hosting;
    Actions* m_actions;
    JoinForm* m_join;
    FoundForm* m_found = nullptr;
    QLabel* m_title;
    Way* m_joining;
    Way* m_founding = nullptr;
    Way* m_looking = nullptr;
    QLabel* m_message;
    bool m_opening = false; // the drill
};

} // namespace bongsu
