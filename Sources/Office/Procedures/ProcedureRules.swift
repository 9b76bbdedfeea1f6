// Issuing and ending the sheet of a procedure.

import ProcessModel
import WorkTime

extension Procedures {
    public enum Command: Sendable {
        /// The sheet that holds from a day on.
        case issue(Sheet, effective: DayNumber)
        /// The procedure is not offered after a day.
        case end(ProcessCode, through: DayNumber, reason: String)

        var code: ProcessCode {
            switch self {
            case .issue(let sheet, _): sheet.code
            case .end(let code, _, _): code
            }
        }
    }

    /// Shapes are for ever: a new fact is a new case.
    public enum Event: Hashable, Sendable, Codable {
        case issued(number: Int, effective: DayNumber, sheet: Sheet)
        case ended(through: DayNumber, reason: String)
    }

    public enum Rejection: Error, Hashable, Sendable {
        case mayNotIssue
        case unknown(String)
        /// No published process of the kind `procedure` resolves it.
        case noProcess(ProcessCode)
        case nationalCodeInvalid(String)
        case subjectsMissing
        case channelsMissing
        /// Filed online without a level, or a level without the channel.
        case onlineLevelUnclear
        case returnWaysMissing
        case presenceAtHome
        case feeInvalid(row: Int)
        case termInvalid(row: Int)
        case effectiveMissing
        case effectiveBeforeLast(DayNumber)
        case notOffered
        case endsBeforeEffective(DayNumber)
        case reasonMissing
        case textTooLong(String)
        case unreadable(field: String, line: Int)
    }

    static let textMaximum = 500
    static let feeMaximum = 1_000_000_000

    /// What `decide` must know beside the procedure itself.
    struct Surroundings {
        let mayIssue: Bool
        /// A process of that code is published for procedures.
        let hasProcess: Bool
    }

    /// Says what happens, or why it may not. Reads only its arguments.
    static func decide(
        _ command: Command, on procedure: Procedure?, in around: Surroundings
    ) throws(Rejection) -> [Event] {
        if !around.mayIssue { throw .mayNotIssue }
        switch command {
        case .issue(let sheet, let effective):
            if !around.hasProcess { throw .noProcess(sheet.code) }
            try check(sheet)
            if let last = procedure?.issues.last?.effective, effective <= last {
                throw .effectiveBeforeLast(last)
            }
            let number = (procedure?.issues.last?.number ?? 0) + 1
            return [.issued(number: number, effective: effective, sheet: sheet)]
        case .end(let code, let through, let reason):
            guard let procedure else { throw .unknown(code.rawValue) }
            if reason.allSatisfy(\.isWhitespace) { throw .reasonMissing }
            guard let last = procedure.issues.last, last.through == nil else { throw .notOffered }
            if through < last.effective { throw .endsBeforeEffective(last.effective) }
            return [.ended(through: through, reason: reason)]
        }
    }

    /// Checks a sheet in the order of its form.
    private static func check(_ sheet: Sheet) throws(Rejection) {
        if !isNationalCode(sheet.nationalCode) { throw .nationalCodeInvalid(sheet.nationalCode) }
        if sheet.subjects.isEmpty { throw .subjectsMissing }
        if sheet.channels.isEmpty { throw .channelsMissing }
        if sheet.channels.contains(.online) != sheet.isOnline { throw .onlineLevelUnclear }
        if sheet.returnWays.isEmpty { throw .returnWaysMissing }
        if sheet.requiresPresence, sheet.returnWays.contains(where: { $0 != .counter }) {
            throw .presenceAtHome
        }
        for (index, fee) in sheet.fees.enumerated() {
            let isBackwards = fee.through.map { $0 < fee.from ?? $0 } ?? false
            if !(0...feeMaximum).contains(fee.amount) || isBackwards {
                throw .feeInvalid(row: index + 1)
            }
        }
        for (index, term) in sheet.terms.enumerated() where term.when.isEmpty {
            throw .termInvalid(row: index + 1)
        }
        for text in sheet.texts where text.count > textMaximum { throw .textTooLong(text) }
    }

    /// `1.001193`: a digit, a dot, six digits; empty where it is not known.
    static func isNationalCode(_ text: String) -> Bool {
        if text.isEmpty { return true }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[0].count == 1 && parts[1].count == 6
            && parts.joined().allSatisfy { ("0"..."9").contains($0) }
    }
}

extension Procedures.Sheet {
    /// Everything that somebody typed freely.
    fileprivate var texts: [String] {
        results + conditions + keywords + fees.flatMap { [$0.when, $0.per, $0.basis] }
            + terms.flatMap { [$0.when, $0.basis] }
    }
}
