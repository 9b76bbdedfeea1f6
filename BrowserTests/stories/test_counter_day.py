"""A day at the counter without a mouse: ten dossiers are received by the keyboard alone."""

import re
import time
import unicodedata

from stories.test_main_job import PASSWORD, main

DOSSIERS = 10
# So many presses of Tab lead to anything on a page of the counter.
TABS = 90
# Fields that the intake of a birth may ask of a clerk.
FIELDS = 12
# What a clerk types in a second: an assumption of ours (docs/guides/counter.md), never asserted.
PRESSES_A_SECOND = 3.3

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


class Hands:
    """Two hands on a keyboard: what they press is counted, as Telex writes it."""

    def __init__(self, page):
        self.page = page
        self.presses = 0
        self.fields = []

    def press(self, key):
        self.page.keyboard.press(key)
        self.presses += 1

    def write(self, text):
        self.page.keyboard.type(text)
        self.presses += telex(text)

    def here(self):
        return self.page.evaluate(FOCUSED)

    def tab_to(self, wanted):
        """Presses Tab until what has the focus is wanted; every stop on the way can be seen."""
        for _ in range(TABS):
            here = self.here()
            if wanted(here):
                return here
            self.press("Tab")
        raise AssertionError(f"{TABS} presses of Tab do not lead there on {self.page.url}")


def telex(text):
    """Presses for a text: one a letter, one more for each mark, for đ and for a capital."""
    letters = unicodedata.normalize("NFD", text)
    return len(letters) + sum(letter in "đĐ" for letter in letters) + sum(map(str.isupper, text))


def named(words):
    return lambda here: here["words"].startswith(words)


def field(name):
    return lambda here: here["name"] == name


def sign_in(hands):
    hands.tab_to(named("Tên đăng nhập"))
    hands.write("mc.bode")
    hands.press("Tab")
    hands.write(PASSWORD)
    hands.press("Enter")
    hands.page.wait_for_url("**/work")


def choose_procedure(hands):
    """The field of the search has the focus when the page opens."""
    hands.page.wait_for_url("**/counter")
    assert hands.here()["name"] == "q"
    hands.write("dang ky khai sinh")
    hands.press("Enter")
    hands.page.wait_for_url("**/counter?q=*")
    hands.tab_to(lambda here: here["words"] == "Đăng ký khai sinh")
    hands.press("Enter")
    hands.page.wait_for_url("**/counter/*")


def fill_in(hands, name):
    """Goes through the form in the order of Tab, and fills in what has to be."""
    values = {
        "name": name, "phone": "0900000218", "field.ho_ten_con": "Trần Ngọc Bảo Anh",
        "field.so_ban_sao": "2", "field.noi_gui_ban_sao.line": "Số 12 ngõ 34 phố Minh Họa",
        "field.xac_nhan.name": "Trần Văn Hư Cấu",
    }
    has_paper = False
    for _ in range(TABS):
        here = hands.here()
        known = values.get(here["name"])
        if here["words"] == "Tiếp nhận và in giấy hẹn":
            hands.press("Enter")
            return
        if here["name"].startswith("paper.") and not has_paper:
            hands.press("Space")
            hands.fields.append(here["name"])
            has_paper = True
        elif known or asks(here):
            answer(hands, here, known)
            hands.fields.append(here["name"])
        hands.press("Tab")
    raise AssertionError("the form has no end")


def asks(here):
    """An empty field of the form of the process, or a box of it."""
    return here["name"].startswith("field.") and (here["type"] == "checkbox" or not here["value"])


def answer(hands, here, known):
    if known:
        hands.write(known)
    elif here["type"] == "checkbox":
        hands.press("Space")
    elif here["type"].startswith("select"):
        hands.press("ArrowDown")
    elif here["type"] == "date":
        # The same in every order of day and month.
        hands.write("07072017")
    else:
        hands.write("1")


def test_ten_dossiers_without_a_mouse(visit):
    officer = visit()
    hands = Hands(officer.go("/sign-in"))
    sign_in(hands)
    hands.tab_to(named("Quầy"))
    hands.press("Enter")
    codes = set()
    for number in range(DOSSIERS):
        hands.presses, hands.fields, began = 0, [], time.monotonic()
        choose_procedure(hands)
        with hands.page.expect_navigation():
            fill_in(hands, f"Trần Bé Thứ {number + 1} (hư cấu)")
        assert hands.page.url.endswith("/receipt?new=1"), main(officer).inner_text()[:600]
        codes.add(re.search(r"[^ \n]+-\d{6}-\d{4}", main(officer).inner_text()).group(0))
        if number == 0:
            officer.check("counter-day-receipt")
        hands.tab_to(named("Tiếp nhận người kế tiếp"))
        hands.press("Enter")
        assert len(hands.fields) <= FIELDS, hands.fields
        print(
            f"{len(hands.fields)} fields, {hands.presses} presses: "
            f"{hands.presses / PRESSES_A_SECOND:.0f} s for a person; "
            f"{time.monotonic() - began:.1f} s here")
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
