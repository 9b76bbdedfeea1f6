// What people call whom and what a refusal names.

import ProcessModel

/// The engine knows identifiers alone; whoever shows a refusal to people knows the names.
public struct EngineNames: Sendable {
    private let person: @Sendable (PersonID) -> String
    private let unit: @Sendable (UnitID) -> String
    private let step: @Sendable (NodeID) -> String

    /// What is not given is called by its identifier.
    public init(
        person: @escaping @Sendable (PersonID) -> String = { $0.rawValue },
        unit: @escaping @Sendable (UnitID) -> String = { $0.rawValue },
        step: @escaping @Sendable (NodeID) -> String = { $0.rawValue }
    ) {
        self.person = person
        self.unit = unit
        self.step = step
    }

    subscript(id: PersonID) -> String { person(id) }
    subscript(id: UnitID) -> String { unit(id) }
    subscript(id: NodeID) -> String { step(id) }

    /// No names at all.
    public static let identifiers = EngineNames()
}
