"""The head of processes adds a line to form 05 of 2025; an officer prints a paper of 2017 and sees which form it follows.

The demo plays in 2017, when no dossier has the forms of 2025: that the line is printed on the notice of a stopped
dossier of that regime is proved in the tests of the office (PaperLinePagesTests)."""

import pytest

from stories.test_main_job import PASSWORD, main, receive

LINE = "Căn cứ dừng giải quyết (hư cấu)"
FORM = "Thông báo dừng giải quyết hồ sơ"
LATEST = "TT 03/2025/TT-VPCP"


def open_forms(visitor):
    """From the catalogue of processes to the official forms."""
    visitor.go("/processes")
    main(visitor).get_by_role("link", name="Các bộ biểu mẫu theo ngày").click()
    return main(visitor)


def test_a_line_is_added_to_the_notice_of_a_stop(visit):
    head = visit(script=False, width=390)
    head.sign_in("cchc.nv", PASSWORD)
    page = open_forms(head)
    words = page.inner_text()
    for document in ["QĐ 09/2015/QĐ-TTg", "TT 01/2018/TT-VPCP", LATEST]:
        assert document in words, words[:600]
    assert "Chưa xác nhận: chỉ biết tên mẫu" in words
    head.check("papers-regimes")
    page.get_by_role("link", name=f"Thêm, sửa dòng của {FORM}, {LATEST}", exact=True).click()
    page = main(head)
    assert f"Mẫu số 05, {LATEST}" in page.inner_text()
    page.get_by_role("textbox", name="Dòng 1, tiếng Việt").fill(LINE)
    page.get_by_role("button", name="Lưu các dòng").click()
    page = main(head)
    assert "hãy ghi cả tiếng Việt và tiếng Anh" in page.get_by_role("alert").inner_text()
    head.check("papers-fields-refused")
    assert page.get_by_role("textbox", name="Dòng 1, tiếng Việt").input_value() == LINE
    page.get_by_role("textbox", name="Dòng 1, tiếng Anh").fill("Basis of the stop (invented)")
    page.get_by_role("combobox", name="Dòng 1, cách in").select_option(label="Để chỗ ghi tay")
    page.get_by_role("button", name="Lưu các dòng").click()
    page = main(head)
    assert page.get_by_role("textbox", name="Dòng 1, tiếng Việt").input_value() == LINE
    head.check("papers-fields")
    words = open_forms(head).inner_text()
    assert LINE in words and "Chưa kiểm chứng" in words


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_a_receipt_of_2017_says_which_form_stands_in(visit, script):
    officer = visit(script=script)
    code = receive(officer, "Lê Mẫu Giấy (hư cấu)")
    officer.go(f"/dossiers/{code}/receipt")
    words = main(officer).inner_text()
    assert "Mẫu số 01, TT 01/2018/TT-VPCP" in words
    assert "mẫu theo QĐ 09/2015/QĐ-TTg chưa tìm thấy" in words
    officer.check("papers-receipt")
    officer.go(f"/dossiers/{code}/slip")
    slip = main(officer)
    assert "Kèm theo hồ sơ của" in slip.inner_text() and "Lê Mẫu Giấy" in slip.inner_text()
    assert LINE not in slip.inner_text(), "number 05 of 2017 is another form"
    officer.check("papers-slip")
    slip.get_by_role("link", name="Các bộ biểu mẫu theo ngày").click()
    assert main(officer).get_by_role("heading", level=1).inner_text() == "Các bộ biểu mẫu theo ngày"
    assert main(officer).get_by_role("link", name="Dòng thêm trên biểu mẫu").count() == 0
    officer.go("/papers/fields", status=422)
