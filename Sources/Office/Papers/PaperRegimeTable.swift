// The three regimes, as a table: number, title and confidence of each form, and the days.

import WorkTime

extension Papers.Regime {
    private typealias Row = (
        Papers.FormName, number: String, vi: String, en: String, Papers.Confidence
    )

    private static let firstOf2018 = DayNumber(year: 2019, month: 1, day: 6)
    private static let firstOf2025 = DayNumber(year: 2025, month: 7, day: 1)
    private static let circular = "TT 01/2018/TT-VPCP"

    /// Six forms (Article 9), in force from 6 January 2019.
    private static let rows2018: [Row] = [
        (
            .receipt, "01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment",
            .documented
        ),
        (
            .supplement, "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            "Request to complete the dossier", .documented
        ),
        (
            .refusal, "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal of the dossier",
            .documented
        ),
        (
            .apology, "04", "Phiếu xin lỗi và hẹn lại ngày trả kết quả",
            "Apology and new appointment", .partly
        ),
        (.slip, "05", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control slip", .documented),
        (.register, "06", "Sổ theo dõi hồ sơ", "Register of dossiers", .partly),
    ]

    /// Seven forms, of which we know number and title: the stop is new, 05 and 06 move on by one.
    private static let rows2025: [Row] = [
        (
            .receipt, "01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả", "Receipt and appointment",
            .titleOnly
        ),
        (
            .supplement, "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ",
            "Request to complete the dossier", .titleOnly
        ),
        (
            .refusal, "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ", "Refusal of the dossier",
            .titleOnly
        ),
        (
            .apology, "04", "Văn bản xin lỗi và đề nghị gia hạn",
            "Apology and request for extension", .titleOnly
        ),
        (
            .stop, "05", "Thông báo dừng giải quyết hồ sơ", "Notice that the dossier is stopped",
            .titleOnly
        ),
        (.slip, "06", "Phiếu kiểm soát quá trình giải quyết hồ sơ", "Control slip", .titleOnly),
        (.register, "07", "Sổ theo dõi hồ sơ", "Register of dossiers", .titleOnly),
    ]

    static let decision2015 = Self(
        name: .decision2015, document: "QĐ 09/2015/QĐ-TTg", from: nil,
        until: firstOf2018.map { $0 - 1 },
        source: Bilingual(
            vi: "Không tìm thấy biểu mẫu của QĐ 09/2015/QĐ-TTg. Sáu mẫu của TT 01/2018/TT-VPCP là "
                + "bộ gần nhất còn tài liệu, được in thay; chưa xác nhận.",
            en: "The forms of QĐ 09/2015/QĐ-TTg were not found. The six of TT 01/2018/TT-VPCP are "
                + "the nearest documented set and stand in for them; unconfirmed."),
        forms: forms(rows2018, of: .decision2015, in: circular, .nearest))

    static let circular2018 = Self(
        name: .circular2018, document: circular, from: firstOf2018,
        until: firstOf2025.map { $0 - 1 },
        source: Bilingual(
            vi: "TT 01/2018/TT-VPCP, Điều 9 (bản hợp nhất tháng 7/2026); trường thông tin theo "
                + "mẫu in của phần mềm một cửa ở một số tỉnh, phiếu xin lỗi theo một tỉnh đang "
                + "dùng, sổ theo dõi theo sổ của một tỉnh (một phần chưa xác nhận).",
            en: "TT 01/2018/TT-VPCP, article 9 (as consolidated in July 2026); fields as the "
                + "software of several provinces prints them, the apology as one province uses "
                + "it, the register after that of a province (unconfirmed in part)."),
        forms: forms(rows2018, of: .circular2018, in: circular))

    static let circular2025 = Self(
        name: .circular2025, document: "TT 03/2025/TT-VPCP", from: firstOf2025, until: nil,
        source: Bilingual(
            vi: "TT 03/2025/TT-VPCP: biết số và tên bảy mẫu, chưa có nguyên văn. Trường thông tin "
                + "in theo mẫu cùng tên của TT 01/2018; cơ quan thêm dòng còn thiếu ở trang dòng "
                + "thêm. Chưa xác nhận.",
            en: "TT 03/2025/TT-VPCP: number and title of seven forms are known, their text is "
                + "not. Fields are those of the form of that name of TT 01/2018; the office adds "
                + "what is missing as lines. Unconfirmed."),
        forms: forms(rows2025, of: .circular2025, in: "TT 03/2025/TT-VPCP"))

    /// - Parameter confidence: Of all of them, where it is not that of the row.
    private static func forms(
        _ rows: [Row], of regime: Name, in document: String,
        _ confidence: Papers.Confidence? = nil
    ) -> [Papers.Form] {
        rows.map { name, number, vi, en, own in
            Papers.Form(
                name: name, regime: regime, document: document, number: number,
                title: Bilingual(vi: vi, en: en), confidence: confidence ?? own)
        }
    }
}
