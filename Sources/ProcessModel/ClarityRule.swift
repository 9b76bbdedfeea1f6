// The rules of the clarity gate. Raw values are keys in files, waivers and reports: never renamed.

import WorkTime

/// One thing that must be clear about a process before it is published.
public enum ClarityRule: String, Hashable, Sendable, Codable, CaseIterable {
    // Who
    case performer
    case performerResolves = "performer-resolves"
    case unitMatched = "unit-matched"
    case substitute
    case accountable
    case bothSides = "both-sides"
    // What
    case title
    case work
    case product
    case scope
    case records
    case components
    case form
    case formField = "form-field"
    case derived
    // When
    case time
    case withinTotal = "within-total"
    case clearTime = "clear-time"
    case longestPath = "longest-path"
    case halfOfTotal = "half-of-total"
    case pauseResume = "pause-resume"
    // How it runs
    case oneStart = "one-start"
    case pathEnds = "path-ends"
    case unreachable
    case loopExit = "loop-exit"
    case gateway
    case conditionalWay = "conditional-way"
    case unknownNode = "unknown-node"
    case returnTarget = "return-target"
    case duplicateCode = "duplicate-code"
    case entryStep = "entry-step"
    // Who answers for the whole
    case owner
    case legalBasis = "legal-basis"
    case approver
    case effective
    case principle
    case waiver

    /// Subjects of a principle that the rule serves, the nearest first; see `PrincipleList.item`.
    var subjects: [PrincipleSubject] {
        switch self {
        case .performer, .performerResolves, .unitMatched, .substitute: [.person, .byProcess]
        case .accountable, .derived, .owner, .waiver: [.responsibility, .byProcess]
        case .bothSides, .approver: [.authority, .responsibility, .byRegulation]
        case .legalBasis: [.authority, .process, .byRegulation, .responsibility]
        case .title, .work, .scope: [.task, .byProcess]
        case .product, .records: [.product, .result, .effect, .task, .byProcess]
        case .time, .withinTotal, .clearTime, .longestPath, .halfOfTotal, .pauseResume,
            .effective:
            [.time, .progress, .byPlan, .process, .task]
        case .entryStep: [.oneContact, .process, .task, .byProcess]
        case .form, .formField, .components, .oneStart, .pathEnds, .unreachable, .loopExit,
            .gateway, .conditionalWay, .unknownNode, .returnTarget, .duplicateCode, .principle:
            [.process, .task, .byProcess]
        }
    }

    /// Whether somebody may answer for the gap until it is mended. A graph that cannot be run is no
    /// gap of this kind: no name makes it run.
    public var isWaivable: Bool {
        switch self {
        case .oneStart, .pathEnds, .unreachable, .loopExit, .gateway, .unknownNode,
            .returnTarget, .duplicateCode, .formField, .waiver:
            false
        default: true
        }
    }
}
