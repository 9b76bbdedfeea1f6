// Results that wait for the citizen, the way to the next work, and what a page says for absentees.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Results that wait for the citizen` {
    /// The birth registration with no time for single steps, as most published procedures are.
    private func withoutStepTimes() throws -> ProcessVersion {
        var version = try #require(DossierTestSamples.processes.first)
        version.code = "KS-09"
        version.nodes = version.nodes.map { node in
            guard case .step(var step) = node.kind else { return node }
            step.time = .withinTotal
            var node = node
            node.kind = .step(step)
            return node
        }
        return version
    }

    private func publish(_ version: ProcessVersion, in office: DossierTestOffice) async throws {
        let first = try #require(DayNumber("2017-01-01"))
        for command in [
            Processes.Command.draft(version), .publish(version.code, issue: 1, effective: first),
        ] {
            _ = try await office.desk.perform(.processes(command), by: nil, at: office.sources.now)
        }
    }

    /// A dossier whose result was signed on 3 July; it is due on 5 July.
    private func ready(in office: DossierTestOffice) async throws -> String {
        try await publish(try withoutStepTimes(), in: office)
        let code = try await office.receive { $0.process = "KS-09" }
        while try await office.state(code).status != .resultReady {
            try await office.advance(code)
        }
        // The counter has accepted it.
        if try await office.item(code).offer != nil { try await office.advance(code) }
        return code
    }

    @Test func `are never late work of the counter, however long nobody comes`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await ready(in: office)
            try office.set("2017-07-28T09:00")
            let list = try await office.work(.mine, of: "chi")
            let row = try #require(list.rows.first { $0.dossier == code })
            #expect(row.isReady)
            #expect(row.due == nil)
            #expect(row.left.state == .undated)
            #expect(list.counts.late == 0)
            #expect(list.counts.mine == 1)
        }
    }

    @Test func `stand below everything that has a date, and below work without one`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await ready(in: office)
            let other = try await office.receive()
            let rows = try await office.work(.mine, of: "chi").rows
            #expect(rows.map(\.dossier) == [other, code])
            #expect(rows.map(\.isReady) == [false, true])
            let sorts = try await office.number(
                "SELECT sortDue AS n FROM workItem WHERE dossier = ?", [.text(code)])
            #expect(sorts == Dossiers.sortReady)
            #expect(Dossiers.sortReady > Dossiers.sortLast)
        }
    }

    @Test func `are told apart in words of both languages`() async throws {
        try await DossierTestOffice.run { office in
            _ = try await ready(in: office)
            let page = try await office.open("/work", as: "chi")
            #expect(page.text.contains("Kết quả đã có, chờ người dân đến nhận"))
            #expect(page.text.contains("<span class=\"st wait\">Chờ đến nhận</span>"))
            let english = try await office.open("/work", as: "chi", language: "en")
            #expect(english.text.contains("Ready to collect"))
        }
    }

    @Test func `before the signature the appointment still binds`() async throws {
        try await DossierTestOffice.run { office in
            try await publish(try withoutStepTimes(), in: office)
            try await office.receive { $0.process = "KS-09" }
            try office.set("2017-07-28T09:00")
            let list = try await office.work(.mine, of: "chi")
            #expect(list.counts.late == 1)
            #expect(list.rows.first?.isReady == false)
            #expect(list.rows.first?.left.state == .late)
        }
    }
}

@Suite struct `The first page of the day` {
    @Test func `leads to the most urgent work, and to the list when there is none`() async throws {
        try await DossierTestOffice.run { office in
            let empty = try await office.open("/work/next", as: "chi")
            #expect(empty.location == "/work")
            let code = try await office.receive()
            try office.set("2017-07-03T09:10")
            try await office.receive()
            let next = try await office.open("/work/next", as: "chi")
            #expect(next.status == .seeOther)
            #expect(next.location == "/dossiers/\(code)")
            #expect(try await office.open("/work/next", as: nil).location == "/sign-in")
        }
    }

    @Test func `numbers open what they count, and nothing has no colour`() async throws {
        try await DossierTestOffice.run { office in
            let before = try await office.open("/work", as: "chi")
            #expect(!before.text.contains("class=\"st late\""))
            #expect(before.text.contains("href=\"/work?list=mine#late\""))
            try await office.receive()
            try office.set("2017-07-28T09:00")
            let after = try await office.open("/work", as: "chi")
            #expect(after.text.contains("<tr id=\"late\" class=\"group\""))
            #expect(after.text.contains("<span class=\"st late\">quá hạn</span>"))
        }
    }

    @Test func `without work shows where there is some`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            let colleague = try await office.open("/work?list=waiting", as: "chi")
            #expect(colleague.text.contains("href=\"/work?list=unit\">Việc của phòng (1)</a>"))
            let accountant = try await office.open("/work", as: "ke")
            #expect(!accountant.text.contains("Việc của phòng ("))
            #expect(!accountant.text.contains("class=\"btn\" href=\"/counter\""))
            #expect(accountant.text.contains("href=\"/dossiers?state=open\""))
        }
    }

    @Test func `says by name for whom one stands in`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            let list = try await office.open("/work", as: "binh")
            #expect(list.text.contains("Người chi <small>bạn là người làm thay</small>"))
            let page = try await office.open("/dossiers/\(code)", as: "binh")
            #expect(page.text.contains("Bạn làm thay cho Người chi; cả hai tên sẽ được ghi."))
        }
    }
}
