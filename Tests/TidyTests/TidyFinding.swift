// What a tidy check reports: a place, the rule it breaks, and how to mend it.

import Testing

struct Finding: Hashable, CustomStringConvertible {
    let path: String
    let line: Int
    let rule: String
    let mend: String

    init(_ path: String, line: Int = 1, breaks rule: String, mend: String) {
        self.path = path
        self.line = line
        self.rule = rule
        self.mend = mend
    }

    var description: String { "\(path):\(line): \(rule). \(mend)" }
}

/// Fails when there is something to report, with every finding on a line of its own.
func expectNone(_ findings: [Finding], sourceLocation: SourceLocation = #_sourceLocation) {
    if findings.isEmpty { return }
    let list = findings.map { "\n\($0)" }.joined()
    Issue.record(Comment(rawValue: list), sourceLocation: sourceLocation)
}
