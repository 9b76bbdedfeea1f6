// Tags: names, attributes in order, void elements, and the elements that need care.

import HTML
import Testing

@Suite struct `Tags and attributes` {
    @Test func `attributes stand in the order given`() {
        let tag = div(.class("head"), .id("x"), .lang("vi"), .hidden) { "a" }
        #expect(tag.string == "<div class=\"head\" id=\"x\" lang=\"vi\" hidden>a</div>")
        let other = div(.hidden, .lang("vi"), .id("x"), .class("head")) { "a" }
        #expect(other.string == "<div hidden lang=\"vi\" id=\"x\" class=\"head\">a</div>")
    }

    @Test func `a missing value leaves the attribute out, an empty one does not`() {
        let none: String? = nil
        #expect(div(.id(none), .class(none), .title("")).string == "<div title=\"\"></div>")
        #expect(td(.colspan(nil), .rowspan(2)).string == "<td rowspan=\"2\"></td>")
    }

    @Test(arguments: [true, false])
    func `a condition takes its attributes along`(_ holds: Bool) {
        let tag = input(.type(.checkbox), .if(holds, .checked, .aria("label", "a")), .name("n"))
        let middle = holds ? " checked aria-label=\"a\"" : ""
        #expect(tag.string == "<input type=\"checkbox\"\(middle) name=\"n\">")
    }

    @Test func `lists of attributes are written once, escaped once`() {
        let shared = Attribute.all([.id("a&b"), .all([.name("<"), .nothing]), .required])
        #expect(input(shared).string == "<input id=\"a&amp;b\" name=\"&lt;\" required>")
        #expect(input(.all([])).string == "<input>")
    }

    @Test func `names of data and aria are put together`() {
        let tag = td(.data("label", "Còn lại"), .aria("current", "page"), .aria("sort", nil))
        #expect(tag.string == "<td data-label=\"Còn lại\" aria-current=\"page\"></td>")
    }

    @Test func `class names that are missing leave no gap`() {
        #expect(p(.classes("a", nil, "b")).string == "<p class=\"a b\"></p>")
        #expect(p(.classes(nil, nil)).string == "<p></p>")
    }

    @Test(arguments: InputType.allCases)
    func `kinds of fields are written as the standard names them`(_ type: InputType) {
        let name = type == .dateTime ? "datetime-local" : "\(type)"
        #expect(input(.type(type)).string == "<input type=\"\(name)\">")
    }

    @Test func `attributes of forms`() {
        let tag = form(.method(.post), .action("/a"), .enctype(.multipart), .novalidate) {
            input(.inputmode("numeric"), .maxlength(4), .pattern("[0-9]{4}"), .min("1"), .max("9"))
            select(.name("s"), .multiple, .size(3)) { option(.selected, .value("")) { "–" } }
            textarea(.rows(2), .cols(20), .spellcheck(false))
        }
        #expect(
            tag.string == """
                <form method="post" action="/a" enctype="multipart/form-data" novalidate>\
                <input inputmode="numeric" maxlength="4" pattern="[0-9]{4}" min="1" max="9">\
                <select name="s" multiple size="3"><option selected value="">–</option></select>\
                <textarea rows="2" cols="20" spellcheck="false"></textarea></form>
                """)
    }

    @Test func `a surface to draw on is empty, and closed`() {
        #expect(
            canvas(.id("pad"), .width(640), .height(240)).string
                == "<canvas id=\"pad\" width=\"640\" height=\"240\"></canvas>")
    }

    @Test func `attributes of tables`() {
        let tag = th(.scope(.rowGroup), .colspan(5), .abbr("T5"), .headers("a b"))
        #expect(
            tag.string
                == "<th scope=\"rowgroup\" colspan=\"5\" abbr=\"T5\" headers=\"a b\"></th>")
        #expect(th(.scope(.column)).string == "<th scope=\"col\"></th>")
    }
}

@Suite struct `Elements without content` {
    static let tags: [(HTML, String)] = [
        (br(), "br"), (hr(), "hr"), (wbr(), "wbr"), (input(), "input"), (img(), "img"),
        (col(), "col"),
    ]

    @Test(arguments: 0..<tags.count)
    func `have no closing tag`(_ index: Int) {
        let (tag, name) = Self.tags[index]
        #expect(tag.string == "<\(name)>")
    }

    @Test func `take attributes`() {
        #expect(hr(.class("a")).string == "<hr class=\"a\">")
        #expect(col(.class("b"), .hidden).string == "<col class=\"b\" hidden>")
    }
}

@Suite struct `Elements with content` {
    static let tags: [(HTML, String)] = [
        (header { "x" }, "header"), (footer { "x" }, "footer"), (main { "x" }, "main"),
        (nav { "x" }, "nav"), (section { "x" }, "section"), (article { "x" }, "article"),
        (aside { "x" }, "aside"), (hgroup { "x" }, "hgroup"), (h1 { "x" }, "h1"),
        (h2 { "x" }, "h2"), (h3 { "x" }, "h3"), (h4 { "x" }, "h4"), (h5 { "x" }, "h5"),
        (h6 { "x" }, "h6"), (div { "x" }, "div"), (p { "x" }, "p"),
        (blockquote { "x" }, "blockquote"), (figure { "x" }, "figure"),
        (figcaption { "x" }, "figcaption"), (address { "x" }, "address"),
        (details { "x" }, "details"), (summary { "x" }, "summary"), (dialog { "x" }, "dialog"),
        (a { "x" }, "a"), (span { "x" }, "span"), (strong { "x" }, "strong"), (b { "x" }, "b"),
        (em { "x" }, "em"), (i { "x" }, "i"), (small { "x" }, "small"), (mark { "x" }, "mark"),
        (abbr { "x" }, "abbr"), (cite { "x" }, "cite"), (q { "x" }, "q"), (code { "x" }, "code"),
        (kbd { "x" }, "kbd"), (samp { "x" }, "samp"), (sub { "x" }, "sub"), (sup { "x" }, "sup"),
        (del { "x" }, "del"), (ins { "x" }, "ins"), (time { "x" }, "time"), (bdi { "x" }, "bdi"),
        (ul { "x" }, "ul"), (ol { "x" }, "ol"), (li { "x" }, "li"), (dl { "x" }, "dl"),
        (dt { "x" }, "dt"), (dd { "x" }, "dd"), (table { "x" }, "table"),
        (caption { "x" }, "caption"), (colgroup { "x" }, "colgroup"), (thead { "x" }, "thead"),
        (tbody { "x" }, "tbody"), (tfoot { "x" }, "tfoot"), (tr { "x" }, "tr"),
        (th { "x" }, "th"), (td { "x" }, "td"), (form { "x" }, "form"),
        (fieldset { "x" }, "fieldset"), (legend { "x" }, "legend"), (label { "x" }, "label"),
        (button { "x" }, "button"), (select { "x" }, "select"),
        (optgroup { "x" }, "optgroup"), (option { "x" }, "option"),
        (datalist { "x" }, "datalist"), (output { "x" }, "output"),
        (progress { "x" }, "progress"),
    ]

    @Test(arguments: 0..<tags.count)
    func `are closed by their own name`(_ index: Int) {
        let (tag, name) = Self.tags[index]
        #expect(tag.string == "<\(name)>x</\(name)>")
    }

    @Test func `may be empty`() {
        #expect(td().string == "<td></td>")
        #expect(li(.id("a")).string == "<li id=\"a\"></li>")
    }

    @Test func `a line feed at the start of a field is kept`() {
        #expect(textarea(text: "\nhai dòng").string == "<textarea>\n\nhai dòng</textarea>")
        #expect(textarea(text: "\r\na").string == "<textarea>\n\na</textarea>")
        #expect(textarea(text: "một dòng\n").string == "<textarea>một dòng\n</textarea>")
        #expect(pre(text: "\n  a").string == "<pre>\n\n  a</pre>")
        #expect(textarea(.name("a"), text: "").string == "<textarea name=\"a\"></textarea>")
    }
}
