#include "commands/commandtable.h"

#include "commands/actioncommands.h"
#include "commands/briefcommand.h"
#include "commands/committeecommands.h"
#include "commands/dutycommands.h"
#include "commands/incidentcommand.h"
#include "commands/keycommand.h"
#include "commands/manualcommands.h"
#include "commands/measurecommands.h"
#include "commands/noticecommands.h"
#include "commands/personcommands.h"
#include "commands/readinesscommand.h"
#include "commands/retrocommands.h"
#include "commands/retroediting.h"
#include "commands/servicecommands.h"

namespace bongsu {

namespace {

Usage usage(const char* line, int fewest, int most, std::initializer_list<const char*> names = {}) {
    QStringList options;
    for (const char* name : names) {
        options.append(QString::fromLatin1(name));
    }
    return Usage{QString::fromUtf8(line), fewest, most, options};
}

// A command in a file of its own, before which is waited for what the relay has.
struct ElsewhereRow {
    const char* name;
    Usage words;
    void (*act)(NodeCommands&, const Asked&);
};

std::vector<ElsewhereRow> aboutActions() {
    return {
        {"actions list",
         usage("actions list [INCIDENT] [--open] [--overdue] [--ordered | --own] [--owner PERSON] "
               "[--drills] [--format json|csv|ics] [-o FILE]",
               0, 1, {"open", "overdue", "ordered", "own", "owner=", "drills", "format=", "o="}),
         &listActions},
        {"actions add",
         usage("actions add INCIDENT TEXT [--kind prevent|detect|respond|recover] [--term short|long] "
               "[--owner PERSON] [--due DAY|ISO] [--budget WON] [--area AREA] [--finding EVENT] "
               "[--heading KEY [--order EVENT]]",
               2, 2,
               {"kind=", "term=", "owner=", "due=", "budget=", "area=", "heading=", "finding=", "order="}),
         &addAction},
        {"actions change",
         usage("actions change INCIDENT ACTION --reason R [--words TEXT] [--kind K] [--term T] "
               "[--owner PERSON] [--due DAY|ISO] [--budget WON] [--area AREA] [--heading KEY]",
               2, 2,
               {"reason=", "words=", "kind=", "term=", "owner=", "due=", "budget=", "area=", "heading="}),
         &changeAction},
        {"actions done", usage("actions done INCIDENT ACTION EVIDENCE", 3, 3), &settleAction},
        {"actions verify", usage("actions verify INCIDENT ACTION [NOTE]", 2, 3), &settleAction},
        {"actions drop", usage("actions drop INCIDENT ACTION --reason R", 2, 2, {"reason="}), &settleAction},
        {"actions reopen", usage("actions reopen INCIDENT ACTION --reason R", 2, 2, {"reason="}),
         &settleAction},
        {"actions repeats", usage("actions repeats", 0, 0), &tellRepeats},
    };
}

} // namespace

std::pair<const QString, NodeCommands::Command> NodeCommands::entry(const char* name, Command command) {
    return {QString::fromLatin1(name), std::move(command)};
}

NodeCommands::Commands NodeCommands::aboutPeople() {
    using N = NodeCommands;
    return {
        entry("join", {usage("join INVITE|HOST:PORT WORDS --person NAME [--device NAME]", 1, -1,
                             {"person=", "device="}),
                       nullptr, &N::join, false}),
        entry("invite", {usage("invite --permission P [--person ID] [--uses N] [--valid MINUTES] [--spoken]",
                               0, 0, {"permission=", "person=", "uses=", "valid=", "spoken"}),
                         &N::invite}),
        entry("recover", {usage("recover --root FILE", 0, 0, {"root="}), &N::recover}),
        entry("people", {usage("people", 0, 0), nullptr, &N::people}),
        entry("person set",
              {usage("person set PERSON [--department KEY] [--site S] [--phone NUMBER] [--email "
                     "ADDRESS] [--contact NUMBER|ADDRESS]…",
                     1, 1, {"department=", "site=", "phone=", "email=", "contact="}),
               nullptr, nullptr, true, &describePerson}),
        entry("devices", {usage("devices", 0, 0), nullptr, &N::devices}),
        entry("permit", {usage("permit PERSON PERMISSION", 2, 2), &N::permit}),
        entry("revoke", {usage("revoke DEVICE", 1, 1), &N::revoke}),
        entry("declare-epoch", {usage("declare-epoch --reason R", 0, 0, {"reason="}), &N::declareEpoch}),
    };
}

NodeCommands::Commands NodeCommands::aboutIncidents() {
    using N = NodeCommands;
    return {
        entry("declare",
              {usage("declare --title T [--grade watch|minor|partial|major|total | --severity 1..5] "
                     "[--failure-type K] [--site S]… [--service S]… [--began ISO] [--ended ISO] [--drill]",
                     0, 0,
                     {"title=", "grade=", "severity=", "failure-type=", "site=", "service=", "began=",
                      "ended=", "drill"}),
               &N::declare}),
        entry("join-incident",
              {usage("join-incident INCIDENT… --into PRIMARY --reason R", 1, -1, {"into=", "reason="}),
               &N::joinIncident}),
        entry("take-command",
              {usage("take-command INCIDENT --reason R", 1, 1, {"reason="}), &N::takeCommand}),
        entry("note", {usage("note INCIDENT TEXT|- [--occurred-at ISO]", 2, 2, {"occurred-at="}), &N::note}),
        entry("decide", {usage("decide INCIDENT TEXT --basis B [--option O]…", 2, 2, {"basis=", "option="}),
                         &N::decide}),
        entry("correct", {usage("correct EVENT TEXT", 2, 2), &N::correct}),
        entry("withdraw", {usage("withdraw EVENT", 1, 1), &N::withdraw}),
        entry("pin", {usage("pin EVENT [--off]", 1, 1, {"off"}), &N::pin}),
        entry("grade", {usage("grade INCIDENT G", 2, 2), &N::grade}),
        entry("phase", {usage("phase INCIDENT P [--reason R]", 2, 2, {"reason="}), &N::phase}),
        entry("meeting", {usage("meeting INCIDENT TEXT", 2, 2), &N::meeting}),
        entry("service", {usage("service INCIDENT SERVICE STATE [--restored N[-M]/T]", 3, 3, {"restored="}),
                          &N::service}),
        entry("blocker", {usage("blocker INCIDENT SITE TEXT [--party P] [--promised WHAT]", 3, 3,
                                {"party=", "promised="}),
                          &N::blocker}),
        entry("hold",
              {usage("hold SITE [--incident I] --reason R", 1, 1, {"incident=", "reason="}), &N::hold}),
        entry("release",
              {usage("release SITE [--incident I] --reason R", 1, 1, {"incident=", "reason="}), &N::release}),
        entry("alert", {usage("alert INCIDENT attention|caution|alert|serious [--occurred-at ISO]", 2, 2,
                              {"occurred-at="}),
                        &N::alertLevel}),
        entry("import", {usage("import INCIDENT FILE.jsonl", 2, 2), nullptr, &N::importFile}),
        entry("attach", {usage("attach INCIDENT FILE [--caption TEXT]", 2, 2, {"caption="}), &N::attach}),
        entry("fetch", {usage("fetch EVENT -o FILE", 1, 1, {"o="}), nullptr, &N::fetch}),
        entry("read", {usage("read INCIDENT --add|--remove PERSON", 1, 1, {"add=", "remove="}), &N::read}),
        entry("erase", {usage("erase EVENT --reason R", 1, 1, {"reason="}), &N::erase}),
    };
}

NodeCommands::Commands NodeCommands::aboutSeats() {
    using N = NodeCommands;
    return {
        entry("roles", {usage("roles INCIDENT", 1, 1), nullptr, &N::roles}),
        entry("call",
              {usage("call INCIDENT [--failure-type T] [--dry-run]", 1, 1, {"failure-type=", "dry-run"}),
               nullptr, &N::call}),
        entry("assign", {usage("assign INCIDENT SEAT PERSON [--then PERSON]… [--within MINUTES] "
                               "[--reports-to SEAT]",
                               3, 3, {"then=", "within=", "reports-to="}),
                         nullptr, &N::assign}),
        entry("handover", {usage("handover INCIDENT SEAT PERSON [--within MINUTES]", 3, 3, {"within="}),
                           nullptr, &N::assign}),
        entry("accept", {usage("accept INCIDENT SEAT [--for PERSON]", 2, 2, {"for="}), &N::answer}),
        entry("decline",
              {usage("decline INCIDENT SEAT [--for PERSON] [--reason R]", 2, 2, {"for=", "reason="}),
               &N::answer}),
        entry("vacate", {usage("vacate INCIDENT SEAT [--reason R]", 2, 2, {"reason="}), &N::vacate}),
        entry("department", {usage("department PERSON KEY", 2, 2), nullptr, nullptr, true, &setDepartment}),
        entry("demand add",
              {usage("demand add INCIDENT TEXT --party P [--seat S] [--person P] [--due MINUTES|ISO]", 2, 2,
                     {"party=", "seat=", "person=", "due="}),
               &N::addTask}),
        entry("demand done", {usage("demand done INCIDENT DEMAND", 2, 2), &N::settleTask}),
        entry("task add", {usage("task add INCIDENT TEXT [--seat S] [--person P] [--due MINUTES|ISO]", 2, 2,
                                 {"seat=", "person=", "due="}),
                           &N::addTask}),
        entry("task done",
              {usage("task done INCIDENT TASK [--reason R]", 2, 2, {"reason="}), &N::settleTask}),
        entry("task skip", {usage("task skip INCIDENT TASK --reason R", 2, 2, {"reason="}), &N::settleTask}),
        entry("task reopen",
              {usage("task reopen INCIDENT TASK [--reason R]", 2, 2, {"reason="}), &N::settleTask}),
        entry("task list", {usage("task list INCIDENT [--mine]", 1, 1, {"mine"}), nullptr, &N::listTasks}),
    };
}

NodeCommands::Commands NodeCommands::aboutDocuments() {
    using N = NodeCommands;
    return {
        entry("services check", {usage("services check FILE", 1, 1), nullptr, &N::checkServices, false}),
        entry("services publish",
              {usage("services publish FILE [--reason R]", 1, 1, {"reason="}), nullptr, &N::publishServices}),
        entry("services show", {usage("services show [-o FILE]", 0, 0, {"o="}), nullptr, &N::showServices}),
        entry("services set", {usage("services set INCIDENT STATE [--site S | --group G | --service S]…", 2,
                                     2, {"site=", "group=", "service="}),
                               nullptr, &N::setServices}),
        entry("manual check",
              {usage("manual check FILE [--services FILE]", 1, 1, {"services="}), nullptr, &N::checkManual}),
        entry("manual publish",
              {usage("manual publish FILE… [--reason R]", 1, -1, {"reason="}), nullptr, &N::publishManuals}),
        entry("manual show", {usage("manual show TYPE [-o FILE]", 1, 1, {"o="}), nullptr, &N::showManual}),
        entry("manual read", {usage("manual read TYPE", 1, 1), nullptr, nullptr, true, &recordManualRead}),
        entry("manual list", {usage("manual list", 0, 0), nullptr, &N::listManuals}),
        entry("manual diff", {usage("manual diff TYPE [--from VERSION] [--to VERSION] | manual diff INCIDENT",
                                    1, 1, {"from=", "to="}),
                              nullptr, nullptr, true, &diffManual}),
        entry("manual attach",
              {usage("manual attach INCIDENT [TYPE|VERSION]", 1, 2), nullptr, nullptr, true, &attachManual}),
        entry("readiness",
              {usage("readiness [--json]", 0, 0, {"json"}), nullptr, nullptr, true, &tellReadiness}),
        entry("manual starter",
              {usage("manual starter [TYPE | services | committee] [-o FILE]", 0, 1, {"o="}), nullptr,
               &N::starter, false}),
    };
}

NodeCommands::Commands NodeCommands::aboutNotices() {
    const auto done = [](const Usage& words, void (*by)(NodeCommands&, const Asked&)) {
        return Command{words, nullptr, nullptr, true, by};
    };
    const auto drafted = [](const char* line) {
        return usage(line, 1, 1,
                     {"step=",        "channel=",   "first",         "corrects=", "ask=",      "feels=",
                      "feels-en=",    "cause=",     "cause-en=",     "doing=",    "doing-en=", "contact=",
                      "contact-en=",  "wrong=",     "wrong-en=",     "who=",      "who-en=",   "criteria=",
                      "criteria-en=", "procedure=", "procedure-en=", "internal=", "next=",     "recovery=",
                      "press",        "withdraw"});
    };
    return {
        entry("notice check",
              done(usage("notice check channels|notices|first-notice|duties FILE", 2, 2), &checkNoticeFile)),
        entry("notice publish",
              done(usage("notice publish channels|notices|first-notice|duties FILE [--reason R]", 2, 2,
                         {"reason="}),
                   &publishNoticeFile)),
        entry("notice starter",
              done(usage("notice starter channels|notices|first-notice|duties [-o FILE]", 1, 1, {"o="}),
                   &giveNoticeStarter)),
        entry("notice preapprove", done(usage("notice preapprove", 0, 0), &preapproveNotice)),
        entry("notice end-preapproval", done(usage("notice end-preapproval", 0, 0), &endPreapproval)),
        entry(
            "notice draft",
            done(drafted(
                     "notice draft INCIDENT [--first] [--step S] [--channel K]… [--corrects NOTICE] [FACTS]"),
                 &draftNotice)),
        entry(
            "notice propose",
            done(drafted("notice propose INCIDENT [--ask PERSON]… [--step S] [--channel K]… [--corrects "
                         "NOTICE [--withdraw]] "
                         "[--feels T] [--cause T] [--doing T] [--contact T] [--wrong T] [--next ISO|MINUTES] "
                         "[--recovery ISO|MINUTES] [--internal T]…"),
                 &proposeNotice)),
        entry("notice send", done(usage("notice send INCIDENT [--channel K]… [--next ISO|MINUTES]", 1, 1,
                                        {"channel=", "next="}),
                                  &sendFirstNotice)),
        entry("notice approve", done(usage("notice approve INCIDENT NOTICE", 2, 2), &answerNotice)),
        entry("notice decline",
              done(usage("notice decline INCIDENT NOTICE [--reason R]", 2, 2, {"reason="}), &answerNotice)),
        entry("notice override",
              done(usage("notice override INCIDENT NOTICE --reason R", 2, 2, {"reason="}), &overrideNotice)),
        entry("notice stop",
              done(usage("notice stop INCIDENT NOTICE [--reason R]", 2, 2, {"reason="}), &stopNotice)),
        entry("notice decide",
              done(usage("notice decide INCIDENT NOTICE CHANNEL sent|again|abandoned|allowed --reason R", 4,
                         4, {"reason="}),
                   &decideDelivery)),
        entry("notice script",
              done(drafted("notice script INCIDENT [--press] [--step S] [FACTS]"), &giveScript)),
        entry("notice status", done(usage("notice status INCIDENT", 1, 1), &tellNotices)),
        entry("notice selfcheck", done(usage("notice selfcheck", 0, 0), &checkFates)),
        entry("duty list", done(usage("duty list INCIDENT", 1, 1), &tellDuties)),
        entry("duty begin",
              done(usage("duty begin INCIDENT DUTY [--at TIME] [--reason R]", 2, 2, {"at=", "reason="}),
                   &beginDuty)),
        entry("duty met",
              done(usage("duty met INCIDENT DUTY [--at TIME] [--reason R]", 2, 2, {"at=", "reason="}),
                   &settleDuty)),
        entry("duty excuse",
              done(usage("duty excuse INCIDENT DUTY --reason R", 2, 2, {"at=", "reason="}), &settleDuty)),
        entry("duty reopen",
              done(usage("duty reopen INCIDENT DUTY [--reason R]", 2, 2, {"at=", "reason="}), &settleDuty)),
    };
}

NodeCommands::Commands NodeCommands::aboutRosters() {
    using N = NodeCommands;
    const Command publish{usage("roster publish FILE --key K [--reason R]", 1, 1, {"key=", "reason="}),
                          nullptr, &N::publishRoster};
    return {
        entry("roster check",
              {usage("roster check FILE [--key K]", 1, 1, {"key="}), nullptr, &N::checkRoster}),
        entry("roster publish", publish),
        entry("roster import", publish),
        entry("roster show",
              {usage("roster show [--key K] [--from ISO] [--until ISO]", 0, 0, {"key=", "from=", "until="}),
               nullptr, &N::showRoster}),
        entry("roster export", {usage("roster export [--key K] [--from ISO] [--until ISO] [-o FILE]", 0, 0,
                                      {"key=", "from=", "until=", "o="}),
                                nullptr, &N::exportRoster}),
        entry("roster now", {usage("roster now [--key K]", 0, 0, {"key="}), nullptr, &N::rosterNow}),
    };
}

NodeCommands::Commands NodeCommands::aboutServices() {
    const auto entryOf = [](const char* name, Usage words, void (*act)(NodeCommands&, const Asked&)) {
        return entry(name, {std::move(words), nullptr, nullptr, true, act});
    };
    return {
        entryOf("services status", usage("services status INCIDENT", 1, 1), &tellServices),
        entryOf("services confirm", usage("services confirm INCIDENT [--service S]…", 1, 1, {"service="}),
                &confirmServices),
        entryOf("services hit",
                usage("services hit INCIDENT 30%|10~20%|N|N~M --service S… [--function F] [--platform P]", 2,
                      2, {"service=", "function=", "platform="}),
                &stateImpact),
        entryOf(
            "services expect",
            usage("services expect INCIDENT ISO|+MINUTES|unknown [--service S [--function F]] --basis B | "
                  "--reason R [--owner PERSON]",
                  2, 2, {"service=", "function=", "basis=", "reason=", "owner="}),
            &expectRecovery),
        entryOf("cause",
                usage("cause INCIDENT investigating|suspected|confirmed [TEXT] [--by PERSON]", 2, 3, {"by="}),
                &stateCause),
    };
}

NodeCommands::Commands NodeCommands::aboutCommittee() {
    const auto entryOf = [](const char* name, Usage words, void (*act)(NodeCommands&, const Asked&),
                            bool wantsRelay = true) {
        return entry(name, {std::move(words), nullptr, nullptr, wantsRelay, act});
    };
    return {
        entryOf("committee check", usage("committee check FILE", 1, 1), &checkCommittee, false),
        entryOf("committee publish", usage("committee publish FILE [--reason R]", 1, 1, {"reason="}),
                &publishCommittee),
        entryOf("committee show", usage("committee show INCIDENT", 1, 1), &tellCommittee),
        entryOf("committee call",
                usage("committee call INCIDENT [--member NAME]… [--quorum N] [--place P] [--reason R]", 1, 1,
                      {"member=", "quorum=", "place=", "reason="}),
                &callCommittee),
        entryOf("committee attend",
                usage("committee attend INCIDENT MEMBER coming|present|absent [--deputy NAME]", 3, 3,
                      {"deputy="}),
                &attendCommittee),
        entryOf("committee minutes", usage("committee minutes INCIDENT", 1, 1), &tellMinutes),
        entryOf("motion open",
                usage("motion open INCIDENT TEXT [--kind general|disaster|failover] [--criteria C] "
                      "[--due ISO|MINUTES]",
                      2, 2, {"kind=", "criteria=", "due="}),
                &openMotion),
        entryOf(
            "motion vote",
            usage("motion vote INCIDENT MOTION MEMBER for|against|abstained [--reason R]", 4, 4, {"reason="}),
            &voteMotion),
        entryOf("motion close",
                usage("motion close INCIDENT MOTION [--drop] [--reason R]", 2, 2, {"drop", "reason="}),
                &closeMotion),
        entryOf("request add",
                usage("request add INCIDENT people|equipment|room|budget AMOUNT TEXT [--until ISO|MINUTES] "
                      "[--seat S]",
                      4, 4, {"until=", "seat="}),
                &addRequest),
        entryOf("request answer",
                usage("request answer INCIDENT REQUEST granted|declined|provided|dropped [--amount N] "
                      "[--reason R]",
                      3, 3, {"amount=", "reason="}),
                &answerRequest),
        entryOf("request list", usage("request list INCIDENT", 1, 1), &listRequests),
        entryOf("period open", usage("period open INCIDENT TEXT [--until ISO|MINUTES]", 2, 2, {"until="}),
                &openPeriod),
    };
}

NodeCommands::Commands NodeCommands::aboutRetrospectives() {
    const auto entryOf = [](const char* name, Usage words, void (*act)(NodeCommands&, const Asked&)) {
        return entry(name, {std::move(words), nullptr, nullptr, true, act});
    };
    return {
        entryOf("retro start", usage("retro start INCIDENT [--subcommittees]", 1, 1, {"subcommittees"}),
                &arrangeRetro),
        entryOf("retro show", usage("retro show INCIDENT [SECTION]", 1, 2), &showRetro),
        entryOf("retro check", usage("retro check FILE", 1, 1), &checkRetroProcess),
        entryOf("retro publish", usage("retro publish FILE [--reason R]", 1, 1, {"reason="}),
                &publishRetroProcess),
        entryOf("retro starter", usage("retro starter [-o FILE]", 0, 0, {"o="}), &giveRetroStarter),
        entryOf("retro edit",
                usage("retro edit INCIDENT SECTION FILE|- [--over VERSION]… [--open-to "
                      "authors|organisation|everybody]",
                      3, 3, {"over=", "open-to="}),
                &editSection),
        entryOf("retro remark", usage("retro remark INCIDENT SECTION TEXT", 3, 3), &remarkSection),
        entryOf("retro answer", usage("retro answer INCIDENT REMARK [TEXT]", 2, 3), &answerRemark),
        entryOf(
            "retro assign",
            usage("retro assign INCIDENT STEP [--owner PERSON] [--due DAY|ISO]", 2, 2, {"owner=", "due="}),
            &assignStep),
        entryOf("retro done", usage("retro done INCIDENT STEP", 2, 2), &settleStep),
        entryOf("retro confirm", usage("retro confirm INCIDENT STEP", 2, 2), &settleStep),
        entryOf("retro drop", usage("retro drop INCIDENT STEP --reason R", 2, 2, {"reason="}), &settleStep),
        entryOf("retro reopen", usage("retro reopen INCIDENT STEP --reason R", 2, 2, {"reason="}),
                &settleStep),
        entryOf("retro finding",
                usage("retro finding INCIDENT TEXT [--kind factor|well|wrong|lucky|surprised] [--area "
                      "datacentre|facilities|data|platform|application|organisation] [--pattern KEY] "
                      "[--evidence EVENT]…",
                      2, 2, {"kind=", "area=", "pattern=", "evidence="}),
                &addFinding),
        entryOf("retro drop-finding",
                usage("retro drop-finding INCIDENT FINDING --reason R", 2, 2, {"reason="}), &dropFinding),
        entryOf("retro safety",
                usage("retro safety INCIDENT [TEXT] [--service S]… [--aspect customer_data|security]… "
                      "[--finding clean|affected] [--by PERSON]",
                      1, 2, {"service=", "aspect=", "finding=", "by="}),
                &stateSafety),
        entryOf("retro export",
                usage("retro export INCIDENT [--kind full|public|plan|result] [--remove WORDS]… [--format "
                      "md|html|docx|odt | --template FILE] [--ask PERSON]… -o FILE",
                      1, 1, {"kind=", "remove=", "format=", "template=", "ask=", "o="}),
                &exportRetro),
        entryOf("retro issue",
                usage("retro issue INCIDENT FILE [--kind full|public|plan|result] [--ask PERSON]…", 2, 2,
                      {"kind=", "ask="}),
                &issueRetro),
        entryOf("retro get", usage("retro get INCIDENT NUMBER -o FILE", 2, 2, {"o="}), &fetchRetro),
        entryOf("retro sign",
                usage("retro sign INCIDENT NUMBER [--decline --reason R]", 2, 2, {"decline", "reason="}),
                &signRetro),
    };
}

NodeCommands::Commands NodeCommands::thatRead() {
    using N = NodeCommands;
    return {
        entry("incidents", {usage("incidents", 0, 0), nullptr, &N::incidents}),
        entry("show", {usage("show INCIDENT [--as-of ISO]", 1, 1, {"as-of="}), nullptr, nullptr, true,
                       &tellIncident}),
        entry("log", {usage("log INCIDENT [--follow] [--since EPOCH:SEQ] [--as-of ISO]", 1, 1,
                            {"follow", "since=", "as-of="}),
                      nullptr, &N::log}),
        entry("report", {usage("report INCIDENT [--kind full|public|plan|result] [--remove WORDS]… [--format "
                               "md|html|docx|odt | --template FILE] [-o FILE]",
                               1, 1, {"kind=", "remove=", "format=", "template=", "o="}),
                         nullptr, nullptr, true, &writeReport}),
        entry("measures", {usage("measures [INCIDENT]", 0, 1), nullptr, nullptr, true, &tellMeasures}),
        entry("search", {usage("search TEXT", 1, 1), nullptr, &N::search}),
        entry("sync", {usage("sync", 0, 0), nullptr, &N::sync, false}),
        entry("status", {usage("status [--challenge N]", 0, 0, {"challenge="}), nullptr, &N::status}),
        {keysCommand(), Command{keysUsage(), nullptr, nullptr, false,
                                [](N& home, const Asked& asked) {
                                    runKeys(home.node().keyPlaces(), asked->arguments, asked->output,
                                            asked->done);
                                }}},
        entry("verify",
              {usage("verify [INCIDENT [--report FILE]]", 0, 1, {"report="}), nullptr, &N::verify, false}),
        entry("export",
              {usage("export INCIDENT --format sealed|jsonl|csv|markdown [--since ISO] [--until ISO] "
                     "[-o FILE]",
                     1, 1, {"format=", "since=", "until=", "o="}),
               nullptr, &N::exportIncident}),
        entry("brief", {usage("brief INCIDENT [--handover SEAT]", 1, 1, {"handover="}), nullptr, nullptr,
                        true, &tellBrief}),
        entry("sitrep",
              {usage("sitrep INCIDENT [--issue [--to PARTY]]", 1, 1, {"issue", "to="}), nullptr, &N::sitrep}),
        entry("refused", {usage("refused [--retry ID | --discard ID]", 0, 0, {"retry=", "discard="}), nullptr,
                          &N::refused}),
    };
}

const NodeCommands::Commands& NodeCommands::commands() {
    static const Commands all = [] {
        Commands together = aboutPeople();
        together.merge(aboutIncidents());
        together.merge(aboutSeats());
        together.merge(aboutDocuments());
        together.merge(aboutServices());
        together.merge(aboutCommittee());
        together.merge(aboutRetrospectives());
        together.merge(aboutRosters());
        together.merge(aboutNotices());
        together.merge(thatRead());
        for (const ElsewhereRow& row : aboutActions()) {
            together.insert(entry(row.name, {row.words, nullptr, nullptr, true, row.act}));
        }
        return together;
    }();
    return all;
}

QStringList NodeCommands::usageLines() {
    QStringList lines;
    for (const auto& [name, command] : commands()) {
        lines.append(command.usage.line);
    }
    return lines;
}

} // namespace bongsu
