// Attaching from one window and looking from another: pasted, dropped, kept over an end of the program,
// brought from the relay over real sockets.
#include "desktop/premises.h"
#include "domain/base/limits.h"
#include "ui/attachments/attachmenttools.h"
#include "ui/attachments/heldstrip.h"
#include "ui/attachments/viewsheet.h"
#include "ui/incidents/incidentpage.h"
#include "ui/timeline/composer.h"
#include "ui/timeline/composerfield.h"
#include "ui/timeline/timelineview.h"

#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QMimeData>
#include <QPushButton>
#include <QTest>

using namespace bongsu;

namespace {

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

QImage drawing(int width, int height) {
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            image.setPixel(x, y, qRgb(x % 256, y % 256, (x * y) % 256));
        }
    }
    return image;
}

void copy(const QImage& image) {
    auto* data = new QMimeData;
    data->setImageData(image);
    QGuiApplication::clipboard()->setMimeData(data);
}

void copyFile(const QString& path) {
    auto* data = new QMimeData;
    data->setUrls({QUrl::fromLocalFile(path)});
    QGuiApplication::clipboard()->setMimeData(data);
}

} // namespace

class TestAttaching final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void init();
    void cleanup();
    void aPastedPictureIsSeenElsewhere();
    void aPictureThatComesWhileAnotherPageIsShownIsDrawn();
    void wordsOfAnotherKindGetTheFileBesideThem();
    void enterWaitsForWhatIsBeingMadeReady();
    void aDecisionWaitsForItToo();
    void whatWasChosenIsThereAgain();
    void whatIsTakenOffIsGone();
    void takenBackAllOfItGoes();
    void aDroppedTextIsReadAndSaved();
    void whatCannotBeAttachedSaysWhy();
    void aReaderWithoutARelayIsTold();

  private:
    Premises& place(const char* name) {
        m_places.push_back(std::make_unique<Premises>(*m_folder, QString::fromLatin1(name), m_system));
        return *m_places.back();
    }
    void begin();
    void showNight(Premises& desk);
    static IncidentPage& page(Premises& desk) { return desk.window->incidentPage(); }
    static HeldStrip& strip(Premises& desk) { return *page(desk).findChild<HeldStrip*>(); }
    // The newest attachment among the rows; -1: none.
    static int attachedRow(Premises& desk);
    static ViewSheet& lookAtNewest(Premises& desk);
    QString file(const char* name, const QByteArray& bytes) const;
    qsizetype held(Premises& desk) const {
        return qsizetype(desk.node->journal().heldAttachments(m_incident).size());
    }

    System m_system;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::vector<std::unique_ptr<Premises>> m_places;
    LogId m_incident = LogId::zeros();
    Premises* m_desk = nullptr;
    Premises* m_other = nullptr;
};

void TestAttaching::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    begin();
}

void TestAttaching::cleanup() {
    m_places.clear();
    m_folder.reset();
    QGuiApplication::clipboard()->clear();
}

void TestAttaching::begin() {
    m_desk = &place("desk");
    m_desk->open();
    m_desk->hosting->found(QStringLiteral("다온"), QStringLiteral("김하늘"));
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->connection->isMember() && m_desk->node->isCaughtUp(), patience);
    m_incident = m_desk->node->journal()
                     .record(std::nullopt, IncidentDeclared{}, Text{.text = QStringLiteral("판교 화재")})
                     ->log;
    m_other = &place("other");
    m_other->open();
    QVERIFY(m_other->join(m_desk->line(Permission::Responder), QStringLiteral("이수민")));
    QTRY_VERIFY_WITH_TIMEOUT(m_other->node->journal().ledger().incident(m_incident), patience);
    showNight(*m_desk);
}

void TestAttaching::showNight(Premises& desk) {
    desk.window->openIncident(m_incident);
    desk.window->resize(1440, 900);
    desk.window->show();
    desk.window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(desk.window.get()));
    page(desk).focusComposer();
}

int TestAttaching::attachedRow(Premises& desk) {
    const TimelineModel& model = *page(desk).model();
    for (int row = model.rowCount() - 1; row >= 0; --row) {
        if (std::holds_alternative<AttachmentAdded>(model.row(row).facts)) {
            return row;
        }
    }
    return -1;
}

ViewSheet& TestAttaching::lookAtNewest(Premises& desk) {
    TimelineView& view = page(desk).timeline();
    view.setFocus();
    view.setCurrentIndex(view.model()->index(attachedRow(desk), 0));
    press(Qt::Key_Return);
    return page(desk).attachments().sheet();
}

QString TestAttaching::file(const char* name, const QByteArray& bytes) const {
    QFile file(m_folder->filePath(QString::fromUtf8(name)));
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    Q_ASSERT(isWritten);
    return file.fileName();
}

void TestAttaching::aPastedPictureIsSeenElsewhere() {
    copy(drawing(1600, 900));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    QVERIFY(strip(*m_desk).isVisible());
    QCOMPARE(attachedRow(*m_desk), -1); // nothing is recorded before Enter
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("rack 12"));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_desk) >= 0, patience);
    QTRY_VERIFY_WITH_TIMEOUT(strip(*m_desk).isHidden(), patience);
    QTRY_VERIFY_WITH_TIMEOUT(page(*m_desk).composer().field().text().isEmpty(), patience);

    showNight(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_other) >= 0, patience);
    const QModelIndex row = page(*m_other).model()->index(attachedRow(*m_other));
    const auto words = row.data(TimelineModel::WordsRole).value<RowWords>();
    QVERIFY2(words.line.contains(QStringLiteral("rack 12")), qPrintable(words.line));
    QVERIFY(!words.picture.isNull()); // before anything was asked for
    QVERIFY(words.spoken.contains(QStringLiteral("PNG")));

    ViewSheet& sheet = lookAtNewest(*m_other);
    QVERIFY(sheet.isOpen());
    QTRY_VERIFY_WITH_TIMEOUT(!sheet.bytes().isEmpty(), patience);
    QCOMPARE(QImage::fromData(sheet.bytes()).size(), QSize(1600, 900));
    press(Qt::Key_Escape);
    QVERIFY(!sheet.isOpen());
    QCOMPARE(QApplication::focusWidget(), &page(*m_other).timeline());
}

// A decision is not what is said of a picture: it is a line of its own, and the picture belongs to it.
void TestAttaching::aPictureThatComesWhileAnotherPageIsShownIsDrawn() {
    copy(drawing(1600, 900));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    press(Qt::Key_Return);
    showNight(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_other) >= 0, patience);
    ViewSheet& sheet = lookAtNewest(*m_other);
    const auto drawnWidth = [&] {
        int width = 0;
        for (const QLabel* label : sheet.findChildren<QLabel*>()) {
            width = std::max(width, label->pixmap(Qt::ReturnByValue).width());
        }
        return width;
    };
    const int ofThumbnail = drawnWidth();
    QVERIFY(sheet.bytes().isEmpty() && ofThumbnail > 0);
    m_other->window->openList();
    QTRY_VERIFY_WITH_TIMEOUT(!sheet.bytes().isEmpty(), patience);
    m_other->window->openIncident(m_incident);
    QVERIFY(sheet.isOpen());
    QVERIFY(drawnWidth() > ofThumbnail);
}

void TestAttaching::wordsOfAnotherKindGetTheFileBesideThem() {
    copy(drawing(320, 200));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    page(*m_desk).composer().field().setText(QStringLiteral("request: look at this"));
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_desk) >= 0 && m_desk->node->journal().pendingCount() == 0,
                             patience);
    const TimelineModel& model = *page(*m_desk).model();
    const auto attached = std::get<AttachmentAdded>(model.row(attachedRow(*m_desk)).facts);
    QVERIFY(attached.target);
    const auto line = model.find(*attached.target);
    QVERIFY(line);
    QCOMPARE(*model.row(*line).text.text, QStringLiteral("look at this"));
    QVERIFY(!model.row(attachedRow(*m_desk)).voidReason);
}

void TestAttaching::enterWaitsForWhatIsBeingMadeReady() {
    copy(drawing(3000, 2000)); // long enough to be outrun
    press(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(held(*m_desk), 0);
    press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_desk) >= 0, patience);
    QCOMPARE(held(*m_desk), 0);
}

void TestAttaching::aDecisionWaitsForItToo() {
    page(*m_desk).composer().field().setText(QStringLiteral("go to the other site"));
    press(Qt::Key_Return, Qt::ControlModifier); // asks for its basis
    copy(drawing(3000, 2000));
    page(*m_desk).focusComposer();
    press(Qt::Key_V, Qt::ControlModifier);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_desk) >= 0, patience);
    const TimelineModel& model = *page(*m_desk).model();
    const auto attached = std::get<AttachmentAdded>(model.row(attachedRow(*m_desk)).facts);
    QVERIFY(attached.target);
    const auto line = model.find(*attached.target);
    QVERIFY(line && std::holds_alternative<DecisionMade>(model.row(*line).facts));
}

void TestAttaching::whatWasChosenIsThereAgain() {
    copyFile(file("보고서.pdf", "%PDF-1.7\n" + QByteArray(200'000, 'x')));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    bool isKept = false;
    m_desk->node->journal().whenKept([&isKept] { isKept = true; });
    QTRY_VERIFY_WITH_TIMEOUT(isKept, patience);
    QVERIFY(QFile::remove(m_folder->filePath(QStringLiteral("보고서.pdf"))));
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY_WITH_TIMEOUT(m_desk->node->isCaughtUp(), patience);
    showNight(*m_desk);
    QVERIFY(strip(*m_desk).isVisible());
    QVERIFY(!page(*m_desk).composer().message().isEmpty());
    press(Qt::Key_Return);
    showNight(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_other) >= 0, patience);
    ViewSheet& sheet = lookAtNewest(*m_other);
    QTRY_COMPARE_WITH_TIMEOUT(sheet.bytes().size(), 200'009, patience);
    QVERIFY(sheet.message().contains(QStringLiteral("PDF")));
}

void TestAttaching::whatIsTakenOffIsGone() {
    copyFile(file("a.txt", "one"));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    const BlobId blob = m_desk->node->journal().heldAttachments(m_incident).front().blob();
    auto* off = strip(*m_desk).findChild<QPushButton*>();
    QVERIFY(off && off->accessibleName().contains(QStringLiteral("a.txt")));
    off->setFocus();
    press(Qt::Key_Space);
    QCOMPARE(held(*m_desk), 0);
    QVERIFY(strip(*m_desk).isHidden());
    QCOMPARE(QApplication::focusWidget(), &page(*m_desk).composer().field());
    std::optional<bool> isThere;
    m_desk->node->journal().whenKept([&] {
        m_desk->node->journal().store().blob(
            blob, [&](const Result<std::optional<BlobState>>& state) { isThere = state->has_value(); });
    });
    QTRY_VERIFY_WITH_TIMEOUT(isThere.has_value(), patience);
    QVERIFY(!*isThere);
}

void TestAttaching::takenBackAllOfItGoes() {
    for (const char* name : {"a.txt", "b.txt"}) {
        copyFile(file(name, name));
        press(Qt::Key_V, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 2, patience);
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("both"));
    press(Qt::Key_Return);
    const auto counted = [this] {
        int count = 0;
        const TimelineModel& model = *page(*m_desk).model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const TimelineRow& one = model.row(row);
            count += std::holds_alternative<AttachmentAdded>(one.facts) &&
                             one.textState == TextPart::State::Present
                         ? 1
                         : 0;
        }
        return count;
    };
    QTRY_COMPARE_WITH_TIMEOUT(counted(), 2, patience);
    QTRY_VERIFY_WITH_TIMEOUT(page(*m_desk).composer().field().text().isEmpty(), patience);
    press(Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(counted(), 0, patience);
    QCOMPARE(page(*m_desk).composer().field().text(), QStringLiteral("both"));
}

void TestAttaching::aDroppedTextIsReadAndSaved() {
    QMimeData data;
    const QByteArray words = QStringLiteral("배터리실 온도 41도\n").toUtf8();
    data.setUrls({QUrl::fromLocalFile(file("온도.log", words))});
    QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&page(*m_desk), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(QPointF(100, 100), Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(&page(*m_desk), &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(drop.dropAction(), Qt::CopyAction);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    press(Qt::Key_Return);
    showNight(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_other) >= 0, patience);
    ViewSheet& sheet = lookAtNewest(*m_other);
    QVERIFY(!sheet.saveButton().isEnabled() || !sheet.bytes().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(sheet.bytes(), words, patience);
    const QString path = m_folder->filePath(QStringLiteral("saved.log"));
    sheet.saveTo(path);
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), words);
    QVERIFY(sheet.message().contains(path));
    sheet.saveTo(m_folder->filePath(QStringLiteral("nowhere/saved.log")));
    QVERIFY(!sheet.message().contains(QStringLiteral("saved.log")) && !sheet.message().isEmpty());
}

void TestAttaching::whatCannotBeAttachedSaysWhy() {
    copyFile(file("tool.exe", QByteArray("MZ\0\0", 4)));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(page(*m_desk).composer().message().contains(QStringLiteral("tool.exe")),
                             patience);
    QCOMPARE(held(*m_desk), 0);
    // One more than goes with a line: those before it are kept.
    for (int i = 0; i <= limits::attachmentsHeld; ++i) {
        copyFile(file(qPrintable(QStringLiteral("%1.txt").arg(i)), "words"));
        press(Qt::Key_V, Qt::ControlModifier);
    }
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), qsizetype(limits::attachmentsHeld), patience);
    QTRY_VERIFY_WITH_TIMEOUT(page(*m_desk).composer().message().contains(QStringLiteral("8.txt")), patience);
}

void TestAttaching::aReaderWithoutARelayIsTold() {
    copyFile(file("a.txt", "one"));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(held(*m_desk), 1, patience);
    press(Qt::Key_Return);
    showNight(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(attachedRow(*m_other) >= 0, patience);
    m_other->node->disconnectFromRelay();
    ViewSheet& sheet = lookAtNewest(*m_other);
    QTRY_VERIFY_WITH_TIMEOUT(!sheet.isReading(), patience);
    QVERIFY(sheet.bytes().isEmpty());
    QVERIFY(!sheet.message().isEmpty());
    m_other->node->connectToRelay(std::nullopt);
    QTRY_VERIFY_WITH_TIMEOUT(m_other->node->isCaughtUp(), patience);
    press(Qt::Key_Space); // Try again has the focus
    QTRY_COMPARE_WITH_TIMEOUT(sheet.bytes(), QByteArray("one"), patience);
}

QTEST_MAIN(TestAttaching)
#include "test_attaching.moc"
