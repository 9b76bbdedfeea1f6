"""A citizen adds a photo and a PDF to what is filed online; the clerk opens them."""

import re
import struct
import zlib

import pytest

from stories.test_filing import file_birth, main, press
from stories.test_main_job import PASSWORD


def photo(width=64, height=48):
    """A whole PNG of one colour."""
    def chunk(kind, data):
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))
    lines = (b"\0" + b"\x2f\x6f\x9f" * width) * height
    return (b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(lines)) + chunk(b"IEND", b""))


PHOTO = {"name": "Ảnh tờ khai.png", "mimeType": "image/png", "buffer": photo()}
PAPER = {"name": "to-khai.pdf", "mimeType": "application/pdf",
         "buffer": b"%PDF-1.4\n% to khai minh hoa\n%%EOF\n"}
WRONG = {"name": "to-khai.pdf", "mimeType": "application/pdf",
         "buffer": b"PK\x03\x04" + b"\0" * 200}


def add_pictures(citizen, picture):
    page = main(citizen)
    inputs = page.locator("input[type=file]")
    inputs.first.set_input_files(WRONG)
    press(citizen, "Tiếp tục")
    assert "Chỉ nhận tệp PDF" in page.get_by_role("alert").inner_text()
    if picture:
        citizen.check(f"{picture}-files-refused")
    inputs.first.set_input_files([PHOTO, PAPER])
    press(citizen, "Tải lên và thêm tệp khác")
    assert "Ảnh tờ khai.png" in page.inner_text() and "to-khai.pdf" in page.inner_text()
    inputs.first.set_input_files(PHOTO)
    press(citizen, "Tải lên và thêm tệp khác")
    assert page.get_by_text("Ảnh tờ khai.png").count() == 1, "the same file is there once"
    if picture:
        citizen.check(f"{picture}-files-added")
    page.get_by_role("button", name="Xóa tệp to-khai.pdf").click()
    assert "to-khai.pdf" not in page.inner_text()
    inputs.first.set_input_files(PAPER)
    press(citizen, "Tiếp tục")


@pytest.mark.parametrize(
    "script, width", [(True, 1280), (False, 390)], ids=["desktop", "phone without script"])
def test_a_citizen_adds_files_and_the_clerk_opens_them(visit, script, width):
    child = f"Vũ Bé Có Ảnh {width} (hư cấu)"
    citizen = visit(script=script, width=width)
    code = file_birth(citizen, child, picture=f"attachments-{width}", add_files=add_pictures)
    clerk = visit(width=width)
    clerk.sign_in("mc.bode", PASSWORD)
    clerk.go(f"/filings/{code}")
    page = main(clerk)
    assert "Chưa quét vi-rút" in page.inner_text()
    clerk.check(f"attachments-filing-{width}")
    address = page.get_by_role("link", name="Ảnh tờ khai.png").get_attribute("href")
    opened = clerk.page.request.get(clerk.page.url.split("/filings")[0] + address)
    assert opened.ok and opened.body() == photo()
    assert opened.headers["content-type"] == "image/png"
    policies = [h["value"] for h in opened.headers_array
                if h["name"].lower() == "content-security-policy"]
    assert any("sandbox" in policy for policy in policies)
    page.get_by_role("button", name="Tiếp nhận hồ sơ").click()
    clerk.go(f"/filings/{code}")
    dossier = main(clerk).get_by_role("link", name=re.compile(r"^\S+-\d{6}-\d{4}$")).first
    dossier.click()
    assert "Ảnh tờ khai.png" in main(clerk).inner_text()
    main(clerk).get_by_role("link", name="Xem, thêm tệp của hồ sơ").click()
    page = main(clerk)
    page.locator("input[type=file]").set_input_files(PAPER | {"name": "ban-sao.pdf"})
    press(clerk, "Tải lên")
    assert "to-khai.pdf" in page.inner_text()
    clerk.check(f"attachments-dossier-{width}")
