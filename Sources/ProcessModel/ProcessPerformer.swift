// Who does a step: a position or a relation, never a name. Names are found on the day of the work.

/// A position in a unit, the head of a unit, or a relation to the running instance.
public enum Performer: Hashable, Sendable, Codable {
    /// Holder of a position, by its code, in a unit.
    case position(String, in: UnitReference)
    case head(of: UnitReference)
    /// Somebody of the unit: the head distributes, or who takes it first, as the unit has set.
    case member(of: UnitReference)
    /// The one person who answers for the instance from start to end.
    case focalPoint
    /// Whoever completed that earlier step.
    case performer(of: NodeID)
    /// The citizen or business: no work item of the office.
    case applicant
    /// A body outside the office, by name.
    case body(String)

    /// The unit it lies in, when it names one.
    public var unit: UnitReference? {
        switch self {
        case .position(_, let unit), .head(let unit), .member(let unit): unit
        case .focalPoint, .performer, .applicant, .body: nil
        }
    }
}

/// A unit, by code or by what it is in the office that runs the instance, so that one process
/// serves fourteen wards.
public enum UnitReference: Hashable, Sendable, Codable {
    /// That unit and no other.
    case code(String)
    /// The unit of that function in the office of the instance, for example `mot-cua`.
    case function(String)
    /// A unit named in a source, not yet matched with one of the office.
    case label(String)
}
