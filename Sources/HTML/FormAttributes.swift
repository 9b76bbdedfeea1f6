// Attributes of forms and fields. A missing value (`nil`) leaves the attribute out.

extension Attribute {
    public static func name(_ value: String?) -> Attribute { Attribute("name", value) }
    public static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    public static func `for`(_ value: String?) -> Attribute { Attribute("for", value) }
    /// The heading of a group of options.
    public static func label(_ value: String?) -> Attribute { Attribute("label", value) }
    /// Never instead of a label.
    public static func placeholder(_ value: String?) -> Attribute {
        Attribute("placeholder", value)
    }
    public static func autocomplete(_ value: String?) -> Attribute {
        Attribute("autocomplete", value)
    }
    public static func autocapitalize(_ value: String?) -> Attribute {
        Attribute("autocapitalize", value)
    }
    public static func inputmode(_ value: String?) -> Attribute { Attribute("inputmode", value) }
    public static func enterkeyhint(_ value: String?) -> Attribute {
        Attribute("enterkeyhint", value)
    }
    public static func pattern(_ value: String?) -> Attribute { Attribute("pattern", value) }
    public static func list(_ value: String?) -> Attribute { Attribute("list", value) }
    /// The `id` of the form a field outside of it belongs to.
    public static func form(_ value: String?) -> Attribute { Attribute("form", value) }
    public static func accept(_ value: String?) -> Attribute { Attribute("accept", value) }
    /// Which camera a telephone offers: `environment` looks away from who holds it.
    public static func capture(_ value: String?) -> Attribute { Attribute("capture", value) }
    public static func min(_ value: String?) -> Attribute { Attribute("min", value) }
    public static func max(_ value: String?) -> Attribute { Attribute("max", value) }
    public static func step(_ value: String?) -> Attribute { Attribute("step", value) }
    public static func minlength(_ number: Int?) -> Attribute { Attribute("minlength", number) }
    public static func maxlength(_ number: Int?) -> Attribute { Attribute("maxlength", number) }
    public static func rows(_ number: Int?) -> Attribute { Attribute("rows", number) }
    public static func cols(_ number: Int?) -> Attribute { Attribute("cols", number) }
    public static func size(_ number: Int?) -> Attribute { Attribute("size", number) }
    public static let required = Attribute(flag: "required")
    public static let checked = Attribute(flag: "checked")
    public static let selected = Attribute(flag: "selected")
    public static let disabled = Attribute(flag: "disabled")
    public static let readonly = Attribute(flag: "readonly")
    public static let multiple = Attribute(flag: "multiple")
    public static let autofocus = Attribute(flag: "autofocus")
    public static let novalidate = Attribute(flag: "novalidate")
    public static let formnovalidate = Attribute(flag: "formnovalidate")
    public static func action(_ link: Link?) -> Attribute { Attribute("action", link?.text) }
    public static func formaction(_ link: Link?) -> Attribute {
        Attribute("formaction", link?.text)
    }

    public static func type(_ type: InputType) -> Attribute { Attribute("type", type.rawValue) }
    public static func method(_ method: FormMethod) -> Attribute {
        Attribute("method", method.rawValue)
    }
    public static func formmethod(_ method: FormMethod) -> Attribute {
        Attribute("formmethod", method.rawValue)
    }
    public static func enctype(_ encoding: FormEncoding) -> Attribute {
        Attribute("enctype", encoding.rawValue)
    }
    public static func spellcheck(_ wanted: Bool) -> Attribute {
        Attribute("spellcheck", String(wanted))
    }
}
