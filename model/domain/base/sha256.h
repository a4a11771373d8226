// SHA-256 by the processor's own instructions where it has them: every entry that is folded is hashed four
// times.
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>

namespace bongsu {

// Of `first` and the pieces after it, one behind the other: 32 raw bytes.
QByteArray sha256Of(QByteArrayView first, std::initializer_list<QByteArrayView> pieces);

// The same without those instructions: what machines without them take, and what the others are held against.
QByteArray sha256Portably(QByteArrayView first, std::initializer_list<QByteArrayView> pieces);

} // namespace bongsu
