// What a page must say above everything else: that there is no connection, no room on the disk, no one
// record.
#pragma once

#include "journal/histories.h"
#include "journal/journal.h"
#include "ui/shell/connection.h"
#include "ui/shell/hosting.h"
#include "ui/style/labels.h"

#include <QWidget>

#include <set>

class QPushButton;

namespace bongsu {

// One calm line over the page's width.
class Bar : public QWidget {
    Q_OBJECT

  public:
    enum class Tone { Calm, Alarming };
    Bar(const Theme& theme, Tone tone, QWidget* parent = nullptr);
    // Empty words hide it.
    void setWords(const QString& words, const QString& more = {});
    // What can be done about it, by a click. Empty: nothing, by this person.
    void setAct(const QString& label);
    QPushButton& act() const { return *m_act; }
    QString words() const { return m_words->isHidden() ? QString() : m_words->text(); }
    const QString& more() const { return m_more->words(); }

  Q_SIGNALS:
    void actAsked();

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    Tone m_tone;
    QLabel* m_words;
    ElidedLabel* m_more;
    QPushButton* m_act;
};

class Bars : public QWidget {
    Q_OBJECT

  public:
    // `hosting` nothing: this computer can keep no organisation.
    Bars(Journal& journal, Connection& connection, const Hosting* hosting, const Theme& theme,
         QWidget* parent = nullptr);
    const Bar& line() const { return *m_line; } // to the relay
    const Bar& store() const { return *m_store; }
    const Bar& record() const { return *m_record; }
    EpochCall epochCall() const;

  Q_SIGNALS:
    void epochAsked(bongsu::EpochCall call);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    void refreshLine();
    QString moreOf(const LinkStatus& link) const;
    void forgetWhatIsPast();

    Journal& m_journal;
    Connection& m_connection;
    const Hosting* m_hosting;
    std::optional<Failure> m_storeFailure;
    UndecidedForks m_forks;
    bool m_isForked = false;
    Verdict m_mayNotAnswer; // a call for an epoch
    std::map<LogId, std::pair<quint64, Refusal>> m_stopped;
    Bar* m_line;
    Bar* m_store;
    Bar* m_record;
};

// "비상 서버 연결 · 미전송 1"
class LinkLabel : public QLabel {
    Q_OBJECT

  public:
    LinkLabel(Journal& journal, Connection& connection, QWidget* parent = nullptr);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();

    Journal& m_journal;
    Connection& m_connection;
};

} // namespace bongsu
