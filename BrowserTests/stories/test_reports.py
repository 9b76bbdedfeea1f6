"""A leader reads the figures by officer, what is overdue and the metrics, and takes them along as files."""

import io
import xml.etree.ElementTree as tree
import zipfile

import pytest

from stories.test_main_job import PASSWORD, main

LEADER = "ct.bode"
PAGES = ["/reports/officers", "/reports/overdue", "/metrics", "/metrics/5", "/metrics/11"]
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def sign_in(visit, **how):
    visitor = visit(**how)
    visitor.sign_in(LEADER, PASSWORD)
    return visitor


def download(visitor, words):
    """Presses a link that downloads, and returns the name of the file and its bytes."""
    with visitor.page.expect_download() as told:
        main(visitor).get_by_role("link", name=words, exact=True).first.click()
    download = told.value
    return download.suggested_filename, download.path().read_bytes()


def texts(book):
    """Texts of the first page of a workbook, cell by cell, and whether any cell is a formula."""
    archive = zipfile.ZipFile(io.BytesIO(book))
    page = tree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    cells = {cell.get("r"): "".join(text.text or "" for text in cell.iter(SHEET + "t"))
             or cell.findtext(SHEET + "v") or "" for cell in page.iter(SHEET + "c")}
    assert not list(page.iter(SHEET + "f"))
    return cells


@pytest.mark.parametrize("width", [1280, 390])
def test_pages_of_figures(visit, width):
    visitor = sign_in(visit, width=width)
    for path in PAGES:
        visitor.go(path)
        visitor.check(f"reports{path.replace('/', '-')}-{width}")


def test_they_fit_a_narrow_phone(visit):
    visitor = sign_in(visit, width=320)
    for path in PAGES:
        visitor.check_fit(path)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_figures_by_officer_open_their_dossiers_and_become_a_workbook(visit, script):
    visitor = sign_in(visit, script=script)
    visitor.go("/reports")
    main(visitor).get_by_role("link", name="Bảng số theo cán bộ", exact=True).click()
    page = main(visitor)
    assert page.get_by_role("heading", level=1).inner_text() == "Bảng số theo cán bộ"
    assert "không khớp" not in page.inner_text()
    rows = page.locator("table.figures tbody tr")
    names = [row.locator("th").inner_text().split("\n")[0] for row in rows.all()]
    assert names, page.inner_text()[:800]

    name, book = download(visitor, "Tải Excel (XLSX)")
    assert name.startswith("can-bo-") and name.endswith(".xlsx")
    cells = texts(book)
    assert cells["A1"] == "Bảng số theo cán bộ" and cells["A4"] == "Cán bộ"
    first = cells["A5"]
    assert names[0].startswith(first), (names[0], first)

    name, values = download(visitor, "Tải CSV")
    assert name.endswith(".csv") and values.startswith("\ufeffCán bộ,Đơn vị,".encode())

    number = rows.first.locator("a").first
    count = int(number.inner_text().replace(".", ""))
    number.click()
    assert f"{count}" in main(visitor).inner_text().replace(".", "")
    assert "focal=" in visitor.page.url


def test_form_06_becomes_a_workbook_whose_columns_add_up(visit):
    visitor = sign_in(visit)
    visitor.go("/reports")
    name, book = download(visitor, "Tải Excel (XLSX)")
    assert name.startswith("bieu-06-")
    cells = texts(book)
    row = 5
    while f"A{row}" in cells:
        numbers = [int(cells[f"{letter}{row}"]) for letter in "BCDEFGHIJKL"]
        taken, online, direct, carried, resolved, *_ = numbers
        assert taken == online + direct + carried
        assert taken == resolved + numbers[8]
        assert numbers[8] == numbers[9] + numbers[10]
        row += 1
    assert cells[f"A{row - 1}"] == "Cộng"


def test_the_overdue_list_names_no_applicant(visit):
    visitor = sign_in(visit)
    visitor.go("/reports/overdue")
    assert "quá ngày hẹn trả" in main(visitor).inner_text()
    name, book = download(visitor, "Tải Excel (XLSX)")
    assert name.startswith("qua-han-")
    heads = [text for place, text in texts(book).items() if place.endswith("4") and len(place) == 2]
    assert "Mã hồ sơ" in heads and not any("nộp" in head for head in heads)


def test_metrics_are_counted_entered_and_taken_along(visit):
    visitor = sign_in(visit)
    visitor.go("/metrics")
    page = main(visitor)
    assert "chưa được xác nhận" in page.inner_text()
    assert page.get_by_text("Không có số liệu ở đây").count() > 5

    page.get_by_role("link", name="5. Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn").click()
    main(visitor).locator("table a").first.click()
    assert "Danh sách:" in main(visitor).inner_text()
    assert main(visitor).locator("section li").count() > 0

    visitor.go("/metrics/11")
    page = main(visitor)
    page.get_by_label("Tử số").fill("925")
    page.get_by_label("Mẫu số").fill("1000")
    page.get_by_label("Nguồn", exact=True).fill("Báo cáo hư cấu, trang 3")
    page.get_by_role("button", name="Lưu số này").click()
    assert "92,50 %" in main(visitor).inner_text()
    visitor.check("metric-entered")

    visitor.go("/metrics")
    name, book = download(visitor, "Tải Excel (XLSX)")
    assert name.startswith("chi-tieu-766-")
    cells = texts(book)
    rows = {cells[place]: place[1:] for place in cells if place[0] == "A" and place[1:].isdigit()}
    assert cells["F" + rows["11"]] == "0.925"

    visitor.go("/metrics/11")
    page = main(visitor)
    page.get_by_text("Rút số đã nhập").click()
    page.get_by_label("Lý do rút").fill("Nhập thử")
    page.get_by_role("button", name="Rút số", exact=True).click()
    assert "Không có số liệu ở đây" in main(visitor).inner_text()
