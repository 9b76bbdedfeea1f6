// Names of works as offices write them: which begin with a verb, which name a post.

import ProcessModel
import Testing
import WorkTime

struct WorkVerbTableTests {
    private static func severity(of work: String) -> Diagnostic.Severity? {
        var version = ProcessSamples.clear
        version.step("b2") { $0.work = work }
        let findings = ProcessSamples.findings(version)
        return findings.first { $0.rule == "work" && $0.node == "b2" }?.severity
    }

    @Test(arguments: [
        "Tiếp nhận hồ sơ", "TIẾP NHẬN HỒ SƠ", "tiep nhan ho so", "Thẩm định", "Ký duyệt",
        "Ký giấy phép", "Kê khai thuế", "Kiểm tra thực địa", "Kiểm soát hồ sơ", "Trình ký",
        "Trả kết quả", "Phát hành văn bản", "Lập tờ trình", "Xác minh nguồn gốc đất",
        "Niêm yết công khai", "Soạn thảo văn bản", "Đăng ký khai sinh", "Đề xuất phương án",
        "In giấy chứng nhận", "Họp hội đồng", "Lưu hồ sơ", "Giao nhiệm vụ", "Gửi thông báo",
        "Thu phí", "Chuyển hồ sơ", "Hoàn thiện hồ sơ", "Tổng hợp báo cáo", "Bàn giao hồ sơ",
        "Cập nhật dữ liệu", "Rà soát danh mục", "  Ký  ", "“Ký” văn bản", "Số hóa giấy tờ",
        "Ra soát", "Ban hành quyết định", "Vào sổ", "Dự thảo quyết định", "Đo đạc",
    ])
    func `A work that begins with a verb is clear`(work: String) {
        #expect(Self.severity(of: work) == nil)
    }

    @Test(arguments: [
        "Phòng Tư pháp", "phòng tài nguyên", "Lãnh đạo phòng", "UBND quận", "Văn thư",
        "Chuyên viên thụ lý", "Cán bộ một cửa", "Công chức tư pháp", "Chủ tịch ký",
        "Trưởng phòng duyệt", "Bộ phận một cửa", "Chi cục thuế", "Trung tâm hành chính",
        "Văn phòng HĐND", "Giám đốc",
    ])
    func `A post or a unit is no work`(work: String) {
        #expect(Self.severity(of: work) == .error)
    }

    @Test(arguments: ["Hồ sơ", "Giấy phép xây dựng", "Kế hoạch năm", "123", "Application"])
    func `What is neither is a note, and keeps nothing from being published`(work: String) {
        #expect(Self.severity(of: work) == .note)
    }

    @Test(arguments: ["", " ", "\n\t", "…", "---"])
    func `Signs alone state no work`(work: String) {
        #expect(Self.severity(of: work) == .error)
    }
}
