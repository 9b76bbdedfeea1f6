// The procedure changes while somebody files, and while the filing waits: the refusal is clear, and
// nothing that was said is lost.

import Engine
import HTTPTypes
import Ledger
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct `A procedure that changes while somebody files` {
    private static let base = "/file/\(FilingExtractSamples.code)"

    /// Everything was answered, nothing sent.
    private func run(
        _ body: (DossierTestOffice, FilingCitizen) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            var citizen = FilingCitizen(office: office)
            _ = try await citizen.begin(FilingExtractSamples.code.rawValue)
            for page in FilingExtractSamples.answers {
                _ = try await citizen.post("\(Self.base)/\(page.question)", page.right[0])
            }
            try await body(office, citizen)
        }
    }

    private func end(_ office: DossierTestOffice, through day: String) async throws {
        _ = try await office.desk.perform(
            .procedures(
                .end(
                    FilingExtractSamples.code, through: ProcedureSamples.day(day), reason: "hết")),
            by: nil, at: office.sources.now)
    }

    @Test func `is not taken after its last day, and goes on when it comes back`() async throws {
        try await run { office, citizen in
            try await end(office, through: "2017-07-03")
            try office.set("2017-07-04T09:00")
            let before = try await office.sequence()
            for page in ["review", "person", "papers"] {
                let shown = try await citizen.open("\(Self.base)/\(page)")
                #expect(shown.status == .notFound)
                #expect(shown.text.contains("không còn được tiếp nhận"))
                let sent = try await citizen.post("\(Self.base)/\(page)", [("name", "x")])
                #expect(sent.status == .notFound)
            }
            #expect(try await office.sequence() == before)
            try await office.issue(FilingExtractSamples.sheet, from: "2017-07-05")
            try office.set("2017-07-05T09:00")
            let review = try await citizen.open("\(Self.base)/review")
            #expect(review.status == .ok && review.text.contains("Hồ Thị Hư Cấu"))
            let sent = try await citizen.post("\(Self.base)/review")
            #expect(sent.location == "\(Self.base)/done")
        }
    }

    @Test func `leaves the number to read when it has ended after the sending`() async throws {
        try await run { office, citizen in
            _ = try await citizen.post("\(Self.base)/review")
            try await end(office, through: "2017-07-03")
            try office.set("2017-07-04T09:00")
            let done = try await citizen.open("\(Self.base)/done")
            #expect(done.status == .ok && done.text.contains("DK-PA-170703-0001"))
            done.expectSound("done")
            let other = FilingCitizen(office: office)
            #expect(try await other.open("\(Self.base)/done").status == .notFound)
            // It was sent in time, so the office takes it in.
            let accepted = try await office.post(
                "/filings/DK-PA-170703-0001/acts", as: "chi", [("act", "accept")])
            #expect(accepted.location == "/dossiers/PA-170704-0001/receipt?new=1")
        }
    }

    @Test func `asks for what its new form wants, and keeps the rest`() async throws {
        try await run { office, citizen in
            let fields =
                FilingExtractSamples.fields + [
                    FormField(key: "noiSinh", label: "Nơi sinh", type: .text, required: true)
                ]
            try await office.revise(
                FilingExtractSamples.version(issue: 2, fields: fields), from: "2017-07-04")
            try office.set("2017-07-04T09:00")
            let place = "\(Self.base)/field.noiSinh"
            #expect(try await citizen.open("\(Self.base)/review").location == place)
            #expect(try await citizen.post("\(Self.base)/review").location == place)
            let answered = try await citizen.post(place, [("field.noiSinh", "Phường A")])
            #expect(answered.location == "\(Self.base)/review")
            #expect(try await citizen.post("\(Self.base)/review").location.hasSuffix("/done"))
            let registration = try await office.filing("DK-PA-170704-0001").registration
            #expect(registration.fields["noiSinh"] == .text("Phường A"))
            #expect(registration.fields["soBan"] == .number(2))
        }
    }

    @Test func `leads back to the papers when one of them is none any more`() async throws {
        try await run { office, citizen in
            try await office.revise(
                FilingExtractSamples.version(issue: 2, components: ["Đơn mới"]),
                from: "2017-07-04")
            try office.set("2017-07-04T09:00")
            let sent = try await citizen.post("\(Self.base)/review")
            #expect(sent.location == "\(Self.base)/papers")
            let page = try await citizen.open("\(Self.base)/papers").text
            #expect(page.contains("Đơn mới") && !page.contains("Giấy chứng sinh"))
            let next = try await citizen.post("\(Self.base)/papers", [("paper", "Đơn mới")])
            #expect(next.location == "\(Self.base)/review")
        }
    }

    @Test func `leads back to the way of return when it is not offered any more`() async throws {
        try await run { office, citizen in
            var sheet = FilingExtractSamples.sheet
            sheet.returnWays = [.home, .post]
            try await office.issue(sheet, from: "2017-07-04")
            try office.set("2017-07-04T09:00")
            let sent = try await citizen.post("\(Self.base)/review")
            #expect(sent.location == "\(Self.base)/return")
            // One way alone is no question: it is taken.
            sheet.returnWays = [.post]
            try await office.issue(sheet, from: "2017-07-05")
            try office.set("2017-07-05T09:00")
            #expect(try await citizen.open("\(Self.base)/review").status == .ok)
            _ = try await citizen.post("\(Self.base)/review")
            let registration = try await office.filing("DK-PA-170705-0001").registration
            #expect(registration.returnWay == .post)
        }
    }
}

@Suite struct `A process that changes while a filing waits` {
    private func run(
        _ body: (DossierTestOffice, String) async throws -> Void
    ) async throws {
        try await DossierTestOffice.run { office in
            try await office.offerExtracts()
            try await body(office, try await office.fileExtract())
        }
    }

    /// The fields of the next issue, in force on the day after.
    private func change(
        _ office: DossierTestOffice, _ edit: (inout [FormField]) -> Void
    ) async throws {
        var fields = FilingExtractSamples.fields
        edit(&fields)
        try await office.revise(
            FilingExtractSamples.version(issue: 2, fields: fields), from: "2017-07-04")
        try office.set("2017-07-04T09:00")
    }

    private func accept(
        _ code: String, _ office: DossierTestOffice
    ) async throws -> Dossiers.Dossier {
        let answer = try await office.answer(.accept(code), by: "chi")
        return try await office.state(String(answer.stream.dropFirst("dossier/".count)))
    }

    @Test func `takes in what the form of today asks for, and keeps the rest with the filing`()
        async throws
    {
        try await run { office, code in
            try await change(office) { $0.removeAll { $0.key == "ngay" || $0.key == "gap" } }
            let page = try await office.open("/filings/\(code)", as: "chi")
            #expect(page.status == .ok)
            let dossier = try await accept(code, office)
            #expect(dossier.registration.issue == 2)
            let filled = Set(dossier.instance.map { Array($0.fields.keys) } ?? [])
            #expect(filled == ["soBan", "loai"])
            let filing = try await office.filing(code)
            #expect(filing.registration.fields["ngay"] == .text("2017-06-30"))
        }
    }

    @Test func `takes in what lacks a field that became required, and asks for it in the work`()
        async throws
    {
        try await run { office, code in
            try await change(office) {
                $0.append(FormField(key: "noiSinh", label: "Nơi sinh", type: .text, required: true))
            }
            let dossier = try await accept(code, office)
            let item = try #require(dossier.instance?.items.first)
            let code = dossier.registration.code
            await #expect(throws: Dossiers.Rejection.work(.fieldMissing(label: "Nơi sinh"))) {
                try await office.act(
                    .complete(item.id, product: "x", fields: [:]), on: code, by: "chi")
            }
            try await office.act(
                .complete(item.id, product: "x", fields: ["noiSinh": .text("Phường A")]),
                on: code, by: "chi")
        }
    }

    @Test func `refuses what its form does not take any more, and the filing waits on`()
        async throws
    {
        try await run { office, code in
            try await change(office) { fields in
                fields[3] = FormField(key: "loai", label: "Loại", type: .choice(["khác"]))
            }
            let before = try await office.sequence()
            let page = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")])
            #expect(page.status == .unprocessableContent && page.text.contains("Loại"))
            page.expectSound("refused")
            #expect(try await office.sequence() == before)
            #expect(try await office.filing(code).standing == .waiting)
            #expect(try await office.applicant(of: code) != nil, "nothing is lost")
            #expect(try await office.number("SELECT count(*) AS n FROM dossierNumber") == 0)
            try await office.answer(.refuse(code, reason: "Mẫu đã đổi, xin nộp lại"), by: "chi")
            #expect(try await office.filing(code).standing == .refused)
        }
    }

    @Test func `that is in use no more is said, and the filing waits on`() async throws {
        try await run { office, code in
            _ = try await office.desk.perform(
                .processes(
                    .retire(
                        FilingExtractSamples.code, through: ProcedureSamples.day("2017-07-03"),
                        reason: "hết")), by: nil, at: office.sources.now)
            try office.set("2017-07-04T09:00")
            let shown = try await office.open("/filings/\(code)", as: "chi")
            #expect(shown.status == .ok && shown.text.contains("Hồ Thị Hư Cấu"))
            let json = try await office.post(
                "/filings/\(code)/acts", as: "chi", [("act", "accept")], wantsJSON: true)
            #expect(try json.code() == "dossiers.processUnknown")
            #expect(try await office.filing(code).standing == .waiting)
            let report = try await office.desk.read { try LedgerReplay.run($0) }
            #expect(report.isClean, "\(report.findings)")
        }
    }

    @Test func `with other papers shows which are not named, and takes in what was`() async throws {
        try await run { office, code in
            try await office.revise(
                FilingExtractSamples.version(issue: 2, components: ["Đơn mới", "Tờ khai"]),
                from: "2017-07-04")
            try office.set("2017-07-04T09:00")
            let json = try await office.open("/filings/\(code)", as: "chi", wantsJSON: true).json()
            #expect(json["missing"] as? [String] == ["Đơn mới"])
            let dossier = try await accept(code, office)
            #expect(dossier.registration.papers.map(\.name) == ["Tờ khai"])
        }
    }
}
