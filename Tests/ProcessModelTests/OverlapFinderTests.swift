// Overlaps between processes: found, explained, and not too slowly in a large catalogue.

import ProcessModel
import Testing
import WorkTime

struct OverlapFinderTests {
    private typealias Samples = ProcessSamples

    private func process(
        _ code: ProcessCode, title: String, unit: String, work: String, product: String = "",
        forms: [Form] = []
    ) -> ProcessVersion {
        var version = Samples.line([
            Samples.step("b1", title: work, unit: unit) { step in
                step.product = product
                step.performer = .member(of: .code(unit))
            }
        ])
        version.code = code
        version.title = title
        version.forms = forms
        return version
    }

    private func overlaps(_ versions: ProcessVersion...) -> [Overlap] {
        OverlapFinder().overlaps(in: versions)
    }

    @Test func `The same work of two units is found, whatever its capitals and marks`() throws {
        let found = overlaps(
            process("A", title: "Một", unit: "TP", work: "Tổng hợp báo cáo tháng"),
            process("B", title: "Hai", unit: "NV", work: "TỔNG HỢP  báo cáo thang"))
        let overlap = try #require(found.first)
        #expect(found.count == 1 && overlap.reason == .sameWork)
        #expect(overlap.places.map(\.unit) == ["TP", "NV"])
        #expect(overlap.places.map(\.process) == ["A", "B"])
        #expect(overlap.explanation.vi.contains("2 đơn vị"))
    }

    @Test func `The same work of one unit in many processes is no overlap`() {
        let versions = (0..<90).map {
            process(ProcessCode("P\($0)"), title: "Tên \($0)", unit: "MC", work: "Tiếp nhận hồ sơ")
        }
        #expect(OverlapFinder().overlaps(in: versions).isEmpty)
    }

    @Test func `Nearly the same words are found with the share they have in common`() throws {
        let found = overlaps(
            process(
                "A", title: "Một", unit: "TP", work: "Lập báo cáo kết quả thực hiện hằng tháng"),
            process("B", title: "Hai", unit: "NV", work: "Lập báo cáo kết quả hằng tháng"),
            process("C", title: "Ba", unit: "NV", work: "Kiểm tra thực địa tại phường"))
        #expect(found.map(\.reason) == [.similarWork(7.0 / 9.0)])
        #expect(found.first?.explanation.en.contains("77%") == true)
    }

    @Test func `Titles, forms and products that occur twice are found`() {
        let form = Form(code: "BM", title: "Phiếu kiểm tra")
        let found = overlaps(
            process(
                "A", title: "Cấp phép", unit: "TP", work: "Ký",
                product: "Biên bản kiểm tra thực địa",
                forms: [form]),
            process(
                "B", title: "Cấp  PHÉP", unit: "NV", work: "In",
                product: "Biên bản kiểm tra thực địa", forms: [form]))
        #expect(found.map(\.reason) == [.sameTitle, .sameForm, .sameProduct])
        for overlap in found {
            #expect(overlap.places.count == 2)
            #expect(!overlap.explanation.vi.isEmpty && !overlap.explanation.en.isEmpty)
        }
    }

    @Test func `Work of one word or of two says too little`() {
        let found = overlaps(
            process("A", title: "Một", unit: "TP", work: "Ký duyệt"),
            process("B", title: "Hai", unit: "NV", work: "Ký duyệt"))
        #expect(found.isEmpty)
    }

    @Test func `Ten times as many processes do not take a hundred times as long`() {
        func catalogue(_ count: Int) -> [ProcessVersion] {
            (0..<count).map { number in
                process(
                    ProcessCode("P\(number)"), title: "Quy trình số \(number)",
                    unit: "U\(number % 30)",
                    work: "Thẩm định hồ sơ loại \(number) của đơn vị \(number % 70)",
                    product: "Phiếu thẩm định loại \(number / 2)")
            }
        }
        let clock = ContinuousClock()
        let (small, large) = (catalogue(100), catalogue(1000))
        let finder = OverlapFinder()
        let short = (0..<3).map { _ in clock.measure { _ = finder.overlaps(in: small) } }.min()
        let long = clock.measure { _ = finder.overlaps(in: large) }
        #expect(long < (short ?? .zero) * 50 + .milliseconds(500))
    }
}
