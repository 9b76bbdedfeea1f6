// Hundreds of drafts, publications and retirements by chance: at the desk they do what the office
// means by them, the catalogue counts them right, and the ledger tells them again.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// The rules of issues once more, as a clerk would keep them in a notebook.
private struct Notebook {
    struct Issue {
        var title: String
        var from: DayNumber?
        var through: DayNumber?
        var isRetired = false
    }
    var issues: [ProcessCode: [Issue]] = [:]

    /// The one issue in force on a day: the newest that has begun, if it has not ended.
    func inForce(_ code: ProcessCode, on day: DayNumber) -> Int? {
        let begun = (issues[code] ?? []).enumerated().filter {
            $0.element.from.map { $0 <= day } ?? false
        }
        guard let last = begun.last else { return nil }
        return last.element.through.map { day <= $0 } ?? true ? last.offset + 1 : nil
    }

    mutating func draft(_ code: ProcessCode, _ number: Int, _ title: String) -> Bool {
        let own = issues[code] ?? []
        let waits = own.last.map { $0.from == nil } ?? false
        if number != own.count + (waits ? 0 : 1) { return false }
        if waits {
            issues[code]?[own.count - 1].title = title
        } else {
            issues[code, default: []].append(Issue(title: title))
        }
        return true
    }

    mutating func publish(_ code: ProcessCode, _ number: Int, _ day: DayNumber) -> Bool {
        guard var own = issues[code], number == own.count, own[number - 1].from == nil else {
            return false
        }
        if let last = own.compactMap(\.from).max(), day <= last { return false }
        for index in own.indices.dropLast() {
            own[index].through = min(own[index].through ?? day - 1, day - 1)
        }
        own[number - 1].from = day
        issues[code] = own
        return true
    }

    mutating func retire(_ code: ProcessCode, _ day: DayNumber) -> Bool {
        guard var own = issues[code] else { return false }
        guard let open = own.lastIndex(where: { $0.from != nil && $0.through == nil }),
            let from = own[open].from, day >= from
        else { return false }
        own[open].through = day
        own[open].isRetired = true
        issues[code] = own
        return true
    }
}

@Suite struct `Issues by chance` {
    static let codes: [ProcessCode] = ["QT-01", "QT-02", "QT-QLĐT-07"]
    private let start = DayNumber("2017-01-01") ?? DayNumber(rawValue: 0)

    /// One command; the notebook says whether it must be done.
    private func step(
        _ office: ProcessTestOffice, _ notebook: inout Notebook, _ chance: inout DossierTestChance,
        _ number: Int
    ) async throws {
        let code = chance.pick(Self.codes)
        let issue = max(1, (notebook.issues[code]?.count ?? 0) + chance.below(3) - 1)
        let day = start + chance.below(700)
        let (command, mustBeDone): (Processes.Command, Bool)
        switch chance.below(5) {
        case 0, 1:
            let version = ProcessTestSamples.clear(code, title: "Bản \(number)", issue: issue)
            command = .draft(version)
            mustBeDone = notebook.draft(code, issue, version.title)
        case 2, 3:
            command = .publish(code, issue: issue, effective: day)
            mustBeDone = notebook.publish(code, issue, day)
        default:
            command = .retire(code, through: day, reason: "thay thế")
            mustBeDone = notebook.retire(code, day)
        }
        let before = try await office.desk.read { try $0.reader.ledgerSequence() }
        do {
            try await office.perform(command)
            #expect(mustBeDone, "\(number): done against the notebook: \(command)")
        } catch let refusal as Processes.Rejection {
            #expect(!mustBeDone, "\(number): refused against the notebook: \(refusal)")
            let after = try await office.desk.read { try $0.reader.ledgerSequence() }
            #expect(after == before)
        }
    }

    private func expectAgree(_ office: ProcessTestOffice, _ notebook: Notebook) async throws {
        let viewer = try await office.viewer()
        for code in Self.codes {
            for offset in stride(from: -20, through: 760, by: 13) {
                let day = start + offset
                let found = try await office.desk.read {
                    try $0.publishedVersion(of: code, on: day)
                }
                #expect(found?.issue == notebook.inForce(code, on: day), "\(code) on \(day)")
            }
            guard let own = notebook.issues[code] else { continue }
            let rows = try await office.desk.read {
                try $0.issues(of: code, ProcessNaming(language: .vi), on: viewer.today)
            }
            #expect(rows.map(\.issue) == Array((1...own.count).reversed()))
            #expect(rows.map(\.title) == own.map(\.title).reversed())
            #expect(rows.map(\.effective) == own.map(\.from).reversed())
            #expect(rows.map(\.through) == own.map(\.through).reversed(), "\(code)")
            #expect(rows.count { $0.standing == .inForce } <= 1, "\(code): two in force")
        }
        let catalogue = try await office.desk.read {
            try $0.catalogue(.init(), of: viewer, in: .vi)
        }
        #expect(catalogue.counts.processes == notebook.issues.count)
        let inForce = Self.codes.filter { notebook.inForce($0, on: viewer.today) != nil }
        #expect(catalogue.counts.inForce == inForce.count)
        let drafts = notebook.issues.values.count { $0.last?.from == nil }
        #expect(catalogue.counts.drafts == drafts)
    }

    @Test(arguments: [1, 12, 123]) func `are those of a clerk's notebook on every day`(
        _ seed: UInt64
    ) async throws {
        try await ProcessTestOffice.run { office in
            var chance = DossierTestChance(seed: seed)
            var notebook = Notebook()
            for number in 0..<120 {
                try await step(office, &notebook, &chance, number)
                if number % 30 == 29 { try await expectAgree(office, notebook) }
            }
            #expect(notebook.issues.values.map(\.count).reduce(0, +) > 4)
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            let chains = try await office.desk.read { try Verification.run($0.reader) }
            #expect(chains.isClean)
        }
    }

    @Test func `an issue that follows a retired one ends it on the day before`() async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            let end = try #require(DayNumber("2017-12-31"))
            try await office.perform(.retire("QT-01", through: end, reason: "sắp thay"))
            try await office.publish(
                ProcessTestSamples.clear(title: "Bản mới", issue: 2), from: "2017-07-01")
            let today = ProcessTestOffice.today
            let rows = try await office.desk.read {
                try $0.issues(of: "QT-01", ProcessNaming(language: .vi), on: today)
            }
            #expect(rows.map(\.standing) == [.inForce, .past])
            #expect(rows.last?.through == DayNumber("2017-06-30"))
        }
    }

    @Test func `a process retired before the new issue begins rests in between`() async throws {
        try await ProcessTestOffice.run { office in
            try await office.publish(ProcessTestSamples.clear())
            let end = try #require(DayNumber("2017-03-31"))
            try await office.perform(.retire("QT-01", through: end, reason: "sắp thay"))
            try await office.publish(ProcessTestSamples.clear(issue: 2), from: "2017-07-01")
            for (day, issue) in [
                ("2017-03-31", 1), ("2017-04-01", nil), ("2017-06-30", nil), ("2017-07-01", 2),
            ] as [(String, Int?)] {
                let day = try #require(DayNumber(day))
                let found = try await office.desk.read {
                    try $0.publishedVersion(of: "QT-01", on: day)
                }
                #expect(found?.issue == issue, "\(day)")
            }
        }
    }

    @Test func `running dossiers keep the issue they were received under`() async throws {
        try await DossierTestOffice.run { office in
            let old = try await office.receive()
            var next = DossierTestSamples.processes[0]
            next.issue = 2
            next.title = "Khai sinh, bản mới"
            let at = office.sources.now
            _ = try await office.desk.perform(.processes(.draft(next)), by: nil, at: at)
            _ = try await office.desk.perform(
                .processes(
                    .publish(
                        next.code, issue: 2, effective: try #require(DayNumber("2017-07-04")))),
                by: nil, at: at)
            let sameDay = try await office.receive()
            try office.set("2017-07-04T08:00")
            let new = try await office.receive()
            for (code, issue) in [(old, 1), (sameDay, 1), (new, 2)] {
                try await office.advance(code, times: 7)
                let dossier = try await office.state(code)
                #expect(dossier.registration.issue == issue)
                #expect(dossier.instance?.issue == issue)
                #expect(dossier.status == .returned)
            }
        }
    }

    @Test func `a retired procedure takes in nothing new and finishes what runs`() async throws {
        try await DossierTestOffice.run { office in
            let running = try await office.receive()
            _ = try await office.desk.perform(
                .processes(
                    .retire(
                        "KS-01", through: try #require(DayNumber("2017-07-03")),
                        reason: "bãi bỏ")), by: nil, at: office.sources.now)
            try await office.receive()
            try office.set("2017-07-04T08:00")
            await #expect(throws: Dossiers.Rejection.processUnknown("KS-01")) {
                try await office.receive()
            }
            try await office.advance(running, times: 7)
            #expect(try await office.state(running).status == .returned)
        }
    }
}
