// Metrics 11 to 24.

import WorkTime

extension Metrics {
    private static func say(_ vi: String, _ en: String) -> Bilingual { Bilingual(vi: vi, en: en) }

    static let digitisation = [
        Metric(
            11, .digitisation, "Tỷ lệ hồ sơ có cấp kết quả điện tử",
            "Dossiers with an electronic result", maximum: 6,
            formula: say(
                "hồ sơ có kết quả điện tử hợp lệ / hồ sơ hoàn thành có kết quả bằng văn bản",
                "dossiers with a valid electronic result / dossiers whose result is a paper"),
            .entered(
                why: say(
                    "Cơ quan chưa giữ kết quả điện tử ký số.",
                    "The office holds no electronic results with a digital signature."))),
        Metric(
            12, .digitisation, "Tỷ lệ hồ sơ số hóa thành phần",
            "Dossiers with digitised papers", maximum: 4,
            formula: say(
                "hồ sơ số hóa / hồ sơ thuộc thẩm quyền", "digitised dossiers / dossiers"),
            .counted,
            remark: say(
                "Tính hồ sơ kết thúc trong kỳ có ít nhất một tệp giấy tờ. Nguồn không nói phải đủ "
                    + "mọi thành phần hay không: chưa xác nhận.",
                "Dossiers that ended in the period with a file of at least one paper. Whether "
                    + "every paper is meant, the source does not say: unconfirmed.")),
        Metric(
            13, .digitisation, "Tỷ lệ cung cấp chứng thực bản sao điện tử",
            "Electronic certified copies offered", maximum: 2,
            formula: say("xã có cung cấp / tổng số xã", "communes that offer it / communes"),
            .entered(
                why: say(
                    "Việc cấp bản sao điện tử làm ở hệ thống khác.",
                    "Electronic copies are made in another system."))),
        Metric(
            14, .digitisation, "Tỷ lệ hồ sơ có thành phần được thay bằng dữ liệu",
            "Dossiers in which data took the place of a paper", maximum: 2,
            formula: say("hồ sơ tái sử dụng / hồ sơ thuộc diện", "reused / could be reused"),
            .entered(
                why: say(
                    "Cơ quan không ghi thành phần nào được thay bằng dữ liệu.",
                    "The office does not record where data took the place of a paper.")),
            remark: say(
                "Bản cũ: từ 80 % trọn điểm (chưa xác nhận).",
                "Older text: all points from 80 % on (unconfirmed).")),
        Metric(
            15, .digitisation, "Tỷ lệ hồ sơ số hóa có kết nối, chia sẻ để tái sử dụng",
            "Digitised dossiers shared for reuse", maximum: 4,
            .entered(
                why: say(
                    "Nguồn không có công thức; chưa nối kho dữ liệu dùng chung.",
                    "The source has no formula; there is no line to a shared store."))),
        Metric(
            16, .digitisation, "Tỷ lệ hồ sơ dùng dữ liệu dân cư",
            "Dossiers that use the register of residents", maximum: 2, .province),
        Metric(
            17, .digitisation, "Tỷ lệ TTHC kết nối dữ liệu dân cư",
            "Procedures connected to the register of residents", maximum: 2, .province),
    ]

    static let satisfaction = [
        Metric(
            18, .satisfaction, "Hài lòng về cắt giảm, phân cấp, đơn giản hóa",
            "Content with what was cut, delegated, made simple",
            .entered(why: say("Nguồn không có công thức.", "The source has no formula."))),
        Metric(
            19, .satisfaction, "Tỷ lệ TTHC được tham vấn / PAKN về quy định",
            "Procedures that were consulted on / petitions on regulations", maximum: 0,
            .entered(why: say("Nguồn không có công thức.", "The source has no formula."))),
        Metric(
            20, .satisfaction, "Hài lòng trong thực hiện TTHC / PAKN về hành vi cán bộ",
            "Content with how it is done / petitions on officers", maximum: 0,
            .entered(why: say("Nguồn không có công thức.", "The source has no formula."))),
        Metric(
            21, .satisfaction, "Tỷ lệ PAKN xử lý đúng hạn", "Petitions handled in time",
            maximum: 6,
            formula: say(
                "(đúng + trước hạn + đang trong hạn) / PAKN thuộc thẩm quyền",
                "(early + on time + open in time) / petitions of the office"),
            .counted,
            remark: say(
                "PAKN nhận trong kỳ trên hệ thống này. Hạn trả lời 15 ngày làm việc: chưa xác "
                    + "nhận.",
                "Petitions received here in the period. The limit of 15 working days is "
                    + "unconfirmed.")),
        Metric(
            22, .satisfaction, "Tỷ lệ hài lòng trong xử lý PAKN",
            "Content with how petitions were handled", maximum: 6,
            formula: say(
                "(tổng − không hài lòng, nhắc lại, quá hạn) / PAKN đã xử lý",
                "(all − not content, repeated, late) / petitions handled"),
            .entered(
                why: say(
                    "Người gửi PAKN không được hỏi mức hài lòng ở đây.",
                    "Senders of petitions are not asked here how content they are."))),
        Metric(
            23, .satisfaction, "Tỷ lệ hài lòng trong tiếp nhận, giải quyết TTHC",
            "Content with how dossiers were handled", maximum: 6,
            formula: say(
                "(hồ sơ − không hài lòng, PAKN, quá hạn) / hồ sơ",
                "(dossiers − not content, petitions, late) / dossiers"),
            .counted,
            remark: say(
                "Hồ sơ kết thúc trong kỳ, trừ quá hạn và có câu trả lời không hài lòng. PAKN "
                    + "không gắn mã hồ sơ nên chưa trừ được. Từ 90 % trọn điểm: chưa xác nhận.",
                "Dossiers that ended in the period, without late ones and those with an answer "
                    + "of not content. Petitions are tied to no dossier, so they are not taken "
                    + "off. All points from 90 % on: unconfirmed.")),
    ]

    static let payment = [
        Metric(
            24, .payment, "Tỷ lệ hồ sơ thanh toán trực tuyến", "Dossiers paid online",
            maximum: 10,
            formula: say(
                "hồ sơ thanh toán trực tuyến / hồ sơ của TTHC có phí",
                "dossiers paid online / dossiers of procedures with a fee"),
            .counted,
            remark: say(
                "Hồ sơ có khoản thu trong kỳ; trực tuyến là chuyển khoản (có mã VietQR). Chưa nối "
                    + "nền tảng thanh toán quốc gia nên cách tính chưa xác nhận.",
                "Dossiers with a payment in the period; online is a transfer (with a VietQR "
                    + "code). The national platform is not connected: unconfirmed."))
    ]
}
