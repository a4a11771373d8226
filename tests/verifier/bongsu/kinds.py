"""The kinds of docs/format.md, their facts and the text part, as tables; and a reader that holds bytes to them."""

from .cbor import Malformed, decode

ID, KEY, SIG, N, STR, BOOL, BYTES = "id", "key", "sig", "n", "str", "bool", "bytes"
MAX_LIST = 64

ENUMS = {
    "permission": 7, "grade": 5, "phase": 5, "source": 5, "noteKind": 3, "state": 6, "stage": 5, "unit": 4,
    "media": 4, "level": 4, "answer": 2, "cause": 3, "taskKind": 3, "outcome": 3,
    "certainty": 3, "attendance": 3, "motionKind": 3, "vote": 3, "motionOutcome": 3, "resourceKind": 4,
    "resourceOutcome": 4, "noticeStep": 7, "audience": 5, "disclosure": 3, "approval": 2, "deliveryChoice": 4,
    "pageState": 4, "dutyOutcome": 3, "workOutcome": 4,
    "findingKind": 5, "reviewArea": 6, "actionKind": 4, "actionTerm": 2, "safetyAspect": 2, "safetyFinding": 2,
    "openTo": 3, "retroForm": 4,
}

# name -> [(field, type, optional)]; the key is the place in the list, from 1. A list type is ["[", type].
BODIES = {}


def _fields(text):
    found = []
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, kind = part.split()
        optional = name.endswith("?")
        if kind.startswith("["):
            kind = ("list", kind[1:-1])
        found.append((name.rstrip("?"), kind, optional))
    return found


for _name, _text in {
    "relayKeys": "signing key, pins [id], sealing key",
    "logPoint": "seq n, hash id",
    "line": "occurredAt? ms, source? source, origin? id",
    "range": "from n, to n",
    "seatCall": "seat str, person id, successors [id], acceptWithin ms, against? id, reportsTo? str",
    "taskItem": "taskKind taskKind, seat? str, person? id, due? ms, key? str",
    "stateNamed": "service str, function? str, against id",
    "committeeSeat": "person? id",
    "outgoing": "channel str, audience audience, tells [disclosure], standsInFor? str",
    "deliveryCounts": "waiting n, sent n, delivered n, failed n, unknown n",
    "pageItem": "seat? str, member? n, call id",
    "pageResult": "page n, state pageState, cause? str",
    "actionPlan": "kind actionKind, term actionTerm, owner? id, due? ms, budget? n, area? reviewArea, heading? str",
    "restored": "unit unit, done range, total? n, inProgress? range",
    "text": "text? str, reason? str, basis? str, options? [str], name? str, deviceName? str, phone? str, email? str,"
            "party? str, place? str, addresses? [str], original? str, fileName? str, blobSalt? id, thumbnail? bytes,"
            "spokenRest? bytes, promised? str, contacts? [str], sealedSecret? bytes",
}.items():
    BODIES[_name] = _fields(_text)

KINDS = {}  # name -> (critical, log, fields)
for _line in """
organisation.founded ! | O | roots [key], relay relayKeys, featureLevel n
device.added ! | O | deviceKey key, inviteKey key, proof sig
invite.issued ! | O | inviteKey key, permission permission, person? id, validFor ms, uses n
invite.revoked ! | O | inviteKey key
person.described | O | person id, department? str, site? str
permission.set ! | O | person id, permission permission, against id
device.revoked ! | O | device id
person.revoked ! | O | person id
department.described | O | key str, company str
relay.described ! | O | relay relayKeys
epoch.declared ! | O | parent id, generation n, relays [id], orgBase logPoint, ends [id]
root.replaced ! | O | roots [key]
feature.raised ! | O | level n
work.held | A | site str, incident? id
work.released | A | site str, against id
event.erased ! | A | event id
incident.declared ! | I | grade grade, failureType? str, sites [str], services [str], drill bool, began? ms, ended? ms, severity? n
incident.joined ! | I | into id, against id
command.taken ! | I | against id
note.added | I | line line, noteKind noteKind, site? str
decision.made | I | line line, decidedBy? id
entry.corrected | I | target id
entry.withdrawn | I | target id
entry.pinned | I | target id, pinned bool
grade.changed | I | grade grade, against id
phase.changed | I | phase phase, against id
meeting.set | I | against id
service.stated | I | line line, services [str], function? str, state state, site? str, restored? restored
restoration.counted | I | line line, site? str, restored restored
blocker.raised | I | line line, site? str
blocker.cleared | I | line line, target id
notice.recorded | I | line line, channel? str, stage? stage, contact bool
authority.recorded | I | line line
readers.set ! | I | added [id], removed [id]
log.rebased ! | I | epoch id, baseSeq n, baseHash id
attachment.added | I | line line, media media, blob id, size n, target? id
document.published | O | type str, key str, blob id, size n, against? id
document.read | O | document id
seats.called ! | I | manual? id, calls [seatCall]
seat.answered ! | I | seat str, against id, answer answer, person? id
seat.passed ! | I | seat str, against id, cause cause, to? id
seat.vacated ! | I | seat str, against id
manual.attached | I | manual id, against id
tasks.added | I | line line, tasks [taskItem]
task.settled | I | line line, tasks id, index n, outcome outcome, against id
alert.set | I | line line, level level
report.issued | I | line line, number n, upTo id
services.confirmed | I | line line, states [stateNamed]
impact.stated | I | line line, services [str], function? str, platform? str, permille? range, users? range
cause.stated | I | line line, certainty certainty, against id, confirmedBy? id
recovery.expected | I | line line, service? str, function? str, at? ms, owner? id, against? id
committee.called | I | line line, number n, members [committeeSeat], quorum n
committee.attended | I | line line, meeting id, member n, attendance attendance, byDeputy bool
motion.opened | I | line line, meeting id, motionKind motionKind, due? ms
motion.voted | I | line line, motion id, member n, vote vote
motion.closed | I | line line, motion id, outcome motionOutcome
resource.requested | I | line line, resourceKind resourceKind, amount n, until? ms, seat? str
resource.settled | I | line line, request id, outcome resourceOutcome, amount? n, against id
period.opened | I | line line, number n, until? ms
notice.proposed ! | I | line line, step noticeStep, outgoings [outgoing], blob id, size n, validFor ms, against? id, preapproved? id, corrects? id, nextUpdate? ms, asked [id], askWithin? ms
notice.answered ! | I | notice id, approval approval
notice.overridden ! | I | notice id
notice.stopped ! | I | notice id
delivery.begun | I | notice id, channel str, against? id
delivery.told | I | notice id, channel str, begun id, counts deliveryCounts, done bool, held bool, cause? str
delivery.decided ! | I | notice id, channel str, against id, choice deliveryChoice
firstnotice.approved ! | O | document id
firstnotice.ended ! | O | document id
secret.sealed | O | channel str, relay id, against? id
page.begun | I | channel str, pages [pageItem]
page.told | I | begun id, results [pageResult]
page.answered ! | I | begun id, page n, answer answer, person id, seat? str
duty.begun | I | line line, duty str, against? id
duty.settled | I | line line, duty str, outcome dutyOutcome, against? id
retro.arranged | I | subcommittees bool, against? id
step.assigned | I | step str, owner? id, due? ms, against? id
step.settled | I | step str, outcome workOutcome, against? id
section.written | I | section str, blob id, size n, openTo openTo, against [id]
section.remarked | I | section str, version? id
remark.settled | I | remark id
finding.added | I | line line, findingKind findingKind, area? reviewArea, pattern? str, evidence [id]
finding.dropped | I | finding id
safety.stated | I | line line, services [str], aspects [safetyAspect], finding safetyFinding, checkedBy? id
retro.issued ! | I | line line, number n, form retroForm, format str, blob id, size n, upTo logPoint, org logPoint, pieceSize n, pieces [id], asked [id]
retro.signed ! | I | document id, answer approval
action.added | I | line line, plan actionPlan, finding? id, order? id
action.changed | I | line line, action id, plan actionPlan, against id, reworded bool
action.settled | I | line line, action id, outcome workOutcome, against id
recipients.counted | O | list str, count n
""".strip().splitlines():
    _kind, _log, _facts = (part.strip() for part in _line.split("|"))
    KINDS[_kind.rstrip(" !")] = (_kind.endswith("!"), _log, _fields(_facts))


def _value(value, kind):
    if isinstance(kind, tuple):
        if type(value) is not list or len(value) > MAX_LIST:
            raise Malformed("not a list of at most 64")
        return [_value(item, kind[1]) for item in value]
    if kind in (ID, KEY, SIG):
        if type(value) is not bytes or len(value) != (64 if kind == SIG else 32):
            raise Malformed("not " + kind)
        return value
    if kind in ENUMS:
        if type(value) is not int or not 1 <= value <= ENUMS[kind]:
            raise Malformed("not of " + kind)
        return value
    if kind in BODIES:
        return _body(value, BODIES[kind])
    if type(value) is not {N: int, "ms": int, STR: str, BOOL: bool, BYTES: bytes}[kind]:
        raise Malformed("not " + kind)
    return value


def _body(value, fields):
    if type(value) is not dict:
        raise Malformed("not a map")
    found = {}
    for key, (name, kind, optional) in enumerate(fields, 1):
        if key in value:
            found[name] = _value(value[key], kind)
        elif not optional:
            raise Malformed(name + " is missing")
    return found


def decode_facts(kind, version, data):
    """The facts by name; None for a kind or version this page does not list. Malformed if they do not fit."""
    value = decode(data)
    if type(value) is not dict:
        raise Malformed("facts are not a map")
    if kind not in KINDS or version != 1:
        return None
    return _body(value, KINDS[kind][2])


def decode_text(data):
    return _body(decode(data), BODIES["text"])
