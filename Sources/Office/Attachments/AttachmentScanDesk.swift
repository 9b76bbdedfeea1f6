// Looking for viruses: one file after the other is claimed, shown to the scanner piece by piece,
// and what it says is kept, on any node. One whose scan broke off is scanned again: at least once.

import Ledger
import WorkTime

extension Attachments {
    /// What a scanner says of one file.
    public enum Opinion: Hashable, Sendable {
        case clean
        case infected(String)
        /// Nothing yet: tried again later.
        case failed(String)
        /// There is no scanner now: the others wait too.
        case unreachable(String)
    }

    /// Shows one file to a scanner: the n-th piece from 0, `nil` behind the last.
    public typealias Scan = @Sendable (@Sendable (Int) async throws -> [UInt8]?) async -> Opinion

    /// What a pass over the files came to.
    public struct Scanned: Hashable, Sendable {
        public var clean = 0
        public var infected = 0
        /// Id and reason of what failed; no names.
        public var failures: [String] = []

        public init() {}
    }

    /// Longer than any scan takes, so that no other node begins meanwhile.
    static let claimMilliseconds: Int64 = 10 * 60_000

    /// Half a minute, then twice as long each time, an hour at most.
    static func delayMilliseconds(after attempt: Int) -> Int64 {
        min(30_000 << Int64(min(max(attempt, 1), 10) - 1), 3_600_000)
    }

    struct Claim: Sendable {
        let file: String
        let attempt: Int
    }

    static func claim(
        at now: Instant, in transaction: any LedgerTransaction
    ) throws -> Claim? {
        let row = try transaction.row(
            """
            SELECT id, attempts FROM attachment WHERE scanAt IS NOT NULL AND scanAt <= ?
            ORDER BY scanAt, id LIMIT 1
            """, [.integer(now.milliseconds)])
        guard let row else { return nil }
        let claim = Claim(file: try row.text("id"), attempt: try row.int("attempts") + 1)
        try transaction.execute(
            "UPDATE attachment SET scanAt = ?, attempts = ? WHERE id = ?",
            [
                .integer(now.milliseconds + claimMilliseconds), SQLValue(claim.attempt),
                .text(claim.file),
            ])
        return claim
    }

    static func note(
        _ opinion: Opinion, of claim: Claim, at now: Instant,
        in transaction: any LedgerTransaction
    ) throws {
        let (standing, threat): (Standing, String?) =
            switch opinion {
            case .clean: (.clean, nil)
            case .infected(let name): (.infected, name)
            case .failed, .unreachable: (.waiting, nil)
            }
        let next = now.milliseconds + delayMilliseconds(after: claim.attempt)
        try transaction.execute(
            "UPDATE attachment SET standing = ?, threat = ?, scanAt = ? WHERE id = ? "
                + "AND standing = 'waiting'",
            [
                .text(standing.rawValue), SQLValue(threat),
                standing == .waiting ? .integer(next) : .null, .text(claim.file),
            ])
    }
}

extension Site.House {
    /// Shows everything that waits to a scanner, until nothing does or it cannot be reached.
    public func scanAttachments(by scan: Attachments.Scan) async throws -> Attachments.Scanned {
        var scanned = Attachments.Scanned()
        let desk = desk
        while !Task.isCancelled {
            let now = desk.machineNow()
            guard let claim = try await desk.store.write({ try Attachments.claim(at: now, in: $0) })
            else { break }
            let file = claim.file
            let opinion = await scan { number in
                try await desk.store.read { try Attachments.chunk(number, of: file, in: $0) }
            }
            let end = desk.machineNow()
            try await desk.store.write {
                try Attachments.note(opinion, of: claim, at: end, in: $0)
            }
            switch opinion {
            case .clean: scanned.clean += 1
            case .infected: scanned.infected += 1
            case .failed(let reason): scanned.failures.append("\(file): \(reason)")
            case .unreachable(let reason):
                scanned.failures.append("\(file): \(reason)")
                return scanned
            }
        }
        return scanned
    }

    /// Once when the server starts: files that nobody looked at wait for the scanner where there is
    /// one now, and are open with a warning where there is none any more.
    public func settleAttachments() async throws {
        let (hasScanner, now) = (attachments.hasScanner, desk.machineNow())
        _ = try await desk.store.write { transaction in
            try transaction.execute(
                "UPDATE attachment SET standing = ?, scanAt = ? WHERE standing = ? "
                    + "AND held <> 'arriving'",
                hasScanner
                    ? [.text("waiting"), .integer(now.milliseconds), .text("unscanned")]
                    : [.text("unscanned"), .null, .text("waiting")])
        }
    }
}
