"""A permit to build a house: papers are asked for once, then it takes longer and the office says sorry."""

import pytest

from stories.hands import (
    finish_step, is_ready, open_act, open_as_holder, pass_days, press, print_paper, record, take_in, walk)
from stories.test_main_job import PASSWORD, main
from stories.test_tracking import DIGITS, ask

PERMIT = "HN049"
OWNER = "Nguyễn Trần Hoàng Phương Thảo Nguyên (hư cấu)"
PAPERS = "Bản vẽ mặt bằng móng\nBản cam kết an toàn công trình liền kề"


def due(reader, code):
    return record(reader, code)["clock"]["dueAt"]


def ask_papers(officer, picture):
    open_act(officer, "Yêu cầu bổ sung")
    page = main(officer)
    page.get_by_label("Giấy tờ phải bổ sung").first.fill(PAPERS)
    page.locator("textarea[id^=askSupplement-][id$=-reason]").fill(
        "Hồ sơ chưa có bản vẽ móng; công trình liền kề ở hai phía")
    officer.check(f"permit-asking-{picture}")
    page.get_by_role("button", name="Yêu cầu bổ sung", exact=True).first.click()
    text = main(officer).inner_text()
    assert "Đồng hồ đang dừng" in text, text[:1500]
    officer.check(f"permit-paused-{picture}")


def apologise(visit, code, picture, script):
    leader = visit(script=script)
    leader.sign_in("ct.quan", PASSWORD)
    leader.go("/apologies")
    leader.check(f"permit-apologies-{picture}")
    leader.go(f"/dossiers/{code}/apology")
    page = main(leader)
    page.get_by_label("Lý do chậm").fill("Chờ ý kiến của đơn vị quản lý hè đường về cao độ vỉa hè.")
    leader.check(f"permit-apology-form-{picture}")
    press(leader, "Ký và gửi")
    text = main(leader).inner_text()
    assert "sau thời điểm luật định" in text, text[:1500]
    print_paper(
        leader, f"/dossiers/{code}/apology", "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        f"permit-apology-{picture}")
    return leader


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_one_supplement_and_a_late_apology(visit_alone, script, width):
    visit = visit_alone
    clerk = visit(script=script)
    code = take_in(clerk, "mc.quan", PERMIT, OWNER)
    promised = due(clerk, code)
    clerk.go(f"/dossiers/{code}")
    finish_step(clerk)
    officer = open_as_holder(visit, clerk, code, script)
    ask_papers(officer, width)

    print_paper(
        officer, f"/dossiers/{code}/papers/supplement", "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        f"permit-form-02-{width}")
    citizen = visit(script=script, width=width)
    told = ask(citizen, code, DIGITS).inner_text()
    assert "Bản vẽ mặt bằng móng" in told and "Tạm dừng" in told, told[:1500]
    citizen.check(f"permit-track-{width}")

    pass_days(clerk, 3)
    officer.go(f"/dossiers/{code}")
    press(officer, "Đã nhận đủ bổ sung")
    assert due(clerk, code) > promised, "the term begins again"
    officer.go(f"/dossiers/{code}")
    summaries = " ".join(main(officer).locator("summary").all_inner_texts())
    assert "Yêu cầu bổ sung" not in summaries, "papers are asked for once"

    pass_days(clerk, 25)
    leader = apologise(visit, code, width, script)
    told = ask(citizen, code, DIGITS).inner_text()
    assert "xin lỗi" in told.lower() and "cao độ vỉa hè" in told, told[:2000]
    citizen.check(f"permit-sorry-{width}")
    leader.go(f"/dossiers/{code}/apology")
    assert leader.page.get_by_role("button", name="Ký và gửi").count() == 0, "one at most"

    walk(visit, clerk, code, is_ready, script)
    clerk.go(f"/dossiers/{code}")
    text = main(clerk).inner_text()
    assert "rễ hạn" in text or "Quá hạn" in text, text[:1500]
    clerk.check(f"permit-late-{width}")
    clerk.go(f"/dossiers/{code}/slip")
    clerk.check(f"permit-slip-{width}")
