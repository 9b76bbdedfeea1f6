// Whatever a sheet says stands on its page, as text; its JSON is the whole of it; its form reads
// back as the same sheet.

import Engine
import Foundation
import HTTPTypes
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `The page of a procedure` {
    /// Every typed text of the sheet that holds on that day.
    private func texts(of sheet: Procedures.Sheet, on day: DayNumber) -> [String] {
        let fees = sheet.fees.filter { fee in fee.through.map { $0 >= day } ?? true }
        // What is counted stands behind an amount, and nothing is counted of what is free.
        let feeTexts = fees.flatMap { [$0.when, $0.amount > 0 ? $0.per : "", $0.basis] }
        let termTexts = sheet.terms.flatMap { [$0.when, $0.basis] }
        return (sheet.results + sheet.conditions + feeTexts + termTexts).filter { !$0.isEmpty }
    }

    @Test(arguments: [3, 8, 21, 55] as [UInt64])
    func `says everything that the sheet says, and nothing of it as markup`(
        _ seed: UInt64
    ) async throws {
        try await DossierTestOffice.run { office in
            var sheets = ProcedureRandomSheets(seed: seed, texts: HostileText.all)
            for month in 1...6 {
                let sheet = sheets.sheet(of: "KS-01")
                try await office.issue(sheet, from: "2017-0\(month)-01")
                try office.set("2017-0\(month)-15T09:00")
                for language in ["vi", "en"] {
                    let page = try await office.open(
                        "/procedures/KS-01", as: nil, language: language)
                    #expect(page.status == .ok)
                    page.expectSound("\(seed) \(month) \(language)")
                    for text in texts(of: sheet, on: office.now.day) {
                        #expect(page.text.contains(HostileText.shown(text)), "\(text)")
                    }
                }
                let list = try await office.open("/procedures", as: nil)
                list.expectSound("list")
            }
        }
    }

    /// What a program reads.
    private struct Read: Decodable {
        struct Step: Decodable { let title: String }
        let sheet: Procedures.Sheet
        let issue: Int
        let effective: DayNumber
        let title: String
        let field: String
        let steps: [Step]
        let components: [String]
        let term: Term?
        let agency: String
        let forms: [String]
        let legalBasis: [String]
        let fees: [Procedures.Fee]
    }

    @Test(arguments: [4, 9] as [UInt64])
    func `is the same value for programs, whole`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            var sheets = ProcedureRandomSheets(seed: seed, texts: HostileText.all)
            for code in ["KS-01", "CT-02", "XN-03"] as [ProcessCode] {
                let sheet = sheets.sheet(of: code)
                try await office.issue(sheet)
                let answer = try await office.open(
                    "/procedures/\(code)", as: nil, wantsJSON: true)
                let read = try JSONDecoder().decode(Read.self, from: Data(answer.text.utf8))
                let day = office.now.day
                let page = try await office.desk.read { try $0.procedurePage(code, on: day) }
                #expect(read.sheet == sheet && read.issue == 1)
                #expect(read.effective == ProcedureSamples.day("2017-01-01"))
                #expect(read.title == page.title && read.field == "Hộ tịch")
                #expect(read.steps.map(\.title) == page.steps.map(\.title) && !read.steps.isEmpty)
                #expect(read.components == ["Tờ khai", "Giấy chứng sinh"])
                #expect(read.term == page.term && read.agency == "Phường")
                #expect(read.forms == ["Phiếu tiếp nhận", "Phiếu kiểm soát"])
                #expect(read.legalBasis == ["Luật Hộ tịch 2014, Điều 16"])
                #expect(
                    read.fees
                        == sheet.fees.filter { fee in fee.through.map { $0 >= day } ?? true })
            }
        }
    }

    @Test func `has no word missing in either language, wherever a citizen may come`()
        async throws
    {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue()
            try await office.issue(ProcedureSamples.certification)
            var paths = ["/", "/procedures", "/procedures?q=khong-co", "/procedures/KHONG-CO"]
            paths += Procedures.LifeEvent.allCases.map { "/procedures?event=\($0.rawValue)" }
            paths += ["KS-01", "CT-02"].map { "/procedures/\($0)" }
            for language in ["vi", "en"] {
                for path in paths {
                    let page = try await office.open(path, as: nil, language: language)
                    #expect(!page.text.isEmpty)
                    page.expectSound("\(path) \(language)")
                }
                for code in ["KS-01", "CT-02", "XN-03"] {
                    let path = "/procedures/\(code)/issue"
                    let form = try await office.open(path, as: "quy", language: language)
                    #expect(form.status == .ok)
                    form.expectSound("\(path) \(language)")
                }
            }
        }
    }
}

@Suite struct `The form of a sheet` {
    private static let path = "/procedures/KS-01/issue"
    /// What a cell or a line of the form can hold.
    private static let typed = HostileText.all.filter { $0 != "\u{202E}iahk hnis" }

    @Test(arguments: [2, 7, 30] as [UInt64])
    func `sent back as it stands is the same sheet`(_ seed: UInt64) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            var sheets = ProcedureRandomSheets(seed: seed, texts: Self.typed)
            for number in 1...5 {
                let sheet = sheets.sheet(of: "KS-01")
                try await office.issue(sheet, from: "2017-0\(number)-01")
                let page = try await office.open(Self.path, as: "quy")
                page.expectSound("form")
                let fields = try page.form(to: Self.path)
                    .map { $0.0 == "effective" ? ($0.0, "2017-0\(number)-20") : $0 }
                let answer = try await office.post(Self.path, as: "quy", fields)
                #expect(answer.status == .seeOther, "\(answer.text)")
                let told = try await office.desk.read { try $0.procedure("KS-01") }
                #expect(told?.issues.last?.sheet == sheet)
                #expect(told?.issues.count == 2 * number)
            }
        }
    }

    @Test(arguments: HostileText.all)
    func `keeps what was typed when something is wrong`(_ text: String) async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue()
            let fields = [
                ("effective", "2017-09-01"), ("nationalCode", "sai"), ("channel", "counter"),
                ("subject", "citizen"), ("returnWay", "counter"), ("results", text),
                ("conditions", text), ("keywords", text), ("fees", "\(text) | 5000"),
                ("terms", "\(text) | 3 working_days"),
            ]
            let page = try await office.post(Self.path, as: "quy", fields)
            #expect(page.status == .unprocessableContent)
            page.expectSound(text)
            let again = try page.form(to: Self.path)
            for name in ["results", "conditions", "keywords"] {
                let shown = again.first { $0.0 == name }?.1
                #expect(shown.map { HostileText.shown($0) } == HostileText.shown(text), "\(name)")
            }
            #expect(page.text.contains("value=\"sai\""), "what is wrong stands there too")
        }
    }

    @Test func `refuses what is too long for a line, and NUL never arrives`() async throws {
        try await DossierTestOffice.run { office in
            try await office.hireEditor()
            try await office.issue()
            let long = String(repeating: "ợ", count: Procedures.textMaximum + 1)
            let base = [
                ("effective", "2017-09-01"), ("channel", "counter"), ("subject", "citizen"),
                ("returnWay", "counter"),
            ]
            let refused = try await office.post(
                Self.path, as: "quy", base + [("results", long)], wantsJSON: true)
            #expect(try refused.code() == "procedures.textTooLong")
            let taken = try await office.post(
                Self.path, as: "quy", base + [("results", "Giấy\u{0} khai\r\n\r\nBản sao")])
            #expect(taken.status == .seeOther)
            let told = try await office.desk.read { try $0.procedure("KS-01") }
            #expect(told?.issues.last?.sheet.results == ["Giấy khai", "Bản sao"])
        }
    }
}
