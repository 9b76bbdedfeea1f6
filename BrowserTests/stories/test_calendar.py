"""The house closes for a day: its administrator sees what would move, decides, and dates follow."""

import time

import pytest

from stories.test_main_job import PASSWORD, main, receive


def wait_for_round(visitor):
    """Dates follow within a few rounds of the server."""
    for _ in range(60):
        visitor.go("/calendar")
        if "Đang tính lại hạn" not in main(visitor).inner_text():
            return
        time.sleep(1)
    raise AssertionError("dates were not reckoned again within a minute")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_day_is_closed(visit, script):
    clerk = visit()
    code = receive(clerk, "Trần Bé Lịch (hư cấu)")
    administrator = visit(script=script)
    administrator.sign_in("quantri", PASSWORD)
    administrator.go("/clock")
    main(administrator).get_by_role("link", name="Thay đổi lịch làm việc").click()
    page = main(administrator)
    day = "2017-12-18" if script else "2017-12-19"
    page.get_by_label("Ngày", exact=True).fill(day)
    page.get_by_label("Tên ngày").fill("Nghỉ theo thông báo")
    page.get_by_label("Căn cứ").fill("Thông báo 12/TB-UBND (hư cấu)")
    page.get_by_role("button", name="Xem các hạn sẽ đổi").click()
    page = main(administrator)
    assert "hồ sơ đang mở của các cơ quan" in page.inner_text()
    administrator.check("calendar-preview")
    page.get_by_role("button", name="Ban hành thay đổi").click()
    text = main(administrator).inner_text()
    assert "Nghỉ theo thông báo" in text and "Thông báo 12/TB-UBND" in text, text[:600]
    wait_for_round(administrator)
    administrator.check("calendar-announced")
    clerk.go(f"/dossiers/{code}")
    told = main(clerk).inner_text()
    assert "Hạn được tính lại theo lịch làm việc mới." in told, told[:1500]
    assert "Thông báo 12/TB-UBND (hư cấu)" in told


def test_a_day_that_is_over_is_refused_and_the_form_kept(visit):
    administrator = visit()
    administrator.sign_in("quantri", PASSWORD)
    administrator.go("/calendar")
    page = main(administrator)
    page.get_by_label("Ngày", exact=True).fill("2017-01-03")
    page.get_by_label("Tên ngày").fill("Nghỉ bù")
    page.get_by_label("Căn cứ").fill("TB 1")
    page.get_by_role("button", name="Xem các hạn sẽ đổi").click()
    page = main(administrator)
    assert "đã qua hoặc là hôm nay" in page.inner_text()
    assert page.get_by_label("Tên ngày").input_value() == "Nghỉ bù"
    administrator.check("calendar-refused")
