#include "documents/committeefile.h"

#include "documents/fields.h"
#include "domain/base/limits.h"

namespace bongsu {

namespace {

class CommitteeReader {
  public:
    explicit CommitteeReader(Faults& faults) : m_faults(faults) {}

    StandingCommittee read(const YamlNode& root) {
        Fields file(root, QStringLiteral("committee"),
                    {u"committee", u"name", u"quorum", u"place", u"members", u"criteria"}, m_faults);
        const QString version = file.text(u"committee", Need::Required);
        const QString known = QString::number(committeeVersion);
        if (!version.isEmpty() && version != known) {
            file.say(u"committee", FaultCode::UnknownVersion, version, known);
        }
        StandingCommittee committee;
        committee.name = file.localText(u"name", Need::Required);
        committee.place = file.text(u"place", Need::Optional);
        for (const YamlNode* item : file.list(u"members", limits::committeeMembers, Need::Required)) {
            committee.members.push_back(member(*item));
        }
        const Range most{1, std::max<quint64>(1, committee.members.size())};
        committee.quorum = file.number(u"quorum", most, Need::Required).value_or(1);
        if (const YamlNode* criteria = file.value(u"criteria", Need::Optional)) {
            Fields fields(*criteria, QStringLiteral("criteria"), {u"disaster", u"failover"}, m_faults);
            committee.disaster = fields.localTexts(u"disaster", limits::listItems);
            committee.failover = fields.localTexts(u"failover", limits::listItems);
        }
        return committee;
    }

  private:
    StandingMember member(const YamlNode& node) {
        Fields fields(node, QStringLiteral("members"), {u"name", u"office", u"deputies"}, m_faults);
        StandingMember member;
        member.name = fields.name(u"name", Need::Required);
        m_members.add(member.name, fields.positionOf(u"name"), m_faults);
        member.office = fields.localText(u"office", Need::Optional);
        member.deputies = namesIn(fields.names(u"deputies", limits::successors));
        return member;
    }

    Faults& m_faults;
    Names m_members;
};

} // namespace

tl::expected<StandingCommittee, std::vector<DocumentFault>> readCommittee(QByteArrayView bytes) {
    Faults faults;
    StandingCommittee committee;
    if (const auto root = readYaml(bytes, faults)) {
        committee = CommitteeReader(faults).read(*root);
    }
    if (!faults.isEmpty()) {
        return tl::unexpected(faults.said());
    }
    return committee;
}

} // namespace bongsu
