// Attributes of table cells.

extension Attribute {
    public static func colspan(_ number: Int?) -> Attribute { Attribute("colspan", number) }
    public static func rowspan(_ number: Int?) -> Attribute { Attribute("rowspan", number) }
    public static func headers(_ value: String?) -> Attribute { Attribute("headers", value) }
    public static func abbr(_ value: String?) -> Attribute { Attribute("abbr", value) }

    public static func scope(_ scope: HeaderScope) -> Attribute {
        Attribute("scope", scope.rawValue)
    }
}
