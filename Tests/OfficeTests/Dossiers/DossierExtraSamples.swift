// Further processes of the invented ward, and small helpers that several suites of dossiers share.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum DossierExtraSamples {
    /// Four hands like `KS-01`, but no step has a time of its own: all lie within the whole.
    static func withinTotal(_ code: ProcessCode, total: Term?) -> ProcessVersion {
        var version = DossierTestSamples.processes[0]
        version.code = code
        version.title = "Thủ tục \(code)"
        version.total = total
        version.nodes = version.nodes.map { node in
            guard case .step(var step) = node.kind else { return node }
            step.time = .withinTotal
            return Node(id: node.id, title: node.title, kind: .step(step))
        }
        let rules = ["within-total"] + (total == nil ? ["clear-time"] : [])
        version.waivers = rules.map { rule in
            Waiver(
                rule: rule, node: nil, reason: "chưa công bố", by: "Trưởng phòng",
                mendBy: DayNumber("2017-12-29") ?? DayNumber(rawValue: 0))
        }
        return version
    }
}

extension DossierTestOffice {
    /// Puts a process into force as the installer would.
    func publish(_ version: ProcessVersion) async throws {
        let early = Instant(try #require(LocalMinute("2017-01-03T08:00")), in: .indochina)
        _ = try await desk.perform(.processes(.draft(version)), by: nil, at: early)
        _ = try await desk.perform(
            .processes(
                .publish(
                    version.code, issue: version.issue,
                    effective: try #require(DayNumber("2017-01-01")))), by: nil, at: early)
    }

    /// All rows of the register for a person, page by page.
    func register(
        _ filter: Dossiers.Filter = .init(), as person: PersonID,
        rareMaximum: Int = Dossiers.rareMaximum
    ) async throws -> [Dossiers.RegisterRow] {
        let (viewer, now) = (try await viewer(person), now)
        var rows: [Dossiers.RegisterRow] = []
        var asked = filter
        repeat {
            let next = asked
            let page = try await desk.read {
                try $0.register(next, for: viewer, at: now, rareMaximum: rareMaximum)
            }
            rows += page.rows
            asked.after = page.next
        } while asked.after != nil && rows.count < 2000
        return rows
    }

    /// Whether somebody finds a dossier by its code.
    func finds(_ code: String, as person: PersonID) async throws -> Bool {
        do {
            _ = try await record(code, as: person)
            return true
        } catch Dossiers.Rejection.unknown(code) {
            return false
        }
    }

    /// Everything that lists and reports read of dossiers; two equal dumps are equal tables.
    func dumpOfReadTables() async throws -> [String: [String]] {
        try await desk.read { reading in
            var tables: [String: [String]] = [:]
            for table in Self.readTables {
                tables[table] = try reading.rows("SELECT * FROM \(table)")
                    .map { row in row.values.map { "\($0)" }.joined(separator: "|") }.sorted()
            }
            return tables
        }
    }

    /// The read tables that follow from the entries alone.
    static let readTables = [
        "dossier", "dossierUnit", "workItem", "cooperation", "workDone", "dossierCount",
        "dossierWord", "dossierScore", "lateness", "latenessPart",
    ]
}
