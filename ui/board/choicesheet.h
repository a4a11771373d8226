// One question over the board: a few answers to choose from, a line to write, or both; Enter does it.
#pragma once

#include "ui/shell/sheet.h"

#include <functional>

class QListWidget;

namespace bongsu {

class ComposerField;

struct Question {
    struct Option {
        QString name{};
        QString detail{};    // quiet, behind the name
        bool chosen = false; // at first
    };
    QString title{};
    QString words{}; // what it means, in a sentence
    std::vector<Option> options{};
    bool many = false;       // several options may be chosen
    QString line{};          // what the written line is; empty: none is asked
    QString lineText{};      // stands in it at first
    bool lineNeeded = false; // nothing happens without it
    QString does{};          // what Enter does: "Hold all work"
    // The numbers of the chosen options, and the line without outer spaces. Returns why it was not done;
    // empty: done.
    std::function<QString(const std::vector<int>& chosen, const QString& line)> answer{};
};

class ChoiceSheet : public Sheet {
    Q_OBJECT

  public:
    ChoiceSheet(QWidget* page, const Theme& theme);

    void ask(Question question);
    QListWidget& options() { return *m_options; }
    ComposerField& line() { return *m_line; }
    QString words() const; // as they stand there
    QString trouble() const;

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    void fill();
    void finish();
    std::vector<int> chosen() const;

    Question m_question;
    QLabel* m_words;
    QListWidget* m_options = nullptr;
    QLabel* m_lineName;
    ComposerField* m_line;
    QLabel* m_trouble;
    KeyHint* m_enter;
    KeyHint* m_escape;
};

} // namespace bongsu
