// No answer holds a personal value of an applicant or the name of an officer, whatever was typed.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `What a tracking answer never holds` {
    private static let given = ["Đặng", "Bùi", "Lỗ", "Quách", "Trịnh", "Ỷ"]
    private static let middle = ["Thị", "Văn", "Hữu", "Mỹ"]
    private static let last = ["Huyền-Trân", "Ấn", "Ngọc", "D'Arc", "Đỗ Quyên"]

    /// A name that stands nowhere else on a page.
    private func name(_ chance: inout DossierTestChance) -> String {
        "\(chance.pick(Self.given)) \(chance.pick(Self.middle)) \(chance.pick(Self.last)) "
            + "Zq\(chance.below(100_000))"
    }

    private func applicant(_ chance: inout DossierTestChance) -> Dossiers.Applicant {
        Dossiers.Applicant(
            name: name(&chance), identity: "0\(10_000_000_000 + chance.below(1_000_000))",
            phone: "0987 6\(chance.below(10))0 \(100 + chance.below(900))",
            address: "Số \(chance.below(99)), ngõ Zq\(chance.below(9_999))",
            email: "zq\(chance.below(9_999))@example.org", submitter: name(&chance),
            request: "Khai sinh cho con", fields: ["tenCon": name(&chance)])
    }

    private func values(of applicant: Dossiers.Applicant) -> [String] {
        [
            applicant.name, applicant.identity, applicant.phone, applicant.address,
            applicant.email, applicant.submitter,
        ] + applicant.fields.values
    }

    /// Of everybody in the ward.
    private static let officers = DossierTestSamples.people.map { "Người \($0)" }

    @Test(arguments: [7, 2_017, 99, 4_242])
    func `a name, a number, an address, or who works on it`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireAdministrator()
            var chance = DossierTestChance(seed: seed)
            for _ in 0..<6 {
                let applicant = applicant(&chance)
                let code = try await office.receive { $0.applicant = applicant }
                let digits = String(applicant.phone.filter(\.isNumber).suffix(4))
                let typed = [
                    "Giấy khai sinh của \(applicant.name)",
                    "Bản sao thẻ (\(applicant.identity))",
                    "Ủy quyền của "
                        + applicant.submitter.uppercased(),
                    "Giấy do Người ha ký", "Đơn gửi từ \(applicant.address)",
                ]
                for act in 0..<14 {
                    if try await office.state(code).instance?.items.isEmpty ?? true { break }
                    let item = try await office.item(code)
                    if act == 2, item.offer == nil {
                        try await office.askPapers(
                            code, typed, reason: "Thiếu giấy của \(applicant.name)")
                        try await expectHidden(code, digits, applicant, office)
                        try await office.bringPapers(code)
                    }
                    try await office.advance(code)
                    try await expectHidden(code, digits, applicant, office)
                    office.sources.set(office.now + chance.below(200))
                }
            }
        }
    }

    private func expectHidden(
        _ code: String, _ digits: String, _ applicant: Dossiers.Applicant,
        _ office: DossierTestOffice
    ) async throws {
        for (asked, wantsJSON, language) in [
            ("", true, "vi"), (digits, true, "vi"), (digits, false, "vi"), (digits, false, "en"),
            ("", false, "vi"),
        ] {
            let answer = try await office.track(
                code, asked, wantsJSON: wantsJSON, language: language)
            #expect(answer.status == .ok)
            let bytes = answer.text.lowercased()
            for value in values(of: applicant) + Self.officers {
                #expect(!bytes.contains(value.lowercased()), "\(value) after \(asked)")
            }
            #expect(!bytes.contains("zq"), "a piece of a name")
        }
    }
}

@Suite struct `The veil over typed words` {
    @Test(arguments: [
        ("Giấy của Đặng Thị Hư Cấu", "Giấy của …"),
        ("Giấy của ĐẶNG THỊ HƯ CẤU.", "Giấy của …"),
        ("Giấy của dang thi hu cau", "Giấy của …"),
        ("(Đặng Thị Hư Cấu)", "(…)"),
        ("Đặng Thị Hư Cấu và Đặng Thị Hư Cấu", "… và …"),
        ("Số thẻ 012345678901", "Số thẻ …"), ("Gọi 0912 345 678", "Gọi …"),
        ("Tờ khai", "Tờ khai"), ("Giấy chứng sinh, 2 bản", "Giấy chứng sinh, 2 bản"),
        ("Đặng Thị khác", "Đặng Thị khác"), ("", ""), ("  ", "  "),
    ])
    func `takes the name away and leaves the paper`(_ typed: String, _ shown: String) {
        let veil = Tracking.Veil(DossierTestSamples.intake.applicant, officers: ["Người chi"])
        #expect(veil(typed) == shown)
    }

    @Test func `a short single word is no name`() {
        let veil = Tracking.Veil(["Tư", "01"])
        #expect(veil("Tư pháp 01") == "Tư pháp 01")
        #expect(Tracking.Veil(["Tư Thế"])("Giấy của tư thế") == "Giấy của …")
    }

    @Test func `a request that is the procedure's own name stays readable`() {
        var applicant = DossierTestSamples.intake.applicant
        applicant.request = "Tờ khai"
        #expect(Tracking.Veil(applicant, officers: [])("Tờ khai") == "Tờ khai")
    }

    @Test func `without anything to hide every word stays`() {
        #expect(Tracking.Veil(nil, officers: [])("Giấy  tờ ") == "Giấy  tờ ")
    }
}
