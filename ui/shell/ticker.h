// Says when another minute has begun on a clock: what shows how long something lasts is drawn anew then.
#pragma once

#include "domain/base/clock.h"

#include <QObject>
#include <QTimer>

namespace bongsu {

class Ticker : public QObject {
    Q_OBJECT

  public:
    explicit Ticker(const Clock& clock, QObject* parent = nullptr);

  Q_SIGNALS:
    void minuteBegun();

  private:
    void wait();

    const Clock& m_clock;
    QTimer m_timer;
};

} // namespace bongsu
