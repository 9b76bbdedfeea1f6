// Calls that make a result depend on where and when it runs, and calls that end the program.

struct BannedCall {
    let text: String
    let mend: String
    /// Whether the line may hold the call after all.
    var excuse: @Sendable (String) -> Bool = { _ in false }
}

enum BannedCalls {
    private static let clock = "Take `at instant: Instant` as an argument; Desk reads the clock."
    private static let chance = "Take the value, or a seeded generator, as an argument."
    private static let work = "Return what is to happen and let Desk or the outbox do it."
    private static let settings = "Take the setting as an argument; RoViec reads the surroundings."
    @Sendable private static func isSeeded(_ line: String) -> Bool { line.contains("using:") }

    /// `context.now` reads a value that somebody handed in; `Date.now` and a bare `.now` do not.
    @Sendable private static func asksValue(_ line: String) -> Bool {
        line.ranges(of: ".now").allSatisfy { range in
            let before = line[..<range.lowerBound].reversed()
                .prefix { runsOn($0) || ")]?".contains($0) }
            return before.last.map { $0.isLowercase || !runsOn($0) } ?? false
        }
    }

    /// Allowed in `Office/Desk` and `RoViec` alone.
    static let ambient = [
        BannedCall(text: "Date()", mend: clock),
        BannedCall(text: ".now", mend: clock, excuse: asksValue),
        BannedCall(text: "ContinuousClock", mend: clock),
        BannedCall(text: "SuspendingClock", mend: clock),
        BannedCall(text: "Task.sleep", mend: clock),
        BannedCall(text: "UUID()", mend: "Take the identifier as an argument; Desk makes it."),
        BannedCall(text: ".random(", mend: chance, excuse: isSeeded),
        BannedCall(text: ".randomElement(", mend: chance, excuse: isSeeded),
        BannedCall(text: ".shuffled(", mend: chance, excuse: isSeeded),
        BannedCall(text: "SystemRandomNumberGenerator", mend: chance),
        BannedCall(text: "Task {", mend: work),
        BannedCall(text: "Task.detached", mend: work),
        BannedCall(text: "ProcessInfo", mend: settings),
        BannedCall(text: "getenv", mend: settings),
    ]

    /// Allowed nowhere in `Sources`.
    static let fatal = [
        BannedCall(text: "try!", mend: "Handle the error, or let it through with `throws`."),
        BannedCall(text: "as!", mend: "Use `as?` and say what happens otherwise."),
        BannedCall(text: "fatalError(", mend: "Throw: a typed rejection, or an incident."),
    ]

    /// Allowed with a comment on the line, or on the one above, that says why it is safe.
    static let promises = ["@unchecked Sendable", "nonisolated(unsafe)", "unowned(unsafe)"]

    static func mayBeAmbient(_ path: String) -> Bool {
        ["Sources/Office/Desk/", "Sources/RoViec/"].contains(where: path.hasPrefix)
    }
}

func bannedCallFindings(_ file: SourceFile) -> [Finding] {
    let calls = BannedCalls.fatal + (BannedCalls.mayBeAmbient(file.path) ? [] : BannedCalls.ambient)
    let suspects = calls.filter { file.text.contains($0.text) }
    return file.numberedCode.flatMap { number, code in
        suspects.filter { holds(code, word: $0.text) && !$0.excuse(code) }.map {
            Finding(file.path, line: number, breaks: "`\($0.text)` is banned", mend: $0.mend)
        }
    }
}

func unexplainedPromiseFindings(_ file: SourceFile) -> [Finding] {
    let promises = BannedCalls.promises.filter { file.text.contains($0) }
    return file.numberedCode.flatMap { number, code in
        promises.filter { promise in
            let near = file.lines[max(0, number - 2)..<number]
            return code.contains(promise) && !near.contains { $0.contains("//") }
        }.map {
            Finding(
                file.path, line: number, breaks: "`\($0)` stands without a reason",
                mend: "Say in a comment above why it is safe, or do without it.")
        }
    }
}

/// Whether the line holds the text and no identifier runs on at either end of it.
func holds(_ line: String, word: String) -> Bool {
    line.ranges(of: word).contains { range in
        let before = line[..<range.lowerBound].last
        let after = line[range.upperBound...].first
        return !(runsOn(word.first) && runsOn(before)) && !(runsOn(word.last) && runsOn(after))
    }
}

func runsOn(_ character: Character?) -> Bool {
    character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
}
