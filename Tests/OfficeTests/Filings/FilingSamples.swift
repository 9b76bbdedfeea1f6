// What an invented citizen files, and how the test office gets it.

import Engine
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum FilingSamples {
    static let birth = Filings.Submission(
        process: "KS-01", office: "p",
        applicant: Dossiers.Applicant(
            name: "Phạm Thị Hư Cấu", identity: "012345678901", phone: "0912 345 678",
            address: "Số 1, phố Minh Họa", email: "hu.cau@vi-du.vn", request: "Khai sinh cho con",
            fields: ["tenCon": "Bé Minh Họa"]),
        papers: ["Tờ khai"], returnWay: .home, fields: ["soBan": .number(2)])

    /// Certified copies, which both wards take online.
    static var copies: Procedures.Sheet {
        var sheet = ProcedureSamples.certification
        sheet.channels = [.counter, .online]
        sheet.onlineLevel = .partial
        return sheet
    }

    /// The same as a form of a program.
    static let fields = [
        ("office", "p"), ("name", "Phạm Thị Hư Cấu"), ("identity", "012345678901"),
        ("phone", "0912 345 678"), ("email", "hu.cau@vi-du.vn"),
        ("address", "Số 1, phố Minh Họa"), ("request", "Khai sinh cho con"),
        ("field.soBan", "2"), ("field.tenCon", "Bé Minh Họa"), ("paper", "Tờ khai"),
        ("returnWay", "home"),
    ]

    static let offer = Filings.Offer(
        sheet: ProcedureSamples.birth, components: ["Tờ khai", "Giấy chứng sinh"],
        fields: [
            FormField(key: "soBan", label: "Số bản sao", type: .number),
            FormField(key: "tenCon", label: "Tên con", type: .text, required: true, personal: true),
            FormField(key: "ngay", label: "Ngày sinh", type: .date),
            FormField(key: "loai", label: "Loại", type: .choice(["a", "b"])),
        ], offices: ["p", "r"])
}

extension DossierTestOffice {
    /// Sends a filing as a citizen and returns its code.
    @discardableResult
    func file(
        key: String? = nil, _ change: (inout Filings.Submission) -> Void = { _ in }
    ) async throws -> String {
        var submission = FilingSamples.birth
        change(&submission)
        let answer = try await desk.perform(
            .filings(.submit(submission)), by: nil, at: sources.now, key: key,
            fingerprint: Array("\(submission.applicant.name)".utf8))
        return String(answer.stream.dropFirst("filing/".count))
    }

    @discardableResult
    func answer(
        _ command: Filings.Command, by person: PersonID?, key: String? = nil
    ) async throws -> DeskAnswer {
        try await desk.perform(
            .filings(command), by: person.map { Actor($0) }, at: sources.now, key: key,
            fingerprint: Array("\(command)".utf8))
    }

    func filing(_ code: String) async throws -> Filings.Filing {
        try await desk.read { try $0.toldFiling(code).state }
    }
}
