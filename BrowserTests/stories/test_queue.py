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
