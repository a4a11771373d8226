#include "vectors/vectors.h"

#include "domain/base/cbor.h"

namespace bongsu::vectors {

QList<VectorFile> allVectors() {
    return {{QStringLiteral("cbor.json"), cborVectors()},
            {QStringLiteral("ids.json"), idVectors()},
            {QStringLiteral("header.json"), headerVectors()},
            {QStringLiteral("event.json"), eventVectors()},
            {QStringLiteral("entry.json"), entryVectors()},
            {QStringLiteral("head.json"), headVectors()},
            {QStringLiteral("refusal.json"), refusalVectors()},
            {QStringLiteral("words.json"), wordsVectors()},
            {QStringLiteral("facts.json"), factsVectors()},
            {QStringLiteral("text.json"), textVectors()},
            {QStringLiteral("chain.json"), chainVectors()},
            {QStringLiteral("export.json"), exportVectors()},
            {QStringLiteral("signatures.json"), signatureVectors()}};
}

QString hexOf(QByteArrayView bytes) {
    return QString::fromLatin1(bytes.toByteArray().toHex());
}

namespace {
QJsonObject named(const QString& name, const QByteArray& bytes, QJsonObject says) {
    says.insert(QStringLiteral("name"), name);
    says.insert(QStringLiteral("hex"), hexOf(bytes));
    return says;
}
} // namespace

void Cases::accept(const QString& name, const QByteArray& bytes, QJsonObject says) {
    m_accept.append(named(name, bytes, std::move(says)));
}
void Cases::reject(const QString& name, const QByteArray& bytes, QJsonObject says) {
    m_reject.append(named(name, bytes, std::move(says)));
}

QJsonObject Cases::toJson() const {
    return {{"accept", m_accept}, {"reject", m_reject}};
}

Items Items::of(QByteArrayView array) {
    CborReader in(array);
    const quint64 count = in.array();
    QByteArrayView rest = array.sliced(1);
    Q_ASSERT(count < 24); // the head is one byte
    QList<QByteArray> items;
    for (quint64 i = 0; i < count; ++i) {
        // The shortest beginning that is a whole value is the item: no value begins another.
        qsizetype length = 1;
        const auto isWhole = [&] {
            CborReader item(rest.first(length));
            item.skip();
            return item.finished();
        };
        while (!isWhole()) {
            ++length;
        }
        items.append(rest.first(length).toByteArray());
        rest = rest.sliced(length);
    }
    return Items(items);
}

QByteArray Items::bytes() const {
    CborWriter out;
    out.array(quint64(m_items.size()));
    return out.take() + m_items.join();
}

QByteArray Items::with(qsizetype index, const QByteArray& encoded) const {
    Items changed = *this;
    changed.m_items[index] = encoded;
    return changed.bytes();
}

void Items::spoil(Cases& cases, const QList<int>& nullable) const {
    const QByteArray null("\xf6");
    for (int i = 0; i < m_items.size(); ++i) {
        const QString item = QStringLiteral("item %1 ").arg(i);
        if (!nullable.contains(i)) {
            cases.reject(item + QStringLiteral("null"), with(i, null));
        }
        cases.reject(item + QStringLiteral("a boolean"), with(i, QByteArray("\xf4")));
        cases.reject(item + QStringLiteral("an empty map"), with(i, QByteArray("\xa0")));
        cases.reject(item + QStringLiteral("an empty byte string"), with(i, QByteArray("\x40")));
        const bool isId = m_items[i].startsWith(QByteArray("\x58\x20"));
        if (isId) {
            CborWriter shorter;
            shorter.bytes(m_items[i].sliced(2, 31));
            cases.reject(item + QStringLiteral("31 bytes"), with(i, shorter.take()));
            CborWriter longer;
            longer.bytes(m_items[i].sliced(2) + '\0');
            cases.reject(item + QStringLiteral("33 bytes"), with(i, longer.take()));
        }
        const bool isNumber = quint8(m_items[i][0]) < 0x20;
        if (isNumber) {
            cases.reject(item + QStringLiteral("negative"), with(i, QByteArray("\x20")));
            cases.reject(item + QStringLiteral("over 2^53"),
                         with(i, QByteArray("\x1b\x00\x20\0\0\0\0\0\x01", 9)));
            cases.reject(item + QStringLiteral("not the shortest"), with(i, QByteArray("\x18\x01")));
        }
        Items without = *this;
        without.m_items.removeAt(i);
        cases.reject(item + QStringLiteral("left out"), without.bytes());
    }
    Items more = *this;
    more.m_items.append(QByteArray(1, '\0'));
    cases.reject(QStringLiteral("an item too many"), more.bytes());
    cases.reject(QStringLiteral("a byte behind"), bytes() + '\0');
    cases.reject(QStringLiteral("a byte short"), bytes().chopped(1));
    cases.reject(QStringLiteral("an indefinite array"),
                 QByteArray("\x9f") + m_items.join() + QByteArray("\xff"));
    cases.reject(QStringLiteral("a map"), QByteArray("\xa0"));
    cases.reject(QStringLiteral("nothing"), QByteArray());
}

} // namespace bongsu::vectors
