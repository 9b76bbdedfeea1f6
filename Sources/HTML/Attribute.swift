// An attribute of a tag, as a value: a fixed name and text that is escaped when written.

/// One attribute. There is no way to name one freely, so neither `style` nor an event handler can
/// be written. Attributes appear in the order given; of two with one name a browser keeps the first.
public struct Attribute: Sendable {
    enum Content: Sendable {
        case nothing
        case flag
        case text(String)
        case several([Attribute])
    }

    let prefix: StaticString
    let name: StaticString
    let content: Content

    init(_ name: StaticString, _ content: Content, prefix: StaticString = "") {
        self.prefix = prefix
        self.name = name
        self.content = content
    }

    /// A missing value leaves the attribute out.
    init(_ name: StaticString, _ text: String?, prefix: StaticString = "") {
        self.init(name, text.map { .text($0) } ?? .nothing, prefix: prefix)
    }

    init(_ name: StaticString, _ number: Int?) {
        self.init(name, number.map { String($0) })
    }

    /// Writes no attribute.
    public static let nothing = Attribute("", .nothing)

    /// The attributes if the condition holds, else none: `.if(open, .checked)`.
    public static func `if`(_ condition: Bool, _ attributes: Attribute...) -> Attribute {
        condition ? .all(attributes) : .nothing
    }

    /// A list of attributes where one is expected.
    public static func all(_ attributes: [Attribute]) -> Attribute {
        Attribute("", .several(attributes))
    }

    /// `data-…`, with the part after the hyphen.
    public static func data(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value, prefix: "data-")
    }

    /// `aria-…`, with the part after the hyphen.
    public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
        Attribute(name, value, prefix: "aria-")
    }
}

extension [UInt8] {
    /// Appends the attribute with a space before it.
    mutating func append(_ attribute: Attribute) {
        switch attribute.content {
        case .nothing: return
        case .flag: appendName(of: attribute)
        case .text(let text):
            appendName(of: attribute)
            append(literal: "=\"")
            appendEscaped(text)
            append(0x22)
        case .several(let attributes):
            for attribute in attributes { append(attribute) }
        }
    }

    private mutating func appendName(of attribute: Attribute) {
        append(0x20)
        append(literal: attribute.prefix)
        append(literal: attribute.name)
    }
}
