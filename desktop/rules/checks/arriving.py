"""A package that arrived: signature, files, order, policy versions (catalogue 3.10)."""

from desktop.domain.findings import Finding
from desktop.rules.checks.rule import Case, Hit, Hits, RoundRule


def signature_not_believed(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK01: the signature cannot be verified, or nobody here trusts the signer."""
    arrival = case.context.arrival
    if arrival and arrival.signature_fault:
        yield Hit({"don_vi": arrival.unit_name, "ly_do": arrival.signature_fault}, subject=arrival.package_id)


def file_changed(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK02: an enclosed file is not the one that was signed."""
    arrival = case.context.arrival
    if arrival:
        yield from (Hit({"tep": name}, detail=name, subject=arrival.package_id) for name in arrival.changed_files)


def revision_missing(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK03: the package corrects a revision that never arrived."""
    arrival = case.context.arrival
    if arrival and arrival.missing_revision is not None:
        order: dict[str, str | int] = {"n": arrival.revision, "n_truoc": arrival.missing_revision}
        yield Hit(order | {"so": arrival.number}, subject=arrival.package_id)


def policy_version_differs(case: Case[tuple[Finding, ...]]) -> Hits:
    """GK04: the package was computed with another version of a pack than this office holds."""
    arrival = case.context.arrival
    if arrival is None:
        return
    for theirs in arrival.policies:
        ours = case.context.policies_here.get(theirs.id)
        if ours is not None and ours != theirs.version:
            versions = {"v1": f"{theirs.id} {theirs.version}", "v2": ours}
            yield Hit(versions, detail=f"{theirs.id}:{theirs.version}-{ours}", subject=arrival.package_id)


ROUND_RULES = (
    RoundRule("GK01", signature_not_believed),
    RoundRule("GK02", file_changed),
    RoundRule("GK03", revision_missing),
    RoundRule("GK04", policy_version_differs),
)
