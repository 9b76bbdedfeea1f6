// Taking in: the code, the receipt, the appointment; and what is refused leaves no trace.

import Engine
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `Taking in a dossier` {
    @Test func `gives code, focal point, appointment and what the receipt shows`() async throws {
        try await DossierTestOffice.run { office in
            let code = try await office.receive()
            #expect(code == "PA-170703-0001")
            let record = try await office.record(code, as: "chi")
            let registration = record.registration
            #expect(registration.title == "Đăng ký khai sinh")
            #expect(registration.issue == 1)
            #expect(registration.receivedAt == LocalMinute("2017-07-03T09:00"))
            // Monday's receipt does not count (Civil Code 2015 Art. 147): Tuesday, Wednesday.
            #expect(registration.appointment == LocalMinute("2017-07-05T17:30"))
            #expect(registration.fee == 8000)
            #expect(registration.papers.map(\.name) == ["Tờ khai"])
            #expect(record.focalPoint.id == "chi")
            #expect(record.receivedBy.unit == "Một cửa phường A")
            #expect(record.status == .received)
            #expect(record.applicant?.name == "Đặng Thị Hư Cấu")
            #expect(record.work.map(\.step) == ["Tiếp nhận hồ sơ"])
            #expect(record.work.first?.due == LocalMinute("2017-07-03T09:30"))
            #expect(record.version == 2)
        }
    }

    @Test(arguments: [
        ("2017-07-03T14:59", "2017-07-03T17:30"), ("2017-07-03T15:00", "2017-07-03T17:30"),
        ("2017-07-03T15:01", "2017-07-04T17:30"), ("2017-07-07T16:00", "2017-07-10T17:30"),
    ])
    func `what is taken in after 15:00 for the same day is due on the next working day`(
        _ received: String, _ due: String
    ) async throws {
        try await DossierTestOffice.run(at: received) { office in
            let code = try await office.receive { $0.process = "CT-02" }
            let record = try await office.record(code, as: "chi")
            #expect(record.registration.appointment == LocalMinute(due))
            #expect(record.clock?.dueAt == LocalMinute(due))
        }
    }

    @Test func `numbers run for each office and each day`() async throws {
        try await DossierTestOffice.run { office in
            #expect(try await office.receive() == "PA-170703-0001")
            #expect(try await office.receive(by: "binh") == "PA-170703-0002")
            #expect(try await office.receive(by: "la") { $0.office = "r" } == "PB-170703-0001")
            try office.set("2017-07-04T08:00")
            #expect(try await office.receive() == "PA-170704-0001")
            #expect(try await office.receive(by: "la") { $0.office = "r" } == "PB-170704-0001")
        }
    }

    @Test func `a refused intake uses up no number`() async throws {
        try await DossierTestOffice.run { office in
            try await office.receive()
            await #expect(throws: Dossiers.Rejection.nameMissing) {
                try await office.receive { $0.applicant.name = "" }
            }
            await #expect(throws: Dossiers.Rejection.self) {
                try await office.receive { $0.fields = ["khong-co": .text("x")] }
            }
            #expect(try await office.receive() == "PA-170703-0002")
        }
    }

    @Test(arguments: ["", "0912345678", "0912 345 678", "0912.345.678", "02438271234"])
    func `telephone numbers as people write them are taken`(_ phone: String) {
        #expect(Dossiers.isPhone(phone))
    }

    @Test(arguments: ["912345678", "09123", "091234567890123", "0912a45678", "٠٩١٢٣٤٥٦٧٨"])
    func `what is no telephone number is not taken`(_ phone: String) {
        #expect(!Dossiers.isPhone(phone))
    }

    @Test(arguments: [("012345678", true), ("B1234567", true), ("", true), ("12345", false)])
    func `identity papers have six to fifteen letters and digits`(
        _ text: String, _ isIdentity: Bool
    ) {
        #expect(Dossiers.isIdentity(text) == isIdentity)
        #expect(!Dossiers.isIdentity(text + "-đ"))
    }

    @Test func `a code pads its number and lets it grow`() throws {
        let day = try #require(DayNumber("2017-12-31"))
        #expect(Dossiers.code(of: "LB.BD", on: day, number: 12) == "LB.BD-171231-0012")
        #expect(Dossiers.code(of: "LB", on: day, number: 12_345) == "LB-171231-12345")
    }
}
