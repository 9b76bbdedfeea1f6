// Forms of a process: fields with types. Values of fields steer gateways.

/// A form with typed fields. `code` is unique in a version.
public struct Form: Hashable, Sendable, Codable {
    public var code: String
    public var title: String
    public var fields: [FormField]
    public init(code: String, title: String, fields: [FormField] = []) {
        self.code = code
        self.title = title
        self.fields = fields
    }
}

/// One field. `key` is unique in a version and is what conditions name.
public struct FormField: Hashable, Sendable, Codable {
    public var key: String
    public var label: String
    public var type: FieldType
    public var required: Bool
    /// Holds personal data: its value is kept beside the ledger and may be erased by law.
    public var personal: Bool
    public init(
        key: String, label: String, type: FieldType, required: Bool = false,
        personal: Bool = false
    ) {
        self.key = key
        self.label = label
        self.type = type
        self.required = required
        self.personal = personal
    }
}

public enum FieldType: Hashable, Sendable, Codable {
    case text
    case number
    case boolean
    case date
    case choice([String])
}

/// Value of a field. Dates are ISO text in `text`.
public enum FieldValue: Hashable, Sendable, Codable {
    case text(String)
    case number(Double)
    case boolean(Bool)
}
