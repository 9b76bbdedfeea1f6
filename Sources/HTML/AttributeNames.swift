// Attributes that stand on many tags. A missing value (`nil`) leaves the attribute out.

extension Attribute {
    /// Several names are separated by spaces: `"st late"`.
    public static func `class`(_ value: String?) -> Attribute { Attribute("class", value) }
    public static func id(_ value: String?) -> Attribute { Attribute("id", value) }
    public static func title(_ value: String?) -> Attribute { Attribute("title", value) }
    /// BCP 47, such as `vi`.
    public static func lang(_ value: String?) -> Attribute { Attribute("lang", value) }
    public static func dir(_ value: String?) -> Attribute { Attribute("dir", value) }
    /// An ARIA role.
    public static func role(_ value: String?) -> Attribute { Attribute("role", value) }
    public static func tabindex(_ number: Int?) -> Attribute { Attribute("tabindex", number) }
    public static let hidden = Attribute(flag: "hidden")
    public static func href(_ link: Link?) -> Attribute { Attribute("href", link?.text) }
    public static func src(_ link: Link?) -> Attribute { Attribute("src", link?.text) }
    public static func alt(_ value: String?) -> Attribute { Attribute("alt", value) }
    public static func width(_ number: Int?) -> Attribute { Attribute("width", number) }
    public static func height(_ number: Int?) -> Attribute { Attribute("height", number) }
    public static func rel(_ value: String?) -> Attribute { Attribute("rel", value) }
    /// The name under which the file is kept.
    public static func download(_ value: String?) -> Attribute { Attribute("download", value) }
    /// ISO 8601, such as `2019-07-18T17:00`.
    public static func datetime(_ value: String?) -> Attribute { Attribute("datetime", value) }
    public static func hreflang(_ value: String?) -> Attribute { Attribute("hreflang", value) }
    public static func cite(_ value: String?) -> Attribute { Attribute("cite", value) }
    public static let open = Attribute(flag: "open")
    public static func start(_ number: Int?) -> Attribute { Attribute("start", number) }
    public static func loading(_ value: String?) -> Attribute { Attribute("loading", value) }

    /// The names that are not nil, in order.
    public static func classes(_ names: String?...) -> Attribute {
        let present = names.compactMap { $0 }
        return .class(present.isEmpty ? nil : present.joined(separator: " "))
    }
}
