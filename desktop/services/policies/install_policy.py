"""Take in a policy pack: verify, read, prove, show what it changes, and only then let it hold."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import msgspec

from desktop.domain.errors import Refusal
from desktop.domain.names import compose
from desktop.domain.rounds import Direction, PolicyRef
from desktop.exchange.container.reader import VerifiedPackage, read_package
from desktop.exchange.kinds import PackageKind
from desktop.rules.checks.of_packs import catalogue_of
from desktop.rules.drafting import version_numbers
from desktop.rules.pack import load_pack
from desktop.rules.policy import PolicyPack
from desktop.services.arrivals.receive_package import entry_of
from desktop.services.formats.policy import PACK_SCHEMA, POLICY_FORMAT, PolicyDocument
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Office
from desktop.services.policies.compare_policies import CancelCheck, PolicyImpact, Progress, compare_policies
from desktop.services.policies.keep_packs import let_hold
from desktop.services.policies.open_people import open_people
from desktop.storage import UnitOfWork

_ANY_FORMAT = "tinhgian/policy/"


@dataclass(frozen=True, slots=True)
class OfferedPolicy:
    """A pack whose signature, trust, form and golden cases were found good; nothing has changed yet.

    `already` tells that it holds here now.
    """

    package: VerifiedPackage
    pack: PolicyPack
    content: bytes
    already: bool


def read_policy_package(office: Office, path: Path) -> OfferedPolicy:
    """Read a policy package without letting it hold.

    Raises PackageError (not_authorised for a signer who may not publish), Refusal: package.update_app,
    package.document_invalid, package.replay_differs, policy.rollback, policy.same_version_differs (an alarm, which
    the log keeps), those of `catalogue_of` for checks that are not known here, and PackError for a pack that does not
    load or fails one of its own cases.
    """
    package = read_package(path, trust_of(office), now=office.now(), expected_kind=PackageKind.POLICY)
    document = _decoded(package)
    content = document.text.encode("utf-8")
    ref = _checked_ref(package, document, content)
    _check_number(office, package)
    _check_version(office, path, ref)
    pack = load_pack(content, f"{ref.id}.yaml", office.shelf.others(ref.id))
    catalogue_of(office.catalogue, (pack,))  # refused now rather than in every round with it
    if pack.ref != ref:
        raise Refusal("package.document_invalid", file=path.name, where="text")
    catalogue_of(office.catalogue, (pack,))
    return OfferedPolicy(package, pack, content, already=any(each.ref == ref for each in office.shelf.packs))


def impact_of(
    office: Office, pack: PolicyPack, *, progress: Progress | None = None, cancelled: CancelCheck | None = None
) -> PolicyImpact:
    """Compare the pack with the version that holds here, over everybody whose record is open here."""
    holds = tuple(each for each in office.shelf.packs if each.id == pack.id)
    asking = office.shelf.asking(pack.id)
    return compare_policies(
        (*holds, *asking) if holds else (),
        (pack, *asking),
        open_people(office, pack.id),
        others=office.shelf.others(pack.id),
        progress=progress,
        cancelled=cancelled,
    )


def install_policy(office: Office, offered: OfferedPolicy, impact: PolicyImpact) -> None:
    """Let an offered pack hold, after `impact` was shown; what was sent keeps its pack.

    Raises Refusal("policy.changed_meanwhile") when another version holds than `impact` was compared with, and
    PackError when a pack that needs this one cannot be computed with it.
    """
    holds = next((each.ref for each in office.shelf.packs if each.id == offered.pack.id), None)
    if impact.after != offered.pack.ref or impact.before != holds:
        raise Refusal("policy.changed_meanwhile")
    package = offered.package
    with office.store.begin() as work:
        if work.packages.get(package.envelope.package_id) is None:
            work.packages.add(entry_of(office, package, Direction.RECEIVED))
        let_hold(office, work, offered.pack, offered.content, package.envelope.package_id)
        _log(office, work, "policy.installed", impact)
        kept, choices = work.policies.all(), work.policies.chosen()
    office.shelf.renew(kept, choices)


def choose_version(office: Office, ref: PolicyRef, reason: str, impact: PolicyImpact) -> None:
    """Let another version that is here hold, such as an earlier one; the log keeps why.

    Raises Refusal: policy.reason_missing, policy.other_version, policy.changed_meanwhile, and PackError when a pack
    that needs this one cannot be computed with it.
    """
    if not reason.strip():
        raise Refusal("policy.reason_missing")
    (pack,) = office.shelf.holding((ref,))
    holds = office.shelf.pack(ref.id).ref
    if impact.after != ref or impact.before != holds:
        raise Refusal("policy.changed_meanwhile")
    content = office.shelf.content(ref)
    assert content is not None  # noqa: S101 - the shelf just gave the pack
    with office.store.begin() as work:
        let_hold(office, work, pack, content, "", compose(reason))
        _log(office, work, "policy.chosen", impact, reason=compose(reason))
        kept, choices = work.policies.all(), work.policies.chosen()
    office.shelf.renew(kept, choices)


def _log(office: Office, work: UnitOfWork, action: str, impact: PolicyImpact, **more: str) -> None:
    ref = impact.after
    detail = {"version": ref.version, "sha256": ref.sha256, "before": impact.before.version if impact.before else ""}
    counts = {"people": impact.people, "changed": len(impact.changes), "difference": impact.difference}
    work.audit.append(office.operator, action, ref.id, {**detail, **counts, **more})


def _decoded(package: VerifiedPackage) -> PolicyDocument:
    written, schema = str(package.document.get("format")), package.document.get("pack_schema")
    newer = isinstance(schema, int) and schema > PACK_SCHEMA
    if newer or (written != POLICY_FORMAT and written.startswith(_ANY_FORMAT)):
        form = f"{written}, {schema}" if newer else written
        raise Refusal("package.update_app", file=package.path.name, format=form)
    try:
        return msgspec.json.decode(package.document_bytes, type=PolicyDocument)
    except msgspec.DecodeError as fault:
        raise Refusal("package.document_invalid", file=package.path.name, where=str(fault)) from None


def _checked_ref(package: VerifiedPackage, document: PolicyDocument, content: bytes) -> PolicyRef:
    """Return what the package says it brings, where document, envelope and bytes agree on it."""
    ref = PolicyRef(document.id, document.version, sha256(content).hexdigest())
    if ref.sha256 != document.sha256 or package.envelope.policies != (ref,):
        raise Refusal("package.document_invalid", file=package.path.name, where="sha256")
    return ref


def _check_number(office: Office, package: VerifiedPackage) -> None:
    """Refuse another package under a number that was taken in; an older number may come late, versions decide."""
    envelope = package.envelope
    with office.store.begin() as work:
        known = work.packages.of_issuer(envelope.issuer.unit_code)
    for each in known:
        same = each.package_id == envelope.package_id or (
            each.kind == envelope.kind.value and each.sequence == envelope.sequence
        )
        if same and each.digest != package.digest:
            raise Refusal("package.replay_differs", file=package.path.name, number=envelope.sequence)


def _check_version(office: Office, path: Path, ref: PolicyRef) -> None:
    """Refuse other bytes under a known number, and a way back that would need no reason: `choose_version` asks one."""
    if any(pack.ref == ref for pack in office.shelf.packs):
        return
    known = office.shelf.versions(ref.id)
    here = any(each.ref == ref for each in known)
    for each in known:
        if version_numbers(each.ref.version) == version_numbers(ref.version) and not here:
            _alarm(office, ref, each.ref)
            raise Refusal("policy.same_version_differs", file=path.name, id=ref.id, version=ref.version)
        if version_numbers(each.ref.version) > version_numbers(ref.version):
            raise Refusal("policy.rollback", file=path.name, id=ref.id, offered=ref.version, known=each.ref.version)


def _alarm(office: Office, offered: PolicyRef, known: PolicyRef) -> None:
    with office.store.begin() as work:
        detail = {"version": offered.version, "offered": offered.sha256, "known": known.sha256}
        work.audit.append(office.operator, "policy.alarm", offered.id, detail)
