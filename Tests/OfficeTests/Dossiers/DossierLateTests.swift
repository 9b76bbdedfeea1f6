// Dossiers that were taken in on paper and are entered later: the clock starts at the receipt, and
// the ledger keeps both times. On both stores.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What may be entered later` {
    /// Now is Thursday, 06/07/2017, 10:00. Three working days back is Monday, at the opening.
    @Test(
        arguments: [
            ("2017-07-06T10:00", nil),
            ("2017-07-06T09:59", nil),
            ("2017-07-06T10:01", .lateInFuture),
            ("2017-07-07T08:00", .lateInFuture),
            ("2017-07-03T08:00", nil),
            ("2017-07-02T09:00", .lateTooOld(opening)),
            ("2017-06-30T16:00", .lateTooOld(opening)),
            ("2016-07-06T10:00", .lateTooOld(opening)),
        ] as [(String, Dossiers.Rejection?)])
    func `lies in the last working days and not in the future`(
        _ moment: String, _ refusal: Dossiers.Rejection?
    ) throws {
        let late = Dossiers.LateReceipt(
            receivedAt: LocalMinute(moment), reason: "Mất điện cả buổi sáng")
        if let refusal {
            #expect(throws: refusal) { try Self.moment(of: late) }
        } else {
            #expect(try Self.moment(of: late) == LocalMinute(moment))
        }
    }

    private static let now = LocalMinute("2017-07-06T10:00") ?? .init(rawValue: 0)
    private static let opening: LocalMinute =
        Dossiers.lateEarliest(before: now.day, by: .vietnam) ?? .init(rawValue: 0)

    private static func moment(of late: Dossiers.LateReceipt) throws -> LocalMinute {
        try Dossiers.moment(of: late, by: .vietnam, at: now)
    }

    @Test func `counts working days: over a week's end, three days back lie before it`() throws {
        let monday = try #require(DayNumber("2017-07-10"))
        let earliest = try #require(Dossiers.lateEarliest(before: monday, by: .vietnam))
        #expect(earliest.day == DayNumber("2017-07-05"))
        #expect(Self.opening.day == DayNumber("2017-07-03"))
    }

    @Test func `needs a time and a reason`() {
        #expect(throws: Dossiers.Rejection.lateTimeInvalid) {
            try Self.moment(of: .init(receivedAt: nil, reason: "Mất điện"))
        }
        for reason in ["", "   ", "\n"] {
            #expect(throws: Dossiers.Rejection.lateReasonMissing) {
                try Self.moment(of: .init(receivedAt: Self.now, reason: reason))
            }
        }
        let long = String(repeating: "a", count: Dossiers.lateTextMaximum + 1)
        #expect(throws: Dossiers.Rejection.lateReasonTooLong) {
            try Self.moment(of: .init(receivedAt: Self.now, reason: long))
        }
        #expect(throws: Dossiers.Rejection.latePaperTooLong) {
            try Self.moment(of: .init(receivedAt: Self.now, reason: "a", paper: long))
        }
    }

    @Test func `says every refusal in both languages, at its field`() {
        let all: [Dossiers.Rejection] = [
            .lateTimeInvalid, .lateInFuture, .lateTooOld(Self.now), .lateReasonMissing,
            .lateReasonTooLong, .latePaperTooLong, .lateBeforeProcess,
            .latePaperUsed("07", dossier: nil), .latePaperUsed("07", dossier: "PA-170704-0001"),
        ]
        #expect(Set(all.map(\.sentence.vi)).count == all.count)
        #expect(Set(all.map(\.sentence.en)).count == all.count)
        #expect(all.compactMap(\.field).count == all.count)
        #expect(all.map(\.code).first == "dossiers.lateTimeInvalid")
    }
}

@Suite struct `A dossier that is entered later` {
    private func receive(
        _ office: DossierTestOffice, at moment: String, process: ProcessCode = "KS-01"
    ) async throws -> String {
        try await office.receive {
            $0.process = process
            $0.late = Dossiers.LateReceipt(
                receivedAt: LocalMinute(moment), reason: "Mất điện", paper: "PA-C1-03")
        }
    }

    @Test func `has its receipt, its number and its appointment from the real time`()
        async throws
    {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let late = try await receive(office, at: "2017-07-03T09:00")
            #expect(late == "PA-170703-0001", "the day of the receipt stands in the code")
            let dossier = try await office.state(late)
            let registration = dossier.registration
            #expect(registration.receivedAt == LocalMinute("2017-07-03T09:00"))
            #expect(registration.late?.enteredAt == LocalMinute("2017-07-05T14:00"))
            #expect(registration.late?.reason == "Mất điện")
            #expect(dossier.instance?.startedAt == LocalMinute("2017-07-03T09:00"))
            #expect(dossier.instance?.clock.first?.at == LocalMinute("2017-07-03T09:00"))
            #expect(try await office.item(late).openedAt == LocalMinute("2017-07-03T09:00"))
            let plain = try await office.receive()
            #expect(plain == "PA-170705-0001")
            #expect(try await office.state(plain).registration.late == nil)
            let difference =
                try #require(try await office.state(plain).registration.appointment).day
                - (try #require(registration.appointment)).day
            #expect(difference > 0, "the promise counts from the receipt")
        }
    }

    @Test func `has the same appointment as if it had been entered at once`() async throws {
        var appointments: [LocalMinute?] = []
        var dues: [LocalMinute?] = []
        for isLate in [true, false] {
            try await DossierTestOffice.run(at: isLate ? "2017-07-05T14:00" : "2017-07-03T09:00") {
                office in
                let code =
                    isLate
                    ? try await receive(office, at: "2017-07-03T09:00")
                    : try await office.receive()
                appointments.append(try await office.state(code).registration.appointment)
                dues.append(try await office.item(code).due)
            }
        }
        #expect(appointments[0] != nil && appointments[0] == appointments[1])
        #expect(dues[0] == dues[1], "the step is as late as the paper is")
    }

    @Test func `goes on, and the ledger tells the same with both times`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let code = try await receive(office, at: "2017-07-04T08:30")
            let entries = try await office.desk.read {
                try $0.reader.entries(of: Dossiers.stream(of: code), after: 0)
            }
            let entered = Instant(
                try #require(LocalMinute("2017-07-05T14:00")), in: .indochina
            ).milliseconds
            #expect(Set(entries.map(\.at)) == [entered], "when it was entered")
            try await office.advance(code, times: 4)
            let lived = try await office.state(code)
            var told: Dossiers.Dossier?
            for entry in try await office.desk.read({
                try $0.reader.entries(of: Dossiers.stream(of: code), after: 0)
            }) {
                told = try Dossiers.Dossier.told(by: entry, after: told, zone: .indochina)
            }
            #expect(told == lived)
            let first = try #require(lived.instance?.records.first)
            #expect(first.started == LocalMinute("2017-07-04T08:30"))
            #expect(first.ended == LocalMinute("2017-07-05T14:00"))
            let replay = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(replay.isClean, "\(replay.findings)")
            #expect(try await office.desk.store.read { try Verification.run($0) }.isClean)
        }
    }

    @Test func `is by the issue that was in force, or is refused`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            var version = try #require(
                DossierTestSamples.processes.first { $0.code == "CT-02" })
            version.code = "CT-09"
            version.effective = DayNumber("2017-07-05")
            _ = try await office.desk.perform(
                .processes(.draft(version)), by: nil, at: office.sources.now)
            _ = try await office.desk.perform(
                .processes(
                    .publish(
                        "CT-09", issue: 1, effective: try #require(DayNumber("2017-07-05")))),
                by: nil, at: office.sources.now)
            await #expect(throws: Dossiers.Rejection.lateBeforeProcess) {
                _ = try await receive(office, at: "2017-07-04T09:00", process: "CT-09")
            }
            _ = try await receive(office, at: "2017-07-05T09:00", process: "CT-09")
        }
    }

    @Test func `that is refused leaves nothing, and takes no number`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let before = try await office.sequence()
            for moment in ["2017-07-05T14:01", "2017-06-01T09:00", "x"] {
                await #expect(throws: Dossiers.Rejection.self) {
                    _ = try await receive(office, at: moment)
                }
            }
            #expect(try await office.sequence() == before)
            #expect(try await receive(office, at: "2017-07-05T08:30") == "PA-170705-0001")
        }
    }
}

@Suite struct `The pages of a dossier that is entered later` {
    private let fields = [
        ("name", "Lê Thị Hư Cấu"), ("paper.0", "1"), ("copies.0", "1"), ("sets", "1"),
        ("returnWay", "counter"), ("channel", "counter"), ("lateDay", "2017-07-04"),
        ("lateTime", "08:30"), ("lateReason", "Mất <điện>"), ("latePaper", "PA-C1-03"),
    ]

    private func changed(_ change: [String: String]) -> [(String, String)] {
        fields.map { ($0.0, change[$0.0] ?? $0.1) }
    }

    @Test func `mark it on the receipt, the dossier and the register`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            let form = try await office.open("/counter/KS-01", as: "chi")
            for words in ["name=\"lateDay\"", "type=\"time\"", "chưa xác nhận", "offline-kit"] {
                #expect(form.text.contains(words), "\(words)")
            }
            let answer = try await office.post("/counter/KS-01", as: "chi", fields)
            #expect(answer.location == "/dossiers/PA-170704-0001/receipt?new=1")
            for path in ["/dossiers/PA-170704-0001/receipt", "/dossiers/PA-170704-0001"] {
                let page = try await office.open(path, as: "chi")
                #expect(page.text.contains("nhập sau lúc 14:00, 05/07/2017"), "\(path)")
                #expect(page.text.contains("Mất &lt;điện") && page.text.contains("PA-C1-03"))
                #expect(page.text.contains("08:30, 04/07/2017"))
            }
            try await office.receive()
            let register = try await office.open("/dossiers", as: "chi")
            #expect(register.text.ranges(of: "nhập sau").count == 1)
            let json = try await office.open("/dossiers", as: "chi", wantsJSON: true).json()
            let rows = try #require(json["rows"] as? [[String: Any]])
            #expect(rows.compactMap { $0["enteredAt"] as? String } == ["2017-07-05T14:00"])
        }
    }

    @Test func `say what is wrong at its field and keep what was typed`() async throws {
        try await DossierTestOffice.run(at: "2017-07-05T14:00") { office in
            for (change, field, words) in [
                (["lateDay": "2017-07-06"], "lateDay", "không được ở sau lúc này"),
                (["lateDay": "2017-06-01"], "lateDay", "ngày làm việc"),
                (["lateTime": ""], "lateDay", "ghi ngày và giờ"),
                (["lateReason": ""], "lateReason", "ghi lý do"),
            ] {
                let page = try await office.post("/counter/KS-01", as: "chi", changed(change))
                #expect(page.status == .unprocessableContent, "\(change)")
                #expect(page.text.contains(words) && page.text.contains("href=\"#\(field)\""))
                #expect(page.text.contains("<details open") && page.text.contains("PA-C1-03"))
            }
            let odd = try await office.post(
                "/counter/KS-01", as: "chi", changed(["lateTime": "25:99"]), wantsJSON: true)
            #expect(try odd.code() == "dossiers.lateTimeInvalid")
            #expect(try await office.number("SELECT count(*) AS n FROM dossier") == 0)
        }
    }
}
