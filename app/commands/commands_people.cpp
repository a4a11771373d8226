// Commands about the organisation: joining, inviting, permissions, devices, epochs.
#include "commands/nodecommands.h"

#include "domain/base/limits.h"
#include "domain/organisation/contacts.h"
#include "wiring/founding.h"
#include "wording/sentence.h"

#include <QJsonArray>
#include <QSysInfo>

namespace bongsu {

namespace {

QString word(const char* text) {
    return QString::fromLatin1(text);
}

template <class Enum>
Result<Enum> vocabulary(const QString& given, const char* name) {
    const auto value = fromWord<Enum>(given.toUtf8());
    return value ? Result<Enum>(*value) : refuse(refusal::outOfRange, name);
}

constexpr auto usualInviteValid = std::chrono::hours(24);

} // namespace

void NodeCommands::join(const Asked& asked) {
    if (asked->value("person").trimmed().isEmpty()) {
        asked->fail(Refusal{refusal::outOfRange, "person"});
        return;
    }
    if (m_journal.ledger().organisation().devices.contains(m_journal.device())) {
        sayJoined(asked);
        return;
    }
    // Words may come as one argument or as many.
    m_node.readInvite(asked->arguments.from(0).join(u' '), [this, asked](const Result<Invite>& invite) {
        if (invite) {
            joinBy(*invite, asked);
        } else {
            asked->fail(invite.error());
        }
    });
}

void NodeCommands::sayJoined(const Asked& asked) {
    asked->output->line(
        {{word("person"), m_journal.person()->toHex()}, {word("device"), m_journal.device().toHex()}});
    asked->done(exitcode::done);
}

void NodeCommands::joinBy(const Invite& invite, const Asked& asked) {
    const QString device =
        asked->value("device").isEmpty() ? QSysInfo::machineHostName() : asked->value("device");
    const auto recorded = m_node.join(invite, asked->value("person").trimmed(), device);
    if (!recorded) {
        asked->fail(recorded.error());
        return;
    }
    // Joining is done when the organisation's log with this device in it has come back.
    auto* answered = new QObject(this);
    const auto end = [answered](const std::function<void()>& then) {
        answered->disconnect();
        answered->deleteLater();
        then();
    };
    connect(&m_node, &Node::caughtUp, answered,
            [this, end, asked] { end([this, asked] { sayJoined(asked); }); });
    connect(&m_node, &Node::noRelay, answered,
            [end, asked](const Error& why) { end([asked, why] { asked->fail(why); }); });
    const EventId event = recorded->event;
    connect(
        &m_journal, &Journal::ownEventChanged, answered,
        [this, end, asked, event](const LogId&, const EventId& changed, OwnState state) {
            if (changed == event && state == OwnState::Refused) {
                m_node.disconnectFromRelay();
                for (const OwnEvent& own : m_journal.ownEvents()) {
                    const auto record = own.event == event && own.refusal
                                            ? decodeRefusal(own.refusal->bytes)
                                            : Result<RefusalRecord>(refuse("?"));
                    if (record) {
                        end([asked, record] { asked->fail(Refusal{record->code}, record->event.toHex()); });
                        return;
                    }
                }
            }
        });
    m_node.connectToRelay(asked->relay);
}

Result<Recording> NodeCommands::invite(const Request& request) {
    const auto permission = vocabulary<Permission>(
        request.arguments.value(word("permission")).value_or(word("viewer")), "permission");
    if (!permission) {
        return tl::unexpected(permission.error());
    }
    std::optional<PersonId> person;
    if (const auto named = request.arguments.value(word("person"))) {
        const auto found = personNamed(*named);
        if (!found) {
            return tl::unexpected(found.error());
        }
        person = *found;
    }
    const quint64 uses = request.arguments.value(word("uses")).value_or(word("1")).toULongLong();
    const bool aloud = request.arguments.has(word("spoken"));
    const Millis usual = aloud ? Millis(limits::spokenValid) : Millis(usualInviteValid);
    const Millis valid = request.value("valid").isEmpty()
                             ? usual
                             : Millis(std::chrono::minutes(request.value("valid").toULongLong()));
    const auto issued = m_node.invite({*permission, person, uses, valid, aloud});
    if (!issued) {
        return tl::unexpected(issued.error());
    }
    return sayInvite(*issued);
}

// Without any admin: root lets one in, by an invite for a new device.
Result<Recording> NodeCommands::recover(const Request& request) {
    const auto org = m_journal.organisationId();
    if (!org || request.value("root").isEmpty()) {
        return org ? refuse(refusal::outOfRange, "--root FILE") : refuse(refusal::unknownLog, "organisation");
    }
    const auto root = rootOf(*org, request.value("root"));
    if (!root) {
        return errorOf(root);
    }
    if (root->exposed) {
        request.output->words(
            tr("Others on this computer may read the root key in %1. It was used all the same. "
               "Keep it where only you can reach it.")
                .arg(request.value("root")));
    }
    const auto issued = m_node.inviteByRoot(Ed25519Key(root->key.seed));
    if (!issued) {
        return errorOf(issued);
    }
    request.output->words(
        tr("Whoever joins with this invite, from a device or a home that has not joined yet, is "
           "an admin. It lets one in, within seven days. Put the root key back in its safe "
           "place, and revoke the devices that were lost."));
    return sayInvite(*issued);
}

Recording NodeCommands::sayInvite(const Node::Issued& issued) const {
    QJsonObject told{{word("invite"), issued.line}};
    if (issued.spoken) {
        const SpokenCode& code = issued.spoken->code;
        told.insert(word("address"), toText(issued.spoken->address));
        told.insert(word("words"), spoken(WordLanguage::English, code).join(u' '));
        told.insert(word("wordsKorean"), spoken(WordLanguage::Korean, code).join(u' '));
    }
    const EventId event = issued.recorded.event;
    return Recording{{issued.recorded}, [this, told, event](Output& output) mutable {
                         const bool recorded = m_journal.stateOf(event) == OwnState::Recorded;
                         if (!recorded) {
                             output.words(
                                 NodeCommands::tr("This invite works once this device has been connected."));
                         }
                         told.insert(word("state"), recorded ? word("recorded") : word("pending"));
                         output.line(told);
                     }};
}

void NodeCommands::people(const Asked& asked) {
    const Organisation& organisation = m_journal.organisation();
    for (const auto& [id, person] : organisation.persons) {
        const auto permission = organisation.permission(id, organisation.seq);
        const Text about = m_journal.texts().aboutPerson(organisation, id);
        const auto contacts = contactsOf(about);
        asked->output->line(
            {{word("person"), id.toHex()},
             {word("name"), m_journal.texts().personName(organisation, id)},
             {word("permission"), word(permission ? wordOf(*permission) : "")},
             {word("department"), person.department.value_or(QString())},
             {word("site"), person.site.value_or(QString())},
             {word("phone"), phoneOf(about)},
             {word("email"), emailOf(about)},
             {word("contacts"), QJsonArray::fromStringList(QStringList(contacts.begin(), contacts.end()))},
             {word("revoked"), person.revokedSeq.has_value()}});
    }
    asked->done(exitcode::done);
}

void NodeCommands::devices(const Asked& asked) {
    const Organisation& organisation = m_journal.organisation();
    for (const auto& [id, device] : organisation.devices) {
        const auto author = organisation.author(id, organisation.seq);
        asked->output->line({{word("device"), id.toHex()},
                             {word("event"), device.addedBy.toHex()},
                             {word("name"), m_journal.texts().deviceName(organisation, id)},
                             {word("person"), device.person.toHex()},
                             {word("personName"), m_journal.texts().personName(organisation, device.person)},
                             {word("revoked"), author && author->revoked},
                             {word("own"), id == m_journal.device()}});
    }
    asked->done(exitcode::done);
}

Result<Recording> NodeCommands::permit(const Request& request) {
    const auto person = personNamed(request.arguments.at(0));
    if (!person) {
        return tl::unexpected(person.error());
    }
    const auto permission = vocabulary<Permission>(request.arguments.at(1), "permission");
    if (!permission) {
        return tl::unexpected(permission.error());
    }
    const EventId against = m_journal.organisation().persons.at(*person).grants.back().setBy;
    return recordOne(LogId::of(*m_journal.organisationId()), PermissionSet{*person, *permission, against},
                     {});
}

Result<Recording> NodeCommands::revoke(const Request& request) {
    const auto device = deviceNamed(request.arguments.at(0));
    if (!device) {
        return tl::unexpected(device.error());
    }
    return recordOne(LogId::of(*m_journal.organisationId()), DeviceRevoked{*device}, {});
}

// The organisation's epoch first, then each incident's log enters it, all by this admin.
Result<Recording> NodeCommands::declareEpoch(const Request& request) {
    const QString reason = request.value("reason").trimmed();
    if (reason.isEmpty()) {
        return refuse(refusal::reasonMissing);
    }
    auto declared = m_journal.declareEpoch(reason);
    if (!declared) {
        return tl::unexpected(declared.error());
    }
    return Recording{std::move(*declared)};
}

} // namespace bongsu
