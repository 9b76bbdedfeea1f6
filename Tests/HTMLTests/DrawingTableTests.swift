// Drawings: numbers as digits, every shape and every attribute of place, exact bytes.

import HTML
import Testing

@Suite struct `Numbers of drawings` {
    @Test(
        arguments: [
            (0.0, "0"), (-0.0, "0"), (1, "1"), (-1, "-1"), (1.5, "1.5"), (-1.5, "-1.5"),
            (1.25, "1.25"), (1.05, "1.05"), (-0.05, "-0.05"), (0.004, "0"), (-0.004, "0"),
            (0.005, "0.01"), (-0.005, "-0.01"), (0.994, "0.99"), (0.996, "1"), (9.999, "10"),
            (-9.999, "-10"), (12.3, "12.3"), (12.34, "12.34"), (12.345, "12.35"), (100, "100"),
            (0.1 + 0.2, "0.3"), (1.0 / 3, "0.33"), (2.0 / 3, "0.67"), (1234.5, "1234.5"),
            (999_999_999, "999999999"), (1e9, "0"), (-1e9, "0"), (1e300, "0"), (.infinity, "0"),
            (-.infinity, "0"), (.nan, "0"), (.leastNonzeroMagnitude, "0"),
        ] as [(Double, String)])
    func `have two decimals at most`(number: Double, digits: String) {
        #expect(SVG.digits(of: number) == digits)
    }

    @Test func `never have an exponent, a comma or a trailing zero`() {
        for step in -4000...4000 {
            let digits = SVG.digits(of: Double(step) / 97)
            #expect(digits.utf8.allSatisfy { $0 == 45 || $0 == 46 || (48...57).contains($0) })
            #expect(!digits.contains(".") || !digits.hasSuffix("0"))
            let back = Double(digits) ?? .nan
            #expect(abs(back - Double(step) / 97) <= 0.005_000_1)
        }
    }

    struct Row: Sendable {
        var attribute: Attribute
        var name: String
        init(_ attribute: Attribute, _ name: String) {
            (self.attribute, self.name) = (attribute, name)
        }
    }

    static let places: [Row] = [
        Row(.x(1.5), "x"), Row(.y(1.5), "y"), Row(.x1(1.5), "x1"), Row(.y1(1.5), "y1"),
        Row(.x2(1.5), "x2"), Row(.y2(1.5), "y2"), Row(.cx(1.5), "cx"), Row(.cy(1.5), "cy"),
        Row(.r(1.5), "r"), Row(.rx(1.5), "rx"), Row(.ry(1.5), "ry"), Row(.dx(1.5), "dx"),
        Row(.dy(1.5), "dy"), Row(.refX(1.5), "refX"), Row(.refY(1.5), "refY"),
        Row(.width(1.5), "width"), Row(.height(1.5), "height"),
        Row(.markerWidth(1.5), "markerWidth"), Row(.markerHeight(1.5), "markerHeight"),
        Row(.strokeWidth(1.5), "stroke-width"),
    ]

    @Test(arguments: 0..<places.count)
    func `stand in attributes of their name`(_ index: Int) {
        let row = Self.places[index]
        #expect(SVG.g(row.attribute).string == "<g \(row.name)=\"1.5\"></g>")
    }
}

@Suite struct `Shapes` {
    static let tags: [(HTML, String)] = [
        (SVG.svg { "x" }, "svg"), (SVG.g { "x" }, "g"), (SVG.text { "x" }, "text"),
        (SVG.tspan { "x" }, "tspan"), (SVG.title { "x" }, "title"), (SVG.desc { "x" }, "desc"),
        (SVG.defs { "x" }, "defs"), (SVG.marker { "x" }, "marker"), (SVG.a { "x" }, "a"),
        (SVG.path { "x" }, "path"), (SVG.rect { "x" }, "rect"), (SVG.circle { "x" }, "circle"),
        (SVG.line { "x" }, "line"), (SVG.polyline { "x" }, "polyline"),
        (SVG.polygon { "x" }, "polygon"),
    ]

    @Test(arguments: 0..<tags.count)
    func `are closed by their own name`(_ index: Int) {
        let (tag, name) = Self.tags[index]
        #expect(tag.string == "<\(name)>x</\(name)>")
    }

    @Test func `text in a drawing is escaped like any other`() {
        let label = SVG.text(.x(1), .y(2), .textAnchor("middle")) { "Bước <1> & \"2\"" }
        #expect(
            label.string == """
                <text x="1" y="2" text-anchor="middle">\
                Bước &lt;1&gt; &amp; &quot;2&quot;</text>
                """)
    }

    @Test func `an arrow of a diagram comes out byte by byte`() {
        let drawing = SVG.svg(.viewBox("0 0 10 20"), .role("img"), .aria("label", "Sơ đồ")) {
            SVG.defs {
                SVG.marker(.id("m"), .refX(5), .refY(2.5), .orient("auto")) {
                    SVG.path(.d("M0 0L5 2.5L0 5z"))
                }
            }
            SVG.line(.x1(0), .y1(0.25), .x2(10), .y2(20), .markerEnd("url(#m)"))
        }
        #expect(
            drawing.string == """
                <svg viewBox="0 0 10 20" role="img" aria-label="Sơ đồ"><defs>\
                <marker id="m" refX="5" refY="2.5" orient="auto">\
                <path d="M0 0L5 2.5L0 5z"></path></marker></defs>\
                <line x1="0" y1="0.25" x2="10" y2="20" marker-end="url(#m)"></line></svg>
                """)
    }
}
