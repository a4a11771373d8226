#include "documents/calendarlines.h"

#include "domain/base/limits.h"

#include <QStringDecoder>

#include <algorithm>

namespace bongsu {

namespace {

const QByteArray calendar = QByteArrayLiteral("VCALENDAR");

QByteArray nameIn(const QByteArray& line) {
    const auto end = std::find_if(line.begin(), line.end(), [](char c) { return c == ';' || c == ':'; });
    return line.left(end - line.begin()).toUpper();
}

// A line that begins with a space or a tab goes on with the one before it, also in the middle of a character.
std::vector<CalendarLine> unfolded(QByteArrayView bytes) {
    std::vector<CalendarLine> lines;
    int number = 0;
    for (qsizetype begin = 0; begin < bytes.size();) {
        const auto isEnd = [](char c) { return c == '\n' || c == '\r'; };
        const auto end = std::find_if(bytes.begin() + begin, bytes.end(), isEnd) - bytes.begin();
        const QByteArrayView line = bytes.sliced(begin, end - begin);
        ++number;
        const bool goesOn = !line.isEmpty() && (line.front() == ' ' || line.front() == '\t');
        if (goesOn && !lines.empty()) {
            lines.back().text += line.sliced(1);
        } else if (!line.trimmed().isEmpty()) {
            lines.push_back({line.toByteArray(), {}, {number, 1}});
        }
        const bool isPair = end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n';
        begin = end + (isPair ? 2 : 1);
    }
    return lines;
}

bool isControl(char c) {
    return (quint8(c) < 0x20 && c != '\t') || quint8(c) == 0x7f;
}

// Says the first line that is no text.
bool isClean(const std::vector<CalendarLine>& lines, Faults& faults) {
    for (const CalendarLine& line : lines) {
        const auto control = std::find_if(line.text.begin(), line.text.end(), isControl);
        if (control != line.text.end()) {
            const QString code =
                QStringLiteral("U+%1").arg(uint(*control), 4, 16, QLatin1Char('0')).toUpper();
            faults.add(line.at, FaultCode::ControlCharacter, code);
            return false;
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder(line.text);
        if (decoder.hasError()) {
            faults.add(line.at, FaultCode::NotUtf8);
            return false;
        }
    }
    return true;
}

// Puts the lines into their components.
class Building {
  public:
    explicit Building(Faults& faults) : m_faults(faults) {}

    bool take(CalendarLine&& line) {
        const bool begins = line.name == "BEGIN";
        const QByteArray name = begins || line.name == "END"
                                    ? line.text.mid(line.text.indexOf(':') + 1).trimmed().toUpper()
                                    : QByteArray();
        if (name.isEmpty()) {
            if (m_open.empty()) {
                m_faults.add(line.at, FaultCode::NotACalendar);
                return false;
            }
            m_open.back().lines.push_back(std::move(line));
            return true;
        }
        return begins ? begin(name, line.at) : end(name, line.at);
    }

    std::vector<CalendarComponent> all() {
        if (!m_open.empty()) {
            m_faults.add(m_open.back().at, FaultCode::ComponentUnclosed,
                         QString::fromUtf8(m_open.back().name));
        } else if (m_calendars.empty()) {
            m_faults.add({}, FaultCode::NotACalendar);
        }
        return std::move(m_calendars);
    }

  private:
    bool begin(const QByteArray& name, Position at) {
        if (m_open.empty() && name != calendar) {
            m_faults.add(at, FaultCode::NotACalendar);
            return false;
        }
        if (m_open.size() == std::size_t(limits::documentDepth)) {
            m_faults.add(at, FaultCode::TooDeep, QString::number(limits::documentDepth));
            return false;
        }
        m_open.push_back({name, at});
        return true;
    }
    bool end(const QByteArray& name, Position at) {
        if (m_open.empty() || m_open.back().name != name) {
            m_faults.add(at, FaultCode::ComponentUnclosed, QString::fromUtf8(name));
            return false;
        }
        CalendarComponent closed = std::move(m_open.back());
        m_open.pop_back();
        (m_open.empty() ? m_calendars : m_open.back().parts).push_back(std::move(closed));
        return true;
    }

    Faults& m_faults;
    std::vector<CalendarComponent> m_open; // the innermost last
    std::vector<CalendarComponent> m_calendars;
};

} // namespace

std::vector<CalendarComponent> calendarsIn(QByteArrayView bytes, Faults& faults) {
    if (bytes.size() > limits::documentBytes) {
        faults.add({}, FaultCode::TooLarge, QString::number(limits::documentBytes));
        return {};
    }
    if (bytes.startsWith(QByteArrayView("\xef\xbb\xbf"))) {
        bytes = bytes.sliced(3);
    }
    std::vector<CalendarLine> lines = unfolded(bytes);
    if (!isClean(lines, faults)) {
        return {};
    }
    Building building(faults);
    for (CalendarLine& line : lines) {
        line.name = nameIn(line.text);
        if (!building.take(std::move(line))) {
            return {};
        }
    }
    std::vector<CalendarComponent> calendars = building.all();
    return faults.isEmpty() ? std::move(calendars) : std::vector<CalendarComponent>();
}

} // namespace bongsu
