// The test vectors of docs/format.md: what is in tests/vectors/*.json, made anew.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace bongsu::vectors {

struct VectorFile {
    QString name; // "cbor.json"
    QJsonObject content;
};
QList<VectorFile> allVectors();

QJsonObject cborVectors();
QJsonObject idVectors();
QJsonObject signatureVectors();
QJsonObject headerVectors();
QJsonObject eventVectors();
QJsonObject entryVectors();
QJsonObject headVectors();
QJsonObject refusalVectors();
QJsonObject wordsVectors();
QJsonObject factsVectors();
QJsonObject textVectors();
QJsonObject chainVectors();
QJsonObject exportVectors();

// {"accept": […], "reject": […]} of named byte strings.
class Cases {
  public:
    void accept(const QString& name, const QByteArray& bytes, QJsonObject says = {});
    void reject(const QString& name, const QByteArray& bytes, QJsonObject says = {});
    QJsonObject toJson() const;

  private:
    QJsonArray m_accept;
    QJsonArray m_reject;
};

// One array of the format, item by item, so that each can be spoilt alone.
class Items {
  public:
    explicit Items(QList<QByteArray> items) : m_items(std::move(items)) {}
    // The items of an encoded array.
    static Items of(QByteArrayView array);

    QByteArray bytes() const;
    QByteArray with(qsizetype index, const QByteArray& encoded) const;

    // Rejects `name`d after each spoilt item: every item of another type, left out, one too many, bytes
    // behind and missing, another array in its place. `nullable`: the items that may be null.
    void spoil(Cases& cases, const QList<int>& nullable) const;

  private:
    QList<QByteArray> m_items;
};

QString hexOf(QByteArrayView bytes);

} // namespace bongsu::vectors
