// Nodes and flows of a process graph, in the terms of BPMN 2.0 (ISO/IEC 19510).

import WorkTime

/// Identifier of a node, unique in its process version.
public struct NodeID: RawRepresentable, Hashable, Sendable, Codable, Comparable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
    public init(_ text: String) { rawValue = text }
    public init(stringLiteral value: String) { rawValue = value }
    public var description: String { rawValue }
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// Where a node was written, for diagnostics.
public struct Origin: Hashable, Sendable, Codable {
    public var file: String
    /// Counted from 1.
    public var line: Int
    public init(file: String, line: Int) {
        self.file = file
        self.line = line
    }
}

/// One node. `title` is what people read; it is the name of the step for a user step.
public struct Node: Hashable, Sendable, Codable {
    public var id: NodeID
    public var title: String
    public var kind: NodeKind
    /// Not part of the process itself: two nodes that differ only here mean the same.
    public var origin: Origin?

    public init(id: NodeID, title: String, kind: NodeKind, origin: Origin? = nil) {
        self.id = id
        self.title = title
        self.kind = kind
        self.origin = origin
    }

    /// The row of the step table, for user steps.
    public var step: Step? {
        if case .step(let step) = kind { step } else { nil }
    }
}

public enum NodeKind: Hashable, Sendable, Codable {
    /// Exactly one in a version, without incoming flows.
    case start
    case end(EndOutcome)
    /// A person works.
    /// Kept apart, so that a node is copied without the twenty values of its step.
    indirect case step(Step)
    /// The office's own software does something named, at once.
    case service(action: String)
    /// Splits when several flows leave it, joins when several arrive, may do both.
    case gateway(GatewayKind)
    /// Waits for somebody outside; the clock stops or runs as `clock` says.
    case wait(Wait)
    /// Waits until a term has passed.
    case timer(Term)
    /// Runs another process in a linked unit and waits for its end.
    case call(Call)
}

/// How an instance ended.
public enum EndOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case finished, refused, withdrawn, stopped
}

public enum GatewayKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// One way by condition; the flow without condition is the default.
    case exclusive
    /// All ways; the join waits for all of them.
    case parallel
    /// Each way whose condition holds; the join waits for those that were taken.
    case inclusive
    /// The first of the following waits and timers that happens.
    case event
}

/// A wait for the citizen or for another body.
public struct Wait: Hashable, Sendable, Codable {
    public enum Party: Hashable, Sendable, Codable {
        case applicant
        case body(String)
    }
    public var party: Party
    /// What is awaited, for example `bổ sung giấy tờ`.
    public var reason: String
    /// `.pause` stops both clocks while waiting, `.restart` also restarts the appointment after it,
    /// `.run` stops nothing (consultation of another body: NĐ 61/2018 Đ19k5).
    public var clock: ClockEffect
    public init(party: Party, reason: String, clock: ClockEffect) {
        self.party = party
        self.reason = reason
        self.clock = clock
    }
}

/// A call of another process, in the unit that `unit` names.
public struct Call: Hashable, Sendable, Codable {
    public var process: ProcessCode
    public var unit: UnitReference
    public init(process: ProcessCode, unit: UnitReference) {
        self.process = process
        self.unit = unit
    }
}

/// A sequence flow. A flow that leaves an exclusive or inclusive gateway without a condition is
/// the default one.
public struct Flow: Hashable, Sendable, Codable {
    public var from: NodeID
    public var to: NodeID
    public var condition: Condition?
    public init(from: NodeID, to: NodeID, condition: Condition? = nil) {
        self.from = from
        self.to = to
        self.condition = condition
    }
}
