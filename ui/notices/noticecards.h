// The channels of a notice as cards side by side, each with its exact text: as many in a row as there is room
// for.
#pragma once

#include "ui/notices/noticewords.h"

#include <QAbstractButton>

namespace bongsu {

class NoticeCardButton : public QAbstractButton {
    Q_OBJECT

  public:
    NoticeCardButton(const Theme& theme, QWidget* parent);
    void show(const NoticeCard& card);
    const NoticeCard& card() const { return m_card; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override; // Enter presses it, as Space does
    void changeEvent(QEvent* event) override;

  private:
    int draw(QPainter* painter, int width, int height) const; // how high it is

    const Theme& m_theme;
    NoticeCard m_card;
};

class NoticeCards : public QWidget {
    Q_OBJECT

  public:
    explicit NoticeCards(const Theme& theme, QWidget* parent = nullptr);

    // Those that stay keep the focus.
    void show(const std::vector<NoticeCard>& cards);
    std::vector<NoticeCard> cards() const;
    NoticeCardButton* card(const QString& channel) const; // null: there is none
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return place(width, false); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, place(width(), false)}; }

  Q_SIGNALS:
    void chosen(const QString& channel);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    int place(int width, bool moves) const;

    const Theme& m_theme;
    std::vector<NoticeCardButton*> m_buttons;
};

} // namespace bongsu
