// Thresholds of the search for overlaps: what is the same text, what is near, what is too short.

import ProcessModel
import Testing
import WorkTime

struct OverlapTableTests {
    private static func process(
        _ code: ProcessCode, unit: String, work: String, title: String = "", product: String = ""
    ) -> ProcessVersion {
        var version = ProcessSamples.line([
            ProcessSamples.step("b1", title: work, unit: unit) { $0.product = product }
        ])
        version.code = code
        version.title = title.isEmpty ? "Quy trình \(code)" : title
        version.forms = []
        return version
    }

    private static func works(
        _ first: String, _ second: String, by finder: OverlapFinder = OverlapFinder()
    ) -> [Overlap] {
        finder.overlaps(in: [
            process("A", unit: "TP", work: first), process("B", unit: "NV", work: second),
        ])
    }

    @Test(arguments: [
        ("Lập báo cáo quý", "lập báo cáo quý"), ("Lập báo cáo quý", "LẬP BÁO CÁO QUÝ"),
        ("Lập báo cáo quý", "Lap bao cao quy"), ("Lập báo cáo quý", "  Lập  báo\ncáo quý. "),
        ("Lập báo cáo quý", "Lập báo-cáo (quý)"), ("Đăng ký hộ tịch", "dang ky ho tich"),
        ("Kiểm tra số 12", "KIỂM TRA SỐ 12"), ("Lập báo cáo quý", "La\u{323}\u{302}p báo cáo quý"),
    ])
    func `Capitals, marks, spaces and signs do not make another work`(
        first: String, second: String
    ) {
        #expect(Self.works(first, second).map(\.reason) == [.sameWork])
    }

    @Test(arguments: [
        ("Ký duyệt", "Ký duyệt"), ("Ký", "Ký"), ("", ""), ("Lập báo cáo quý", "Thẩm định hồ sơ"),
        ("Lập báo cáo quý", "Nộp báo cáo tháng"), ("Kiểm tra số 12", "Kiểm tra số 13 lần hai"),
    ])
    func `Short works and works of other words are left alone`(first: String, second: String) {
        #expect(Self.works(first, second).isEmpty)
    }

    /// Words in common, of all words of both.
    @Test(
        arguments: [
            ("một hai ba bốn", "một hai ba", 3.0 / 4),
            ("một hai ba bốn", "một hai ba bốn năm", 4.0 / 5),
            ("một hai ba bốn", "bốn ba hai năm sáu", 3.0 / 6),
            ("một hai ba", "hai ba bốn", 2.0 / 4),
            ("một hai ba bốn năm sáu bảy", "một hai ba bốn năm sáu tám", 6.0 / 8),
        ] as [(String, String, Double)])
    func `Nearness is the share of words in common, and the least share decides`(
        first: String, second: String, share: Double
    ) {
        let at = OverlapFinder(leastShare: share)
        let above = OverlapFinder(leastShare: share + 0.01)
        #expect(Self.works(first, second, by: at).map(\.reason) == [.similarWork(share)])
        #expect(Self.works(first, second, by: above).isEmpty)
    }

    @Test(arguments: [(1, 3), (2, 2), (3, 1), (4, 0)])
    func `Works below the least number of words are not compared`(words: Int, found: Int) {
        let texts = ["Ký", "Ký duyệt", "Ký duyệt phiếu"]
        let versions = ["TP", "NV"].flatMap { unit in
            texts.map { Self.process(ProcessCode("\(unit) \($0)"), unit: unit, work: $0) }
        }
        let finder = OverlapFinder(leastShare: 1, leastWords: words)
        let works = finder.overlaps(in: versions).filter { $0.reason == .sameWork }
        #expect(works.count == found)
    }

    @Test func `Of one unit the first place is shown`() throws {
        let versions = [
            ("A", "TP"), ("B", "NV"), ("C", "TP"), ("D", "VP"),
        ].map { Self.process(ProcessCode($0.0), unit: $0.1, work: "Lập báo cáo quý") }
        let overlap = try #require(OverlapFinder().overlaps(in: versions).first)
        #expect(overlap.places.map(\.process) == ["A", "B", "D"])
        #expect(overlap.places.map(\.node) == ["b1", "b1", "b1"])
        #expect(
            overlap.explanation
                == Bilingual(
                    vi: "việc “Lập báo cáo quý” có ở 3 đơn vị, trong 3 quy trình",
                    en: "the work “Lập báo cáo quý” is done by 3 units, in 3 processes"))
    }

    @Test func `A product that a rule filled in is not compared`() {
        var versions = [("A", "TP", "Ký"), ("B", "NV", "In")].map {
            Self.process(
                ProcessCode($0.0), unit: $0.1, work: $0.2, product: "Biên bản kiểm tra")
        }
        #expect(OverlapFinder().overlaps(in: versions).map(\.reason) == [.sameProduct])
        versions[1].step("b1") { $0.derived = [.product] }
        #expect(OverlapFinder().overlaps(in: versions).isEmpty)
    }

    @Test(
        arguments: [
            (Overlap.Reason.sameTitle, "2 quy trình cùng tên “x”", "2 processes are called “x”"),
            (
                .sameWork, "việc “x” có ở 2 đơn vị, trong 2 quy trình",
                "the work “x” is done by 2 units, in 2 processes"
            ),
            (
                .similarWork(0.8), "việc gần giống nhau (80% số từ): “x” và “y”",
                "nearly the same work (80% of the words): “x” and “y”"
            ),
            (.sameForm, "biểu mẫu “x” có ở 2 quy trình", "the form “x” stands in 2 processes"),
            (
                .sameProduct, "sản phẩm “x” do 2 đơn vị cùng làm ra",
                "the product “x” is made by 2 units"
            ),
        ] as [(Overlap.Reason, String, String)])
    func `An overlap is explained in both languages`(
        reason: Overlap.Reason, vi: String, en: String
    ) throws {
        let found = OverlapFinder().overlaps(in: [
            Self.process("A", unit: "TP", work: "Ký", title: "Trùng"),
            Self.process("B", unit: "NV", work: "In", title: "Trùng"),
        ])
        var overlap = try #require(found.first)
        overlap.reason = reason
        overlap.places[0].text = "x"
        overlap.places[0].unit = "TP"
        overlap.places[1].text = "y"
        #expect(overlap.explanation == Bilingual(vi: vi, en: en))
    }
}
