// Whether every type of failure could be met today: the types, and for the chosen one what is missing in its
// manual and what to do about it.
#pragma once

#include "ui/board/halves.h"
#include "ui/shell/sheet.h"
#include "ui/shell/windowparts.h"

namespace bongsu {

enum class PeacePaper;

class ReadinessSheet : public Sheet {
    Q_OBJECT

  public:
    // The documents of `parts` must be there.
    ReadinessSheet(const WindowParts& parts, QWidget* page);

    void show();
    QListView& types() { return *m_list; }
    QString shownWords() const; // what is missing for the chosen type, or its manual
    bool showsManual() const { return m_reads; }

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void fit() override;

  private:
    void build();
    void layKeys(std::initializer_list<KeyHint*> hints);
    void name();
    void refresh();
    void tell();
    void readOut(const Manual& manual);
    void say(const QString& words, Ink ink, Weight weight = Weight::Normal);
    void print(PeacePaper what);
    void toggleManual();
    void sayRead();
    const TypeReadiness* chosen() const;
    bool isUnread(const TypeReadiness& one) const; // published, and the viewer has not said otherwise

    WindowParts m_parts;
    std::vector<TypeReadiness> m_all;
    PanelModel m_model;
    QLabel* m_summary;
    Halves* m_halves;
    QListView* m_list = nullptr;
    QLabel* m_type;
    QLabel* m_version;
    QWidget* m_gaps;
    bool m_reads = false; // the manual itself, in place of what is missing
    KeyHint* m_read;
    KeyHint* m_isRead;
    KeyHint* m_printManual;
    KeyHint* m_printMatrix;
    KeyHint* m_printPhones;
    KeyHint* m_scroll;
    KeyHint* m_close;
};

} // namespace bongsu
