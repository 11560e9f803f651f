"""What passes between offices, what each kind is called inside, and who may sign it."""

from dataclasses import dataclass
from enum import StrEnum


class PackageKind(StrEnum):
    """The kind of a package; the value starts the file's name."""

    SUBMISSION = "nop"
    DRAFT = "nop-nhap"
    """A round as it stands, for advice: a kind of its own, so that nothing takes it for a submission."""
    DECISION = "tra"
    RECEIPT = "nhan"
    OPINION = "noivu"
    SETTLEMENT = "chitra"
    DIFFICULTY = "vuongmac"
    REPORT = "baocao"
    POLICY = "csach"
    TRUST = "tincay"
    ENROLMENT = "dangky"
    HISTORY = "lichsu"


class Role(StrEnum):
    """What the holder of a certificate may sign for its unit; authorisation apart from authentication."""

    SUBMIT = "submit"
    APPRAISE = "appraise"
    PUBLISH_POLICY = "publish_policy"
    GIVE_OPINION = "give_opinion"
    CONSOLIDATE = "consolidate"
    """Take in the packages of subordinate units, and send them on whole inside its own."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """What holds of every package of a kind.

    `role` None: no unit may sign it (the root signs trust, a new key its own enrolment). `addressed`: must name
    its recipient. `other_role` may sign it too, with less to say: what, its reader checks. `embeds`: packages of
    subordinate units may be inside.
    """

    document: str
    role: Role | None
    addressed: bool = True
    other_role: Role | None = None
    embeds: bool = False

    def allows(self, roles: frozenset[Role]) -> bool:
        """Tell whether somebody with these roles may sign it."""
        return not roles.isdisjoint({self.role, self.other_role} - {None})

    @property
    def document_path(self) -> str:
        """The entry that holds the records."""
        return f"data/{self.document}.json"


RULES: dict[PackageKind, KindRule] = {
    PackageKind.SUBMISSION: KindRule("submission", Role.SUBMIT, embeds=True),
    PackageKind.DRAFT: KindRule("draft", Role.SUBMIT),
    PackageKind.DECISION: KindRule("decision", Role.APPRAISE, other_role=Role.CONSOLIDATE),
    PackageKind.RECEIPT: KindRule("receipt", Role.APPRAISE),
    PackageKind.OPINION: KindRule("opinion", Role.GIVE_OPINION),
    PackageKind.SETTLEMENT: KindRule("settlement", Role.SUBMIT),
    PackageKind.DIFFICULTY: KindRule("difficulty", Role.SUBMIT),
    PackageKind.REPORT: KindRule("report", Role.SUBMIT),
    PackageKind.POLICY: KindRule("policy", Role.PUBLISH_POLICY, addressed=False),
    PackageKind.TRUST: KindRule("trust", None, addressed=False),
    PackageKind.ENROLMENT: KindRule("enrolment", None, addressed=False),
    PackageKind.HISTORY: KindRule("history", Role.APPRAISE),
}


def package_file_name(
    kind: PackageKind, unit_code: str, period: str, sequence: int, part: tuple[int, int] | None = None
) -> str:
    """Return e.g. "nop-TTYT-2024-2-001.asice", ASCII; with `part` (2, 3) "nop-TTYT-2024-2-001.p2-of-3.asice"."""
    piece = f".p{part[0]}-of-{part[1]}" if part else ""
    return f"{kind.value}-{unit_code}-{period}-{sequence:03d}{piece}.asice"
