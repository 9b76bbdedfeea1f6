"""Numbers in the hall: drawn at the entrance, called to a window, shown on the screen."""

import pytest

from stories.test_main_job import PASSWORD, main


def office_of(officer):
    """The entrance of the office, as the officers' desk leads to it."""
    officer.go("/queue")
    link = main(officer).get_by_role("link", name="Lấy số thứ tự", exact=True)
    return link.get_attribute("href")


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_a_number_is_drawn_called_and_served(visit, script):
    officer = visit(script=script)
    officer.sign_in("mc.bode", PASSWORD)
    entrance = office_of(officer)

    citizen = visit(script=script, width=390)
    citizen.go(entrance)
    citizen.check(f"queue-entrance-{script}")
    main(citizen).get_by_role("button", name="Việc khác, hoặc chưa rõ").click()
    slip = main(citizen).inner_text()
    assert "Đang chờ" in slip, slip
    citizen.check(f"queue-slip-{script}")
    number = main(citizen).locator(".queue-number").inner_text()

    officer.go("/queue?window=2")
    main(officer).get_by_role("button", name="Gọi số tiếp theo").click()
    page = main(officer)
    while page.locator(".queue-number").inner_text() != number:
        page.get_by_role("button", name="Xong, gọi số tiếp theo").click()
        page = main(officer)
    officer.check(f"queue-desk-{script}")

    screen = visit(script=script)
    screen.go(f"{entrance}/screen")
    assert number in main(screen).inner_text() and "Cửa 2" in main(screen).inner_text()
    screen.check(f"queue-screen-{script}")

    page.get_by_role("link", name=f"Nhận hồ sơ của số {number}").click()
    assert f"Đang tiếp số {number}." in main(officer).inner_text()
    officer.go("/queue?window=2")
    main(officer).get_by_role("button", name="Xong", exact=True).click()
    screen.go(f"{entrance}/screen")
    assert "Cửa 2" not in main(screen).inner_text()


def test_the_screen_asks_again_by_itself(visit):
    officer = visit()
    officer.sign_in("mc.bode", PASSWORD)
    entrance = office_of(officer)
    screen = visit()
    screen.go(f"{entrance}/screen")
    citizen = visit(width=390)
    citizen.go(entrance)
    main(citizen).get_by_role("button", name="Việc khác, hoặc chưa rõ").click()
    officer.go("/queue?window=7")
    main(officer).get_by_role("button", name="Gọi số tiếp theo").click()
    main(screen).get_by_text("Cửa 7").wait_for(timeout=25_000)


@pytest.mark.parametrize("width", [320, 390])
def test_pages_of_the_queue_fit_a_phone(visit, width):
    officer = visit(width=width)
    officer.sign_in("mc.bode", PASSWORD)
    entrance = office_of(officer)
    for path in ["/queue", "/queue?window=1", entrance, f"{entrance}/screen"]:
        officer.check_fit(path)


FIELDS = "Lĩnh vực lấy số và cửa"


def set_fields(leader, lines):
    leader.go("/queue/settings")
    main(leader).get_by_label(FIELDS).fill(lines)
    main(leader).get_by_role("button", name="Lưu thiết lập").click()


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_an_office_sets_its_fields_and_windows(visit, script):
    leader = visit(script=script)
    leader.sign_in("ct.bode", PASSWORD)
    try:
        set_fields(leader, "Hộ tịch | 99")
        assert "ghi cửa từ 1 đến 20" in main(leader).get_by_role("alert").inner_text()
        leader.check(f"queue-settings-refused-{script}")
        set_fields(leader, "Hộ tịch | 11-12\nChứng thực | 13")
        assert "thiết lập lúc" in main(leader).inner_text()
        leader.check(f"queue-settings-{script}")

        officer = visit(script=script)
        officer.sign_in("mc.bode", PASSWORD)
        entrance = office_of(officer)
        citizen = visit(script=script, width=390)
        citizen.go(entrance)
        assert "Việc khác, hoặc chưa rõ" not in main(citizen).inner_text()
        citizen.check(f"queue-entrance-by-field-{script}")
        main(citizen).get_by_role("button", name="Chứng thực", exact=True).click()
        number = main(citizen).locator(".queue-number").inner_text()
        assert "Cửa 13" in main(citizen).inner_text()
        citizen.check(f"queue-slip-by-field-{script}")

        officer.go("/queue?window=15")
        main(officer).get_by_role("button", name="Gọi số tiếp theo").click()
        assert "Cửa 15 chưa được giao lĩnh vực nào" in main(officer).inner_text()
        officer.go("/queue?window=13")
        main(officer).get_by_role("button", name="Gọi số tiếp theo").click()
        while main(officer).locator(".queue-number").inner_text() != number:
            main(officer).get_by_role("button", name="Xong, gọi số tiếp theo").click()
        officer.check(f"queue-desk-by-field-{script}")
        screen = visit(script=script)
        screen.go(f"{entrance}/screen")
        assert "Chứng thực, cửa 13" in main(screen).inner_text()
        screen.check(f"queue-screen-by-field-{script}")
        main(officer).get_by_role("button", name="Xong", exact=True).click()
    finally:
        set_fields(leader, "")
    assert "Lưu thiết lập" in main(leader).inner_text()
