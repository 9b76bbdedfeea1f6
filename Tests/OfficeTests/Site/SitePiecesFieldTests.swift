// Fields of forms: the links between label, mistake, hint and input.

import HTML
import Testing

@testable import Office

@Suite struct `Fields of forms` {
    @Test func `a field has its label and must be filled`() {
        #expect(
            Piece.textField(.init("phone", "Điện thoại", width: .two), type: .tel).string == """
                <div class="field w2"><label for="phone">Điện thoại</label>\
                <input id="phone" name="phone" required type="tel"></div>
                """)
    }

    @Test func `a field that may stay empty says so`() {
        let field = Piece.Field("mail", "Thư", optional: "không bắt buộc")
        let text = Piece.textField(field, value: "a@b", type: .email).string
        #expect(text.contains("Thư <span class=\"opt\">(không bắt buộc)</span></label>"))
        #expect(text.contains("<input id=\"mail\" name=\"mail\" type=\"email\" value=\"a@b\">"))
        #expect(!text.contains("required"))
    }

    @Test func `mistake and hint are read with the field, the mistake first`() {
        let field = Piece.Field("n", "Số", hint: "10 chữ số", error: "Thiếu 1", id: "so")
        #expect(
            Piece.textField(field, value: "9", type: .text, .maxlength(10)).string == """
                <div class="field bad"><label for="so">Số</label>\
                <span class="err" id="so-error">Thiếu 1</span>\
                <input id="so" name="n" required aria-invalid="true" \
                aria-describedby="so-error so-hint" type="text" value="9" maxlength="10">\
                <span class="hint" id="so-hint">10 chữ số</span></div>
                """)
    }

    @Test func `what was typed comes back as text`() {
        let value = "\"><script>alert(1)</script>"
        let fields = HTML {
            Piece.textField(.init("a", value, hint: value, error: value), value: value)
            Piece.textArea(.init("b", value), value: value)
            Piece.selectField(.init("c", value), [.init(value, value)], chosen: value)
            Piece.radioField(.init("d", value), [.init(value, value, hint: value)])
            Piece.suggestingField(.init("e", value), value: value, suggestions: [value])
        }
        #expect(!fields.string.contains("<script"))
        #expect(!fields.string.contains("\"\">"))
    }

    @Test func `the choice made before is made again`() {
        let choices = [Piece.Choice("1", "Một"), .init("2", "Hai")]
        let select = Piece.selectField(.init("s", "S"), choices, chosen: "2", none: "–").string
        #expect(
            select.contains(
                """
                <option value="">–</option><option value="1">Một</option>\
                <option value="2" selected>Hai</option></select>
                """))
        let radio = Piece.radioField(.init("r", "R"), choices, chosen: "1").string
        #expect(radio.contains("id=\"r\" name=\"r\" value=\"1\" checked required>"))
        #expect(radio.contains("name=\"r\" value=\"2\" required>"))
        let boxes = Piece.checkField(.init("c", "C"), choices, chosen: ["1", "2"]).string
        #expect(boxes.split(separator: " ").filter { $0.hasPrefix("checked") }.count == 2)
        #expect(!boxes.contains("required"))
    }

    @Test func `a group of choices is described at its frame and its first box can be reached`() {
        let field = Piece.Field("r", "R", error: "Chọn một")
        let text = Piece.radioField(field, [.init("1", "Một"), .init("2", "Hai")]).string
        #expect(
            text.hasPrefix("<fieldset class=\"field bad\" aria-describedby=\"r-error\"><legend>"))
        #expect(text.contains("<span class=\"err\" id=\"r-error\">Chọn một</span>"))
        #expect(text.split(separator: " ").filter { $0 == "id=\"r\"" }.count == 1)
        #expect(!text.contains("aria-invalid"))
    }

    @Test func `a single box need not be ticked unless it is asked for`() {
        let field = Piece.Field("ok", "Đồng ý")
        #expect(!Piece.checkBox(field, isChecked: false).string.contains("required"))
        let asked = Piece.checkBox(field, isChecked: true, isRequired: true).string
        #expect(asked.contains("id=\"ok\" name=\"ok\" value=\"1\" checked required>"))
    }

    @Test func `a day has its limits`() {
        let text = Piece.dateField(.init("d", "Ngày"), value: "2019-07-18", min: "2019-07-01")
            .string
        #expect(text.contains("type=\"date\" value=\"2019-07-18\" min=\"2019-07-01\">"))
    }

    @Test func `mistakes lead to their fields`() {
        #expect(Piece.errors("Lỗi", []).isEmpty)
        #expect(
            Piece.errors("Còn 2 lỗi", [.init("Số", fieldID: "so điện"), .init("Khác")]).string
                == """
                <div class="errors" role="alert" tabindex="-1" aria-labelledby="errors-title" \
                id="errors"><h2 id="errors-title">Còn 2 lỗi</h2><ul>\
                <li><a href="#so%20%C4%91i%E1%BB%87n">Số</a></li><li>Khác</li></ul></div>
                """)
    }
}
