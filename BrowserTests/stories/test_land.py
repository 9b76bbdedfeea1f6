"""Land is put to another use: ward, land office and district each do their part, and it waits for the tax."""

import pytest

from stories.hands import is_ready, open_as_holder, pass_days, press, record, take_in, walk
from stories.test_main_job import PASSWORD, fill_required, main
from stories.test_tracking import DIGITS, ask

CHANGE_OF_USE = "HN061"


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_land_case_waits_for_the_tax_between_two_units(visit_alone, script, width):
    visit = visit_alone
    clerk = visit(script=script)
    code = take_in(clerk, "mc.quan", CHANGE_OF_USE, "Trần Văn Đất Đai Minh Họa (hư cấu)")
    windows = walk(
        visit, clerk, code, lambda told: told["status"] == "awaitingDuty", script)
    assert len(windows) > 5, "many hands before the tax"
    before = record(clerk, code)
    promised = before["clock"]["dueBeforeStop"]
    units = {line["receiver"]["unit"] for line in before["slip"]}
    assert len(units) >= 4, units

    clerk.go(f"/dossiers/{code}")
    text = main(clerk).inner_text()
    assert "nghĩa vụ tài chính" in text, text[:1500]
    clerk.check(f"land-paused-{width}")
    citizen = visit(script=script, width=width)
    told = ask(citizen, code, DIGITS).inner_text()
    assert "Dừng chờ nghĩa vụ tài chính" in told, told[:1500]
    assert "nộp khoản tiền theo thông báo" in told, told[:1500]
    citizen.check(f"land-track-{width}")

    pass_days(clerk, 14)
    waiting = record(clerk, code)
    assert waiting["status"] == "awaitingDuty"

    officer = open_as_holder(visit, clerk, code, script)
    officer.check(f"land-duty-{width}")
    page = main(officer)
    confirm = page.get_by_role("button", name="Đã nộp nghĩa vụ tài chính")
    if confirm.count():
        confirm.first.click()
    else:
        fill_required(page)
        page.get_by_role("button", name="Hoàn thành và chuyển tiếp").first.click()
    after = record(clerk, code)
    assert after["status"] == "processing", after["status"]
    assert after["clock"]["dueAt"] > promised, "the wait is not the office's time"
    told = ask(citizen, code, DIGITS).inner_text()
    assert "thời gian ấy không tính" in told, told[:2000]
    citizen.check(f"land-after-{width}")

    walk(visit, clerk, code, is_ready, script)
    clerk.go(f"/dossiers/{code}/slip")
    clerk.check(f"land-slip-{width}")
    clerk.go(f"/dossiers/{code}")
    clerk.check(f"land-ready-{width}")
