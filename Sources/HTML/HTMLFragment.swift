// The value every tag function returns: a piece of a page, already written as escaped UTF-8.

/// A fragment of a page as UTF-8 bytes. Text enters only through `text`, which escapes, through tag
/// functions, or through `raw`, which takes nothing but a literal of the source code. A fragment
/// can therefore be put anywhere in element content without another look.
public struct HTML: Sendable, Equatable {
    @usableFromInline
    var storage: [UInt8]

    /// The bytes to send, valid UTF-8. Read only: markup is made by tags, not by hand.
    @inlinable
    public var bytes: [UInt8] { storage }

    /// Nothing at all.
    @inlinable
    public init() {
        self.storage = []
    }

    @usableFromInline
    init(bytes: [UInt8]) {
        self.storage = bytes
    }

    /// Several parts in a row: `HTML { "Bước "; b { "5" } }`.
    @inlinable
    public init(@HTMLBuilder _ content: () -> HTML) {
        self = content()
    }

    /// Text of any origin, escaped.
    public static func text(_ text: String) -> HTML {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 8)
        bytes.appendEscaped(text)
        return HTML(bytes: bytes)
    }

    /// Markup written by hand in the source code. `StaticString` shuts out everything else.
    public static func raw(_ markup: StaticString) -> HTML {
        var bytes: [UInt8] = []
        bytes.append(literal: markup)
        return HTML(bytes: bytes)
    }

    /// The parts with a separator between those that are not empty.
    public static func joined(_ parts: [HTML], by separator: String) -> HTML {
        var result = HTML()
        for part in parts where !part.isEmpty {
            if !result.isEmpty { result.storage.appendEscaped(separator) }
            result.append(part)
        }
        return result
    }

    @inlinable
    public var isEmpty: Bool { storage.isEmpty }

    /// The fragment as a string, for tests and logs.
    public var string: String { String(decoding: storage, as: UTF8.self) }

    @inlinable
    public mutating func append(_ other: HTML) {
        storage.append(contentsOf: other.storage)
    }

    /// Content for an element that has none.
    @inlinable
    public static func empty() -> HTML { HTML() }
}
