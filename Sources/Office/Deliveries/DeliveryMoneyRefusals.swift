// The sentences of the refusals of deliveries: pictures, fees and presents.

import WorkTime

extension Deliveries.Rejection {
    var ofPictures: Bilingual? {
        switch self {
        case .pictureUnknown:
            Bilingual(
                vi: "Chỉ nhận ảnh ở ô “Ảnh” và chữ ký ở ô “Chữ ký” khi trao kết quả.",
                en: "Pictures come with a hand-over, as its photo or its signature.")
        case .noPicture:
            Bilingual(
                vi: "Đây không phải ảnh JPEG hoặc PNG. Hãy chụp ảnh bằng điện thoại.",
                en: "This is no JPEG or PNG picture. Take a photo with the telephone.")
        case .pictureInfected:
            Bilingual(
                vi: "Tệp ảnh có mã độc nên không dùng được. Hãy chụp ảnh khác.",
                en: "The picture holds a virus and cannot be used. Take another.")
        case .signatureTooLarge:
            Bilingual(
                vi: "Chữ ký quá lớn (tối đa 1 MB). Hãy ký lại trên màn hình.",
                en: "The signature is too large (1 MB at most). Draw it on the screen again.")
        case .tooManyPictures:
            Bilingual(
                vi: "Mỗi lần trao có một ảnh và một chữ ký. Hãy bỏ bớt.",
                en: "A hand-over has one photo and one signature. Leave the others out.")
        case .fileRefused(_, let refusal): refusal.sentence
        default: nil
        }
    }

    var ofMoney: Bilingual? { ofFees ?? ofCharges }

    private var ofFees: Bilingual? {
        switch self {
        case .amountInvalid:
            Bilingual(
                vi: "Số tiền từ 0 (miễn phí) đến \(Deliveries.feeMaximum) đồng.",
                en: "The amount lies between 0 (free) and \(Deliveries.feeMaximum) đồng.")
        case .feeDaysInvalid:
            Bilingual(
                vi: "Ngày cuối không được trước ngày đầu. Hãy sửa một trong hai ngày.",
                en: "The last day lies before the first. Change one of the two.")
        case .feeOverlaps(let number):
            Bilingual(
                vi: "Trong những ngày này dòng \(number) đang có hiệu lực. "
                    + "Hãy kết thúc dòng đó trước.",
                en: "Row \(number) holds on some of these days. End it first.")
        case .feeUnknown(let number):
            Bilingual(
                vi: "Bảng phí không có dòng \(number). Hãy mở lại trang.",
                en: "The table has no row \(number). Open the page again.")
        case .feeEndPast:
            Bilingual(
                vi: "Chỉ kết thúc được từ hôm qua trở đi: yêu cầu trước đó giữ phí của mình.",
                en: "A row ends yesterday at the earliest: what was asked before keeps its fee.")
        case .feeEndLater(let day):
            Bilingual(
                vi: "Dòng này đã kết thúc ngày \(day.civil.officeText). Hãy thêm dòng mới.",
                en: "This row ends on \(day.text) already. Add a new one.")
        case .sourceMissing:
            Bilingual(
                vi: "Hãy ghi căn cứ: văn bản nào quy định mức phí này.",
                en: "Say which decision sets this fee.")
        case .tooManyFees:
            Bilingual(
                vi: "Bảng phí có nhiều nhất \(Deliveries.feesMaximum) dòng.",
                en: "The table has \(Deliveries.feesMaximum) rows at most.")
        case .processUnknown:
            Bilingual(
                vi: "Không có thủ tục này. Hãy chọn trong danh sách.",
                en: "There is no such procedure. Choose one of the list.")
        case .centreMissing:
            Bilingual(
                vi: "Hãy ghi nguồn chi của hoa và thiệp.",
                en: "Name the cost centre of flowers and cards.")
        default: nil
        }
    }

    private var ofCharges: Bilingual? {
        switch self {
        case .repeatFree:
            Bilingual(
                vi: "Bảng phí không có phí trả lại lần nữa, nên không ghi ai trả.",
                en: "The table has no fee for a repeat delivery: nobody pays.")
        case .nothingDue:
            Bilingual(
                vi: "Không còn khoản nào phải thu. Hãy mở lại trang.",
                en: "Nothing is due any more. Open the page again.")
        case .receiptMissing:
            Bilingual(
                vi: "Hãy ghi số biên lai đã giao cho người nộp.",
                en: "Give the number of the receipt that was handed out.")
        case .alreadyTaken:
            Bilingual(
                vi: "Phí của lần này đã thu. Muốn trả lại, hãy dùng trang lệ phí của hồ sơ.",
                en: "This way was paid already. Give it back on the page of payments.")
        default: nil
        }
    }
}
