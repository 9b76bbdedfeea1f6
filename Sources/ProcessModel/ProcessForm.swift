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
    /// Asked only where it holds, `nil` always. Reads answers that stand before it. Absent in what
    /// was published before there were conditions: such a version keeps its bytes.
    public var condition: Condition?
    /// Unit of a number, like `m2`.
    public var unit: String?
    public init(
        key: String, label: String, type: FieldType, required: Bool = false,
        personal: Bool = false, condition: Condition? = nil, unit: String? = nil
    ) {
        self.key = key
        self.label = label
        self.type = type
        self.required = required
        self.personal = personal
        self.condition = condition
        self.unit = unit
    }
}

/// What can be filled in. New types are new cases: what was published keeps its bytes.
public enum FieldType: Hashable, Sendable, Codable {
    case text
    case number
    case boolean
    case date
    case choice([String])
    /// Whole đồng, as a number.
    case money
    /// Twelve digits of a person (NĐ 137/2015, article 13; GK); with `oldCards` also the nine of
    /// a card of before.
    case identity(oldCards: Bool)
    case phone
    case email
    /// Two lines: the place, the ward.
    case address
    case longText
    /// A line a row, a tab between cells.
    case table(FieldTable)
    /// A paper: `file` where its file came along, `paper` where it is brought.
    case file
    /// Two lines: the full name that was typed, the day of the consent. A confirmation, no digital
    /// signature.
    case signature
}

/// What the rows of a table hold, and how many there may be.
public struct FieldTable: Hashable, Sendable, Codable {
    public var columns: [FieldColumn]
    public var minimum: Int
    public var maximum: Int
    public init(columns: [FieldColumn], minimum: Int = 0, maximum: Int = 5) {
        self.columns = columns
        self.minimum = minimum
        self.maximum = maximum
    }

    /// More than that is no form but an annex.
    public static let rowsMaximum = 20
    public static let columnsMaximum = 8
    public static let cellMaximum = 200
}

/// One column of a table. `key` is unique in the table.
public struct FieldColumn: Hashable, Sendable, Codable {
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case text, number, money, date
    }
    public var key: String
    public var label: String
    public var kind: Kind
    /// Each row that says anything says this.
    public var required: Bool
    public init(key: String, label: String, kind: Kind = .text, required: Bool = false) {
        self.key = key
        self.label = label
        self.kind = kind
        self.required = required
    }
}

/// Value of a field. Dates are ISO text in `text`, money is a whole `number`; what has parts is one
/// text in the form that its type states.
public enum FieldValue: Hashable, Sendable, Codable {
    case text(String)
    case number(Double)
    case boolean(Bool)
}
