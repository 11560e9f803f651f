"""Publish a policy pack: Sở Tài chính turns a draft into a signed package that every office can take in."""

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop import __version__
from desktop.domain.errors import Param, Refusal
from desktop.domain.registers import PackageEntry
from desktop.domain.rounds import Direction, PolicyRef
from desktop.exchange.container.contents import PackageContents, WrittenPackage
from desktop.exchange.container.part_file import part_file, synced
from desktop.exchange.container.writer import write_package
from desktop.exchange.kinds import PackageKind, Role, package_file_name
from desktop.exchange.signing.signer import Signer
from desktop.rules.checks.of_packs import catalogue_of
from desktop.rules.drafting import Figure, figures, version_numbers
from desktop.rules.pack import load_pack
from desktop.rules.pack_file import PackFile, PackStatus
from desktop.rules.pack_text import read_pack_file
from desktop.rules.policy import PolicyPack
from desktop.rules.trace import Provenance
from desktop.services.formats.policy import PACK_SCHEMA, POLICY_FORMAT, PolicyDocument
from desktop.services.formats.records_out import canonical
from desktop.services.keys.signing_state import open_signer
from desktop.services.keys.trust_files import trust_of
from desktop.services.office import Mode, Office
from desktop.services.policies.keep_packs import let_hold
from desktop.services.policies.shelf import ShelvedPack
from desktop.services.recovery.left_overs import staging_file
from desktop.services.sending.departures import departed, departing, taking_back

_NEEDS_NO_ARTICLE = frozenset({Provenance.OPEN, Provenance.INVENTED})
_UNSURE = frozenset({Provenance.RECALLED, Provenance.REPORTED})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A draft that may be published: the pack as it loads, its exact bytes, and what in it is still open."""

    pack: PolicyPack
    content: bytes
    open_figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Published:
    """A pack on its way: it holds here from now on, and lies in the package for the units."""

    pack: PolicyPack
    package: WrittenPackage


def candidate(office: Office, text: str) -> Candidate:
    """Say that the text may be published, or why not.

    Raises PackError (every golden case is run), Refusal: policy.not_here, policy.no_examples,
    policy.version_not_rising, policy.citation_missing, policy.confirmed_unsure, and those of `catalogue_of` for what
    the pack says of checks. Figures that are open may stay so,
    in a confirmed pack too: what is open is not confirmed, and whoever needs it gets no amount.
    """
    _finance_only(office)
    content = text.encode("utf-8")
    file = read_pack_file(content, "bản soạn")
    pack = load_pack(content, f"{file.id}.yaml", office.shelf.others(file.id))
    catalogue_of(office.catalogue, (pack,))  # refused now rather than in every round with it
    if not file.examples:
        raise Refusal("policy.no_examples")
    _check_version(office, pack)
    _check_figures(file)
    catalogue_of(office.catalogue, (pack,))
    return Candidate(pack, content, tuple(each for each in figures(file) if each.open))


def publish_policy(office: Office, text: str, folder: Path, passphrase: str) -> Published:
    """Sign the pack, write it into the folder, and let it hold here; all or nothing.

    Raises what `candidate` raises, PackError when a pack that needs this one cannot be computed with it, Refusal:
    policy.no_role, submission.file_exists, and those of keys, trust and
    packages. When it raises nothing has changed.
    """
    chosen = candidate(office, text)
    signer = open_signer(office, passphrase)
    _check_role(office, signer)
    contents = _contents(office, chosen)
    target = folder / package_file_name(contents.kind, contents.issuer_unit, contents.period, contents.sequence)
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    written = departing(
        office, folder, contents, lambda before: write_package(target, contents, signer, before_naming=before)
    )
    with taking_back(office, written):
        _remember(office, chosen, contents, written)
    return Published(chosen.pack, written)


def hand_out_policy(office: Office, ref: PolicyRef, folder: Path) -> Path:
    """Copy the package that published this version here into the folder, byte for byte, once more.

    Raises Refusal: policy.not_published_here, submission.file_exists, and FileError.
    """
    package_id = next((each.stored.package_id for each in _published(office, ref) if each.stored), "")
    with office.store.begin() as work:
        entry, digest = work.packages.get(package_id), work.settings.get(f"package.{package_id}")
    if entry is None or digest is None:
        raise Refusal("policy.not_published_here", id=ref.id, version=ref.version)
    target = folder / entry.file_name
    if target.exists():
        raise Refusal("submission.file_exists", file=target.name)
    with office.store.blobs.open(digest) as kept, part_file(target) as part, synced(part) as stream:
        stream.write(kept.read())
    return target


def published_here(office: Office, ref: PolicyRef) -> bool:
    """Whether the package of this version was written here and is kept."""
    kept = [each.stored.package_id for each in _published(office, ref) if each.stored]
    with office.store.begin() as work:
        return any(work.settings.get(f"package.{package_id}") for package_id in kept)


def _published(office: Office, ref: PolicyRef) -> tuple[ShelvedPack, ...]:
    return tuple(each for each in office.shelf.versions(ref.id) if each.ref == ref)


def _check_version(office: Office, pack: PolicyPack) -> None:
    for known in office.shelf.versions(pack.id):
        if version_numbers(pack.version) <= version_numbers(known.ref.version):
            raise Refusal("policy.version_not_rising", version=pack.version, known=known.ref.version)


def _check_figures(file: PackFile) -> None:
    """Each figure names the article that it stands in; a confirmed pack rests on nothing that was only heard of."""
    for parameter, value in ((each.parameter, each.value) for each in figures(file)):
        if value.provenance not in _NEEDS_NO_ARTICLE and not value.cite.article and file.kind != "practice":
            raise Refusal("policy.citation_missing", label=parameter.label)
    if file.status is PackStatus.CONFIRMED:
        for label in _unsure(file):
            raise Refusal("policy.confirmed_unsure", label=label)


def _unsure(file: PackFile) -> Iterator[str]:
    """Name what a confirmed pack may not rest on: anything not read in the text itself."""
    yield from (each.parameter.label for each in figures(file) if each.value.provenance in _UNSURE)
    yield from (each.label for each in file.salary_bases if each.provenance in _UNSURE)
    yield from (each.label for each in file.tables.rounding if each.provenance in _UNSURE)


def _check_role(office: Office, signer: Signer) -> None:
    grant = trust_of(office).grant_of(sha256(signer.certificate).hexdigest())
    if grant is None or Role.PUBLISH_POLICY not in grant.roles:
        raise Refusal("policy.no_role")


def _contents(office: Office, chosen: Candidate) -> PackageContents:
    unit = office.identity.unit.code
    with office.store.begin() as work:
        last = work.packages.last_sequence(unit, PackageKind.POLICY.value, Direction.SENT)
    return PackageContents(
        kind=PackageKind.POLICY,
        issuer_unit=unit,
        recipient_unit=None,
        period=f"{office.now():%Y}",
        sequence=last + 1,
        document=canonical(_document(chosen)),
        created_at=office.now(),
        app_version=__version__,
        trust_version=trust_of(office).version,
        policies=(chosen.pack.ref,),
    )


def _document(chosen: Candidate) -> PolicyDocument:
    ref = chosen.pack.ref
    return PolicyDocument(
        format=POLICY_FORMAT,
        pack_schema=PACK_SCHEMA,
        id=ref.id,
        version=ref.version,
        title=chosen.pack.title,
        sha256=ref.sha256,
        text=chosen.content.decode("utf-8"),
    )


def _remember(office: Office, chosen: Candidate, contents: PackageContents, written: WrittenPackage) -> None:
    ref = chosen.pack.ref
    entry = PackageEntry(
        package_id=written.package_id,
        kind=contents.kind.value,
        issuer=contents.issuer_unit,
        sequence=contents.sequence,
        digest=written.digest,
        direction=Direction.SENT,
        file_name=written.path.name,
        first_seen_at=office.stamp(),
        signer=office.operator,
    )
    with staging_file(office.store, written.path) as (digest, _), office.store.begin() as work:
        work.staged_files.clear((digest,))
        departed(work, written)
        work.packages.add(entry)
        work.settings.put(f"package.{written.package_id}", digest)
        let_hold(office, work, chosen.pack, chosen.content, written.package_id)
        detail: dict[str, Param] = {"version": ref.version, "sha256": ref.sha256, "open": len(chosen.open_figures)}
        work.audit.append(office.operator, "policy.published", ref.id, detail)
        kept, choices = work.policies.all(), work.policies.chosen()
    office.shelf.renew(kept, choices)


def _finance_only(office: Office) -> None:
    if office.identity.mode is not Mode.FINANCE:
        raise Refusal("policy.not_here")
