// Declaring: what is it, how grave is it, has somebody declared it already. Two Enters and it burns.
#pragma once

#include "domain/incident/composerline.h"
#include "domain/incident/declaring.h"
#include "domain/incident/guessing.h"
#include "ui/shell/windowparts.h"
#include "ui/style/labels.h"

#include <QWidget>

#include <array>

class QCheckBox;

namespace bongsu {

class ComposerField;

// One grade to choose: its fires and its word.
class GradeButton : public QAbstractButton {
    Q_OBJECT

  public:
    GradeButton(const Theme& theme, Grade grade, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    const Theme& m_theme;
    Grade m_grade;
};

class DeclareCard : public QWidget {
    Q_OBJECT

  public:
    explicit DeclareCard(const WindowParts& parts, QWidget* parent = nullptr);

    ComposerField& field() { return *m_field; }
    bool isUnfolded() const { return !m_card->isHidden(); }
    Grade grade() const { return m_grade; }

  Q_SIGNALS:
    void declared(const bongsu::LogId& log);
    void joinAsked(const bongsu::LogId& log); // an open incident that is the same one
    void lookedDown();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void build(const Theme& theme);
    QWidget* makeGrades(const Theme& theme);
    void name();
    void unfold();
    void fold();
    void typed();
    DeclaredLine understood() const;
    void proceed();
    void shift(int by);
    void chosen(Grade grade);
    void declare();
    void refresh();

    Journal& m_journal;
    const Clock& m_clock;
    const Documents* m_documents; // may be none
    Grade m_grade = Grade::Partial;
    bool m_chosen = false; // by a person: no proposal changes it any more
    GradeProposal m_proposal{Grade::Partial, GradeSign::Nothing, {}};
    std::optional<LogId> m_same;
    Guess m_guess;                      // of what the title names
    std::optional<EventId> m_declaring; // on its way to the disk
    ComposerField* m_field;
    KeyHint* m_declareHint;
    QWidget* m_card;
    QLabel* m_sameWords;
    QLabel* m_causeWords;
    QLabel* m_guessed;
    QLabel* m_overWords; // an outage that is over
    std::array<GradeButton*, 5> m_grades{};
    QLabel* m_criteria;
    QLabel* m_because;
    QCheckBox* m_drill;
    KeyHint* m_confirmHint;
    KeyHint* m_apartHint;
    KeyHint* m_cancelHint;
    QLabel* m_message;
};

} // namespace bongsu
