"""The chain of docs/format.md: an organisation's log and another log judged beside it, entry by entry."""

import copy

from . import kinds
from .cbor import Malformed
from .records import (ZERO, decode_entry, decode_head, device_id, genesis, join_message, part_hash)

TEXTS = ("none", "present", "withheld", "erased")


class Bad(Exception):
    """The first fault: in which log, at which entry, and why."""

    def __init__(self, log, seq, why):
        super().__init__(why)
        self.log, self.seq, self.why = log, seq, why


class Organisation:
    """What the organisation's log makes known, and from the entry behind which place on."""

    def __init__(self, org):
        self.id = org
        self.hashes = []
        self.keys = {}      # deviceId -> (seq, public key): devices of persons, roots, relays
        self.relays = set()  # deviceIds
        self.invites = set()
        self.epochs = []    # (seq, id, relays), rising
        self.doubt = 0      # as in Chain
        self.under_head = False

    def sure(self, seq):
        """Whether an entry's hash is beyond doubt: its successor or a head confirms it."""
        return self.under_head or seq < (self.doubt - 1 if self.doubt else len(self.hashes))

    def snapshot(self):
        other = copy.copy(self)
        other.hashes, other.epochs = list(self.hashes), list(self.epochs)
        other.keys, other.relays, other.invites = dict(self.keys), set(self.relays), set(self.invites)
        return other

    def key(self, device, at):
        since, key = self.keys.get(device, (at + 1, None))
        return key if since <= at else None

    def epoch(self, at):
        return next((epoch for epoch in reversed(self.epochs) if epoch[0] <= at), None)

    def learn(self, seq, entry, facts, signatures):
        """Permissions are not judged here: what is void may be learnt, what was never said is not known."""
        kind, event = entry.event.header.kind, entry.event

        def known(key):
            self.keys.setdefault(device_id(key), (seq, key))

        if kind in ("organisation.founded", "relay.described"):
            known(facts["relay"]["signing"])
            self.relays.add(device_id(facts["relay"]["signing"]))
        if kind in ("organisation.founded", "root.replaced"):
            for root in facts["roots"]:
                known(root)
        if kind == "organisation.founded":
            self.epochs.append((seq, event.id, [device_id(facts["relay"]["signing"])]))
        elif kind == "epoch.declared" and entry.epoch == event.id:
            self.epochs.append((seq, event.id, facts["relays"]))
        elif kind == "invite.issued":
            self.invites.add(facts["inviteKey"])
        elif kind == "device.added" and facts["inviteKey"] in self.invites:
            if signatures.holds(facts["inviteKey"], join_message(self.id, facts["deviceKey"]), facts["proof"]):
                known(facts["deviceKey"])


class Chain:
    """One log. Its entries are accepted in order, then closed by the signed head that names the last one."""

    def __init__(self, log, organisation, signatures):
        self.log = log
        self.organisation = organisation
        self.signatures = signatures
        self.count = 0
        self.tip = None
        self.doubt = 0       # an entry whose prev is not its predecessor's hash: one of the two was altered
        self.org_doubt = 0   # an entry that names another last entry of the organisation's log than is there
        self.events = set()
        self.erased = {}     # eventId -> (seq, eventId of what erased it), as claimed
        self.erasers = {}    # eventId -> (seq, eventId of what it erases)
        self.texts = dict.fromkeys(TEXTS, 0)
        self.unfit = 0       # facts of a known kind that do not fit: such an entry is void

    def snapshot(self, organisation):
        other = copy.copy(self)
        other.organisation = organisation
        other.events, other.texts = set(self.events), dict(self.texts)
        other.erased, other.erasers = dict(self.erased), dict(self.erasers)
        return other

    @property
    def own(self):
        return self.log == self.organisation.id

    def accept(self, data, facts, text):
        """`facts`: (salt, bytes). `text`: (state, salt and bytes | eventId | nothing)."""
        seq = self.count + 1
        try:
            entry = decode_entry(data)
        except Malformed as fault:
            raise Bad(self.log, self.doubt or seq, str(fault)) from None
        self._settle(entry.prev)
        for fault in (self._place(entry, seq), self._organisation(entry, seq), self._epoch(entry, seq),
                      self._event(entry, seq), self._parts(entry.event.header, facts, text)):
            if fault:
                raise Bad(self.log, seq, fault)
        meant = self._facts(entry, facts[1])
        fault = self._author(entry, meant) or (self._beginning(entry, meant) if self._enters(entry) else None)
        if fault:
            raise Bad(self.log, seq, fault)
        self._take(seq, entry, meant, text)

    def _settle(self, confirmed):
        """Blames one of the two at a doubtful place, by what the next entry or the head says."""
        if self.doubt:
            guilty = self.doubt - 1 if confirmed == self.tip.hash else self.doubt
            raise Bad(self.log, guilty, "the chain breaks: this entry was altered")

    def _place(self, entry, seq):
        if entry.log != self.log:
            return "the entry is of another log"
        if entry.seq != seq:
            return "seq is not the next"
        prev = self.tip.hash if self.tip else genesis(self.log)
        if entry.prev != prev:
            if seq == 1:
                return "prev is not the predecessor's hash"
            self.doubt = seq
            if self.own:
                self.organisation.doubt = seq
        elif self.tip and entry.recorded_at < self.tip.recorded_at:
            return "recordedAt falls"
        return None

    def _organisation(self, entry, seq):
        if self.own:
            return None if (entry.org_seq, entry.org_hash) == (seq - 1, entry.prev) else "the organisation's head is wrong"
        hashes = self.organisation.hashes
        if not 1 <= entry.org_seq <= len(hashes):
            return "the organisation's head is beyond its log"
        if self.tip and not self.doubt and entry.org_seq < self.tip.org_seq:
            return "the organisation's head goes back"
        if hashes[entry.org_seq - 1] != entry.org_hash:
            if self.organisation.sure(entry.org_seq):
                return "the organisation's head is of another history"
            self.org_doubt = self.org_doubt or seq
        return None

    def _enters(self, entry):
        """Whether the entry begins an epoch or takes its log into one."""
        if self.own:
            return self.count == 0 or (entry.event.header.kind, entry.epoch) == ("epoch.declared", entry.event.id)
        return self.tip is not None and not self.doubt and entry.epoch != self.tip.epoch

    def _epoch(self, entry, seq):
        if self.own and seq == 1:
            return None if entry.epoch == entry.event.id else "the first epoch is not the foundation"
        if self.own and self._enters(entry):
            return None
        newest = self.organisation.epoch(entry.org_seq)
        if newest is None or entry.epoch != newest[1]:
            return "not of the newest epoch"
        if entry.relay not in newest[2] or self.organisation.key(entry.relay, entry.org_seq) is None:
            return "the relay is not of the epoch"
        if self._enters(entry) and entry.event.header.kind != "log.rebased":
            return "a new epoch without a rebasing"
        return None

    def _beginning(self, entry, facts):
        """What an entry that begins or enters an epoch says of it."""
        if facts is None:
            return "an epoch begins with facts that do not fit"
        kind = entry.event.header.kind
        if kind == "organisation.founded":
            fits = entry.relay == device_id(facts["relay"]["signing"])
        elif kind == "epoch.declared":
            base = (facts["orgBase"]["seq"], facts["orgBase"]["hash"])
            known = all(self.organisation.key(relay, entry.org_seq) for relay in facts["relays"])
            fits = entry.relay in facts["relays"] and known and base == (entry.seq - 1, entry.prev)
        else:
            base = (facts["baseSeq"], facts["baseHash"])
            fits = facts["epoch"] == entry.epoch and base == (entry.seq - 1, entry.prev)
        return None if fits else "the epoch does not begin as its declaration says"

    def _event(self, entry, seq):
        header, event = entry.event.header, entry.event
        if event.id in self.events:
            return "the event is there twice"
        founding = self.own and seq == 1
        if founding != (header.kind == "organisation.founded" and header.org == ZERO):
            return "not the foundation, or a second one"
        if header.org != (ZERO if founding else self.organisation.id):
            return "the event is of another organisation"
        if (header.log, event.id if seq == 1 else self.log) != (ZERO if seq == 1 else self.log, self.log):
            return "the event is of another log"
        return None

    @staticmethod
    def _parts(header, facts, text):
        if len(facts[1]) != header.facts_size or part_hash("facts", *facts) != header.facts_hash:
            return "the facts are not those the header names"
        if (text[0] == "none") != (header.text_hash is None):
            return "the text is there or not, and the header says otherwise"
        if text[0] == "present":
            if len(text[2]) != header.text_size or part_hash("text", *text[1:]) != header.text_hash:
                return "the text is not the one the header names"
        return None

    def _facts(self, entry, data):
        header = entry.event.header
        try:
            return kinds.decode_facts(header.kind, header.kind_version, data)
        except Malformed:
            self.unfit += 1
            return None

    def _author(self, entry, facts):
        event = entry.event
        device = event.header.device
        key = self.organisation.key(device, entry.org_seq)
        brought = []
        if facts and event.header.kind == "organisation.founded":
            brought = facts["roots"]
        elif facts and event.header.kind == "device.added":
            brought = [facts["deviceKey"]]
        for candidate in brought if key is None else ():
            key = candidate if device_id(candidate) == device else key
        if key is None:
            return "the device is unknown"
        return None if self.signatures.holds(key, event.signed, event.signature) else "the signature is wrong"

    def _take(self, seq, entry, facts, text):
        self.count, self.tip = seq, entry
        self.events.add(entry.event.id)
        self.texts[text[0]] += 1
        if text[0] == "erased":
            self.erased[entry.event.id] = (seq, text[1])
        kind = entry.event.header.kind
        target = facts and {"event.erased": "event", "entry.withdrawn": "target", "secret.sealed": "against"}.get(kind)
        if target and target in facts:
            self.erasers[entry.event.id] = (seq, facts[target])
        if self.own:
            self.organisation.hashes.append(entry.hash)
            if facts:
                self.organisation.learn(seq, entry, facts, self.signatures)

    def close(self, data, signature):
        """The signed head that names the last entry. Returns it."""
        where = self.doubt or self.count
        try:
            head = decode_head(data)
        except Malformed as fault:
            raise Bad(self.log, where, "head: " + str(fault)) from None
        if not self.count:
            raise Bad(self.log, 0, "a head without an entry")
        if not self._signed(head, signature):
            raise Bad(self.log, where, "head: signed by no relay of the epoch")
        self._settle(head.hash)
        if (head.org, head.log) != (self.organisation.id, self.log):
            raise Bad(self.log, self.count, "head: of another log")
        tip = self.tip
        if (head.epoch, head.seq, head.hash, head.recorded_at) != (tip.epoch, tip.seq, tip.hash, tip.recorded_at):
            raise Bad(self.log, self.count, "the last entry is not the one the head names")
        self._close_organisation(head)
        self.check_erased()
        return head

    def check_erased(self):
        """Behind the last entry: what is erased was erased by something that stands later."""
        for event, (seq, by) in self.erased.items():
            eraser = self.erasers.get(by, (0, None))
            if eraser[0] <= seq or eraser[1] != event:
                raise Bad(self.log, seq, "the text is erased by nothing that stands in this log")

    def _signed(self, head, signature):
        """A head does not say which relay signed it: any of the epoch may have."""
        relays = next((epoch[2] for epoch in self.organisation.epochs if epoch[1] == head.epoch), ())
        keys = [self.organisation.keys[relay][1] for relay in relays if relay in self.organisation.keys]
        return any(self.signatures.holds(key, head.signed, signature) for key in keys)

    def _close_organisation(self, head):
        organisation, hashes = self.organisation, self.organisation.hashes
        if self.own:
            if (head.org_seq, head.org_hash) != (head.seq, head.hash):
                raise Bad(self.log, self.count, "head: the organisation's head is wrong")
            organisation.under_head = True
            return
        if organisation.doubt:
            guilty = organisation.doubt - (head.org_hash == hashes[-1])
            raise Bad(organisation.id, guilty, "the chain breaks: this entry was altered")
        if not max(1, self.tip.org_seq) <= head.org_seq <= len(hashes):
            raise Bad(self.log, self.count, "head: the organisation's head goes back or beyond its log")
        last = head.org_seq == len(hashes)
        if hashes[head.org_seq - 1] != head.org_hash:
            if last and not organisation.under_head:
                raise Bad(organisation.id, len(hashes), "the last entry is not the one the head names")
            raise Bad(self.log, self.count, "head: the organisation's head is of another history")
        if self.org_doubt:
            raise Bad(self.log, self.org_doubt, "the organisation's head is of another history")
        if not last and not organisation.under_head:
            raise Bad(organisation.id, len(hashes), "entries that no head covers")
