#include "vectors/bodies.h"

namespace bongsu::vectors {

namespace {

constexpr quint64 unknownKey = 1000;

QByteArray nestedArrays(int count) {
    return QByteArray(count - 1, '\x81') + '\x80';
}

QList<EncodedField> withField(QList<EncodedField> fields, quint64 key, const QByteArray& value) {
    fields.append({key, false, value, {}});
    return fields;
}

} // namespace

QByteArray mapOf(const QList<EncodedField>& fields) {
    CborWriter out;
    out.map(quint64(fields.size()));
    QByteArray bytes = out.take();
    for (const EncodedField& field : fields) {
        bytes += encoded(field.key) + field.value;
    }
    return bytes;
}

void almost(const QList<EncodedField>& fields,
            const std::function<void(const QString&, const QByteArray&)>& add) {
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const QString key = QString::number(fields[i].key);
        QList<EncodedField> changed = fields;
        if (fields[i].required) {
            changed.removeAt(i);
            add(QStringLiteral("without ") + key, mapOf(changed));
        }
        for (const QByteArray& wrong : fields[i].wrong) {
            changed = fields;
            changed[i].value = wrong;
            add(QStringLiteral("wrong ") + key, mapOf(changed));
        }
        changed = fields;
        changed.insert(i, fields[i]);
        add(QStringLiteral("twice ") + key, mapOf(changed));
    }
    if (fields.size() > 1) {
        QList<EncodedField> turned = fields;
        turned.swapItemsAt(0, 1);
        add(QStringLiteral("out of order"), mapOf(turned));
    }
    add(QStringLiteral("a key out of turn"), mapOf(QList<EncodedField>(fields) << fields[0]));
    add(QStringLiteral("an unknown value too deep"), mapOf(withField(fields, unknownKey, nestedArrays(8))));
    add(QStringLiteral("an unknown value with a float"), mapOf(withField(fields, unknownKey, "\xf9\x3c")));
    add(QStringLiteral("a byte behind"), mapOf(fields) + '\0');
    add(QStringLiteral("a byte short"), mapOf(fields).chopped(1));
    add(QStringLiteral("not a map"), QByteArray("\x80"));
    add(QStringLiteral("nothing"), QByteArray());
}

void beyond(const QList<EncodedField>& fields,
            const std::function<void(const QString&, const QByteArray&)>& add) {
    add(QStringLiteral("an unknown key"), mapOf(withField(fields, unknownKey, encoded(quint64(7)))));
    add(QStringLiteral("an unknown value as deep as allowed"),
        mapOf(withField(fields, unknownKey, nestedArrays(7))));
}

} // namespace bongsu::vectors
