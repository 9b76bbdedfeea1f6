// The sentences of the refusals of deliveries: slots, the way, and the door.

import WorkTime

extension Deliveries.Rejection {
    var ofSlots: Bilingual? {
        switch self {
        case .slotUnknown:
            Bilingual(
                vi: "Cơ quan không trả kết quả vào giờ đó. Hãy chọn một khung giờ có trên trang.",
                en: "The office brings nothing at that time. Choose a slot of the page.")
        case .slotPast:
            Bilingual(
                vi: "Khung giờ đó đã qua. Hãy chọn khung giờ sau.",
                en: "That slot is over. Choose a later one.")
        case .officerMissing:
            Bilingual(
                vi: "Khung giờ này chưa có người trực. Hãy chọn người mang kết quả.",
                en: "Nobody is on duty in this slot. Choose who carries.")
        case .officerUnknown:
            Bilingual(
                vi: "Người này không làm việc ở cơ quan trong ngày đó. Hãy chọn người khác.",
                en: "This person is not in the office on that day. Choose another.")
        case .postHasNoSlot:
            Bilingual(
                vi: "Bưu điện tự sắp xếp giờ giao. Hãy chọn “Giao cho bưu điện”.",
                en: "The post has hours of its own. Choose “Give it to the post”.")
        case .rulesMissing:
            Bilingual(
                vi: "Hãy đặt ít nhất một khung giờ.", en: "Set one slot at least.")
        case .ruleInvalid(let row):
            Bilingual(
                vi: "Dòng \(row): ngày đầu không sau ngày cuối, giờ đầu trước giờ cuối, "
                    + "giờ ghi như 08:00.",
                en: "Row \(row): the first day is not after the last, the first hour is before "
                    + "the last, hours are written like 08:00.")
        case .dayInvalid(let text):
            Bilingual(
                vi: "Không hiểu ngày, giờ “\(text)”. Hãy ghi như 2017-09-02.",
                en: "The day “\(text)” is not understood. Write it like 2017-09-02.")
        default: nil
        }
    }

    var ofCarrying: Bilingual? {
        switch self {
        case .underWay:
            Bilingual(
                vi: "Việc trả tại nhà đang được thực hiện, không sửa yêu cầu được nữa. "
                    + "Hãy gọi nơi đã nộp hồ sơ.",
                en: "The delivery is under way and cannot be changed. Call the office.")
        case .alreadyDelivered(let at):
            Bilingual(
                vi: "Kết quả đã trao ngày \(at.day.civil.officeText).",
                en: "The result was handed over on \(at.day.text).")
        case .notPossible:
            Bilingual(
                vi: "Việc này không làm được ở tình trạng hiện nay. Hãy mở lại trang.",
                en: "This cannot be done as it stands now. Open the page again.")
        case .resultNotReady:
            Bilingual(
                vi: "Kết quả chưa có nên chưa mang đi được.",
                en: "The result is not ready, so it cannot be taken out.")
        case .resultNotAtCounter:
            Bilingual(
                vi: "Kết quả chưa về bộ phận một cửa. Hãy nhận bàn giao rồi mang đi.",
                en: "The result has not reached the counter. Accept it there first.")
        case .otherDay(let day):
            Bilingual(
                vi: "Lịch hẹn là ngày \(day.civil.officeText). Hãy xếp lịch lại nếu đi ngày khác.",
                en: "It is scheduled for \(day.text). Schedule it anew for another day.")
        case .tooMany:
            Bilingual(
                vi: "Đã quá nhiều lần đi (\(Deliveries.attemptsMaximum)). Hãy trả tại quầy.",
                en: "There were too many attempts (\(Deliveries.attemptsMaximum)).")
        default: nil
        }
    }

    var ofHanding: Bilingual? {
        switch self {
        case .checkMissing(field: "identity"):
            Bilingual(
                vi: "Hãy đối chiếu giấy tờ của người nhận rồi đánh dấu, như tại quầy.",
                en: "Check who receives, as at the counter, and tick it.")
        case .checkMissing(field: "receipt"):
            Bilingual(
                vi: "Hãy xem giấy tiếp nhận (và giấy ủy quyền, nếu nhận thay) rồi đánh dấu.",
                en: "See the receipt (and the authority of who receives for another); tick it.")
        case .checkMissing:
            Bilingual(vi: "Hãy ghi họ tên người nhận.", en: "Give the name of who receives.")
        case .proofMissing:
            Bilingual(
                vi: "Hãy nhập mã nhận của người dân, hoặc họ tên và số cuối giấy tờ đã xem, "
                    + "hoặc thêm chữ ký, ảnh.",
                en: "Enter the citizen's code, or the name and the last signs of the paper, or "
                    + "add a signature or a photo.")
        case .paperInvalid:
            Bilingual(
                vi: "Hãy ghi đúng \(Deliveries.paperDigits) ký tự cuối của số giấy tờ đã xem.",
                en: "Give the last \(Deliveries.paperDigits) signs of the paper's number.")
        case .codeWrong(let left):
            Bilingual(
                vi: "Mã nhận không đúng, còn \(left) lần thử. "
                    + "Không trao kết quả khi chưa rõ người.",
                en: "The code is wrong; \(left) tries are left. Hand nothing to a stranger.")
        case .codeLocked:
            Bilingual(
                vi: "Mã nhận đã nhập sai \(Deliveries.mistakesMaximum) lần nên không dùng được "
                    + "nữa. Hãy xem giấy tờ và ghi họ tên, số cuối.",
                en: "The code was wrong \(Deliveries.mistakesMaximum) times and counts no more. "
                    + "See a paper: give the name and its last signs.")
        default: nil
        }
    }
}
