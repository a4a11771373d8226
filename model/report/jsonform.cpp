#include "report/jsonform.h"

#include "wording/line.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

// What a program reads of seats, tasks and services; the words of it stand in "text".
class KindFields {
  public:
    explicit KindFields(QJsonObject& object) : m_object(object) {}

    void operator()(const IncidentDeclared& f) const {
        m_object.insert(word("grade"), word(wordOf(f.grade)));
        m_object.insert(word("began"), isoOrNull(f.began));
        m_object.insert(word("ended"), isoOrNull(f.ended));
        m_object.insert(word("drill"), f.drill);
    }
    void operator()(const GradeChanged& f) const { m_object.insert(word("grade"), word(wordOf(f.grade))); }
    void operator()(const PhaseChanged& f) const { m_object.insert(word("phase"), word(wordOf(f.phase))); }
    void operator()(const SeatsCalled& f) const {
        QJsonArray calls;
        for (const SeatCall& call : f.calls) {
            QJsonArray successors;
            for (const PersonId& next : call.successors) {
                successors.append(next.toHex());
            }
            calls.append(QJsonObject{{word("seat"), call.seat},
                                     {word("person"), call.person.toHex()},
                                     {word("successors"), successors},
                                     {word("acceptWithinMs"), qint64(call.acceptWithinMs)}});
        }
        m_object.insert(word("calls"), calls);
    }
    void operator()(const SeatAnswered& f) const {
        m_object.insert(word("seat"), f.seat);
        m_object.insert(word("answer"), word(wordOf(f.answer)));
        if (f.person) {
            m_object.insert(word("for"), f.person->toHex());
        }
    }
    void operator()(const SeatPassed& f) const {
        m_object.insert(word("seat"), f.seat);
        m_object.insert(word("call"), f.against.toHex());
        m_object.insert(word("cause"), word(wordOf(f.cause)));
        m_object.insert(word("to"), f.to ? QJsonValue(f.to->toHex()) : QJsonValue());
    }
    void operator()(const SeatVacated& f) const { m_object.insert(word("seat"), f.seat); }
    void operator()(const ManualAttached& f) const { m_object.insert(word("manual"), f.manual.toHex()); }
    void operator()(const TasksAdded& f) const { m_object.insert(word("tasks"), qint64(f.tasks.size())); }
    void operator()(const TaskSettled& f) const {
        m_object.insert(word("task"), f.tasks.toHex() + u':' + QString::number(f.index));
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const ServiceStated& f) const {
        m_object.insert(word("services"),
                        QJsonArray::fromStringList(QStringList(f.services.begin(), f.services.end())));
        m_object.insert(word("function"), f.function.value_or(QString()));
        m_object.insert(word("serviceState"), word(wordOf(f.state)));
    }
    void operator()(const ServicesConfirmed& f) const {
        QJsonArray services;
        for (const StateNamed& named : f.states) {
            services.append(named.service);
        }
        m_object.insert(word("services"), services);
    }
    void operator()(const ImpactStated& f) const {
        m_object.insert(word("services"),
                        QJsonArray::fromStringList(QStringList(f.services.begin(), f.services.end())));
        insertRange("permille", f.permille);
        insertRange("users", f.users);
    }
    void operator()(const CauseStated& f) const {
        m_object.insert(word("certainty"), word(wordOf(f.certainty)));
    }
    void operator()(const RecoveryExpected& f) const {
        m_object.insert(word("service"), f.service ? QJsonValue(*f.service) : QJsonValue());
        m_object.insert(word("expectedAt"), isoOrNull(f.at));
    }
    void operator()(const CommitteeCalled& f) const {
        m_object.insert(word("number"), qint64(f.number));
        m_object.insert(word("members"), qint64(f.members.size()));
        m_object.insert(word("quorum"), qint64(f.quorum));
    }
    void operator()(const CommitteeAttended& f) const {
        m_object.insert(word("meeting"), f.meeting.toHex());
        m_object.insert(word("member"), qint64(f.member));
        m_object.insert(word("attendance"), word(wordOf(f.attendance)));
    }
    void operator()(const MotionOpened& f) const {
        m_object.insert(word("meeting"), f.meeting.toHex());
        m_object.insert(word("motionKind"), word(wordOf(f.motionKind)));
    }
    void operator()(const MotionVoted& f) const {
        m_object.insert(word("motion"), f.motion.toHex());
        m_object.insert(word("member"), qint64(f.member));
        m_object.insert(word("vote"), word(wordOf(f.vote)));
    }
    void operator()(const MotionClosed& f) const {
        m_object.insert(word("motion"), f.motion.toHex());
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const ResourceRequested& f) const {
        m_object.insert(word("resource"), word(wordOf(f.resourceKind)));
        m_object.insert(word("amount"), qint64(f.amount));
    }
    void operator()(const ResourceSettled& f) const {
        m_object.insert(word("request"), f.request.toHex());
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const NoticeProposed& f) const {
        m_object.insert(word("step"), word(wordOf(f.step)));
        QJsonArray channels;
        for (const Outgoing& outgoing : f.outgoings) {
            channels.append(outgoing.channel);
        }
        m_object.insert(word("channels"), channels);
        m_object.insert(word("preapproved"), f.preapproved.has_value());
        m_object.insert(word("corrects"), f.corrects ? QJsonValue(f.corrects->toHex()) : QJsonValue());
        m_object.insert(word("nextUpdate"), isoOrNull(f.nextUpdate));
    }
    void operator()(const NoticeAnswered& f) const {
        m_object.insert(word("notice"), f.notice.toHex());
        m_object.insert(word("approval"), word(wordOf(f.approval)));
    }
    void operator()(const NoticeOverridden& f) const { m_object.insert(word("notice"), f.notice.toHex()); }
    void operator()(const NoticeStopped& f) const { m_object.insert(word("notice"), f.notice.toHex()); }
    void operator()(const DeliveryBegun& f) const { insertDelivery(f.notice, f.channel); }
    void operator()(const DeliveryTold& f) const {
        insertDelivery(f.notice, f.channel);
        m_object.insert(word("waiting"), qint64(f.counts.waiting));
        m_object.insert(word("sent"), qint64(f.counts.sent));
        m_object.insert(word("delivered"), qint64(f.counts.delivered));
        m_object.insert(word("failed"), qint64(f.counts.failed));
        m_object.insert(word("unknown"), qint64(f.counts.unknown));
        m_object.insert(word("done"), f.done);
        m_object.insert(word("held"), f.held);
        m_object.insert(word("cause"), f.cause ? QJsonValue(*f.cause) : QJsonValue());
    }
    void operator()(const DeliveryDecided& f) const {
        insertDelivery(f.notice, f.channel);
        m_object.insert(word("choice"), word(wordOf(f.choice)));
    }
    void operator()(const PageBegun& f) const {
        m_object.insert(word("channel"), f.channel);
        m_object.insert(word("pages"), qint64(f.pages.size()));
    }
    void operator()(const PageTold& f) const {
        QJsonArray states;
        for (const PageResult& result : f.results) {
            states.append(word(wordOf(result.state)));
        }
        m_object.insert(word("states"), states);
    }
    void operator()(const PageAnswered& f) const {
        m_object.insert(word("person"), f.person.toHex());
        m_object.insert(word("seat"), f.seat ? QJsonValue(*f.seat) : QJsonValue());
        m_object.insert(word("answer"), word(wordOf(f.answer)));
    }
    void operator()(const DutyBegun& f) const { m_object.insert(word("duty"), f.duty); }
    void operator()(const DutySettled& f) const {
        m_object.insert(word("duty"), f.duty);
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const StepSettled& f) const {
        m_object.insert(word("step"), f.step);
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const SectionWritten& f) const {
        m_object.insert(word("section"), f.section);
        m_object.insert(word("openTo"), word(wordOf(f.openTo)));
        QJsonArray against;
        for (const EventId& version : f.against) {
            against.append(version.toHex());
        }
        m_object.insert(word("against"), against);
    }
    void operator()(const FindingAdded& f) const {
        m_object.insert(word("finding"), word(wordOf(f.findingKind)));
        m_object.insert(word("area"), f.area ? QJsonValue(word(wordOf(*f.area))) : QJsonValue());
        m_object.insert(word("pattern"), f.pattern ? QJsonValue(*f.pattern) : QJsonValue());
    }
    void operator()(const ActionAdded& f) const { insertPlan(f.plan); }
    void operator()(const ActionChanged& f) const {
        m_object.insert(word("action"), f.action.toHex());
        insertPlan(f.plan);
    }
    void operator()(const ActionSettled& f) const {
        m_object.insert(word("action"), f.action.toHex());
        m_object.insert(word("outcome"), word(wordOf(f.outcome)));
    }
    void operator()(const RecipientsCounted& f) const {
        m_object.insert(word("list"), f.list);
        m_object.insert(word("count"), qint64(f.count));
    }
    void operator()(const PeriodOpened& f) const { m_object.insert(word("number"), qint64(f.number)); }
    template <class Other>
    void operator()(const Other&) const {}

  private:
    void insertDelivery(const EventId& notice, const QString& channel) const {
        m_object.insert(word("notice"), notice.toHex());
        m_object.insert(word("channel"), channel);
    }
    void insertPlan(const ActionPlan& plan) const {
        m_object.insert(word("actionKind"), word(wordOf(plan.kind)));
        m_object.insert(word("term"), word(wordOf(plan.term)));
        m_object.insert(word("owner"), plan.owner ? QJsonValue(plan.owner->toHex()) : QJsonValue());
        m_object.insert(word("due"), isoOrNull(plan.due));
        m_object.insert(word("heading"), plan.heading ? QJsonValue(*plan.heading) : QJsonValue());
    }
    void insertRange(const char* name, const std::optional<CountRange>& range) const {
        if (range) {
            m_object.insert(word(name), QJsonObject{{word("from"), qint64(range->from)},
                                                    {word("to"), qint64(range->to)}});
        }
    }

    QJsonObject& m_object;
};

class JsonLinesForm : public RecordForm {
  public:
    explicit JsonLinesForm(std::function<QJsonObject(const TimelineRow&)> object)
        : m_object(std::move(object)) {}
    QByteArray head() override { return {}; }
    QByteArray line(const TimelineRow& row) override {
        return QJsonDocument(m_object(row)).toJson(QJsonDocument::Compact) + '\n';
    }

  private:
    std::function<QJsonObject(const TimelineRow&)> m_object;
};

} // namespace

QJsonValue isoOrNull(const std::optional<Moment>& at) {
    return at ? QJsonValue(toIso(*at)) : QJsonValue();
}

QJsonObject rowObject(const JsonSource& source, const LogId& log, const TimelineRow& row,
                      const QString& standing) {
    const Organisation& organisation = source.organisation;
    const Texts& texts = source.texts;
    Naming naming{[&](const PersonId& person) -> std::optional<QString> {
                      return texts.personName(organisation, person);
                  },
                  [&](const DeviceId& device) -> std::optional<QString> {
                      return texts.deviceName(organisation, device);
                  }};
    naming = withTexts(std::move(naming), texts);
    const Told told{row.facts,     row.kind,
                    row.textState, row.textState == TextPart::State::Present ? &row.text : nullptr,
                    row.person,    row.times.told()};
    const auto tip = source.ledger.tip(log);
    const Line* line = lineOf(row.facts);
    QJsonObject object{{word("seq"), row.seq ? QJsonValue(qint64(*row.seq)) : QJsonValue()},
                       {word("epoch"), row.seq && tip ? QJsonValue(tip->epoch.toHex()) : QJsonValue()},
                       {word("kind"), QString::fromLatin1(row.kind)},
                       {word("text"), lineOf(told, naming)},
                       {word("person"), row.person ? texts.personName(organisation, *row.person) : QString()},
                       {word("device"), row.device.toHex()},
                       {word("occurredAt"), isoOrNull(row.times.occurred)},
                       {word("createdAt"), toIso(row.times.created)},
                       {word("recordedAt"), isoOrNull(row.times.recorded)},
                       {word("state"), row.voidReason ? word("void") : standing},
                       {word("event"), row.event.toHex()}};
    if (line && line->source) {
        object.insert(word("source"), word(wordOf(*line->source)));
    }
    if (const auto* attached = std::get_if<AttachmentAdded>(&row.facts)) {
        object.insert(word("media"), word(wordOf(attached->media)));
        object.insert(word("bytes"), qint64(attached->size));
        object.insert(word("file"), row.text.fileName.value_or(QString()));
    }
    std::visit(KindFields(object), row.facts);
    if (row.voidReason) {
        object.insert(word("reason"), QString::fromLatin1(row.voidReason->code));
    }
    if (const LogIndex* index = source.ledger.index(log); index && row.seq) {
        if (const auto hash = index->hashAt(*row.seq)) {
            object.insert(word("hash"), hash->toHex());
        }
    }
    return object;
}

std::unique_ptr<RecordForm> jsonLinesForm(std::function<QJsonObject(const TimelineRow&)> object) {
    return std::make_unique<JsonLinesForm>(std::move(object));
}

} // namespace bongsu
