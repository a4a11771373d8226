// Files as people write them, and what a test changes in them.
#pragma once

#include "domain/base/documentfault.h"

#include <tl/expected.hpp>

#include <QFile>
#include <QTest>

#include <vector>

namespace bongsu {

// `good` with the one place that says `from` saying `to`.
inline QByteArray changed(const QByteArray& good, const QByteArray& from, const QByteArray& to) {
    if (good.count(from) != 1) {
        qFatal("'%s' stands there %d times", from.constData(), int(good.count(from)));
    }
    return QByteArray(good).replace(from, to);
}

// A file of the source tree.
inline QByteArray contentOf(const QString& path) {
    QFile file(qEnvironmentVariable("BONGSU_SOURCE_DIR") + u'/' + path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(file.fileName()));
    }
    return file.readAll();
}

// The n-th example of a page of docs/.
inline QByteArray exampleIn(const QString& page, int n) {
    const QByteArray text = contentOf(QStringLiteral("docs/") + page);
    qsizetype begin = 0;
    for (int i = 0; i < n; ++i) {
        begin = text.indexOf("```yaml\n", begin) + 8;
    }
    return text.mid(begin, text.indexOf("```", begin) - begin);
}

// Faults as a test's message shows them: "12:5 code word|other", the code as its number in the enum.
inline QString told(const std::vector<DocumentFault>& faults) {
    QStringList lines;
    for (const DocumentFault& fault : faults) {
        lines += QStringLiteral("%1:%2 %3 %4|%5")
                     .arg(fault.line)
                     .arg(fault.column)
                     .arg(int(fault.code))
                     .arg(fault.word, fault.other);
    }
    return lines.join(u'\n');
}

template <class T>
QString told(const tl::expected<T, std::vector<DocumentFault>>& result) {
    return result ? QString() : told(result.error());
}

// What one changed file is expected to say, and that alone.
inline void faultColumns() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
}
inline void faultRow(const char* name, const QByteArray& file, const std::vector<DocumentFault>& expected) {
    QTest::newRow(name) << file << told(expected);
}

// Each file that lacks one byte of `good` reads, or says what is wrong at a line that it has.
template <class Read>
void losesAnyByte(const QByteArray& good, const Read& read) {
    int faulty = 0;
    for (qsizetype i = 0; i < good.size(); ++i) {
        const QByteArray file = QByteArray(good).remove(i, 1);
        const auto result = read(file);
        if (result) {
            continue;
        }
        ++faulty;
        QVERIFY2(!result.error().empty(), file.constData());
        for (const DocumentFault& fault : result.error()) {
            const bool isInside = fault.line >= 1 && fault.column >= 1 && fault.line <= file.count('\n') + 1;
            QVERIFY2(isInside && fault.code >= FaultCode::TooLarge && fault.code <= FaultCode::Last,
                     qPrintable(told({fault}) + u'\n' + QString::fromUtf8(file)));
        }
    }
    QVERIFY(faulty > good.size() / 4);
}

} // namespace bongsu
