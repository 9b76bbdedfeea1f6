"""A day at the counter without a mouse: ten dossiers are received by the keyboard alone."""

import re

from stories.test_main_job import PASSWORD, main

DOSSIERS = 10
# So many presses of Tab lead to anything on a page of the counter.
TABS = 90

FOCUSED = """() => {
    const here = document.activeElement;
    if (!here || here === document.body) return { words: "", name: "", type: "" };
    const label = here.labels && here.labels.length ? here.labels[0].textContent : "";
    const words = here.getAttribute("aria-label") || label || here.textContent || "";
    return {
        words: words.replace(/\\s+/g, " ").trim(), name: here.name || "",
        type: (here.type || here.tagName).toLowerCase(), value: here.value || "",
        outlined: getComputedStyle(here).outlineStyle !== "none"
    };
}"""


def tab_to(page, wanted):
    """Presses Tab until what has the focus is wanted; every stop on the way can be seen."""
    for _ in range(TABS):
        here = page.evaluate(FOCUSED)
        if wanted(here):
            return here
        page.keyboard.press("Tab")
    raise AssertionError(f"{TABS} presses of Tab do not lead there on {page.url}")


def named(words):
    return lambda here: here["words"].startswith(words)


def field(name):
    return lambda here: here["name"] == name


def sign_in(page):
    tab_to(page, named("Tên đăng nhập"))
    page.keyboard.type("mc.bode")
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/work")


def choose_procedure(page):
    """The field of the search has the focus when the page opens."""
    page.wait_for_url("**/counter")
    assert page.evaluate(FOCUSED)["name"] == "q"
    page.keyboard.type("dang ky khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/counter?q=*")
    tab_to(page, lambda here: here["words"] == "Đăng ký khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_url("**/counter/*")


def fill_in(page, name):
    """Goes through the form in the order of Tab, and fills in what stands there."""
    tab_to(page, field("name"))
    page.keyboard.type(name)
    tab_to(page, field("phone"))
    page.keyboard.type("0900000218")
    has_paper = False
    for _ in range(TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["name"].startswith("paper.") and not has_paper:
            page.keyboard.press("Space")
            has_paper = True
        elif here["name"].startswith("field.") and here["type"] == "checkbox":
            page.keyboard.press("Space")
        elif here["name"].startswith("field.") and not here["value"]:
            if here["type"].startswith("select"):
                page.keyboard.press("ArrowDown")
            elif here["type"] == "date":
                # The same in every order of day and month.
                page.keyboard.type("07072017")
            else:
                page.keyboard.type("1")
        elif here["words"] == "Tiếp nhận và in giấy hẹn":
            page.keyboard.press("Enter")
            return
    raise AssertionError("the form has no end")


def test_ten_dossiers_without_a_mouse(visit):
    officer = visit()
    page = officer.go("/sign-in")
    sign_in(page)
    tab_to(page, named("Quầy"))
    page.keyboard.press("Enter")
    codes = set()
    for number in range(DOSSIERS):
        choose_procedure(page)
        with page.expect_navigation():
            fill_in(page, f"Trần Bé Thứ {number + 1} (hư cấu)")
        assert page.url.endswith("/receipt?new=1"), main(officer).inner_text()[:600]
        codes.add(re.search(r"[^ \n]+-\d{6}-\d{4}", main(officer).inner_text()).group(0))
        if number == 0:
            officer.check("counter-day-receipt")
        tab_to(page, named("Tiếp nhận người kế tiếp"))
        page.keyboard.press("Enter")
    assert len(codes) == DOSSIERS


def test_the_first_stop_leads_to_the_content(visit):
    """On each page of the counter that does not begin in a field, Tab offers to skip the menu."""
    officer = visit()
    officer.sign_in("mc.bode", PASSWORD)
    for path in ["/queue", "/handovers", "/registers", "/counter/offline-kit"]:
        page = officer.go(path)
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        assert here["words"] == "Đến nội dung chính", f"{path}: {here}"
