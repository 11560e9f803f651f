"""Tables of what a unit enters: rounds, dossiers, careers, drafts."""

from sqlalchemy import CheckConstraint, Column, Date, Index, Integer, LargeBinary, Table, Text

from desktop.domain.careers import Attendance, CashedBenefit
from desktop.domain.dossiers import Group, Route
from desktop.domain.people import BirthBasis, Employment, ManagementLevel, Sex
from desktop.domain.states import DossierState
from desktop.storage.tables.kinds import BirthText, EnumText, MonthOrdinal, RatioText
from desktop.storage.tables.schema import (
    flag,
    key,
    maybe,
    metadata,
    money,
    number,
    owned_by,
    place,
    refers_to,
    text,
    value,
)

settings = Table("settings", metadata, key("key"), text("value"))

rounds = Table(
    "rounds", metadata, key("id"), text("name"), text("period"), value("opened_on", Date), maybe("deadline", Date)
)
round_policies = Table("round_policies", metadata, owned_by("round_id", "rounds.id"), place(), text("policy_id"))

careers = Table("careers", metadata, key("id"), text("rank"), flag("checked_against_book"))
"""The career of a dossier has the dossier's id."""


def _span_runs_forwards() -> CheckConstraint:
    return CheckConstraint("first_month <= last_month", name="span_runs_forwards")


salary_periods = Table(
    "salary_periods",
    metadata,
    owned_by("career_id", "careers.id"),
    place(),
    value("first_month", MonthOrdinal),
    value("last_month", MonthOrdinal),
    value("coefficient", RatioText),
    value("position_allowance", RatioText),
    value("beyond_frame", RatioText),
    value("seniority", RatioText),
    value("reserved_difference", RatioText),
    maybe("step", Integer),
    value("public_service", RatioText),
    value("professional_incentive", RatioText),
    value("professional_duty", RatioText),
    money("contract_pay", required=False),
    money("seniority_amount", required=False),
    value("other_allowance", RatioText),
    text("other_allowance_name"),
    value("attendance", EnumText(Attendance)),
    money("base_salary", required=False),
    _span_runs_forwards(),
)
insurance_periods = Table(
    "insurance_periods",
    metadata,
    owned_by("career_id", "careers.id"),
    place(),
    value("first_month", MonthOrdinal),
    value("last_month", MonthOrdinal),
    text("employer"),
    flag("compulsory"),
    flag("cashed"),
    flag("hazardous"),
    flag("special_area"),
    maybe("cashed_as", EnumText(CashedBenefit)),
    _span_runs_forwards(),
)

dossiers = Table(
    "dossiers",
    metadata,
    key("id"),
    refers_to("round_id", "rounds.id"),
    number("ordinal"),
    text("full_name"),
    maybe("sex", EnumText(Sex)),
    maybe("birth", BirthText),
    text("citizen_id"),
    maybe("birth_on_file", BirthText),
    value("birth_basis", EnumText(BirthBasis)),
    text("birth_basis_reason"),
    text("insurance_number"),
    text("post"),
    text("workplace"),
    text("qualification"),
    maybe("employment", EnumText(Employment)),
    maybe("management_level", EnumText(ManagementLevel)),
    text("bank_account"),
    text("bank_name"),
    maybe("beneficiary_group", EnumText(Group)),
    maybe("route", EnumText(Route)),
    maybe("leave_on", Date),
    refers_to("career_id", "careers.id"),
    refers_to("approval_id", "approvals.id", required=False),
    maybe("declared_insured_months", Integer),
    maybe("declared_early_months", Integer),
    maybe("declared_coefficient", RatioText),
    maybe("declared_position_allowance", RatioText),
    maybe("declared_insured_years", RatioText),
    money("declared_monthly_salary", required=False),
    money("declared_amount", required=False),
    text("note"),
    text("reason"),
    flag("claims_lower_age"),
    flag("reduced_capacity"),
    maybe("assessed_month", MonthOrdinal),
    value("state", EnumText(DossierState)),
    number("revision"),
    number("edition"),
    value("name_key", LargeBinary),
    text("search_folded"),
    text("discarded_at"),
    Index(None, "round_id", "ordinal"),
    Index(None, "citizen_id"),
    Index(None, "approval_id"),
)
"""`name_key` orders by Vietnamese name, `search_folded` is searched; `discarded_at` is "" outside the bin."""

dossier_obstacles = Table(
    "dossier_obstacles", metadata, owned_by("dossier_id", "dossiers.id"), place(), text("obstacle")
)
earlier_payments = Table(
    "earlier_payments",
    metadata,
    owned_by("dossier_id", "dossiers.id"),
    place(),
    text("policy"),
    money("amount"),
    maybe("paid_on", Date),
    text("source"),
    flag("same_purpose"),
)
justifications = Table(
    "justifications",
    metadata,
    owned_by("dossier_id", "dossiers.id"),
    place(),
    text("finding_key"),
    text("text"),
    text("author"),
    text("written_at"),
)
state_changes = Table(
    "state_changes",
    metadata,
    Column("sequence", Integer, primary_key=True),
    text("dossier_id"),
    number("revision"),
    value("before", EnumText(DossierState)),
    value("after", EnumText(DossierState)),
    text("author"),
    text("at"),
    text("reason"),
    Index(None, "dossier_id"),
)
"""No reference to `dossiers`: received dossiers have a history too."""

imports = Table(
    "imports",
    metadata,
    key("id"),
    refers_to("round_id", "rounds.id"),
    text("file_name"),
    text("sha256"),
    text("imported_at"),
    text("report_json"),
    Index(None, "round_id"),
)
waiting_careers = Table(
    "waiting_careers",
    metadata,
    Column("round_id", Text, primary_key=True),
    key("citizen_id"),
    text("full_name"),
    refers_to("career_id", "careers.id"),
)
drafts = Table("drafts", metadata, key("subject"), text("text"), text("saved_at"))
