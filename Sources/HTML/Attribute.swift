// An attribute of a tag, as a value: a fixed name and text that is escaped when written.

/// One attribute. There is no way to name one freely, so neither `style` nor an event handler can
/// be written. Attributes appear in the order given; of two with one name a browser keeps the
/// first.
public struct Attribute: Sendable {
    enum Kind: UInt8 {
        case nothing
        case flag
        case text
        case data
        case aria
        /// The text is markup already: several attributes written beforehand.
        case written
    }

    let kind: Kind
    let name: StaticString
    let text: String

    private init(_ kind: Kind, _ name: StaticString = "", _ text: String = "") {
        self.kind = kind
        self.name = name
        self.text = text
    }

    /// A missing value leaves the attribute out.
    init(_ name: StaticString, _ text: String?) {
        self = text.map { Attribute(.text, name, $0) } ?? .nothing
    }

    init(_ name: StaticString, _ number: Int?) {
        self.init(name, number.map { String($0) })
    }

    init(flag name: StaticString) {
        self.init(.flag, name)
    }

    /// Writes no attribute.
    public static let nothing = Attribute(.nothing)

    /// The attributes if the condition holds, else none: `.if(open, .checked)`.
    public static func `if`(_ condition: Bool, _ attributes: Attribute...) -> Attribute {
        condition ? .all(attributes) : .nothing
    }

    /// A list of attributes where one is expected.
    public static func all(_ attributes: [Attribute]) -> Attribute {
        if attributes.count == 1 { return attributes[0] }
        return Attribute(.written, "", attributes.written())
    }

    /// `data-…`, with the part after the hyphen.
    public static func data(_ name: StaticString, _ value: String?) -> Attribute {
        value.map { Attribute(.data, name, $0) } ?? .nothing
    }

    /// `aria-…`, with the part after the hyphen.
    public static func aria(_ name: StaticString, _ value: String?) -> Attribute {
        value.map { Attribute(.aria, name, $0) } ?? .nothing
    }
}
