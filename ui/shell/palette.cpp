#include "ui/shell/palette.h"

#include "domain/incident/mention.h"
#include "ui/shell/actions.h"
#include "ui/timeline/composerfield.h"

#include <QBoxLayout>
#include <QCoreApplication>
#include <QEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>

namespace bongsu {

namespace {

constexpr int sheetWidth = 640; // at 100 %
constexpr Length rowHeight{36};
constexpr Length padding{10};
constexpr std::size_t mostShown = 200;
constexpr int rowsInView = 9;
constexpr int leastInView = 3;
constexpr Length restHeight{180}; // of the sheet, beside its list
constexpr auto recentKey = "palette.recent";

enum Role { NameRole = Qt::UserRole, KindRole, KeysRole, HindranceRole };

// A name, what it is or why it cannot be done, and its key at the right end.
class RowDelegate : public QStyledItemDelegate {
  public:
    RowDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {0, rowHeight}; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto words = [&index](Role role) { return index.data(role).toString(); };
        const Tokens& tokens = m_theme.tokens();
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        painter->fillRect(option.rect, chosen ? tokens.select : tokens.surface);
        if (chosen) { // told by shape, too
            painter->fillRect(QRect(option.rect.topLeft(), QSize(metric::accent, option.rect.height())),
                              tokens.focus);
        }
        QRect room = option.rect.adjusted(padding, 0, -padding, 0);
        const auto put = [painter, &room](const QString& text, TextSize size, Weight weight,
                                          const QColor& ink, bool right) {
            const QFont font = Theme::font(size, weight);
            const QFontMetrics metrics(font);
            const QString fitting = metrics.elidedText(text, Qt::ElideRight, room.width());
            painter->setFont(font);
            painter->setPen(ink);
            painter->drawText(room, Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft), fitting);
            const int taken = metrics.horizontalAdvance(fitting) + padding;
            right ? room.setRight(room.right() - taken) : room.setLeft(room.left() + taken);
        };
        const QString hindrance = words(HindranceRole);
        put(words(KeysRole), TextSize::Small, Weight::Bold, tokens.quiet, true);
        put(words(NameRole), TextSize::Body, Weight::Normal, hindrance.isEmpty() ? tokens.text : tokens.quiet,
            false);
        put(hindrance.isEmpty() ? words(KindRole) : hindrance, TextSize::Small, Weight::Normal, tokens.quiet,
            false);
    }

  private:
    const Theme& m_theme;
};

} // namespace

Palette::Palette(QWidget* page, Journal& journal, const Theme& theme, InKorean inKorean)
    : Sheet(page, theme, sheetWidth), m_journal(journal), m_look(theme), m_inKorean(std::move(inKorean)),
      m_field(new ComposerField(this)), m_list(new QListWidget(this)), m_none(makeLabel(this, Ink::Quiet)) {
    letter(m_field, TextSize::Strong);
    m_field->setMaxLength(100);
    m_list->setFocusPolicy(Qt::NoFocus); // the arrows work from the line above
    m_list->setItemDelegate(new RowDelegate(m_look, m_list));
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    body().addWidget(m_field);
    body().addWidget(m_none);
    body().addWidget(m_list);
    connect(m_field, &ComposerField::typedAt, this, &Palette::search);
    connect(m_field, &ComposerField::entered, this, &Palette::run);
    connect(m_field, &ComposerField::escaped, this, &Palette::close);
    connect(m_field, &ComposerField::lookedUp, this, [this] { shift(-1); });
    connect(m_field, &ComposerField::lookedDown, this, [this] { shift(1); });
    connect(m_list, &QListWidget::itemClicked, this, &Palette::run);
    name();
}

void Palette::name() {
    setTitle(tr("Everything by name"));
    m_field->setPlaceholderText(tr("Type a name, or its first consonants"));
    m_field->setAccessibleName(tr("Find by name"));
    m_list->setAccessibleName(tr("What was found"));
    m_none->setText(tr("Nothing is called so."));
}

void Palette::changeEvent(QEvent* event) {
    Sheet::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        name();
    }
}

void Palette::openFor(Actions& actions, const std::optional<LogId>& log) {
    if (isOpen()) {
        close(); // the key that opened it
        return;
    }
    m_entries.clear();
    addActions(actions);
    addIncidents(log);
    if (log) {
        addNames(*log);
    }
    m_field->clear();
    search();
    open(m_field);
}

void Palette::addActions(Actions& actions) {
    for (std::size_t number = 0; number < actions.all().size(); ++number) {
        const Action& action = actions.all()[number];
        PaletteEntry entry;
        entry.id = QStringLiteral("action.") + QString::fromLatin1(action.name);
        entry.name = QCoreApplication::translate("Action", action.name);
        entry.others = {QString::fromLatin1(action.name), labelOf(action)};
        entry.others += m_inKorean ? m_inKorean("Action", action.name) : QString();
        entry.keys = keysOf(action);
        entry.hindrance = actions.hindranceOf(action);
        entry.run = [&actions, number] { actions.run(number); };
        m_entries.push_back(std::move(entry));
    }
}

void Palette::addIncidents(const std::optional<LogId>& log) {
    for (const LogId& other : m_journal.incidents()) {
        const QString title = m_journal.texts().title(*m_journal.incident(other));
        if (other != log && !title.isEmpty()) {
            PaletteEntry entry;
            entry.id = QStringLiteral("incident.") + other.toHex();
            entry.name = title;
            entry.kind = tr("incident");
            entry.run = [this, other] { Q_EMIT incidentChosen(other); };
            m_entries.push_back(std::move(entry));
        }
    }
}

void Palette::addNames(const LogId& log) {
    const Incident* incident = m_journal.incident(log);
    if (!incident) {
        return;
    }
    for (const Mention& one : mentionsIn(m_journal.organisation(), m_journal.texts(), *incident)) {
        PaletteEntry entry;
        entry.id = QStringLiteral("name.") + one.name;
        entry.name = one.name;
        entry.kind = one.kind == MentionKind::Person    ? tr("person: into the line")
                     : one.kind == MentionKind::Service ? tr("service: into the line")
                                                        : tr("data centre: into the line");
        entry.run = [this, name = one.name] { Q_EMIT nameChosen(name); };
        m_entries.push_back(std::move(entry));
    }
}

void Palette::search() {
    const QStringList recent =
        QString::fromUtf8(m_journal.setting(recentKey)).split(u'\n', Qt::SkipEmptyParts);
    m_shown = paletteMatches(m_entries, m_field->writtenBefore(), recent, mostShown);
    m_list->clear();
    for (const std::size_t place : m_shown) {
        const PaletteEntry& entry = m_entries[place];
        auto* item = new QListWidgetItem(m_list);
        item->setData(NameRole, entry.name);
        item->setData(KindRole, entry.kind);
        item->setData(KeysRole, entry.keys);
        item->setData(HindranceRole, entry.hindrance);
        QStringList spoken{entry.name, entry.kind, entry.keys, entry.hindrance};
        spoken.removeAll(QString());
        item->setData(Qt::AccessibleTextRole, spoken.join(QStringLiteral(", ")));
    }
    m_list->setCurrentRow(m_shown.empty() ? -1 : 0);
    m_none->setVisible(m_shown.empty());
}

void Palette::shift(int by) {
    if (const int count = m_list->count(); count > 0) {
        m_list->setCurrentRow((m_list->currentRow() + count + by) % count);
    }
}

// As many as the page has room for; the others are scrolled to.
void Palette::fit() {
    const int room = (height() - restHeight) / rowHeight;
    m_list->setFixedHeight(std::clamp(room, leastInView, rowsInView) * rowHeight);
}

void Palette::run() {
    const int row = m_list->currentRow();
    if (row < 0 || std::size_t(row) >= m_shown.size()) {
        return;
    }
    const PaletteEntry entry = m_entries[m_shown[std::size_t(row)]];
    if (!entry.hindrance.isEmpty()) {
        return; // the reason stands in the row
    }
    const QStringList recent =
        QString::fromUtf8(m_journal.setting(recentKey)).split(u'\n', Qt::SkipEmptyParts);
    m_journal.setSetting(recentKey, withRecent(recent, entry.id).join(u'\n').toUtf8());
    close(); // first: what it does may put the focus elsewhere
    entry.run();
}

} // namespace bongsu
