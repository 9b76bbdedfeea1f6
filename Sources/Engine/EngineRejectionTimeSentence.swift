// Refusals about time, products and forms, in words.

import ProcessModel
import WorkTime

extension EngineRejection {
    func timeSentence(_ names: EngineNames) -> Bilingual {
        switch self {
        case .dueNotReckoned(let error): error.sentence
        case .itemStopped(let item, let cause):
            Bilingual(
                vi: "Việc số \(item) đang dừng (\(cause)); hãy ghi nhận công dân đã bổ sung hoặc "
                    + "đã nộp rồi làm tiếp.",
                en: "Work item \(item) is stopped (\(cause)); record that the citizen has "
                    + "supplied or paid, then go on.")
        case .supplementAlreadyAsked:
            Bilingual(
                vi: "Đã yêu cầu bổ sung một lần; chỉ được yêu cầu một lần, đầy đủ "
                    + "(NĐ 61/2018 Điều 15 khoản 3).",
                en: "A supplement was already asked for; it may be asked for once, completely "
                    + "(Decree 61/2018 Art. 15(3)).")
        case .stopAlreadyOpen(let cause):
            Bilingual(
                vi: "Đã yêu cầu rồi (\(cause)) và đang chờ; không cần yêu cầu nữa.",
                en: "That was asked for already (\(cause)) and is awaited; no need to ask again.")
        case .noOpenStop(let item):
            Bilingual(
                vi: "Việc số \(item) không chờ gì từ công dân; hãy mở lại hồ sơ.",
                en: "Work item \(item) awaits nothing from the citizen; open the matter again.")
        case .staleTimer(let item):
            Bilingual(
                vi: "Hẹn giờ của việc số \(item) không còn; không cần làm gì.",
                en: "That timer of work item \(item) is gone; nothing is to be done.")
        case .timerNotDue(let at):
            Bilingual(vi: "Chưa tới giờ hẹn \(at).", en: "The timer is set for \(at); not yet.")
        case .notAmongEvents(let node):
            Bilingual(
                vi: "\(names[node]) không phải sự kiện đang chờ; hãy chọn một sự kiện đang chờ.",
                en: "\(names[node]) is not among the awaited events; choose one that is.")
        case .callAlreadyStarted(let linked):
            Bilingual(
                vi: "Hồ sơ liên thông đã có: \(linked); hãy mở hồ sơ đó.",
                en: "The linked matter has begun already: \(linked); open that one.")
        default:
            Bilingual(
                vi: "Hồ sơ liên thông chưa bắt đầu; hãy mở hồ sơ liên thông trước.",
                en: "The linked matter has not begun; begin it first.")
        }
    }

    func formSentence(_ names: EngineNames) -> Bilingual {
        switch self {
        case .productMissing(let step, let product):
            Bilingual(
                vi: "Bước \"\(step)\" phải có sản phẩm \"\(product)\"; hãy ghi sản phẩm.",
                en: "Step \"\(step)\" must yield \"\(product)\"; name the product.")
        case .unknownForm(let code):
            Bilingual(
                vi: "Quy trình không có biểu mẫu \(code); hãy sửa quy trình.",
                en: "The process has no form \(code); mend the process.")
        case .unknownField(let key):
            Bilingual(
                vi: "Biểu mẫu không có trường \(key); hãy bỏ trường đó.",
                en: "The form has no field \(key); leave it out.")
        case .fieldMissing(let label):
            Bilingual(
                vi: "Chưa điền \"\(label)\"; hãy điền trường này.",
                en: "\"\(label)\" is not filled in; fill it in.")
        case .fieldOfWrongType(let label, let expected):
            Bilingual(
                vi: "\"\(label)\" phải là \(expected.words.vi); hãy sửa giá trị.",
                en: "\"\(label)\" must be \(expected.words.en); mend the value.")
        default: timeSentence(names)
        }
    }
}

extension FieldType {
    var words: Bilingual {
        switch self {
        case .text: Bilingual(vi: "chữ", en: "text")
        case .number: Bilingual(vi: "số", en: "a number")
        case .boolean: Bilingual(vi: "có hoặc không", en: "yes or no")
        case .date: Bilingual(vi: "ngày dạng 2017-07-03", en: "a date like 2017-07-03")
        case .choice(let choices):
            Bilingual(
                vi: "một trong: " + choices.joined(separator: ", "),
                en: "one of: " + choices.joined(separator: ", "))
        default: phrase
        }
    }
}
