// Replays the ledger: the entries of every stream must lead to the very state of its row.
// Chains and checkpoints are proved by `Verification`; this proves that the states which the
// office reads are those which the ledger tells.

import Engine
import Ledger
import WorkTime

/// One stream whose state row is not what its entries tell.
public struct ReplayFinding: Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        case stateDiffers
        case stateMissing
        case versionDiffers(stored: Int, told: Int)
        /// A state row without a single entry.
        case entriesMissing
        case unreadable(version: Int, type: String)
    }

    public var stream: String
    public var problem: Problem

    public init(_ problem: Problem, stream: String) {
        self.stream = stream
        self.problem = problem
    }

    public var sentence: Bilingual {
        switch problem {
        case .stateDiffers:
            Bilingual(
                vi: "\(stream): trạng thái đã lưu khác với diễn biến trong sổ.",
                en: "\(stream): the stored state differs from what the ledger tells.")
        case .stateMissing:
            Bilingual(
                vi: "\(stream): sổ có diễn biến nhưng trạng thái đã lưu bị mất.",
                en: "\(stream): the ledger has entries but the stored state is gone.")
        case .versionDiffers(let stored, let told):
            Bilingual(
                vi: "\(stream): trạng thái đã lưu ở bước \(stored), sổ ở bước \(told).",
                en: "\(stream): the stored state is at version \(stored), the ledger at \(told).")
        case .entriesMissing:
            Bilingual(
                vi: "\(stream): có trạng thái đã lưu nhưng sổ không có diễn biến nào.",
                en: "\(stream): there is a stored state but no entry in the ledger.")
        case .unreadable(let version, let type):
            Bilingual(
                vi: "\(stream), bước ghi \(version): không hiểu diễn biến “\(type)”.",
                en: "\(stream), version \(version): the event “\(type)” is not understood.")
        }
    }
}

/// What a replay came to.
public struct ReplayReport: Hashable, Sendable {
    public var entryCount = 0
    public var streamCount = 0
    public private(set) var findings: [ReplayFinding] = []
    /// Findings beyond the first thousand are counted only.
    public private(set) var omittedCount = 0

    public var isClean: Bool { findings.isEmpty }

    mutating func add(_ problem: ReplayFinding.Problem, stream: String) {
        if findings.count == 1000 {
            omittedCount += 1
        } else {
            findings.append(ReplayFinding(problem, stream: stream))
        }
    }
}

public enum LedgerReplay {
    static let pageSize = 2000

    /// Walks through all streams in pages; memory holds one page of names and one state.
    public static func run(_ reading: DeskReading) throws -> ReplayReport {
        var report = ReplayReport()
        var last = SQLValue.text("")
        while true {
            let page = try reading.rows(
                "SELECT stream FROM streamHead WHERE stream > ? ORDER BY stream LIMIT ?",
                [last, SQLValue(pageSize)])
            for row in page {
                last = try row.value("stream")
                // A name of another kind belongs to no entry, which the verification tells.
                guard case .text(let stream) = last else { continue }
                do {
                    try replay(stream, reading, &report)
                } catch is SQLRowError {
                    // Somebody put a value of another kind into a row of this stream.
                    report.add(.stateDiffers, stream: stream)
                }
            }
            if page.count < pageSize { break }
        }
        try findOrphans(reading.reader, &report)
        return report
    }

    private static func replay(
        _ stream: String, _ reading: DeskReading, _ report: inout ReplayReport
    ) throws {
        let sql = "SELECT version, state FROM streamState WHERE stream = ?"
        let row = try reading.reader.row(sql, [.text(stream)])
        let stored = try row?.int("version")
        var replay = StreamReplay(zone: reading.zone)
        var agrees = true
        while true {
            let entries = try reading.reader.entries(
                of: stream, after: replay.version, limit: pageSize)
            for entry in entries {
                replay.take(entry)
                guard let row, replay.version == stored, replay.unread == nil else { continue }
                agrees = try replay.agrees(with: row.blob("state"))
            }
            report.entryCount += entries.count
            if entries.count < pageSize { break }
        }
        finish(replay, stored: stored, agrees: agrees, &report)
    }

    /// A state that is saved now and then may lie behind its entries, as far as its kind allows,
    /// never before them.
    private static func finish(
        _ replay: StreamReplay, stored: Int?, agrees: Bool, _ report: inout ReplayReport
    ) {
        guard let stream = replay.stream else { return }
        report.streamCount += 1
        if let (version, type) = replay.unread {
            return report.add(.unreadable(version: version, type: type), stream: stream)
        }
        let every = replay.savedEvery
        guard let stored else {
            if replay.version >= every { report.add(.stateMissing, stream: stream) }
            return
        }
        if stored > replay.version || stored / every != replay.version / every {
            report.add(.versionDiffers(stored: stored, told: replay.version), stream: stream)
        } else if !agrees {
            report.add(.stateDiffers, stream: stream)
        }
    }

    private static func findOrphans(
        _ reader: any LedgerReader, _ report: inout ReplayReport
    ) throws {
        let rows = try reader.rows(
            """
            SELECT stream FROM streamState AS s
            WHERE NOT EXISTS (SELECT 1 FROM entry AS e WHERE e.stream = s.stream)
            ORDER BY stream LIMIT 1000
            """)
        for row in rows {
            guard case .text(let stream) = try row.value("stream") else { continue }
            report.add(.entriesMissing, stream: stream)
        }
    }
}
