// What a sheet must say, and what is refused with its reason (NĐ 63/2010 Đ8k2).

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The sheet of a procedure` {
    private static func day(_ text: String) -> DayNumber { ProcedureSamples.day(text) }

    private func decide(
        _ procedure: Procedures.Procedure? = nil, from day: String = "2017-01-01",
        may: Bool = true, hasProcess: Bool = true,
        _ change: (inout Procedures.Sheet) -> Void = { _ in }
    ) throws -> [Procedures.Event] {
        var sheet = ProcedureSamples.birth
        change(&sheet)
        return try Procedures.decide(
            .issue(sheet, effective: Self.day(day)), on: procedure,
            in: .init(mayIssue: may, hasProcess: hasProcess))
    }

    private func told(_ events: [Procedures.Event]...) -> Procedures.Procedure {
        var procedure = Procedures.Procedure()
        for event in events.joined() { procedure.apply(event) }
        return procedure
    }

    @Test func `holds from its day on, until the next one`() throws {
        let first = try decide()
        let before = told(first)
        let second = try decide(before, from: "2017-07-01") { $0.results = ["Khác"] }
        let procedure = told(first, second)
        #expect(procedure.issues.map(\.number) == [1, 2])
        #expect(procedure.issue(on: Self.day("2016-12-31")) == nil)
        #expect(procedure.issue(on: Self.day("2017-06-30"))?.number == 1)
        #expect(procedure.issue(on: Self.day("2017-07-01"))?.number == 2)
        #expect(procedure.issues[0].through == Self.day("2017-06-30"))
        #expect(procedure.issue(on: Self.day("2030-01-01"))?.sheet.results == ["Khác"])
    }

    @Test func `is ended with a reason, and may come back later`() throws {
        let issued = try decide()
        let around = Procedures.Surroundings(mayIssue: true, hasProcess: true)
        let end = Procedures.Command.end(
            "KS-01", through: Self.day("2017-06-30"), reason: "Nghị quyết mới")
        let ended = try Procedures.decide(end, on: told(issued), in: around)
        let procedure = told(issued, ended)
        #expect(procedure.issue(on: Self.day("2017-06-30")) != nil)
        #expect(procedure.issue(on: Self.day("2017-07-01")) == nil)
        #expect(throws: Procedures.Rejection.notOffered) {
            try Procedures.decide(end, on: procedure, in: around)
        }
        let again = told(issued, ended, try decide(procedure, from: "2018-01-01"))
        #expect(again.issue(on: Self.day("2017-09-01")) == nil, "the gap stays")
        #expect(again.issue(on: Self.day("2018-01-01"))?.number == 2)
    }

    private static let endings: [(DayNumber, String, Bool, Procedures.Rejection)] = [
        (day("2017-06-30"), " ", true, .reasonMissing),
        (day("2016-12-31"), "x", true, .endsBeforeEffective(day("2017-01-01"))),
        (day("2017-06-30"), "x", false, .unknown("KS-01")),
    ]

    @Test(arguments: endings.indices)
    func `is not ended without sense`(_ index: Int) throws {
        let (through, reason, exists, rejection) = Self.endings[index]
        let procedure = exists ? told(try decide()) : nil
        #expect(throws: rejection) {
            try Procedures.decide(
                .end("KS-01", through: through, reason: reason), on: procedure,
                in: .init(mayIssue: true, hasProcess: true))
        }
    }

    @Test func `is issued by those in charge, for a process that is published`() throws {
        #expect(throws: Procedures.Rejection.mayNotIssue) { try decide(may: false) }
        #expect(throws: Procedures.Rejection.noProcess("KS-01")) {
            try decide(hasProcess: false)
        }
        #expect(throws: Procedures.Rejection.effectiveBeforeLast(Self.day("2017-01-01"))) {
            try decide(told(decide()))
        }
    }

    private static let long = String(repeating: "ợ", count: Procedures.textMaximum + 1)

    private static let refused:
        [(@Sendable (inout Procedures.Sheet) -> Void, Procedures.Rejection)] = [
            ({ $0.nationalCode = "1001193" }, .nationalCodeInvalid("1001193")),
            ({ $0.nationalCode = "1.00119" }, .nationalCodeInvalid("1.00119")),
            ({ $0.nationalCode = "1.00119a" }, .nationalCodeInvalid("1.00119a")),
            ({ $0.nationalCode = "1.001193.2" }, .nationalCodeInvalid("1.001193.2")),
            ({ $0.subjects = [] }, .subjectsMissing),
            ({ $0.channels = [] }, .channelsMissing),
            ({ $0.onlineLevel = nil }, .onlineLevelUnclear),
            ({ $0.channels = [.counter] }, .onlineLevelUnclear),
            ({ $0.returnWays = [] }, .returnWaysMissing),
            ({ $0.requiresPresence = true }, .presenceAtHome),
            ({ $0.fees[1].amount = -1 }, .feeInvalid(row: 2)),
            ({ $0.fees[0].amount = 1_000_000_001 }, .feeInvalid(row: 1)),
            (
                {
                    $0.fees[2].from = day("2017-08-01")
                    $0.fees[2].through = day("2017-07-31")
                }, .feeInvalid(row: 3)
            ),
            ({ $0.terms[0].when = "" }, .termInvalid(row: 1)),
            ({ $0.results = [long] }, .textTooLong(long)),
            ({ $0.conditions = [long] }, .textTooLong(long)),
            ({ $0.keywords = [long] }, .textTooLong(long)),
            ({ $0.fees[0].basis = long }, .textTooLong(long)),
            ({ $0.terms[0].basis = long }, .textTooLong(long)),
        ]

    @Test(arguments: refused.indices)
    func `is refused with its reason`(_ index: Int) throws {
        let (change, rejection) = Self.refused[index]
        #expect(throws: rejection) { try decide(nil, change) }
        #expect(rejection.sentence.vi.count > 15 && rejection.sentence.en.count > 15)
        #expect(rejection.code.hasPrefix("procedures.") && !rejection.isNotFound)
    }

    @Test(arguments: ["", "1.001193", "2.000635", "0.000000"])
    func `takes a national code as the national database writes it`(_ code: String) throws {
        #expect(try decide { $0.nationalCode = code }.count == 1)
    }

    @Test func `never sends home what must be fetched in person`() throws {
        let sheet = ProcedureSamples.certification
        #expect(sheet.returnWays == [.counter])
        let events = try Procedures.decide(
            .issue(sheet, effective: Self.day("2017-01-01")), on: nil,
            in: .init(mayIssue: true, hasProcess: true))
        #expect(events.count == 1)
        for way in [Dossiers.ReturnWay.home, .post, .online] {
            #expect(throws: Procedures.Rejection.presenceAtHome) {
                try decide {
                    $0.requiresPresence = true
                    $0.returnWays = [.counter, way]
                }
            }
        }
    }

    @Test func `is told by its stream as it was decided`() throws {
        for event in try decide() + [.ended(through: Self.day("2017-09-01"), reason: "hết")] {
            let entry = try EventEncoding.entry(of: event, feature: "procedure")
            #expect(entry.type.hasPrefix("procedure."))
            let again = try EventDecoding.event(
                Procedures.Event.self, entryType: entry.type, payload: entry.payload,
                feature: "procedure")
            #expect(again == event)
        }
    }
}

@Suite struct `Fees by channel, case and date` {
    private let sheet = ProcedureSamples.birth

    private func amounts(_ day: String, _ channel: Dossiers.Channel) -> [Int] {
        sheet.fees(on: ProcedureSamples.day(day), over: channel).map(\.amount)
    }

    @Test func `hold on their days and over their channel`() {
        #expect(amounts("2017-07-03", .counter) == [0, 5_000])
        #expect(amounts("2017-07-31", .online) == [0, 5_000])
        #expect(amounts("2017-08-01", .online) == [0, 5_000, 8_000])
        #expect(amounts("2017-08-01", .counter) == [0, 5_000])
        #expect(amounts("2017-12-31", .post) == [0, 5_000])
        #expect(amounts("2018-01-01", .post) == [0])
    }

    @Test(arguments: Procedures.OnlineLevel.allCases)
    func `a whole level also pays and returns online`(_ level: Procedures.OnlineLevel) {
        #expect(level.isWhole == [.level4, .full].contains(level))
    }
}

@Suite struct `A sheet as lines of a form` {
    @Test func `reads back as the same rows`() throws {
        let fees = ProcedureSamples.birth.fees
        let text = fees.map(\.line).joined(separator: "\r\n")
        #expect(try Procedures.fees(text) == fees)
        let terms = ProcedureSamples.birth.terms
        #expect(try Procedures.terms(terms.map(\.line).joined(separator: "\n")) == terms)
        #expect(try Procedures.fees("") == [] && Procedures.terms("\n \n") == [])
    }

    @Test func `takes short lines and amounts with dots`() throws {
        #expect(
            try Procedures.fees("Bản sao | 8.000 | bản") == [
                .init(when: "Bản sao", amount: 8_000, per: "bản")
            ])
        #expect(
            try Procedures.terms("Cần xác minh | 3 working_days") == [
                .init(when: "Cần xác minh", term: .workingDays(3))
            ])
    }

    @Test(arguments: [
        ("x", 1), ("x | mười", 1), ("a | 1\nx | 1 | bản | tàu", 2),
        ("x | 1 | | | 1/8/2017", 1), ("x | 1 | | | | 2017-02-30", 1), ("x | 1e3", 1),
        ("x | 99999999999999999999", 1),
    ])
    func `names the line of the fees that cannot be read`(_ text: String, _ line: Int) {
        #expect(throws: Procedures.Rejection.unreadable(field: "fees", line: line)) {
            try Procedures.fees(text)
        }
    }

    @Test(arguments: ["x", "x | 3", "x | 3 weeks", "x | 3 working_days | maybe", "| | |"])
    func `names the line of the terms that cannot be read`(_ text: String) {
        let rejection = Procedures.Rejection.unreadable(field: "terms", line: 1)
        #expect(throws: rejection) { try Procedures.terms(text) }
        #expect(rejection.sentence.vi.contains("dòng 1"))
        #expect(rejection.field == "terms")
    }
}
