"""What Sở Tài chính does in the demonstration."""

from pathlib import Path

from desktop.domain.money import Dong, format_dong
from desktop.domain.rounds import Outcome, Reason
from desktop.services.appraisal.appraise import decide, decide_clean, open_appraisal
from desktop.services.appraisal.export_decision import export_decision
from desktop.services.appraisal.received_view import ReceivedView, read_received
from desktop.services.arrivals.receive_package import receive_submission
from desktop.services.office import Office


def receive(finance: Office, package: Path, secret: str) -> ReceivedView:
    """Take a package in: verified before parsed, recomputed, compared person by person."""
    done = receive_submission(finance, package, secret)
    received = read_received(finance, done.submission.id)
    looked = [open_appraisal(finance, received, each.record.id) for each in received.document.people]
    differing = sum(any(each.first_difference for each in one.comparisons) for one in looked)
    print(f"Sở Tài chính nhận {package.name}: chữ ký đúng, tính lại {len(looked)} người, {differing} người lệch.")
    for one in looked:
        if one.changed:
            print(f"  · {one.sent.full_name}, lần {one.sent.revision}: đã sửa {', '.join(one.changed)}")
    return received


def appraise_and_answer(finance: Office, received: ReceivedView, packages: Path, secret: str) -> str:
    """Adjust one, return one, approve the clean ones, send the answer; return the id of the returned dossier."""
    computed = [each for each in received.document.people if each.amount]
    adjusted, returned = computed[0], computed[1]
    amount = Dong((adjusted.amount or 0) - 1_000_000)
    reason = Reason("Trừ khoản đã tạm ứng theo chứng từ của đơn vị.", field="declared.coefficient")
    decide(finance, received, adjusted.record.id, Outcome.ADJUSTED, amount=amount, reasons=(reason,))
    missing = Reason("Bổ sung tờ rời sổ BHXH của giai đoạn đầu.", code="BH06", field="career.insurance")
    decide(finance, received, returned.record.id, Outcome.RETURNED, reasons=(missing,))
    approved = decide_clean(finance, received)
    total = format_dong(Dong(sum(each.amount or 0 for each in approved) + amount))
    waiting = len(received.document.people) - len(approved) - 2
    print(f"Thẩm định: chấp thuận {len(approved)}, điều chỉnh 1, trả lại 1, tổng {total}.")
    print(f"  · {waiting} người chưa quyết định: mức hỗ trợ Điều 3 chưa có số liệu.")
    written = export_decision(finance, received, packages, secret)
    print(f"Gửi kết quả {written.path.name}.")
    return returned.record.id
