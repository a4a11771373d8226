#include "ui/rosterscreens.h"

#include "ui/roster/rostersheet.h"

#include <QFile>
#include <QTemporaryDir>

namespace bongsu {

namespace {

QString words(const char* utf8) {
    return QString::fromUtf8(utf8);
}

// Weeks of it, as a calendar repeats them.
QByteArray weekly(const char* name, const char* from, const char* until, const char* days,
                  const char* department, const char* note = "") {
    return QByteArray("BEGIN:VEVENT\nSUMMARY:") + name + "\nCATEGORIES:" + department +
           "\nDTSTART;TZID=Asia/Seoul:" + from + "\nDTEND;TZID=Asia/Seoul:" + until +
           "\nRRULE:FREQ=WEEKLY;BYDAY=" + days +
           (*note ? QByteArray("\nDESCRIPTION:") + note : QByteArray()) + "\nEND:VEVENT\n";
}

QByteArray calendar(const QByteArray& events) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Example//EN\n" + events + "END:VCALENDAR\n";
}

void publish(Stage& stage, QStringView type, const char* key, const QByteArray& bytes) {
    const auto published = stage.desk().journal->publish({type.toString(), words(key), bytes, words(key)});
    Q_ASSERT(published);
    stage.house().run();
    stage.desk().journal->offerWithoutBlobs();
    stage.house().sync();
}

// Into the sheet as it stands, as if it had been chosen there.
void readRosterFile(Stage& stage, const QByteArray& bytes) {
    QTemporaryDir folder;
    const QString path = folder.filePath(words("11월 당번.ics"));
    QFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    Q_ASSERT(isWritten);
    file.close();
    stage.window().rosterSheet()->readFrom(path);
    stage.settle();
}

} // namespace

// Four departments at half past two at night: one as it should be, one for too long, one empty, one with
// times that nobody covers.
void openRoster(Stage& stage) {
    stage.connectedNight();
    publish(stage, documenttype::services, documenttype::services.toString().toUtf8().constData(),
            words("catalogue: 1\ndepartments:\n"
                  "  - department: infra\n    name: {ko: 인프라실, en: Infrastructure}\n"
                  "  - department: network\n    name: {ko: 네트워크팀, en: Network}\n"
                  "  - department: security\n    name: {ko: 정보보호팀, en: Information security}\n"
                  "  - department: support\n    name: {ko: 고객지원팀, en: Customer support}\n"
                  "services:\n"
                  "  - service: 메신저\n    name: {ko: 메신저, en: Messenger}\n    department: infra\n")
                .toUtf8());
    const QByteArray all =
        weekly("정우진", "20221010T220000", "20221011T070000", "MO,TU,WE,TH,FR,SA,SU", "infra",
               "야간, 백업 점검") +
        weekly("이수민", "20221010T070000", "20221010T150000", "MO,TU,WE,TH,FR,SA,SU", "infra") +
        weekly("김하늘", "20221010T150000", "20221010T220000", "MO,TU,WE,TH,FR", "infra", "인수인계 21:30") +
        weekly("김하늘", "20221015T150000", "20221015T220000", "SA,SU", "infra") +
        weekly("장민호", "20221010T120000", "20221011T060000", "MO,WE,SA", "network") +
        weekly("윤아라", "20221011T090000", "20221011T180000", "MO,TU,WE,TH,FR", "support",
               "전화 1599-0000") +
        weekly("오세진", "20221010T180000", "20221011T090000", "MO,SA", "security");
    publish(stage, documenttype::roster, "duty", calendar(all));
    stage.incident();
    stage.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

void chooseRoster(Stage& stage) {
    openRoster(stage);
    stage.press(Qt::Key_Down);
}

void openNoRoster(Stage& stage) {
    stage.firstDay();
    stage.window();
    stage.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

void readRoster(Stage& stage) {
    openRoster(stage);
    readRosterFile(
        stage, calendar(weekly("정우진", "20221017T180000", "20221018T090000", "MO,TU,WE,TH", "infra") +
                        weekly("박지훈", "20221017T090000", "20221017T180000", "MO,TU,WE,TH,FR", "infra") +
                        weekly("정우진", "20221018T080000", "20221018T120000", "TU", "network")));
}

void readBrokenRoster(Stage& stage) {
    openRoster(stage);
    readRosterFile(stage, "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:정우진\nDTSTART;TZID=Asia/Pangyo:"
                          "20221017T180000\nDTEND;TZID=Asia/Pangyo:20221018T090000\nEND:VEVENT\n"
                          "BEGIN:VEVENT\nSUMMARY:김하늘\nDTSTART:20221017T180000\nEND:VEVENT\n"
                          "END:VCALENDAR\n");
}

} // namespace bongsu
