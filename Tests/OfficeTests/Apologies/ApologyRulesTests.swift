// When an apology is given, by whom, and what it promises (NĐ 61/2018 Đ19k9).

import Engine
import Ledger
import Testing
import WorkTime

@testable import Office

@Suite struct `An apology` {
    private static func moment(_ text: String) -> LocalMinute {
        LocalMinute(text) ?? LocalMinute(rawValue: 0)
    }
    private static func day(_ text: String) -> DayNumber { ProcedureSamples.day(text) }

    private func decide(
        now: String = "2017-07-04T09:00", due: String? = "2017-07-05T17:30",
        reason: String = "Chờ xác minh", day: String? = "2017-07-07",
        before: Apologies.Apology? = nil, isLeader: Bool = true
    ) throws(Apologies.Rejection) -> Apologies.Apology {
        try Apologies.decide(
            reason: reason, day: day.map { Self.day($0) }, before: before,
            in: .init(
                now: Self.moment(now), calendar: .vietnam, due: due.map { Self.moment($0) },
                signer: isLeader ? ("Người anh", "Chủ tịch") : nil))
    }

    @Test func `names reason and new day, and who signed`() throws {
        let apology = try decide()
        #expect(apology.before == Self.moment("2017-07-05T17:30"))
        #expect(apology.newAppointment == Self.moment("2017-07-07T17:30"))
        #expect(apology.signer == "Người anh" && apology.signerTitle == "Chủ tịch")
        #expect(apology.at == Self.moment("2017-07-04T09:00") && !apology.isLate)
    }

    @Test(arguments: [
        ("2017-07-04T17:29", false), ("2017-07-04T23:59", false), ("2017-07-05T00:00", true),
        ("2017-07-05T09:00", true), ("2017-07-06T09:00", true),
    ])
    func `is late when it comes on the day of the appointment or after`(
        _ now: String, _ isLate: Bool
    ) throws {
        #expect(try decide(now: now).isLate == isLate)
    }

    @Test func `is given once`() throws {
        let first = try decide()
        #expect(throws: Apologies.Rejection.alreadyApologised) { try decide(before: first) }
    }

    @Test func `is signed by leaders alone`() {
        #expect(throws: Apologies.Rejection.onlyForLeaders) { try decide(isLeader: false) }
    }

    @Test func `needs an appointment that runs`() {
        #expect(throws: Apologies.Rejection.noAppointment) { try decide(due: nil) }
    }

    private static let long = String(repeating: "ợ", count: Apologies.reasonMaximum + 1)

    @Test(arguments: [("", false), (" \n", false), ("x", true)])
    func `needs a reason`(_ reason: String, _ isOne: Bool) {
        if isOne {
            #expect(throws: Never.self) { try decide(reason: reason) }
        } else {
            #expect(throws: Apologies.Rejection.reasonMissing) { try decide(reason: reason) }
        }
        #expect(throws: Apologies.Rejection.reasonTooLong) { try decide(reason: Self.long) }
    }

    private static let days: [(String?, String, Apologies.Rejection)] = [
        (nil, "2017-07-04T09:00", .dayMissing),
        ("2017-07-05", "2017-07-04T09:00", .dayTooEarly(day("2017-07-05"))),
        ("2017-07-04", "2017-07-04T09:00", .dayTooEarly(day("2017-07-05"))),
        ("2017-07-06", "2017-07-06T09:00", .dayTooEarly(day("2017-07-05"))),
        ("2017-07-08", "2017-07-04T09:00", .dayOff(day("2017-07-08"))),
        ("2017-09-04", "2017-09-01T09:00", .dayOff(day("2017-09-04"))),
        ("2017-10-30", "2017-07-04T09:00", .dayTooFar(day("2017-10-30"))),
        ("2099-01-05", "2017-07-04T09:00", .dayOff(day("2099-01-05"))),
    ]

    @Test(arguments: days.indices)
    func `promises a working day after the old one and after today`(_ index: Int) {
        let (day, now, rejection) = Self.days[index]
        #expect(throws: rejection) { try decide(now: now, day: day) }
        #expect(rejection.sentence.vi.count > 15 && rejection.sentence.en.count > 15)
        #expect(rejection.code.hasPrefix("apologies.") && rejection.field == "day")
    }

    @Test func `is told by the stream of its dossier as it was decided`() throws {
        let event = Dossiers.Event.apologised(apology: try decide())
        let entry = try EventEncoding.entry(of: event, feature: "dossier")
        #expect(entry.type == "dossier.apologised")
        let again = try EventDecoding.event(
            Dossiers.Event.self, entryType: entry.type, payload: entry.payload,
            feature: "dossier")
        #expect(again == event)
    }
}
