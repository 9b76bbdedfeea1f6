// A second procedure that goes online: both wards run it, its form has a field of every type, and
// each of its questions has right answers and wrong ones.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum FilingExtractSamples {
    static let code: ProcessCode = "TL-05"

    static let fields = [
        FormField(key: "soBan", label: "Số bản", type: .number, required: true),
        FormField(key: "tenCon", label: "Tên con", type: .text, required: true, personal: true),
        FormField(key: "ngay", label: "Ngày sinh", type: .date),
        FormField(key: "loai", label: "Loại", type: .choice(["bản chính", "bản sao"])),
        FormField(key: "gap", label: "Cần gấp", type: .boolean),
    ]

    /// Made from the one that every ward runs.
    static func version(
        issue: Int = 1, fields: [FormField] = FilingExtractSamples.fields,
        components: [String] = ["Tờ khai", "Giấy chứng sinh"]
    ) -> ProcessVersion {
        var version = DossierTestSamples.processes[1]
        version.code = code
        version.title = "Cấp trích lục"
        version.issue = issue
        version.components = components
        version.forms[0].fields = fields
        return version
    }

    static let sheet = Procedures.Sheet(
        code: code, channels: [.counter, .online], onlineLevel: .level4,
        returnWays: Dossiers.ReturnWay.allCases, lifeEvents: [.certification])

    /// Questions in their order; right answers of each, then wrong ones.
    static let answers:
        [(question: String, right: [[(String, String)]], wrong: [[(String, String)]])] = [
            ("office", [[("office", "p")], [("office", "r")]], [[], [("office", "p.mc")]]),
            (
                "person",
                [
                    [("name", "Hồ Thị Hư Cấu"), ("identity", "012345678901")],
                    [("name", "Võ Văn Minh Họa")],
                ],
                [[("name", " ")], [("name", "Hồ Thị"), ("identity", "12-34")]]
            ),
            (
                "contact",
                [
                    [("phone", "0912 345 678"), ("email", "a@vi-du.vn")], [("phone", "0912345679")],
                ],
                [[], [("phone", "12")], [("phone", "0912345679"), ("email", "a@b")]]
            ),
            (
                "address",
                [[("address", "Số 1, phố Minh Họa"), ("request", "Hai bản\r\ncho con")], []],
                [[("address", String(repeating: "ợ", count: 301))]]
            ),
            (
                "field.soBan", [[("field.soBan", "2")], [("field.soBan", "2,5")]],
                [[("field.soBan", "hai")], [("field.soBan", "nan")], []]
            ),
            ("field.tenCon", [[("field.tenCon", "Bé Minh Họa")]], [[], [("field.tenCon", "  ")]]),
            ("field.ngay", [[("field.ngay", "2017-06-30")], []], [[("field.ngay", "30/6")]]),
            ("field.loai", [[("field.loai", "bản sao")], []], [[("field.loai", "bản khác")]]),
            ("field.gap", [[("field.gap", "true")], [("field.gap", "false")], []], []),
            (
                "papers",
                [[("paper", "Tờ khai")], [("paper", "Tờ khai"), ("paper", "Giấy chứng sinh")]],
                [[], [("paper", "Sổ đỏ")]]
            ),
            // Pictures may be left out.
            ("files", [[]], []),
            (
                "return", [[("returnWay", "counter")], [("returnWay", "online")]],
                [[], [("returnWay", "tau")]]
            ),
        ]

    /// One right answer to everything.
    static var right: [(String, String)] { answers.flatMap { $0.right[0] } }

    static func right(without name: String, _ value: String? = nil) -> [(String, String)] {
        right.filter { $0.0 != name } + (value.map { [(name, $0)] } ?? [])
    }
}

extension DossierTestOffice {
    /// Lets the second procedure go online.
    func offerExtracts() async throws {
        try await publish(FilingExtractSamples.version())
        try await issue(FilingExtractSamples.sheet)
    }

    /// Puts the next issue of its process into force.
    func revise(_ version: ProcessVersion, from day: String) async throws {
        for command in [
            .draft(version),
            .publish(version.code, issue: version.issue, effective: ProcedureSamples.day(day)),
        ] as [Processes.Command] {
            _ = try await desk.perform(.processes(command), by: nil, at: sources.now)
        }
    }

    /// Files in one request and returns the code.
    func fileExtract(
        _ fields: [(String, String)] = FilingExtractSamples.right
    ) async throws -> String {
        let answer = try await post(
            "/file/\(FilingExtractSamples.code)", as: nil, fields, wantsJSON: true)
        #expect(answer.status == .created, "\(answer.text)")
        return try #require(try answer.json()["filing"] as? String)
    }

    /// What the citizen said, as it is kept beside the ledger.
    func applicant(of code: String) async throws -> Dossiers.Applicant? {
        let registration = try await filing(code).registration
        return try await desk.read { try $0.applicant(of: registration) }
    }
}
