// The sentences of the refusals of People.

import WorkTime

extension People.Rejection: Refusal {
    public var code: String {
        "people.\(String(describing: self).prefix { $0 != "(" })"
    }

    public var sentence: Bilingual {
        switch self {
        case .mayNotAdminister:
            Bilingual(
                vi: "Chỉ người quản trị được thay đổi tổ chức; "
                    + "trưởng đơn vị được cử người làm thay.",
                en: "Only administrators change the organisation; "
                    + "heads of units name substitutes.")
        case .unitExists(let id):
            Bilingual(
                vi: "Đã có đơn vị mang mã “\(id)”. Hãy chọn mã khác.",
                en: "A unit “\(id)” exists. Choose another code.")
        case .unitUnknown(let id):
            Bilingual(
                vi: "Không có đơn vị “\(id)”. Hãy lập đơn vị đó trước.",
                en: "There is no unit “\(id)”. Create it first.")
        case .unitClosesBeforeItOpens(let id):
            Bilingual(
                vi: "Đơn vị “\(id)”: ngày kết thúc trước ngày bắt đầu.",
                en: "Unit “\(id)”: the last day lies before the first.")
        case .phoneInvalid(let text):
            Bilingual(
                vi: "“\(text)” không phải số điện thoại. Hãy ghi như 024 3872 1234 hoặc 1022.",
                en: "“\(text)” is no telephone number. Write it like 024 3872 1234 or 1022.")
        case .positionExists(let id):
            Bilingual(
                vi: "Đã có vị trí “\(id)”. Hãy chọn mã khác.",
                en: "A position “\(id)” exists. Choose another code.")
        case .positionUnknown(let id):
            Bilingual(
                vi: "Không có vị trí “\(id)”.", en: "There is no position “\(id)”.")
        case .personExists(let id):
            Bilingual(
                vi: "Đã có người mang mã “\(id)”.", en: "A person “\(id)” exists.")
        case .personUnknown(let id):
            Bilingual(
                vi: "Không có người mang mã “\(id)”.", en: "There is no person “\(id)”.")
        case .accountTaken(let name):
            Bilingual(
                vi: "Tên đăng nhập “\(name)” đã có người dùng. Hãy chọn tên khác.",
                en: "The account “\(name)” is taken. Choose another name.")
        case .nameMissing:
            Bilingual(vi: "Chưa điền tên.", en: "The name is missing.")
        case .holdingUnknown(let id):
            Bilingual(
                vi: "Người này không giữ vị trí “\(id)”.",
                en: "This person does not hold the position “\(id)”.")
        case .endsBeforeItBegins:
            Bilingual(
                vi: "Ngày kết thúc trước ngày bắt đầu. Hãy sửa một trong hai ngày.",
                en: "The last day lies before the first. Change one of the two.")
        case .substitutesForSelf:
            Bilingual(
                vi: "Không ai làm thay cho chính mình. Hãy chọn người khác.",
                en: "Nobody stands in for themselves. Choose somebody else.")
        case .holdsAlready(let id):
            Bilingual(
                vi: "Người này đã giữ vị trí “\(id)” trong những ngày đó. Hãy chọn ngày khác.",
                en: "This person already holds the position “\(id)” in those days. "
                    + "Choose other days.")
        case .idUnusable(let id):
            Bilingual(
                vi: "Mã “\(id)” không dùng được: hãy đặt mã không trống, không bắt đầu bằng “$”.",
                en: "The code “\(id)” cannot be used: it must not be empty or begin with “$”.")
        }
    }
}
