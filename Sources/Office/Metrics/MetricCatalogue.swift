// The 24 metrics of 2026 as a secondary source lists them (github.com/ChippedTopaz/qd766,
// docs/metrics.m0.json, and a public transcription of the formulas). The text of the order itself
// is not at hand: maximum scores, formulas and thresholds are not confirmed.

import WorkTime

extension Metrics {
    /// In the order of the set.
    static let all: [Metric] =
        publicity + progress + online + digitisation + satisfaction + payment

    private static func say(_ vi: String, _ en: String) -> Bilingual { Bilingual(vi: vi, en: en) }

    private static let publicity = [
        Metric(
            1, .publicity, "Tỷ lệ TTHC công bố đúng hạn", "Procedures announced in time",
            maximum: 6,
            formula: say(
                "TTHC công bố đúng hạn / TTHC phải công bố trong kỳ",
                "procedures announced in time / procedures to be announced in the period"),
            .entered(
                why: say(
                    "Việc công bố do bộ, tỉnh làm; cơ quan không giữ ngày công bố.",
                    "Ministries and provinces announce; the office holds no dates of it.")),
            remark: say(
                "Hạn (bản cũ, chưa xác nhận): bộ ≥ 20, tỉnh ≥ 5 ngày làm việc trước hiệu lực.",
                "Limits (older text, unconfirmed): ministry ≥ 20, province ≥ 5 working days.")),
        Metric(
            2, .publicity, "Tỷ lệ TTHC được cập nhật, công khai đúng hạn",
            "Procedures updated and published in time", maximum: 4,
            formula: say(
                "TTHC công khai đúng hạn / TTHC phải cập nhật trong kỳ",
                "procedures published in time / procedures to be updated in the period"),
            .entered(
                why: say(
                    "Cơ quan không giữ ngày ký quyết định công bố, nên không tính được hạn.",
                    "The office does not hold when the decision was signed.")),
            remark: say(
                "Hạn (bản cũ, chưa xác nhận): tỉnh ≤ 5, bộ ≤ 10 ngày làm việc từ ngày ký.",
                "Limits (older text, unconfirmed): province ≤ 5, ministry ≤ 10 working days.")),
        Metric(
            3, .publicity, "Tỷ lệ TTHC công khai đủ bộ phận tạo thành",
            "Procedures published with all their parts", maximum: 2,
            formula: say(
                "TTHC đủ nội dung / TTHC công khai",
                "procedures with all parts / procedures published"),
            .counted,
            remark: say(
                "Bộ phận theo NĐ 63/2010 Điều 8 khoản 2, tính trên danh mục công khai cuối kỳ, "
                    + "chung cho cả hệ thống.",
                "Parts of NĐ 63/2010 Art. 8(2), in the catalogue as it is public at the end of "
                    + "the period, one for the whole house.")),
        Metric(
            4, .publicity, "Tỷ lệ hồ sơ đồng bộ trạng thái theo thời gian thực",
            "Dossiers whose state is synchronised in real time", maximum: 6,
            formula: say(
                "hồ sơ đồng bộ đúng hạn tiến trình / hồ sơ tiếp nhận, đang giải quyết hoặc trả",
                "dossiers synchronised in time / dossiers received, in progress or returned"),
            .entered(
                why: say(
                    "Chưa nối Cổng Dịch vụ công quốc gia; số này do Cổng tính.",
                    "There is no line to the national portal, which counts this."))),
    ]

    private static let progress = [
        Metric(
            5, .progress, "Tỷ lệ hồ sơ xử lý trước hạn, đúng hạn",
            "Dossiers handled early or on time", maximum: 20,
            formula: say(
                "(đã xử lý trước + đúng hạn + đang xử lý trong hạn) / hồ sơ tiếp nhận và xử lý",
                "(handled early + on time + in progress in time) / received and handled"),
            .counted,
            remark: say(
                "Trừ thời gian chờ người dân bổ sung. Hồ sơ không có thời hạn công bố không tính.",
                "Without the time of waiting for the citizen. Dossiers without a published limit "
                    + "are not counted."))
    ]

    private static let online = [
        Metric(
            6, .online, "Tỷ lệ hồ sơ toàn trình / hồ sơ TTHC đủ điều kiện toàn trình",
            "Dossiers filed wholly online of those that could be", maximum: 12,
            formula: say(
                "hồ sơ trực tuyến toàn trình / hồ sơ tiếp nhận của TTHC đủ điều kiện",
                "dossiers wholly online / dossiers received of procedures that could be"),
            .province),
        Metric(
            7, .online, "Tỷ lệ TTHC cung cấp DVCTT toàn trình",
            "Procedures offered wholly online",
            formula: say(
                "TTHC đã cung cấp toàn trình / TTHC đủ điều kiện",
                "procedures offered wholly online / procedures that could be"),
            .entered(
                why: say(
                    "Danh mục TTHC đủ điều kiện do bộ, tỉnh quyết định; cơ quan không giữ.",
                    "Which procedures could be is decided elsewhere; the office holds no list.")),
            remark: say(
                "Bản 2022: tối đa 2 điểm, từ 80 % trọn điểm (chưa xác nhận cho 2026).",
                "In 2022: 2 points, all of them from 80 % on (unconfirmed for 2026).")),
        Metric(
            8, .online, "Tỷ lệ TTHC cung cấp DVCTT chủ động (theo mức)",
            "Procedures offered of the office's own accord", .province),
        Metric(
            9, .online, "Tỷ lệ hồ sơ DVC chủ động (theo mức)",
            "Dossiers opened of the office's own accord", .province),
        Metric(
            10, .online, "Tỷ lệ hồ sơ theo hình thức nộp", "Dossiers by how they were filed",
            formula: say(
                "trực tuyến | trực tiếp | bưu chính, chia cho hồ sơ tiếp nhận trong kỳ",
                "online | in person | by post, of the dossiers received in the period"),
            .counted,
            remark: say(
                "Bản 2022: tối đa 6 điểm, từ 50 % trọn điểm (chưa xác nhận cho 2026).",
                "In 2022: 6 points, all of them from 50 % on (unconfirmed for 2026).")),
    ]
}
