// Content as a list of lines: order, conditions, loops, and fragments as values.

import HTML
import Testing

@Suite struct `Content of tags` {
    @Test func `parts stand in their order`() {
        let tag = p {
            "a"
            b { "b" }
            "c"
            i { "d" }
            "e"
        }
        #expect(tag.string == "<p>a<b>b</b>c<i>d</i>e</p>")
    }

    @Test(arguments: [true, false])
    func `conditions choose`(_ isOpen: Bool) {
        let tag = p {
            if isOpen { "mở" }
            if isOpen { b { "1" } } else { i { "2" } }
        }
        #expect(tag.string == (isOpen ? "<p>mở<b>1</b></p>" : "<p><i>2</i></p>"))
    }

    @Test(arguments: 0..<3)
    func `a switch chooses`(_ number: Int) {
        let tag = p {
            switch number {
            case 0: "không"
            case 1: b { "một" }
            default:
                number
                " việc"
            }
        }
        #expect(tag.string == ["<p>không</p>", "<p><b>một</b></p>", "<p>2 việc</p>"][number])
    }

    @Test func `loops repeat, also over nothing`() {
        let rows = ["a", "<", "c"]
        #expect(ul { for row in rows { li { row } } }.string.hasPrefix("<ul><li>a</li><li>&lt;"))
        #expect(ul { for row in [String]() { li { row } } }.string == "<ul></ul>")
        let grid = tbody { for y in 0..<2 { tr { for x in 0..<2 { td { 10 * y + x } } } } }
        #expect(
            grid.string
                == "<tbody><tr><td>0</td><td>1</td></tr><tr><td>10</td><td>11</td></tr></tbody>")
    }

    @Test func `what is missing is nothing`() {
        let text: String? = nil
        let fragment: HTML? = nil
        let there: String? = "<có>"
        let tag = p {
            text
            fragment
            there
        }
        #expect(tag.string == "<p>&lt;có&gt;</p>")
    }

    @Test func `numbers are their digits`() {
        #expect(p { 0 }.string == "<p>0</p>")
        #expect(p { -12 }.string == "<p>-12</p>")
        #expect(p { Int.max }.string == "<p>9223372036854775807</p>")
    }

    @Test func `lists of fragments are put one behind the other`() {
        #expect(
            ul { ["a", "b"].map { name in li { name } } }.string == "<ul><li>a</li><li>b</li></ul>")
    }

    @Test func `names may be declared between parts`() {
        let tag = p {
            let name = "Đỗ Thị Thanh Hà"
            strong { name }
        }
        #expect(tag.string == "<p><strong>Đỗ Thị Thanh Hà</strong></p>")
    }
}

@Suite struct `Fragments as values` {
    @Test func `text waits behind markup and is escaped in its place`() {
        var fragment = HTML.text("a<")
        fragment.append(b { "b" })
        fragment.append(.text("c>"))
        fragment.append(.text("&"))
        #expect(fragment.string == "a&lt;<b>b</b>c&gt;&amp;")
        #expect(p { fragment }.string == "<p>a&lt;<b>b</b>c&gt;&amp;</p>")
    }

    @Test func `emptiness is seen`() {
        #expect(HTML().isEmpty)
        #expect(HTML.text("").isEmpty)
        #expect(HTML {}.isEmpty)
        #expect(!HTML.text(" ").isEmpty)
        #expect(!br().isEmpty)
    }

    @Test func `a separator stands only between parts that are there`() {
        let parts = [HTML.text("a"), HTML(), b { "b" }, HTML.text(""), .text("c")]
        #expect(HTML.joined(parts, by: " & ").string == "a &amp; <b>b</b> &amp; c")
        #expect(HTML.joined([], by: ",").isEmpty)
    }

    @Test func `literals of the program may be markup`() {
        #expect(p { HTML.raw("<b>đậm</b>") }.string == "<p><b>đậm</b></p>")
    }

    @Test func `a fragment can be used twice`() {
        let name = strong { "Hà" }
        #expect(
            p {
                name; name
            }.string == "<p><strong>Hà</strong><strong>Hà</strong></p>")
    }

    @Test func `bytes and string are the same text`() {
        let page = p(.title("Đ")) { "ệ" }
        #expect(Array(page.string.utf8) == page.bytes)
    }
}
