// Judges bytes for the verifier's test: reads lines "what hex" and answers each with 1 (read) or 0 (refused).
#include "vectors/readers.h"

#include <QFile>

#include <cstdio>

int main() {
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    while (true) {
        const QByteArray line = in.readLine();
        const qsizetype space = line.indexOf(' ');
        if (space < 0) {
            return 0;
        }
        const QByteArray bytes = QByteArray::fromHex(line.sliced(space + 1).trimmed());
        const bool isRead =
            bongsu::vectors::readAgain(QString::fromLatin1(line.first(space)), bytes).has_value();
        std::puts(isRead ? "1" : "0");
    }
}
