// What an accepted entry does to a store beside standing in it.
#include "relay/effects.h"
#include "support/scene.h"

#include <QTest>

namespace bongsu {

namespace {

const BlobId blob = BlobId::zeros();
constexpr quint64 size = 10;

} // namespace

class TestEffects final : public QObject {
    Q_OBJECT

  private Q_SLOTS:
    void aBlobHasItsPlaceBeforeItsBytes();
    void anErasedTextNamesItsBlobStill();
    void whatDoesNotCountNamesNothing();

  private:
    Composed attached(Scene& scene, const Member& author) {
        Text words = scene.org.words();
        words.blobSalt = Salt::zeros();
        return scene.org.compose(author, scene.log, AttachmentAdded{{}, Media::Pdf, blob, size, {}}, words);
    }
};

void TestEffects::aBlobHasItsPlaceBeforeItsBytes() {
    Scene scene;
    const Composed made = attached(scene, scene.responder());
    const auto accepted = scene.org.force(made);
    Change change;
    addEffects(change, *accepted, made.offer.text);
    QCOMPARE(change.blobs.begun.size(), std::size_t(1));
    const BlobBegun& begun = change.blobs.begun.front();
    QVERIFY(begun.blob == blob && begun.size == size && begun.owner == made.event.header.device);
    QCOMPARE(change.blobs.named.size(), std::size_t(1));
    QVERIFY(change.blobs.named.front().event == made.event.id);
}

// The store holds bytes that a backup kept unnamed, and drops them by that.
void TestEffects::anErasedTextNamesItsBlobStill() {
    Scene scene;
    const Composed made = attached(scene, scene.responder());
    const auto accepted = scene.org.force(made);
    Change change;
    addEffects(change, *accepted, TextPart::erased(EventId::zeros()));
    QVERIFY(change.blobs.begun.empty());
    QCOMPARE(change.blobs.named.size(), std::size_t(1));
    QVERIFY(change.blobs.named.front().blob == blob);
}

void TestEffects::whatDoesNotCountNamesNothing() {
    Scene scene;
    const Composed made = attached(scene, scene.the(Permission::Viewer));
    const auto accepted = scene.org.force(made);
    QVERIFY(accepted && accepted->verdict);
    Change change;
    addEffects(change, *accepted, made.offer.text);
    QVERIFY(change.blobs.begun.empty() && change.blobs.named.empty());
}

} // namespace bongsu

QTEST_APPLESS_MAIN(bongsu::TestEffects)
#include "test_effects.moc"
