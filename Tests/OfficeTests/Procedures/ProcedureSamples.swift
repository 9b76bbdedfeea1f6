// A sheet of the invented ward, and how the test office issues it.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum ProcedureSamples {
    static func day(_ text: String) -> DayNumber { DayNumber(text) ?? DayNumber(rawValue: 0) }

    static let birth = Procedures.Sheet(
        code: "KS-01", nationalCode: "1.001193", subjects: [.citizen],
        channels: [.counter, .online, .post], onlineLevel: .level3,
        returnWays: [.counter, .home, .post], results: ["Giấy khai sinh"],
        conditions: ["Trẻ sinh tại phường"],
        fees: [
            .init(when: "Đúng hạn", amount: 0, basis: "NQ 06", isConfirmed: true),
            .init(when: "Quá hạn", amount: 5_000, through: day("2017-12-31"), basis: "NQ 06"),
            .init(
                channel: .online, when: "Bản sao", amount: 8_000, per: "bản",
                from: day("2017-08-01")),
        ],
        terms: [
            .init(
                when: "Cần xác minh", term: .workingDays(5), isExtension: true, basis: "Đ16",
                isConfirmed: true)
        ],
        lifeEvents: [.birth], keywords: ["em bé", "đẻ con"], unconfirmed: [.nationalCode])

    static let certification = Procedures.Sheet(
        code: "CT-02", subjects: [.citizen, .business], returnWays: [.counter],
        requiresPresence: true, results: ["Bản sao <có> chứng thực"],
        lifeEvents: [.certification])
}

extension DossierTestOffice {
    /// As the installer, from the beginning of the year on.
    func issue(
        _ sheet: Procedures.Sheet = ProcedureSamples.birth, from day: String = "2017-01-01",
        by person: PersonID? = nil, key: String? = nil
    ) async throws {
        _ = try await desk.perform(
            .procedures(.issue(sheet, effective: ProcedureSamples.day(day))),
            by: person.map { Actor($0) }, at: sources.now, key: key,
            fingerprint: Array("\(sheet.code)".utf8))
    }

    /// Somebody in charge of processes: `quy`.
    func hireEditor() async throws {
        let position = People.Position(
            id: "p:iso", unit: "p", code: "iso", title: "Quản lý quy trình",
            roles: [.processes])
        let commands: [People.Command] = [
            .createPosition(position), .addPerson(.init(id: "quy", name: "Người quy")),
            .appoint(
                .init(
                    position: "p:iso", person: "quy", from: ProcedureSamples.day("2016-01-01"))),
        ]
        for command in commands {
            _ = try await desk.perform(.people(command), by: nil, at: sources.now)
        }
    }
}
