// Every helper of attributes and the exact bytes that it writes.

import HTML
import Testing

@Suite struct `Attributes by name` {
    struct Row: Sendable {
        var attribute: Attribute
        var written: String
        init(_ attribute: Attribute, _ written: String) {
            (self.attribute, self.written) = (attribute, written)
        }
    }

    static let hostile = "a<b\"&"

    static let texts: [Row] = [
        Row(.class(hostile), "class"),
        Row(.id(hostile), "id"),
        Row(.title(hostile), "title"),
        Row(.lang(hostile), "lang"),
        Row(.dir(hostile), "dir"),
        Row(.role(hostile), "role"),
        Row(.alt(hostile), "alt"),
        Row(.rel(hostile), "rel"),
        Row(.download(hostile), "download"),
        Row(.datetime(hostile), "datetime"),
        Row(.hreflang(hostile), "hreflang"),
        Row(.cite(hostile), "cite"),
        Row(.loading(hostile), "loading"),
        Row(.name(hostile), "name"),
        Row(.value(hostile), "value"),
        Row(.for(hostile), "for"),
        Row(.label(hostile), "label"),
        Row(.placeholder(hostile), "placeholder"),
        Row(.autocomplete(hostile), "autocomplete"),
        Row(.autocapitalize(hostile), "autocapitalize"),
        Row(.inputmode(hostile), "inputmode"),
        Row(.enterkeyhint(hostile), "enterkeyhint"),
        Row(.pattern(hostile), "pattern"),
        Row(.list(hostile), "list"),
        Row(.form(hostile), "form"),
        Row(.accept(hostile), "accept"),
        Row(.capture(hostile), "capture"),
        Row(.min(hostile), "min"),
        Row(.max(hostile), "max"),
        Row(.step(hostile), "step"),
        Row(.headers(hostile), "headers"),
        Row(.abbr(hostile), "abbr"),
        Row(.viewBox(hostile), "viewBox"),
        Row(.d(hostile), "d"),
        Row(.points(hostile), "points"),
        Row(.transform(hostile), "transform"),
        Row(.textAnchor(hostile), "text-anchor"),
        Row(.dominantBaseline(hostile), "dominant-baseline"),
        Row(.markerEnd(hostile), "marker-end"),
        Row(.orient(hostile), "orient"),
        Row(.markerUnits(hostile), "markerUnits"),
        Row(.fill(hostile), "fill"),
        Row(.stroke(hostile), "stroke"),
        Row(.strokeDasharray(hostile), "stroke-dasharray"),
        Row(.shapeRendering(hostile), "shape-rendering"),
        Row(.preserveAspectRatio(hostile), "preserveAspectRatio"),
        Row(.focusable(hostile), "focusable"),
    ]

    static let numbers: [Row] = [
        Row(.tabindex(-12), "tabindex"),
        Row(.width(-12 as Int?), "width"),
        Row(.height(-12 as Int?), "height"),
        Row(.start(-12), "start"),
        Row(.minlength(-12), "minlength"),
        Row(.maxlength(-12), "maxlength"),
        Row(.rows(-12), "rows"),
        Row(.cols(-12), "cols"),
        Row(.size(-12), "size"),
        Row(.colspan(-12), "colspan"),
        Row(.rowspan(-12), "rowspan"),
    ]

    static let flags: [Row] = [
        Row(.hidden, "hidden"),
        Row(.open, "open"),
        Row(.required, "required"),
        Row(.checked, "checked"),
        Row(.selected, "selected"),
        Row(.disabled, "disabled"),
        Row(.readonly, "readonly"),
        Row(.multiple, "multiple"),
        Row(.autofocus, "autofocus"),
        Row(.novalidate, "novalidate"),
        Row(.formnovalidate, "formnovalidate"),
    ]

    static let words: [Row] = [
        Row(.method(.get), "method=\"get\""),
        Row(.method(.post), "method=\"post\""),
        Row(.method(.dialog), "method=\"dialog\""),
        Row(.formmethod(.post), "formmethod=\"post\""),
        Row(.enctype(.urlEncoded), "enctype=\"application/x-www-form-urlencoded\""),
        Row(.enctype(.multipart), "enctype=\"multipart/form-data\""),
        Row(.spellcheck(true), "spellcheck=\"true\""),
        Row(.spellcheck(false), "spellcheck=\"false\""),
        Row(.scope(.column), "scope=\"col\""),
        Row(.scope(.row), "scope=\"row\""),
        Row(.scope(.columnGroup), "scope=\"colgroup\""),
        Row(.scope(.rowGroup), "scope=\"rowgroup\""),
        Row(.type(.dateTime), "type=\"datetime-local\""),
        Row(.data("label", "a"), "data-label=\"a\""),
        Row(.data("a-b", ""), "data-a-b=\"\""),
        Row(.aria("label", "a"), "aria-label=\"a\""),
        Row(.aria("current", "page"), "aria-current=\"page\""),
        Row(.classes("a", "b"), "class=\"a b\""),
        Row(.classes(nil, "b"), "class=\"b\""),
        Row(.all([.id("a"), .hidden]), "id=\"a\" hidden"),
        Row(.if(true, .id("a"), .checked), "id=\"a\" checked"),
    ]

    static let links: [Row] = [
        Row(.href("/a?b=1&c=2"), "href"),
        Row(.src("/a?b=1&c=2"), "src"),
        Row(.action("/a?b=1&c=2"), "action"),
        Row(.formaction("/a?b=1&c=2"), "formaction"),
    ]

    @Test(arguments: 0..<texts.count)
    func `a text is escaped between quotes`(_ index: Int) {
        let row = Self.texts[index]
        #expect(span(row.attribute).string == "<span \(row.written)=\"a&lt;b&quot;&amp;\"></span>")
    }

    @Test(arguments: 0..<numbers.count)
    func `a number is its digits`(_ index: Int) {
        let row = Self.numbers[index]
        #expect(span(row.attribute).string == "<span \(row.written)=\"-12\"></span>")
    }

    @Test(arguments: 0..<flags.count)
    func `a flag stands alone`(_ index: Int) {
        let row = Self.flags[index]
        #expect(span(row.attribute).string == "<span \(row.written)></span>")
    }

    @Test(arguments: 0..<words.count)
    func `a word of a closed list is written as the standard has it`(_ index: Int) {
        let row = Self.words[index]
        #expect(span(row.attribute).string == "<span \(row.written)></span>")
    }

    @Test(arguments: 0..<links.count)
    func `an address keeps its bytes, its ampersands escaped`(_ index: Int) {
        let row = Self.links[index]
        #expect(span(row.attribute).string == "<span \(row.written)=\"/a?b=1&amp;c=2\"></span>")
    }

    @Test func `no helper is tried twice, and each writes another name`() {
        let names = [Self.texts, Self.numbers, Self.flags, Self.links].map { $0.map(\.written) }
        for list in names { #expect(Set(list).count == list.count) }
    }
}

@Suite struct `Attributes that are missing` {
    static let none: [Attribute] = [
        .nothing,
        .all([]),
        .all([.nothing, .nothing]),
        .if(false, .id("a")),
        .data("a", nil),
        .aria("a", nil),
        .classes(),
        .classes(nil, nil),
        .class(nil),
        .id(nil),
        .title(nil),
        .lang(nil),
        .dir(nil),
        .role(nil),
        .alt(nil),
        .rel(nil),
        .download(nil),
        .datetime(nil),
        .hreflang(nil),
        .cite(nil),
        .loading(nil),
        .name(nil),
        .value(nil),
        .for(nil),
        .label(nil),
        .placeholder(nil),
        .autocomplete(nil),
        .autocapitalize(nil),
        .inputmode(nil),
        .enterkeyhint(nil),
        .pattern(nil),
        .list(nil),
        .form(nil),
        .accept(nil),
        .capture(nil),
        .min(nil),
        .max(nil),
        .step(nil),
        .headers(nil),
        .abbr(nil),
        .viewBox(nil),
        .d(nil),
        .points(nil),
        .transform(nil),
        .textAnchor(nil),
        .dominantBaseline(nil),
        .markerEnd(nil),
        .orient(nil),
        .markerUnits(nil),
        .fill(nil),
        .stroke(nil),
        .strokeDasharray(nil),
        .shapeRendering(nil),
        .preserveAspectRatio(nil),
        .focusable(nil),
        .href(nil),
        .src(nil),
        .action(nil),
        .formaction(nil),
        .tabindex(nil as Int?),
        .width(nil as Int?),
        .height(nil as Int?),
        .start(nil as Int?),
        .minlength(nil as Int?),
        .maxlength(nil as Int?),
        .rows(nil as Int?),
        .cols(nil as Int?),
        .size(nil as Int?),
        .colspan(nil as Int?),
        .rowspan(nil as Int?),
    ]

    @Test(arguments: 0..<none.count)
    func `write nothing at all`(_ index: Int) {
        #expect(span(Self.none[index]).string == "<span></span>")
        #expect(input(.id("a"), Self.none[index], .id("b")).string == "<input id=\"a\" id=\"b\">")
    }
}
