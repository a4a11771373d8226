// Several people write one retrospective in the simulated world, on the same and on different sections,
// connected and not, over power cuts: nothing is lost, everybody holds the same, and what was written apart
// stands apart.
#include "domain/dice.h"
#include "world/actors.h"

#include "domain/retro/sectionwords.h"
#include "journal/retrodesk.h"

#include <QTest>

namespace bongsu {

namespace {

const std::array sections{QStringLiteral("causes"), QStringLiteral("lessons")};

// What somebody wrote, as its author had it.
struct Written {
    QString section;
    QString words;
    std::vector<EventId> against;
    SimulatedDesktop* author;
};

// Two authors and somebody who only reads; one incident after the other.
class Authors {
  public:
    explicit Authors(quint32 seed) : m_dice(seed), m_world(seed, {.desktops = 4}) { settle(); }

    void begin() {
        written.clear();
        const auto declared = m_world.desktops()[1]->journal().record(
            std::nullopt, IncidentDeclared{Grade::Watch}, {.text = QStringLiteral("fire")});
        log = declared->log;
        settle();
    }

    // A word or two by one of them, or the line, or the power.
    void step() {
        SimulatedDesktop& desktop = *m_world.desktops()[std::size_t(1 + m_dice.below(2))];
        switch (m_dice.below(8)) {
        case 0:
            desktop.disconnect();
            break;
        case 1:
            desktop.connectToRelay();
            break;
        case 2:
            loseAndReturn(desktop);
            break;
        case 3: // time passes: some of what is on its way arrives
            for (quint64 left = m_dice.below(40); left > 0; --left) {
                m_world.schedule.runOne();
            }
            break;
        default:
            write(desktop);
        }
    }

    bool settle() {
        for (const auto& desktop : m_world.desktops()) {
            desktop->connectToRelay();
        }
        return m_world.runUntil([this] {
            return std::all_of(m_world.desktops().begin(), m_world.desktops().end(),
                               [this](const auto& desktop) {
                                   return desktop->isOpen() && desktop->journal().pendingCount() == 0 &&
                                          desktop->journal().ledger().tip(log) ==
                                              m_world.relay().sequencer().ledger().tip(log) &&
                                          desktop->journal().organisation() ==
                                              m_world.relay().sequencer().ledger().organisation();
                               });
        });
    }

    const Incident& at(std::size_t desktop) const {
        return *m_world.desktops()[desktop]->journal().incident(log);
    }
    std::size_t desktops() const { return m_world.desktops().size(); }
    int refused() const {
        int count = 0;
        for (const auto& desktop : m_world.desktops()) {
            count += desktop->journal().refusedCount();
        }
        return count;
    }
    bool isNumbered(const EventId& event) {
        const LogIndex* index = m_world.relay().sequencer().ledger().index(log);
        return index && index->find(event);
    }
    bool wasKept(const EventId& event) const {
        return std::any_of(m_world.desktops().begin(), m_world.desktops().end(),
                           [&event](const auto& desktop) { return desktop->kept.contains(event); });
    }

    // What a desktop reads of every version that stands there.
    std::map<EventId, QString> read(std::size_t number) {
        SimulatedDesktop& desktop = *m_world.desktops()[number];
        Documents documents(desktop.journal(), desktop.attachments());
        const RetroDesk desk(desktop.journal(), desktop.attachments(), documents);
        std::optional<std::map<EventId, Result<QString>>> words;
        desk.allWords(log, [&words](const auto& all) { words = all; });
        m_world.runUntil([&words] { return words.has_value(); });
        std::map<EventId, QString> texts;
        for (const auto& [event, one] : words.value_or(std::map<EventId, Result<QString>>())) {
            texts.insert_or_assign(
                event, one ? *one : QStringLiteral("? ") + QString::fromLatin1(codeOf(one.error())));
        }
        return texts;
    }

    LogId log = LogId::zeros();
    std::map<EventId, Written> written;

  private:
    void write(SimulatedDesktop& desktop) {
        if (!desktop.isOpen() || !desktop.journal().incident(log)) {
            return;
        }
        const QString section = sections[std::size_t(m_dice.below(sections.size()))];
        std::vector<EventId> against;
        const auto& known = desktop.journal().incident(log)->retro.sections;
        if (const auto found = known.find(section); found != known.end()) {
            for (const SectionVersion& version : found->second) {
                if (m_dice.below(4) != 0) { // not all of what stands has been read
                    against.push_back(version.event);
                }
            }
        }
        // Longer than one chunk now and then, so that a blob is on its way for a while.
        const QString words = QStringLiteral("%1 %2\n").arg(section).arg(++m_number) +
                              QString(qsizetype(m_dice.below(4) == 0 ? 70'000 : 20), u'\uAC00');
        Documents documents(desktop.journal(), desktop.attachments());
        RetroDesk desk(desktop.journal(), desktop.attachments(), documents);
        const auto recorded = desk.write(log, section, words, OpenTo::Organisation, against);
        if (recorded) {
            written.insert_or_assign(recorded->event, Written{section, words, against, &desktop});
        }
    }

    void loseAndReturn(SimulatedDesktop& desktop) {
        desktop.crash();
        desktop.start();
        m_world.runUntil([&desktop] { return desktop.isOpen(); });
    }

    Dice m_dice;
    World m_world;
    int m_number = 0;
};

} // namespace

class TestRetrospectives : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void twoAuthorsLoseNothing();
};

void TestRetrospectives::twoAuthorsLoseNothing() {
    constexpr int seeds = 20;
    constexpr int incidents = 50; // of each seed
    constexpr int steps = 14;
    const int every = std::max(1, qEnvironmentVariableIntValue("BONGSU_SEED_STEP"));
    int tried = 0;
    int versions = 0;
    int lostUnkept = 0;
    int apart = 0;
    for (int seed = 1; seed <= seeds; seed += every) {
        Authors authors{quint32(seed)};
        for (int run = 0; run < incidents; ++run) {
            const QByteArray place = QByteArray::number(seed) + ':' + QByteArray::number(run);
            authors.begin();
            for (int step = 0; step < steps; ++step) {
                authors.step();
            }
            QVERIFY2(authors.settle(), place.constData());
            QCOMPARE(authors.refused(), 0);
            // Whatever was once on a disk has its number; what never was may be gone with the power.
            std::map<QString, std::set<EventId>> standing;
            std::set<EventId> replaced;
            for (const auto& [event, one] : authors.written) {
                if (!authors.isNumbered(event)) {
                    QVERIFY2(!authors.wasKept(event), place.constData());
                    ++lostUnkept;
                    continue;
                }
                ++versions;
                standing[one.section].insert(event);
                replaced.insert(one.against.begin(), one.against.end());
            }
            std::map<EventId, QString> wanted;
            for (const auto& [section, events] : standing) {
                int heads = 0;
                for (const EventId& event : events) {
                    if (!replaced.contains(event)) {
                        wanted.insert_or_assign(event, authors.written.at(event).words);
                        ++heads;
                    }
                }
                apart += heads > 1 ? 1 : 0;
            }
            for (std::size_t desktop = 0; desktop < authors.desktops(); ++desktop) {
                QVERIFY2(authors.at(desktop) == authors.at(0), place.constData());
                QVERIFY2(authors.read(desktop) == wanted, place.constData());
            }
            ++tried;
        }
    }
    qInfo("%d interleavings: %d versions written, %d never kept and gone with the power, %d sections stand "
          "apart",
          tried, versions, lostUnkept, apart);
    QVERIFY(apart > tried / 10); // or nothing was tried
}

} // namespace bongsu

QTEST_GUILESS_MAIN(bongsu::TestRetrospectives)
#include "test_retrospectives.moc"
