// Why a paper cannot be given, in words.

import WorkTime

extension Papers {
    public enum Rejection: Error, Hashable, Sendable {
        /// No kind of that name.
        case unknown(String)
        /// Nothing happened yet that the paper would tell.
        case notDue(Kind)
        /// What was read from a sheet is no stamp.
        case stampUnreadable
    }
}

extension Papers.Rejection: Refusal {
    public var code: String { "papers.\(String(describing: self).prefix { $0 != "(" })" }
    public var isNotFound: Bool { true }
    public var field: String? { nil }

    public var sentence: Bilingual {
        switch self {
        case .unknown(let name):
            Bilingual(
                vi: "Không có loại giấy “\(name)”. Hãy mở giấy từ trang hồ sơ.",
                en: "There is no paper “\(name)”. Open papers from the page of the dossier.")
        case .stampUnreadable:
            Bilingual(
                vi: "Không đọc được dấu sổ của phiếu. Hãy quét lại mã, hoặc nhập đủ "
                    + "\(Papers.Stamp.digits) chữ số của dấu.",
                en: "The stamp of the sheet cannot be read. Scan the code again, or enter all of "
                    + "its \(Papers.Stamp.digits) digits.")
        case .notDue(.supplement):
            Bilingual(
                vi: "Hồ sơ này chưa có yêu cầu bổ sung nên chưa có phiếu.",
                en: "Nothing was asked for yet, so there is no such paper.")
        case .notDue(.refusal):
            Bilingual(
                vi: "Hồ sơ này không bị từ chối nên không có phiếu từ chối.",
                en: "The dossier was not refused, so there is no such paper.")
        case .notDue(.stop):
            Bilingual(
                vi: "Hồ sơ này không dừng giải quyết nên không có thông báo.",
                en: "The dossier was not stopped, so there is no such paper.")
        case .notDue(.result):
            Bilingual(
                vi: "Hồ sơ chưa có kết quả nên chưa có giấy biên nhận trả kết quả.",
                en: "There is no result yet, so nothing to sign for.")
        }
    }
}
