// One published, numbered issue of a process: what it is called, who owns it, its graph, its forms.
// The graph (nodes and flows, in BPMN's own terms) is the only model; the step table is a view.

import WorkTime

/// Code of a process, unique in a catalogue, for example `YB-DT01`.
public struct ProcessCode: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What a process is for. Words of the interface are keyed by the raw value.
public enum ProcessKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// How a whole office works together: plans, schedules, meetings, conclusions.
    case operating
    /// How one unit resolves its own work.
    case internalWork = "internal"
    /// How a request of a citizen is resolved.
    case procedure
    /// How the work of others is checked.
    case inspection
}

/// One issue of a process. Running instances keep the issue they began with.
public struct ProcessVersion: Hashable, Sendable, Codable {
    public var code: ProcessCode
    public var title: String
    public var kind: ProcessKind
    /// Code of the unit that owns and improves the process.
    public var ownerUnit: String
    /// Field of work as the office names it, for example `Hộ tịch`.
    public var field: String
    public var legalBasis: [String]
    public var scope: String
    /// Identifier of the principle list it answers to, for example `5ro-LB2017`.
    public var principle: String
    /// The published limit; `nil` when none was published.
    public var total: Term?
    /// Papers and data that stay in the archive when the work has ended.
    public var records: [String]
    /// Number of the issue, from 1.
    public var issue: Int
    public var effective: DayNumber?
    public var changeNote: String
    public var approver: String
    /// Row or document that the content was taken from; marks proposals as such.
    public var source: String
    /// Papers that a request needs (procedures only).
    public var components: [String]
    public var forms: [Form]
    public var nodes: [Node]
    public var flows: [Flow]
    public var waivers: [Waiver]
    /// Where the version was written. Not part of it: versions that differ only here mean the same.
    public var origin: Origin?

    public init(
        code: ProcessCode, title: String, kind: ProcessKind, ownerUnit: String,
        field: String = "", legalBasis: [String] = [], scope: String = "",
        principle: String = "5ro-LB2017", total: Term? = nil, records: [String] = [],
        issue: Int = 1, effective: DayNumber? = nil, changeNote: String = "",
        approver: String = "", source: String = "", components: [String] = [],
        forms: [Form] = [], nodes: [Node] = [], flows: [Flow] = [], waivers: [Waiver] = [],
        origin: Origin? = nil
    ) {
        self.code = code
        self.title = title
        self.kind = kind
        self.ownerUnit = ownerUnit
        self.field = field
        self.legalBasis = legalBasis
        self.scope = scope
        self.principle = principle
        self.total = total
        self.records = records
        self.issue = issue
        self.effective = effective
        self.changeNote = changeNote
        self.approver = approver
        self.source = source
        self.components = components
        self.forms = forms
        self.nodes = nodes
        self.flows = flows
        self.waivers = waivers
        self.origin = origin
    }

    /// The same version without the places it was written at: for comparison.
    public var withoutOrigins: ProcessVersion {
        var version = self
        version.origin = nil
        for index in version.nodes.indices { version.nodes[index].origin = nil }
        return version
    }
}
