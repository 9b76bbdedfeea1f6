// The control slip (form 05 of TT 01/2018/TT-VPCP): one line a handover between units, judged for
// the step of the party that hands over.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

/// When the giver finished, and what the slip says of it.
struct DossierSlipCase: Sendable, CustomStringConvertible {
    let done: String
    let result: StepResult?
    var description: String { "\(done) \(result?.rawValue ?? "–")" }

    init(_ done: String, _ result: StepResult?) {
        self.done = done
        self.result = result
    }
}

@Suite struct `The control slip` {
    /// The first line: from the counter to who checks.
    private func firstLine(
        of code: String, in office: DossierTestOffice
    ) async throws -> Dossiers.SlipLine {
        try #require(try await office.record(code, as: "chi").slip.first)
    }

    @Test(arguments: [
        DossierSlipCase("2017-07-03T09:00", .onTime), .init("2017-07-03T09:30", .onTime),
        .init("2017-07-03T09:31", .late), .init("2017-07-04T08:00", .late),
    ])
    func `a step of thirty working minutes is on time to the minute`(
        _ sample: DossierSlipCase
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try office.set(sample.done)
            try await office.advance(code)
            #expect(try await firstLine(of: code, in: office).result == sample.result)
        }
    }

    /// 480 working minutes from Monday 09:00 are over on Tuesday 09:00.
    @Test(arguments: [
        DossierSlipCase("2017-07-03T17:00", .early), .init("2017-07-04T08:30", .onTime),
        .init("2017-07-04T09:00", .onTime), .init("2017-07-04T09:01", .late),
    ])
    func `a step is early a day before its due day, on time on it`(
        _ sample: DossierSlipCase
    ) async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code, times: 2)
            try office.set(sample.done)
            try await office.advance(code)
            let line = try #require(try await office.record(code, as: "ha").slip.last)
            #expect(line.giver.unit == "Tư pháp phường A")
            #expect(line.receiver.unit == "UBND phường A")
            #expect(line.result == sample.result)
        }
    }

    /// Received on Monday 3 July with two working days: the appointment is Wednesday 17:30, and a
    /// term in days runs to the end of its last day (Civil Code 2015, Art. 148).
    @Test(arguments: [
        DossierSlipCase("2017-07-03T10:00", .early), .init("2017-07-04T17:00", .early),
        .init("2017-07-05T17:30", .onTime), .init("2017-07-05T18:10", .onTime),
        .init("2017-07-06T08:00", .late),
    ])
    func `a step without a time of its own is judged by the appointment`(
        _ sample: DossierSlipCase
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("NH-04", total: .workingDays(2)))
            let code = try await office.receive { $0.process = "NH-04" }
            try office.set(sample.done)
            try await office.advance(code)
            let line = try await firstLine(of: code, in: office)
            #expect(line.result == sample.result)
        }
    }

    /// NĐ 61/2018 Art. 19: after a supplement the whole term begins again, for the slip as well.
    @Test(arguments: [
        DossierSlipCase("2017-07-13T10:00", .early), .init("2017-07-14T16:00", .onTime),
        .init("2017-07-17T08:00", .late),
    ])
    func `after a supplement the restarted appointment judges`(
        _ sample: DossierSlipCase
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("NH-04", total: .workingDays(2)))
            let code = try await office.receive { $0.process = "NH-04" }
            try await office.perform(
                .askSupplement(code, 1, reason: "Thiếu", papers: ["Hộ khẩu"]), by: "chi")
            try office.set("2017-07-12T10:00")
            try await office.act(.receiveSupplement(1), on: code, by: "chi")
            #expect(
                try await office.record(code, as: "chi").clock?.dueAt
                    == LocalMinute("2017-07-14T17:30"))
            try office.set(sample.done)
            try await office.advance(code)
            #expect(try await firstLine(of: code, in: office).result == sample.result)
        }
    }

    @Test func `what was judged before a supplement stays judged by the first appointment`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.publish(
                DossierExtraSamples.withinTotal("NH-04", total: .workingDays(2)))
            let code = try await office.receive { $0.process = "NH-04" }
            try office.set("2017-07-06T09:00")
            try await office.advance(code, times: 2)
            #expect(try await firstLine(of: code, in: office).result == .late)
            try await office.perform(
                .askSupplement(code, 2, reason: "Thiếu", papers: ["Hộ khẩu"]), by: "ha")
            try office.set("2017-07-12T10:00")
            try await office.act(.receiveSupplement(2), on: code, by: "ha")
            #expect(try await firstLine(of: code, in: office).result == .late)
        }
    }

    @Test func `without any limit nobody is judged, and the slip says so`() async throws {
        try await DossierTestOffice.run { office in
            try await office.publish(DossierExtraSamples.withinTotal("NH-05", total: nil))
            let code = try await office.receive { $0.process = "NH-05" }
            try office.set("2017-12-01T09:00")
            try await office.advance(code)
            #expect(try await firstLine(of: code, in: office).result == nil)
            let page = try await office.open("/dossiers/\(code)/slip", as: "chi")
            #expect(page.text.contains("Không có hạn riêng"))
            let english = try await office.open(
                "/dossiers/\(code)/slip", as: "chi", language: "en")
            #expect(english.text.contains("No time of its own"))
            let record = try await office.record(code, as: "chi")
            #expect(record.registration.appointment == nil && record.clock == nil)
        }
    }

    @Test func `an offer without an answer stands open, a returned one has its reason`()
        async throws
    {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            let open = try await firstLine(of: code, in: office)
            #expect(open.state == .offered && open.answered == nil)
            try office.set("2017-07-03T10:00")
            try await office.act(.returnHandover(2, reason: "Thiếu trang"), on: code, by: "ha")
            let returned = try await firstLine(of: code, in: office)
            #expect(returned.state == .returned)
            #expect(returned.answered == LocalMinute("2017-07-03T10:00"))
            #expect(returned.note == "Thiếu trang")
            // Handed over once more: two lines, the second open.
            try await office.advance(code)
            let lines = try await office.record(code, as: "chi").slip
            #expect(lines.map(\.state) == [.returned, .offered])
        }
    }

    @Test func `work that ends elsewhere leaves its offer lapsed`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.advance(code)
            try await office.act(.close(.withdrawn, reason: "đổi ý"), on: code, by: "chi")
            #expect(try await office.record(code, as: "chi").slip.map(\.state) == [.lapsed])
            let page = try await office.open("/dossiers/\(code)/slip", as: "chi")
            #expect(page.text.contains("Không còn hiệu lực"))
        }
    }

    @Test func `passing on inside a unit makes no line`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            try await office.act(.handOver(1, to: "binh", reason: "bận"), on: code, by: "chi")
            #expect(try await office.record(code, as: "chi").slip.isEmpty)
            #expect(try await office.state(code).instance?.handovers.isEmpty == false)
        }
    }

    @Test func `a whole dossier has its lines in order, on the sheet and in JSON`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            for _ in 0..<7 {
                office.sources.set(office.now + 5)
                try await office.advance(code)
            }
            let slip = try await office.record(code, as: "chi").slip
            #expect(
                slip.map { "\($0.giver.unit) → \($0.receiver.unit)" } == [
                    "Một cửa phường A → Tư pháp phường A", "Tư pháp phường A → UBND phường A",
                    "UBND phường A → Một cửa phường A",
                ])
            #expect(slip.map(\.given) == slip.map(\.given).sorted())
            #expect(slip.allSatisfy { ($0.answered ?? $0.given) >= $0.given })
            let json = try await office.open("/dossiers/\(code)", as: "chi", wantsJSON: true)
            let lines = try #require(try json.json()["slip"] as? [[String: Any]])
            #expect(lines.map { $0["state"] as? String } == ["accepted", "accepted", "accepted"])
            let sheet = try await office.open("/dossiers/\(code)/slip", as: "chi").text
            var last = sheet.startIndex
            for line in slip {
                let words = "Giao: \(line.giver.unit)"
                let place = try #require(sheet[last...].firstRange(of: words))
                last = place.upperBound
            }
            #expect(sheet.contains("PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ"))
            #expect(sheet.contains(code))
        }
    }
}
