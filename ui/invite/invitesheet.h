// Inviting somebody: what they may do, for how many and how long; then the picture, the line and eight words.
#pragma once

#include "journal/journal.h"
#include "ui/shell/inviting.h"
#include "ui/shell/sheet.h"

#include <array>

class QLineEdit;
class QPrinter;
class QPushButton;

namespace bongsu {

class Choices;
class QrPicture;
class GivenInvite;

class InviteSheet : public Sheet {
    Q_OBJECT

  public:
    InviteSheet(QWidget* page, const Theme& theme, Journal& journal, Inviting& inviting, const Clock& clock);

    // Where sealed envelopes are written; the user's documents unless told otherwise.
    void setFolder(const QString& folder) { m_folder = folder; }
    QString envelopeWords() const; // what became of the envelope asked for last

    // Begins anew, whatever was given before.
    void begin();
    // The same with a permission proposed; the least where it may not be given.
    void beginFor(Permission proposed);
    GivenInvite& given() { return *m_given; }

  protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void build();
    void name();
    void refresh();
    void invite();
    Result<QString> envelopeLine();
    void makeEnvelope();
    void printEnvelope(QPrinter& printer);
    void sayOfEnvelope(const Outcome& made, const QString& words);
    void showForm(bool form);
    std::optional<Permission> own() const;
    bool forMyself() const;
    Permission permission() const;
    void choose(Permission proposed);
    InviteBounds bounds() const;
    InviteTerms terms() const;

    Journal& m_journal;
    Inviting& m_inviting;
    const Clock& m_clock;
    QString m_folder;
    std::vector<Permission> m_invitable; // as offered, in order
    std::vector<quint64> m_uses;
    std::vector<Millis> m_times;
    QWidget* m_form;
    QWidget* m_buttons; // of the form
    QLabel* m_whoLabel;
    Choices* m_who;
    QLabel* m_permissionLabel;
    Choices* m_permission;
    QLabel* m_may;
    QLabel* m_usesLabel;
    Choices* m_usesChoice;
    QLabel* m_timeLabel;
    Choices* m_time;
    QLabel* m_spokenHint;
    QPushButton* m_make;
    QPushButton* m_envelope; // these two for whoever may make one
    QPushButton* m_printEnvelope;
    QLabel* m_envelopeMade;
    QLabel* m_trouble;
    GivenInvite* m_given;
};

// What was given: to be photographed, copied, or read out.
class GivenInvite : public QWidget {
    Q_OBJECT

  public:
    GivenInvite(Inviting& inviting, QWidget* parent);

    // `what`: whom it lets in and until when, in words.
    void show(const InviteGiven& given, const QString& what);
    void refresh(); // recorded meanwhile, another language
    QWidget* first() const;
    QString line() const;
    QStringList words() const { return m_words; }
    QString waiting() const; // what is said while it does not work yet; empty when it does

  private:
    void copy();

    Inviting& m_inviting;
    std::optional<InviteGiven> m_given;
    QStringList m_words; // as read out in the language of the window
    QrPicture* m_picture;
    QLabel* m_what;
    QLabel* m_waiting;
    QLabel* m_lineLabel;
    QLineEdit* m_line;
    QPushButton* m_copy;
    QLabel* m_copied;
    QLabel* m_aloudLabel;
    QLabel* m_address;
    std::array<QLabel*, SpokenCode::count> m_numbered{};
};

} // namespace bongsu
