#include "ui/shell/bars.h"

#include "wording/certificatewords.h"
#include "wording/sentence.h"
#include "wording/template.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QPushButton>

namespace bongsu {

namespace {

// One line where there is room for it, more where there is not.
class WrappedLabel : public QLabel {
  public:
    explicit WrappedLabel(QWidget* parent) : QLabel(parent) {
        setTextFormat(Qt::PlainText);
        setWordWrap(true);
    }
    QSize sizeHint() const override {
        const int width = fontMetrics().size(Qt::TextSingleLine, text()).width() + 1;
        return {width, heightForWidth(width)};
    }
};

} // namespace

Bar::Bar(const Theme& theme, Tone tone, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_tone(tone), m_words(new WrappedLabel(this)),
      m_more(new ElidedLabel(this)), m_act(new QPushButton(this)) {
    dress(m_words, tone == Tone::Calm ? Ink::Text : Ink::Ember, TextSize::Body,
          tone == Tone::Calm ? Weight::Normal : Weight::Bold);
    dress(m_more, Ink::Quiet, TextSize::Small);
    m_more->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the first to give way
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(metric::margin, px(6), metric::margin, px(7));
    line->setSpacing(metric::margin);
    line->addWidget(m_words);
    line->addWidget(m_more, 1);
    line->addStretch();
    line->addWidget(m_act);
    m_act->setAutoDefault(true); // Enter does it, too
    m_act->hide();
    connect(m_act, &QPushButton::clicked, this, &Bar::actAsked);
    hide();
}

void Bar::setWords(const QString& words, const QString& more) {
    m_words->setText(words);
    m_more->setWords(more);
    m_more->setMinimumWidth(m_more->minimumSizeHint().width());
    setVisible(!words.isEmpty());
}

void Bar::setAct(const QString& label) {
    m_act->setText(label);
    m_act->setVisible(!label.isEmpty());
}

void Bar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = m_theme.tokens();
    painter.fillRect(rect(), m_tone == Tone::Calm ? t.sunken : t.emberSoft);
    painter.fillRect(0, 0, metric::grid, height(), m_tone == Tone::Calm ? t.quiet : t.ember);
    painter.fillRect(0, height() - metric::rule, width(), metric::rule, t.rule);
}

Bars::Bars(Journal& journal, Connection& connection, const Hosting* hosting, const Theme& theme,
           QWidget* parent)
    : QWidget(parent), m_journal(journal), m_connection(connection), m_hosting(hosting),
      m_line(new Bar(theme, Bar::Tone::Calm, this)), m_store(new Bar(theme, Bar::Tone::Alarming, this)),
      m_record(new Bar(theme, Bar::Tone::Alarming, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (Bar* bar : {m_record, m_store, m_line}) {
        column->addWidget(bar);
    }
    connect(m_line, &Bar::actAsked, this, [this] { Q_EMIT epochAsked(EpochCall::RelayBehind); });
    connect(m_record, &Bar::actAsked, this, [this] { Q_EMIT epochAsked(EpochCall::TwoHistories); });
    connect(&connection, &Connection::changed, this, &Bars::refresh);
    connect(&journal, &Journal::ownEventChanged, this, &Bars::refresh);
    connect(&journal, &Journal::incidentChanged, this, &Bars::refresh);
    connect(&journal, &Journal::organisationChanged, this, &Bars::refresh);
    connect(&journal, &Journal::storeFailed, this, [this](const Failure& failure) {
        m_storeFailure = failure;
        refresh();
    });
    connect(&journal, &Journal::storeRecovered, this, [this] {
        m_storeFailure.reset();
        refresh();
    });
    connect(&journal, &Journal::forkFound, this, [this](const ForkEvidence& fork) {
        m_forks.found(fork, m_journal.ledger());
        refresh();
    });
    connect(&journal, &Journal::logStopped, this, [this](const LogId& log, quint64 seq, const Refusal& why) {
        m_stopped.insert_or_assign(log, std::pair(seq, why));
        refresh();
    });
    refresh();
}

void Bars::refreshLine() {
    const LinkStatus link = m_connection.status();
    const int pending = m_journal.pendingCount();
    const bool isUp = link.state == LinkState::Up;
    if (isUp && !link.trouble) {
        const bool isOurs = m_hosting && m_hosting->status().state != HostState::None;
        const auto advice = isOurs ? certificateTaskHere : certificateAdvice;
        m_line->setWords(link.certificate ? sentence(*link.certificate) : QString(),
                         link.certificate ? advice(*link.certificate) : QString());
        return;
    }
    const QString goOn = isUp ? tr("The relay records nothing right now. Go on recording; it is kept here.")
                              : tr("No connection. Go on recording.");
    const QString later =
        pending > 0 && !isUp ? tr("%n line(s) will be sent once connected.", "", pending) : QString();
    m_line->setWords(QString(goOn + u' ' + later).trimmed(), moreOf(link));
}

// Behind the words of the line, where there is room for a short sentence.
QString Bars::moreOf(const LinkStatus& link) const {
    if (epochCall() == EpochCall::RelayBehind) {
        if (!m_mayNotAnswer) {
            return tr(
                "It may have lost lines. Once those who were there are connected, let it record again.");
        }
        return m_mayNotAnswer->code == refusal::alreadyDone
                   ? tr("It goes on as soon as it has taken your new epoch.")
                   : tr("It may have lost lines: whoever is connected gives back theirs. An admin lets it "
                        "record again.");
    }
    // That nobody answers has been said already.
    const bool tellsMore = link.trouble && codeOf(*link.trouble) != failure::noRelay;
    return tellsMore ? sentence(*link.trouble) : QString();
}

// A bar that no longer says what is so would be believed for as long as the window is open.
void Bars::forgetWhatIsPast() {
    const Ledger& ledger = m_journal.ledger();
    std::erase_if(m_stopped, [&](const auto& one) {
        const auto tip = ledger.tip(one.first);
        return tip && tip->seq >= one.second.first;
    });
}

EpochCall Bars::epochCall() const {
    return bongsu::epochCall(m_connection.status().numbering, m_isForked);
}

void Bars::refresh() {
    m_mayNotAnswer = mayAnswerEpochCall(m_journal);
    refreshLine();
    forgetWhatIsPast();
    m_isForked = !m_forks.logs(m_journal.ledger()).empty();
    const bool isBehind = epochCall() == EpochCall::RelayBehind;
    m_line->setAct(!m_mayNotAnswer && isBehind ? tr("Let it record again…") : QString());
    m_record->setAct(!m_mayNotAnswer && m_isForked ? tr("Decide…") : QString());
    m_store->setWords(m_storeFailure ? tr("Nothing can be saved on this device. Do not close the window.")
                                     : QString(),
                      m_storeFailure ? sentence(*m_storeFailure) : QString());
    if (m_isForked) {
        m_record->setWords(tr("The relay shows two histories of one record. Compare its words by phone."),
                           sentence(Refusal{refusal::fork}));
    } else if (!m_stopped.empty()) {
        const auto& [seq, reason] = m_stopped.begin()->second;
        m_record->setWords(filled(tr("The record is taken up to line %1 only."), {QString::number(seq - 1)}),
                           sentence(reason));
    } else {
        m_record->setWords({});
    }
    setVisible(!m_record->isHidden() || !m_store->isHidden() || !m_line->isHidden());
}

void Bars::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

LinkLabel::LinkLabel(Journal& journal, Connection& connection, QWidget* parent)
    : QLabel(parent), m_journal(journal), m_connection(connection) {
    setTextFormat(Qt::PlainText);
    dress(this, Ink::Quiet);
    connect(&connection, &Connection::changed, this, &LinkLabel::refresh);
    connect(&journal, &Journal::ownEventChanged, this, &LinkLabel::refresh);
    connect(&journal, &Journal::incidentChanged, this, &LinkLabel::refresh);
    refresh();
}

void LinkLabel::refresh() {
    const LinkStatus link = m_connection.status();
    const QString state = link.state == LinkState::Up           ? tr("Relay connected")
                          : link.state == LinkState::Connecting ? tr("Connecting to the relay")
                                                                : tr("Relay not connected");
    const int pending = m_journal.pendingCount();
    const int refused = m_journal.refusedCount();
    QStringList parts{state};
    if (pending > 0) {
        parts += tr("unsent %1").arg(pending);
    }
    if (refused > 0) {
        parts += tr("not accepted %1").arg(refused);
    }
    setText(parts.join(u" \u00B7 "));
    setToolTip(link.relay);
}

void LinkLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        refresh();
    }
}

} // namespace bongsu
