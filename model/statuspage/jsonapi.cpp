#include "statuspage/jsonapi.h"

#include "statuspage/htmlparts.h"
#include "statuspage/pagetime.h"
#include "statuspage/pagewords.h"

#include "domain/base/hash.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace bongsu {

namespace {

constexpr std::size_t mostListed = 50;

QString word(const char* text) {
    return QLatin1String(text);
}

class Api {
  public:
    Api(const PublicPage& page, Language language) : m_page(page), m_language(language) {
        m_id = QString::fromLatin1(taggedHash("page", {page.url.toUtf8()}).first(8).toHex());
    }

    std::map<QString, QByteArray> files() const {
        const auto isOpen = [](const PublicIncident& incident) { return !hasEnded(incident); };
        const auto every = [](const PublicIncident&) { return true; };
        QJsonObject summary = with("status", status());
        summary.insert(word("components"), components());
        summary.insert(word("incidents"), incidents(isOpen));
        summary.insert(word("scheduled_maintenances"), QJsonArray());
        const QJsonObject noMaintenance = with("scheduled_maintenances", QJsonArray());
        std::map<QString, QByteArray> files;
        const auto add = [&](const char* name, const QJsonObject& object) {
            const PageFile place{m_language,
                                 QStringLiteral("api/v2/") + word(name) + QStringLiteral(".json")};
            files[place.path()] = jsonBytes(object);
        };
        add("summary", summary);
        add("status", with("status", status()));
        add("components", with("components", components()));
        add("incidents", with("incidents", incidents(every)));
        add("incidents/unresolved", with("incidents", incidents(isOpen)));
        add("scheduled-maintenances", noMaintenance);
        add("scheduled-maintenances/upcoming", noMaintenance);
        add("scheduled-maintenances/active", noMaintenance);
        return files;
    }

  private:
    QJsonObject with(const char* name, const QJsonValue& value) const {
        return {{word("page"), QJsonObject{{word("id"), m_id},
                                           {word("name"), m_page.organisation.in(m_language)},
                                           {word("url"), m_page.url},
                                           {word("time_zone"), m_page.zone.name},
                                           {word("updated_at"), isoIn(m_page.zone, m_page.updatedAt)}}},
                {word(name), value}};
    }

    QJsonObject status() const {
        return {{word("indicator"), word(wordOf(indicatorOf(m_page)))},
                {word("description"), summaryOf(m_page, m_language)}};
    }

    QJsonObject component(const QString& id, const QString& name, ServiceState state, Moment created,
                          Moment changed, std::size_t position, const QString& group) const {
        return {{word("id"), id},
                {word("name"), name},
                {word("status"), word(wordOf(componentStatusOf(state)))},
                {word("created_at"), isoIn(m_page.zone, created)},
                {word("updated_at"), isoIn(m_page.zone, changed)},
                {word("position"), qint64(position)},
                {word("description"), QJsonValue()},
                {word("showcase"), true},
                {word("start_date"), QJsonValue()},
                {word("group_id"), group.isEmpty() ? QJsonValue() : QJsonValue(group)},
                {word("page_id"), m_id},
                {word("group"), false},
                {word("only_show_if_degraded"), false}};
    }

    QJsonObject component(const PublicComponent& one) const {
        const auto index = std::size_t(&one - m_page.components.data());
        return component(one.id, one.name.in(m_language), one.state, one.createdAt, one.changedAt, index + 1,
                         one.group);
    }

    // A group stands for the worst of its members, behind all of them.
    QJsonArray components() const {
        QJsonArray all;
        for (const PublicComponent& one : m_page.components) {
            all.append(component(one));
        }
        std::size_t position = m_page.components.size();
        for (const PublicGroup& group : m_page.groups) {
            std::vector<PublicComponent> members;
            QJsonArray ids;
            for (const PublicComponent& one : m_page.components) {
                if (one.group == group.id) {
                    members.push_back(one);
                    ids.append(one.id);
                }
            }
            if (members.empty()) {
                continue;
            }
            Moment created = members.front().createdAt;
            Moment changed = members.front().changedAt;
            for (const PublicComponent& one : members) {
                created = std::min(created, one.createdAt);
                changed = std::max(changed, one.changedAt);
            }
            QJsonObject object = component(group.id, group.name.in(m_language), worstOf(members), created,
                                           changed, ++position, {});
            object.insert(word("group"), true);
            object.insert(word("components"), ids);
            all.append(object);
        }
        return all;
    }

    template <class Which>
    QJsonArray incidents(const Which& which) const {
        QJsonArray listed;
        for (const PublicIncident& one : m_page.incidents) {
            if (which(one) && std::size_t(listed.size()) < mostListed) {
                listed.append(incident(one));
            }
        }
        return listed;
    }

    QJsonValue timeOrNull(std::optional<Moment> at) const {
        return at ? QJsonValue(isoIn(m_page.zone, *at)) : QJsonValue();
    }

    QJsonObject incident(const PublicIncident& one) const {
        const std::vector<UpdateStatus> statuses = statusesOf(one);
        QJsonArray updates;
        std::set<QString> touched;
        for (std::size_t i = one.updates.size(); i-- > 0;) {
            updates.append(update(one, one.updates[i], statuses[i]));
            for (const PublicChange& change : one.updates[i].changes) {
                touched.insert(change.component);
            }
        }
        QJsonArray affected;
        for (const PublicComponent& each : m_page.components) {
            if (touched.contains(each.id)) {
                affected.append(component(each));
            }
        }
        return {{word("id"), one.id},
                {word("name"), one.title.in(m_language)},
                {word("status"), word(wordOf(statuses.back()))},
                {word("created_at"), isoIn(m_page.zone, one.updates.front().at)},
                {word("updated_at"), isoIn(m_page.zone, changedAt(one))},
                {word("monitoring_at"), timeOrNull(monitoringAt(one))},
                {word("resolved_at"), timeOrNull(resolvedAt(one))},
                {word("impact"), word(wordOf(impactOf(one.grade)))},
                {word("shortlink"), m_page.url + u'/' + PageFile{m_language, incidentName(one)}.path()},
                {word("started_at"), isoIn(m_page.zone, one.startedAt)},
                {word("page_id"), m_id},
                {word("incident_updates"), updates},
                {word("components"), affected},
                {word("reminder_intervals"), QJsonValue()}};
    }

    QJsonObject update(const PublicIncident& incident, const PublicUpdate& one, UpdateStatus status) const {
        QJsonArray changes;
        for (const PublicChange& change : one.changes) {
            changes.append(
                QJsonObject{{word("code"), change.component},
                            {word("name"), m_page.component(change.component)->name.in(m_language)},
                            {word("old_status"), word(wordOf(componentStatusOf(change.from)))},
                            {word("new_status"), word(wordOf(componentStatusOf(change.to)))}});
        }
        const QString at = isoIn(m_page.zone, one.at);
        return {{word("id"), one.id},
                {word("status"), word(wordOf(status))},
                {word("body"), tellingOf(m_page, incident, one, m_language)},
                {word("incident_id"), incident.id},
                {word("created_at"), at},
                {word("updated_at"), at},
                {word("display_at"), at},
                {word("affected_components"), changes.isEmpty() ? QJsonValue() : QJsonValue(changes)},
                {word("deliver_notifications"), true},
                {word("custom_tweet"), QJsonValue()},
                {word("tweet_id"), QJsonValue()}};
    }

    const PublicPage& m_page;
    const Language m_language;
    QString m_id;
};

} // namespace

QByteArray jsonBytes(const QJsonObject& object) {
    QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    // Outside strings JSON has none of these.
    bytes.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
    return bytes + '\n';
}

std::map<QString, QByteArray> apiFiles(const PublicPage& page, Language language) {
    return Api(page, language).files();
}

} // namespace bongsu
