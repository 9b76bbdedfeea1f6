// The catalogue and the list of gaps: search, filters, pages, counts.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessCatalogueTests {
    typealias Filter = Processes.CatalogueFilter

    private func catalogue(
        _ filter: Filter, in office: ProcessTestOffice
    ) async throws -> Processes.Catalogue {
        let viewer = try await office.viewer()
        return try await office.desk.read { try $0.catalogue(filter, of: viewer, in: .vi) }
    }

    private func office(
        _ versions: [ProcessVersion], drafts: [ProcessVersion] = []
    ) async throws -> ProcessTestOffice {
        let office = try await ProcessTestOffice.open()
        for version in versions { try await office.publish(version) }
        for version in drafts { try await office.perform(.draft(version)) }
        return office
    }

    @Test(arguments: [
        ("khai sinh", ["A-1", "A-2"]), ("KHAI SINH", ["A-1", "A-2"]),
        ("Khai  Sinh", ["A-1", "A-2"]), ("sinh khai", ["A-1", "A-2"]), ("a-2", ["A-2"]),
        ("khai tử", ["A-3"]), ("khai tu", ["A-3"]), ("không có", []), ("%", ["A-4"]), ("_", []),
        ("100%", ["A-4"]), ("", ["A-1", "A-2", "A-3", "A-4"]),
    ])
    func `search knows no marks, no capitals and no wild cards`(
        _ words: String, _ found: [String]
    ) async throws {
        let office = try await office([
            ProcessTestSamples.clear("A-1", title: "Đăng ký khai sinh"),
            ProcessTestSamples.clear("A-2", title: "Đăng ký lại khai sinh"),
            ProcessTestSamples.clear("A-3", title: "Đăng ký khai tử"),
            ProcessTestSamples.clear("A-4", title: "Giảm 100% phí"),
        ])
        let result = try await catalogue(Filter(words: words), in: office)
        #expect(result.rows.map(\.code.rawValue) == found)
        #expect(result.matching == found.count)
        try await office.close()
    }

    @Test func `filters narrow down and their values are offered`() async throws {
        var other = ProcessTestSamples.clear("B-1", title: "Lịch tuần")
        other.kind = .operating
        other.field = "Điều hành"
        other.ownerUnit = "MC"
        let office = try await office([ProcessTestSamples.clear("A-1"), other])
        for filter in [
            Filter(kind: "operating"), Filter(field: "Điều hành"), Filter(unit: "MC"),
        ] {
            #expect(try await catalogue(filter, in: office).rows.map(\.code) == ["B-1"])
        }
        let all = try await catalogue(Filter(), in: office)
        #expect(all.fields == ["Hộ tịch", "Điều hành"])
        #expect(
            all.units == [
                .init(code: "MC", name: "Bộ phận một cửa"), .init(code: "NV", name: "Phòng Nội vụ"),
            ])
        #expect(try await catalogue(Filter(kind: "operating", unit: "NV"), in: office).rows.isEmpty)
        try await office.close()
    }

    @Test func `each process stands once, by the issue that counts today`() async throws {
        let office = try await office(
            [ProcessTestSamples.clear("A-1")],
            drafts: [
                ProcessTestSamples.clear("A-1", title: "Bản sửa", issue: 2),
                ProcessTestSamples.clear("A-2", title: "Mới soạn"),
            ])
        try await office.publish(ProcessTestSamples.clear("A-3"), from: "2017-12-01")
        let result = try await catalogue(Filter(), in: office)
        #expect(
            result.rows.map(\.title) == [
                "Đăng ký khai sinh", "Mới soạn", "Đăng ký khai sinh",
            ])
        #expect(result.rows.map(\.standing) == [.inForce, .draft, .coming])
        #expect(
            result.counts == .init(processes: 3, inForce: 1, drafts: 2, gaps: 0))
        #expect(result.rows.first?.owner == "Phòng Nội vụ")
        #expect(result.rows.first?.term == "5 ngày làm việc")
        #expect(result.rows.first?.steps == 2)
        try await office.close()
    }

    @Test func `pages go on from the last code, none twice, none left out`() async throws {
        let codes = (1...120).map { "P-\($0 + 100)" }
        let office = try await office(
            [], drafts: codes.map { ProcessTestSamples.clear(ProcessCode($0)) })
        var found: [String] = []
        var sizes: [Int] = []
        var after: String? = ""
        while let from = after {
            let page = try await catalogue(Filter(after: from), in: office)
            found += page.rows.map(\.code.rawValue)
            sizes.append(page.rows.count)
            after = page.next
        }
        #expect(found == codes)
        #expect(sizes == [50, 50, 20])
        try await office.close()
    }

    @Test func `gaps come by their date, in pages, by rule`() async throws {
        var version = ProcessTestSamples.clear("G-1")
        version.waivers =
            (10...79).map {
                ProcessTestSamples.waiver("substitute", nil, mendBy: "20\($0)-01-01")
            } + [ProcessTestSamples.waiver("product", "b1", mendBy: "2017-07-31")]
        let office = try await office([version])
        let viewer = try await office.viewer()
        var dates: [DayNumber] = []
        var after: String? = ""
        while let from = after {
            let page = try await office.desk.read {
                try $0.gaps(rule: "", after: from, of: viewer)
            }
            dates += page.rows.map(\.mendBy)
            after = page.next
            #expect(page.total == 71)
            #expect(page.expired == 9)
        }
        #expect(dates.count == 71)
        #expect(dates == dates.sorted())
        let one = try await office.desk.read { try $0.gaps(rule: "product", after: "", of: viewer) }
        #expect(one.rows.count == 1)
        #expect(one.rows.first?.isExpired == true)
        #expect(one.rows.first?.missing.isEmpty == true)
        #expect(one.rules.map(\.rule) == ["substitute", "product"])
        try await office.close()
    }

    @Test(arguments: ["", "1", "1:2", "a:b:c", "::", "1:x:C"])
    func `a key that is none begins at the start`(_ text: String) {
        #expect(Processes.GapKey(text) == nil)
    }

    @Test func `gaps of an issue that no longer counts are not shown`() async throws {
        var first = ProcessTestSamples.clear("G-2")
        first.waivers = [ProcessTestSamples.waiver("product", "b1", mendBy: "2018-01-01")]
        let office = try await office([first])
        try await office.publish(ProcessTestSamples.clear("G-2", issue: 2), from: "2017-07-01")
        let viewer = try await office.viewer()
        let gaps = try await office.desk.read { try $0.gaps(rule: "", after: "", of: viewer) }
        #expect(gaps.rows.isEmpty)
        try await office.close()
    }
}
