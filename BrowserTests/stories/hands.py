"""Whoever holds the work does it: the office itself says who that is and how one signs in as them."""

import os
import re
from pathlib import Path

from stories.test_main_job import PASSWORD, fill_required, main


def take_in(officer, account, process, name, phone="0900 000 218"):
    """Takes a request of any procedure in at the counter and returns its code.

    `account` is `None` where the officer has signed in.
    """
    if account:
        officer.sign_in(account, PASSWORD)
    officer.go(f"/counter/{process}")
    page = main(officer)
    page.get_by_label("Chủ hồ sơ", exact=True).fill(name)
    page.get_by_label("Điện thoại").fill(phone)
    page.locator("[name^='paper.']").first.check()
    fill_required(page)
    page.get_by_role("button", name="Tiếp nhận và in giấy hẹn").click()
    text = main(officer).inner_text()
    assert "GIẤY TIẾP NHẬN HỒ SƠ" in text, text[:800]
    return re.search(r"[^ \n]+-\d{6}-\d{4}", text).group(0)


def record(reader, code):
    """The dossier as a program reads it."""
    answer = reader.context.request.get(
        f"/dossiers/{code}", headers={"Accept": "application/json"})
    assert answer.status == 200, f"{code} answered {answer.status}"
    return answer.json()


def holder(reader, code):
    """The account of who has the next step, or is offered it."""
    work = record(reader, code)["work"][0]
    return (work.get("receiver") or work["holder"])["id"]


def open_as_holder(visit, reader, code, script=True, width=1280):
    """A window of the holder with the dossier open and what was offered accepted."""
    visitor = visit(script=script, width=width)
    visitor.sign_in(holder(reader, code), PASSWORD)
    visitor.go(f"/dossiers/{code}")
    accept = main(visitor).get_by_role("button", name="Nhận bàn giao")
    if accept.count():
        accept.click()
    return visitor


def press(visitor, name):
    main(visitor).get_by_role("button", name=name, exact=True).click()


def follow(citizen, path, label, number, secret):
    """Asks with a number and its secret; returns what is told."""
    citizen.go(f"{path}?code={number}")
    page = main(citizen)
    assert page.get_by_label(label).input_value() == number
    page.get_by_label("Mã bí mật").fill(secret)
    press(citizen, "Xem")
    return main(citizen)


def finish_step(visitor):
    """Completes the step that stands open."""
    page = main(visitor)
    fill_required(page)
    page.get_by_role("button", name="Hoàn thành và chuyển tiếp").first.click()
    text = main(visitor).inner_text()
    assert "Chưa làm được" not in text, text[:800]


def walk(visit, reader, code, until, script=True):
    """Everybody does their step until `until(record)`; the windows that were opened."""
    windows = []
    for _ in range(20):
        if until(record(reader, code)):
            return windows
        windows.append(open_as_holder(visit, reader, code, script))
        finish_step(windows[-1])
    raise AssertionError(f"{code} does not come to where it should")


def is_ready(told):
    return told["status"] in ("resultReady", "returned")


def at_unit(unit):
    """Until somebody of that unit has it."""
    def holds(told):
        work = told["work"]
        return bool(work) and unit in (work[0].get("receiver") or work[0]["holder"])["unit"]
    return holds


def pass_days(visitor, days):
    """Moves the clock of an office of one's own on, day by day as its page does."""
    for _ in range(days):
        visitor.go("/clock")
        press(visitor, "Tiến 1 ngày")


def open_act(visitor, name):
    """Unfolds an act that does not stand open."""
    main(visitor).locator("summary", has_text=name).first.click()


def sheets(visitor):
    """Pages of paper that a browser prints."""
    paper = visitor.page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page[^s]", paper))


def print_paper(visitor, path, heading, picture, pages=1):
    """Opens a paper, prints it as the browser does and as PDF where the server has a press."""
    visitor.go(path)
    text = main(visitor).inner_text()
    assert heading in text, text[:800]
    visitor.check(picture)
    assert sheets(visitor) == pages, f"{path} takes {sheets(visitor)} sheets"
    answer = visitor.context.request.get(f"{path}.pdf")
    if answer.status == 501:
        return
    assert answer.status == 200, f"{path}.pdf answered {answer.status}"
    paper = answer.body()
    assert paper.startswith(b"%PDF")
    keep(f"{picture}.pdf", paper)


def keep(name, content):
    """Beside the pictures, to be looked at."""
    folder = os.environ.get("ROVIEC_PICTURES")
    if folder:
        (Path(folder) / name).write_bytes(content)
