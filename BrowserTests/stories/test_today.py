"""An officer prints what is due today on one sheet, and has it sent each morning."""

import re

from stories.test_main_job import PASSWORD, main, receive


def pages_of(visitor):
    """Sheets of paper that the page takes."""
    paper = visitor.page.pdf(format="A4")
    return len(re.findall(rb"/Type\s*/Page[^s]", paper))


def fill(visitor):
    """Draws the fullest sheet there is: all lines of all parts, with titles as long as they come."""
    return visitor.page.evaluate(
        """() => {
            const body = document.querySelector("table.sheet tbody")
            const heading = body.querySelector("tr.group")
            const line = [...body.rows].find(row => row.querySelector(".whole"))
            const step = line.cells[1] ?? line.cells[0]
            line.querySelector(".whole a").textContent += " của người có hoàn cảnh khó khăn".repeat(4)
            step.textContent = "Thẩm định và trình lãnh đạo xem xét, quyết định cho từng trường hợp"
            const more = line.cloneNode(true)
            more.replaceChildren(heading.cells[0].cloneNode(true))
            const rows = [7, 7, 4, 2, 2, 2, 2].flatMap(count => [
                heading.cloneNode(true),
                ...Array.from({ length: count }, () => line.cloneNode(true)),
                more.cloneNode(true),
            ])
            body.replaceChildren(...rows)
            return rows.length
        }""")


def test_a_full_day_fits_one_sheet(visit):
    officer = visit()
    receive(officer, "Trần Bé Hôm Nay (hư cấu)")
    officer.page.get_by_role("link", name="Việc của tôi").click()
    main(officer).get_by_role("link", name="Việc hôm nay").click()
    page = main(officer)
    assert "Đến hạn" in page.inner_text(), page.inner_text()[:800]
    assert "Trần Bé" not in page.inner_text(), "no name of a citizen lies about on paper"
    officer.check("today")
    assert pages_of(officer) == 1
    assert fill(officer) == 26 + 2 * 7
    assert pages_of(officer) == 1


def test_it_comes_by_mail_for_who_wishes_it(visit):
    officer = visit(script=False, width=390)
    officer.sign_in("ht.bode", PASSWORD)
    officer.go("/today")
    page = main(officer)
    page.get_by_text("Nhận tờ này qua thư mỗi sáng").click()
    page.get_by_label("Thư điện tử").fill("hu.cau@example.com")
    officer.check("today-mail")
    page.get_by_role("button", name="Gửi cho tôi").click()
    page = main(officer)
    page.get_by_text("Tờ này được gửi qua thư mỗi sáng").click()
    assert page.get_by_label("Thư điện tử").input_value() == "hu.cau@example.com"
    page.get_by_role("button", name="Thôi gửi").click()
    assert "Nhận tờ này qua thư mỗi sáng" in main(officer).inner_text()
