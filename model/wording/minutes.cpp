#include "wording/minutes.h"

#include "wording/line.h"
#include "wording/names.h"
#include "wording/template.h"
#include "wording/times.h"

#include <QCoreApplication>

#include <algorithm>

namespace bongsu {

namespace {

// lupdate reads the English where it stands, in calls of translate().
QString translate(const char* context, const char* english, const char* meaning = nullptr) {
    return QCoreApplication::translate(context, english, meaning);
}

QString dated(Moment at) {
    return dayHeading(dayOf(at)) + u' ' + clockOf(at);
}

// One page, line by line.
class Minutes {
  public:
    Minutes(const Incident& incident, const EventId& event, const Texts& texts, Moment now)
        : m_incident(incident), m_event(event), m_meeting(incident.meetings.at(event)), m_texts(texts) {
        const Text* called = texts.find(event);
        const QString number = numberOf(m_meeting.number);
        line(incident.drill ? filled(translate("Minutes", "[EXERCISE] Minutes no. %1"), {number})
                            : filled(translate("Minutes", "Minutes no. %1"), {number}));
        line(oneLine(texts.title(incident)));
        line(filled(translate("Minutes", "Called: %1"), {dated(m_meeting.since)}));
        if (called && called->place) {
            line(filled(translate("Minutes", "Place: %1"), {oneLine(*called->place)}));
        }
        attendance();
        motions();
        line({});
        line(filled(translate("Minutes", "As of %1, made from the record."), {dated(now)}));
    }
    QString words() const { return m_lines.join(u'\n') + u'\n'; }

  private:
    void line(const QString& words) { m_lines += words; }

    QString name(quint64 member) const {
        const QString known = oneLine(m_texts.member(m_event, member));
        return known.isEmpty() ? filled(translate("Line", "member %1"), {numberOf(member + 1)}) : known;
    }

    void attendance() {
        const AttendanceCounts counts = countAttendance(m_meeting);
        line({});
        line(filled(
            translate("Minutes", "Members %1, present %2, quorum %3"),
            {numberOf(m_meeting.members.size()), numberOf(counts.present), numberOf(m_meeting.quorum)}));
        for (quint64 i = 0; i < m_meeting.members.size(); ++i) {
            const Attending& member = m_meeting.members[i];
            QString how = member.attendance ? nameOf(*member.attendance) : translate("Minutes", "no word");
            if (member.byDeputy) {
                how = filled(translate("Line", "%1, by a deputy"), {how});
            }
            line(filled(translate("Minutes", "  %1: %2", "a member, whether they came"), {name(i), how}));
        }
    }

    void motions() {
        std::vector<std::pair<EventId, Motion>> asked;
        for (const auto& motion : m_incident.motions) {
            if (motion.second.meeting == m_event) {
                asked.emplace_back(motion);
            }
        }
        std::stable_sort(asked.begin(), asked.end(),
                         [](const auto& a, const auto& b) { return a.second.since < b.second.since; });
        quint64 number = 0;
        for (const auto& [event, motion] : asked) {
            line({});
            tell(++number, event, motion);
        }
    }

    void tell(quint64 number, const EventId& event, const Motion& motion) {
        const Text* text = m_texts.find(event);
        const QString words = text ? oneLine(text->text.value_or(QString())) : QString();
        line(filled(translate("Minutes", "Motion %1 (%2): %3"),
                    {numberOf(number), nameOf(motion.motionKind), words}));
        if (text && text->basis) {
            line(filled(translate("Minutes", "  Criteria: %1"), {oneLine(*text->basis)}));
        }
        const VoteCounts votes = countVotes(motion, m_meeting);
        line(filled(translate("Minutes", "  For %1, against %2, abstained %3, did not vote %4"),
                    {numberOf(votes.inFavour), numberOf(votes.against), numberOf(votes.abstained),
                     numberOf(votes.missing)}));
        for (const auto& [member, voted] : motion.votes) {
            line(filled(translate("Minutes", "    %1: %2", "a member, their vote"),
                        {name(member), nameOf(voted.vote)}));
        }
        line(motion.outcome ? filled(translate("Minutes", "  Outcome: %1, %2"),
                                     {nameOf(*motion.outcome), dated(motion.closedAt)})
                            : translate("Minutes", "  Outcome: open"));
    }

    const Incident& m_incident;
    const EventId& m_event;
    const Meeting& m_meeting;
    const Texts& m_texts;
    QStringList m_lines;
};

} // namespace

QString minutesOf(const Incident& incident, const EventId& meeting, const Texts& texts, Moment now) {
    return Minutes(incident, meeting, texts, now).words();
}

} // namespace bongsu
