// What the register of actions lists, in the language installed: the company's own, what was ordered, by its
// headings, those of drills, and what was found more than once.
#pragma once

#include "ui/retro/retrorows.h"

namespace bongsu {

struct RegisterRow {
    std::optional<RegisterLine> action{};  // nothing: a heading or a pattern
    std::optional<RepeatPattern> repeat{}; // that was found more than once
    PanelLine line{};                      // of an action: its words, how it stands, until when
    QString incident{};                    // of an action
    QString kind{};
    QString owner{};
};
// `process`: what headings of an order are called by.
std::vector<RegisterRow> registerRows(const Journal& journal, const RetroProcess& process, Moment now);

// What is known of the chosen one.
Details registerDetails(const Journal& journal, const RetroProcess& process, const RegisterRow& row,
                        Moment now);

// Draws an action's cells one below the other's, as many as there is room for; the rest as PanelDelegate.
class RegisterDelegate : public PanelDelegate {
    Q_OBJECT

  public:
    // `rows`: of the list it draws, and outlive it.
    RegisterDelegate(const Theme& theme, const std::vector<RegisterRow>& rows, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;

  private:
    const Theme& m_theme;
    const std::vector<RegisterRow>& m_rows;
};

} // namespace bongsu
