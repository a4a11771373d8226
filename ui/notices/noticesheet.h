// Telling users: what can be told and what went out on the left, every channel's exact text or state on the
// right; one key sends.
#pragma once

#include "ui/notices/noticeacts.h"
#include "ui/notices/noticewords.h"
#include "ui/shell/sheet.h"

#include <QTimer>

namespace bongsu {

class Halves;
class KeyLines;
class NoticeCards;
class NoticeForm;

class NoticeSheet : public Sheet {
    Q_OBJECT

  public:
    // `questions` lies over the same page.
    NoticeSheet(const WindowParts& parts, ChoiceSheet& questions, QWidget* page);

    // At that notice, else at what is to be told next. Not known: why nothing can be told from here.
    Outcome show(const LogId& log, const std::optional<EventId>& notice = {});
    void refresh(); // the record has moved, or time has; nothing while it is closed
    const PanelModel& lines() const { return m_model; }
    QListView& list() { return *m_list; }
    NoticeCards& cards() { return *m_cards; }
    NoticeForm& form() { return *m_form; }
    NoticeActs& acts() { return *m_acts; }
    QString aboutWords() const;
    QString trouble() const;
    void send();      // Ctrl+Enter: sends, or says yes
    void askSecond(); // Ctrl+Shift+Enter
    void decline();   // Ctrl+D: a notice, or a duty that does not apply

  Q_SIGNALS:
    void done(const QString& words);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    // A line of the list: something to tell, or a notice.
    struct Item {
        std::optional<NoticeStep> step{};
        std::optional<EventId> corrects{}; // of a step: the notice that was wrong
        std::optional<EventId> notice{};
        QString duty{}; // key of one
        friend bool operator==(const Item&, const Item&) = default;
    };
    struct Key {
        KeyHint* hint;
        QKeyCombination keys;
    };
    void build();
    void buildTold(QWidget* told);
    KeyHint* addKey(const QString& cap, QKeyCombination keys, std::function<void()> act);
    void name();
    void fillList();
    void choose(int row);
    void look(); // at what is chosen
    void beginDraft();
    void draftAgain(const NoticeFacts& facts);
    void drafted(const Result<NoticeDraft>& draft);
    void draftAnew(); // with what was written
    void tell();
    void tellDraft(const BoardContext& board);
    void tellNotice(const BoardContext& board);
    void tellDuty();
    void addDuties(std::vector<PanelLine>& lines);
    std::optional<DutyLine> duty() const; // the one chosen
    void readTexts();
    void correct();
    void withdraw(); // says that none of it is so
    void copyForPress();
    void copyScript();
    void cardChosen(const QString& channel);
    void answered(const QString& trouble);
    const Incident* incident() const;
    const NoticeStatus* notice() const; // the one chosen; null: a draft is
    std::optional<Permission> permission() const;
    NoticeRights rights() const;
    bool isReady() const;      // the draft is what was written, and goes out somewhere
    bool maySendAlone() const; // without a second person
    BoardContext board() const;

    WindowParts m_parts;
    NoticeActs* m_acts;
    std::optional<LogId> m_log;
    PanelModel m_model;
    std::vector<Item> m_items; // beside the lines; headings are empty
    Item m_chosen;
    std::optional<Channels> m_channels;
    std::optional<NoticeDraft> m_draft;
    std::optional<Error> m_undrafted;  // why there is none
    std::optional<Error> m_notInForm;  // why it is not in the form approved in peacetime
    std::vector<QString> m_keysChosen; // channels, once somebody chose
    std::map<EventId, NoticeTexts> m_texts;
    std::optional<Error> m_unread;
    quint64 m_asked = 0;       // answers to an older question are passed over
    bool m_isDrafting = false; // the form is being read: the draft is of what was written before
    bool m_filling = false;
    QTimer m_due; // a draft made anew while somebody types
    Halves* m_halves;
    QListView* m_list;
    QLabel* m_about;
    QLabel* m_tells;
    QLabel* m_reach;
    NoticeForm* m_form;
    QLabel* m_textsHeading;
    NoticeCards* m_cards;
    QLabel* m_trouble;
    KeyLines* m_keyLines;
    std::vector<Key> m_keys;
    KeyHint* m_send;
    KeyHint* m_second;
    KeyHint* m_decline;
    KeyHint* m_stop;
    KeyHint* m_correct;
    KeyHint* m_withdraw;
    KeyHint* m_script;
    KeyHint* m_press;
    KeyHint* m_readOn;
    KeyHint* m_back;
};

} // namespace bongsu
