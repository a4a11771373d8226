#include "ui/timeline/namelist.h"

#include "ui/style/tokens.h"

#include <QKeyEvent>

namespace bongsu {

namespace {

QString kindWord(MentionKind kind) {
    switch (kind) {
    case MentionKind::Person:
        return NameList::tr("person");
    case MentionKind::Service:
        return NameList::tr("service");
    case MentionKind::Site:
        break;
    }
    return NameList::tr("data centre");
}

constexpr Length listWidth{260};
constexpr Length rowHeight{28};

} // namespace

NameList::NameList(QWidget* page) : QListWidget(page) {
    setObjectName(QStringLiteral("names"));
    setFocusPolicy(Qt::NoFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(this, &QListWidget::itemClicked, this, &NameList::take);
    hide();
}

void NameList::offer(const std::vector<Mention>& names, const QPoint& lowerLeft) {
    if (names.empty()) {
        hide();
        return;
    }
    if (m_names != names || !isOpen()) {
        m_names = names;
        clear();
        for (const Mention& one : names) {
            auto* item =
                new QListWidgetItem(one.name + QStringLiteral(u"  \u00B7 ") + kindWord(one.kind), this);
            item->setSizeHint({listWidth, rowHeight});
        }
        setCurrentRow(0);
    }
    setAccessibleName(tr("Names. Tab or Enter takes the chosen one"));
    letter(this, TextSize::Body);
    const int height = int(names.size()) * rowHeight + 2 * frameWidth();
    const int left = std::clamp(lowerLeft.x(), 0, std::max(0, parentWidget()->width() - listWidth));
    setGeometry(left, std::max(0, lowerLeft.y() - height), listWidth, height);
    raise();
    show();
}

bool NameList::takesKey(const QKeyEvent& event) {
    if (!isOpen() || event.modifiers() & (Qt::ControlModifier | Qt::ShiftModifier | Qt::AltModifier)) {
        return false;
    }
    switch (event.key()) {
    case Qt::Key_Up:
        setCurrentRow((currentRow() + count() - 1) % count());
        return true;
    case Qt::Key_Down:
        setCurrentRow((currentRow() + 1) % count());
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!event.isAutoRepeat()) {
            take();
        }
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

void NameList::take() {
    const int row = currentRow();
    hide();
    if (row >= 0 && std::size_t(row) < m_names.size()) {
        Q_EMIT taken(m_names[std::size_t(row)].name);
    }
}

} // namespace bongsu
