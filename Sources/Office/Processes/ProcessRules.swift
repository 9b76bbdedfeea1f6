// What may be done with a process, and what then happens.

import Engine
import ProcessModel
import WorkTime

extension Processes {
    public enum Command: Sendable {
        /// Writes the next issue, or writes the present draft anew.
        case draft(ProcessVersion)
        /// Puts a draft into force from a day on.
        case publish(ProcessCode, issue: Int, effective: DayNumber)
        /// Ends the use of a process for new work after a day.
        case retire(ProcessCode, through: DayNumber, reason: String)
    }

    public enum IssueStatus: String, Hashable, Sendable, Codable, CaseIterable {
        case draft, published, retired
    }

    /// One issue of a process as its stream tells it. The content lies in the entries.
    public struct Issue: Hashable, Sendable, Codable {
        public var number: Int
        public var status: IssueStatus
        public var effective: DayNumber?
        public var through: DayNumber?
    }

    /// The state of a process: its issues and the content of the newest.
    public struct Definition: Hashable, Sendable, Codable {
        public var code: ProcessCode
        public var issues: [Issue] = []
        /// JSON of the newest issue.
        public var newest = ""
        public init(code: ProcessCode) { self.code = code }

        public var draft: Issue? { issues.last { $0.status == .draft } }

        /// The issue in force on a day.
        public func issue(on day: DayNumber) -> Int? {
            issues.last { issue in
                issue.status == .published && issue.effective.map { $0 <= day } ?? false
                    && issue.through.map { day <= $0 } ?? true
            }?.number
        }
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        /// `content` is JSON of the version with sorted keys.
        case drafted(issue: Int, content: String)
        case published(issue: Int, effective: DayNumber)
        case retired(through: DayNumber, reason: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotPublish
        case unknown(ProcessCode)
        case noSuchIssue(ProcessCode, Int)
        case codeInvalid(String)
        case issueNotNext(expected: Int)
        case noSuchDraft(Int)
        case effectiveMissing
        case effectiveBeforeLast(DayNumber)
        case unclear([Diagnostic])
        case notInForce
        case reasonMissing
        /// The last day lies before the first day of an issue.
        case retiresBeforeEffective(DayNumber)
        /// What was sent is no step table that can be kept.
        case unreadable([Diagnostic])
    }

    /// Says what happens, or why it may not. `findings` are those of the gate for the draft.
    static func decide(
        _ command: Command, on definition: Definition?, mayPublish: Bool, content: String,
        findings: [Diagnostic]
    ) throws(Rejection) -> [Event] {
        if !mayPublish { throw .mayNotPublish }
        switch command {
        case .draft(let version):
            if !isCode(version.code.rawValue) { throw .codeInvalid(version.code.rawValue) }
            let newest = definition?.issues.last
            let expected = (newest?.number ?? 0) + (newest?.status == .draft ? 0 : 1)
            if version.issue != expected { throw .issueNotNext(expected: expected) }
            return [.drafted(issue: version.issue, content: content)]
        case .publish(let code, let issue, let effective):
            guard let definition else { throw .unknown(code) }
            if definition.draft?.number != issue { throw .noSuchDraft(issue) }
            let last = definition.issues.compactMap(\.effective).max()
            if let last, effective <= last { throw .effectiveBeforeLast(last) }
            let blocking = findings.filter(\.isBlocking)
            if !blocking.isEmpty { throw .unclear(blocking) }
            return [.published(issue: issue, effective: effective)]
        case .retire(let code, let through, let reason):
            guard let definition else { throw .unknown(code) }
            if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
            let open = definition.issues.filter { $0.status == .published && $0.through == nil }
            guard let first = open.compactMap(\.effective).max() else { throw .notInForce }
            if through < first { throw .retiresBeforeEffective(first) }
            return [.retired(through: through, reason: reason)]
        }
    }

    /// Letters, digits, `.`, `-`, `_`; Vietnamese letters as sources use them; at most 64.
    static func isCode(_ text: String) -> Bool {
        (1...64).contains(text.count)
            && text.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    }
}

extension Processes.Definition {
    /// Writes one event into the state. Never refuses, never looks at a clock.
    mutating func apply(_ event: Processes.Event) {
        switch event {
        case .drafted(let issue, let content):
            newest = content
            if issues.last?.number != issue {
                issues.append(.init(number: issue, status: .draft))
            }
        case .published(let issue, let effective):
            for index in issues.indices {
                if issues[index].number == issue {
                    issues[index].status = .published
                    issues[index].effective = effective
                } else if issues[index].status != .draft,
                    issues[index].through.map({ $0 >= effective }) ?? true
                {
                    // A last day that was announced lies behind the first of the next issue.
                    issues[index].through = effective - 1
                }
            }
        case .retired(let through, _):
            for index in issues.indices
            where issues[index].status == .published && issues[index].through == nil {
                issues[index].through = through
                issues[index].status = .retired
            }
        }
    }
}
