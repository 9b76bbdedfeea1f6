// The value every tag function returns: a piece of a page, safe to put anywhere in another.

/// A fragment of a page. Text enters only through `text`, which escapes, through tag functions, or
/// through `raw`, which takes nothing but a literal of the source code. A fragment can therefore
/// stand anywhere in element content without another look.
public struct HTML: Sendable {
    private(set) var markup: [UInt8]

    /// Text behind the markup that is escaped when it reaches its tag, which spares an array for
    /// most cells of a table.
    private(set) var tail: String

    init(markup: [UInt8], tail: String = "") {
        self.markup = markup
        self.tail = tail
    }

    /// Nothing at all.
    public init() {
        self.init(markup: [])
    }

    /// Several parts in a row: `HTML { "Bước "; b { "5" } }`.
    public init(@HTMLBuilder _ content: () -> HTML) {
        self = content()
    }

    /// Text of any origin, escaped.
    public static func text(_ text: String) -> HTML {
        HTML(markup: [], tail: text)
    }

    /// Markup written by hand in the source code. `StaticString` shuts out everything else.
    public static func raw(_ markup: StaticString) -> HTML {
        var bytes: [UInt8] = []
        bytes.append(literal: markup)
        return HTML(markup: bytes)
    }

    /// Content for an element that has none.
    public static func empty() -> HTML { HTML() }

    /// The parts with a separator between those that are not empty.
    public static func joined(_ parts: [HTML], by separator: String) -> HTML {
        var result = HTML()
        for part in parts where !part.isEmpty {
            if !result.isEmpty { result.append(.text(separator)) }
            result.append(part)
        }
        return result
    }

    /// The bytes to send, valid UTF-8. Read only: markup is made by tags, not by hand.
    public var bytes: [UInt8] {
        var bytes = markup
        bytes.append(escaping: tail)
        return bytes
    }

    /// The fragment as a string, for tests and logs.
    public var string: String { String(decoding: bytes, as: UTF8.self) }

    /// Whether there is no content; a text of nothing but dropped characters counts as content.
    public var isEmpty: Bool { markup.isEmpty && tail.isEmpty }

    /// The length of the markup and of the text not yet escaped.
    var roughCount: Int { markup.count + tail.utf8.count }

    /// Puts another fragment behind this one.
    public mutating func append(_ other: HTML) {
        if !tail.isEmpty { markup.append(escaping: tail) }
        markup.append(contentsOf: other.markup)
        tail = other.tail
    }
}

extension [UInt8] {
    /// Appends a fragment, escaping what is still plain text.
    mutating func append(contentOf fragment: HTML) {
        append(contentsOf: fragment.markup)
        if !fragment.tail.isEmpty { append(escaping: fragment.tail) }
    }

    /// Appends a literal of the source code as it stands.
    mutating func append(literal: StaticString) {
        literal.withUTF8Buffer { append(contentsOf: $0) }
    }
}
