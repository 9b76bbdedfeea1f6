// The sentences of the refusals that speak of the state and of the form.

import WorkTime

extension Consultations.Rejection {
    private static func written(_ moment: LocalMinute) -> String {
        "\(moment.text.suffix(5)) \(moment.day.civil.officeText)"
    }

    var ofState: Bilingual {
        switch self {
        case .dossierEnded:
            Bilingual(
                vi: "Hồ sơ đã có kết quả hoặc đã kết thúc; không hỏi và trả lời thêm.",
                en: "The dossier has its result or has ended; nothing is asked or answered.")
        case .withdrawn:
            Bilingual(vi: "Câu hỏi này đã được rút.", en: "This question was withdrawn.")
        case .answered:
            Bilingual(
                vi: "Đã có trả lời. Hãy tải lại trang.",
                en: "It was answered already. Open the page again.")
        case .allAnswered:
            Bilingual(
                vi: "Mọi nơi đã trả lời; không còn gì để rút.",
                en: "All have answered; there is nothing to withdraw.")
        case .tooManyOpen:
            Bilingual(
                vi: "Đang có \(Consultations.openMaximum) lần xin ý kiến chưa xong. Hãy rút bớt.",
                en: "\(Consultations.openMaximum) consultations are open. Withdraw one first.")
        case .turnNotCome(let from):
            Bilingual(
                vi: "Chưa đến lượt; sẽ hỏi từ \(Self.written(from)) hoặc khi nơi trước trả lời.",
                en: "It is not its turn before \(Self.written(from)), or until the one before "
                    + "answers.")
        case .beyondAppointment(let last, let appointment):
            Bilingual(
                vi: "Hạn trả lời \(Self.written(last)) sau hẹn trả kết quả "
                    + "\(Self.written(appointment)). Đồng hồ hồ sơ không dừng: hãy rút ngắn hạn, "
                    + "hoặc đánh dấu vẫn hỏi.",
                en: "The term ends at \(Self.written(last)), after the appointment at "
                    + "\(Self.written(appointment)). The clock does not stop: shorten it, or tick "
                    + "that it is asked all the same.")
        case .outsideCalendar:
            Bilingual(
                vi: "Hạn trả lời nằm ngoài lịch làm việc. Hãy rút ngắn hạn.",
                en: "The term lies beyond the working calendar. Shorten it.")
        default: ofForm
        }
    }

    private var ofForm: Bilingual {
        switch self {
        case .questionMissing: Bilingual(vi: "Hãy viết câu hỏi.", en: "Write the question.")
        case .bodyMissing:
            Bilingual(
                vi: "Hãy chọn ít nhất một nơi để hỏi.", en: "Choose somebody to ask at least.")
        case .tooManyBodies:
            Bilingual(
                vi: "Một lần hỏi nhiều nhất \(Consultations.bodiesMaximum) nơi.",
                en: "\(Consultations.bodiesMaximum) are the most that are asked at one time.")
        case .unitUnknown(let place):
            Bilingual(
                vi: "Nơi thứ \(place): hãy chọn đơn vị hoặc ghi tên cơ quan ngoài.",
                en: "Number \(place): choose a unit, or name a body outside.")
        case .ownUnit(let place):
            Bilingual(
                vi: "Nơi thứ \(place) là đơn vị đang hỏi. Hãy chọn đơn vị khác.",
                en: "Number \(place) is the unit that asks. Choose another.")
        case .bodyTwice(let place):
            Bilingual(
                vi: "Nơi thứ \(place) đã có ở trên. Hãy bỏ bớt một dòng.",
                en: "Number \(place) stands above already. Leave one out.")
        case .twoBodies(let place):
            Bilingual(
                vi: "Nơi thứ \(place): chọn đơn vị hoặc ghi tên cơ quan ngoài, không cả hai.",
                en: "Number \(place): choose a unit or name a body outside, not both.")
        case .termInvalid(let place):
            Bilingual(
                vi: "Nơi thứ \(place): ghi hạn trả lời, từ 1 phút đến "
                    + "\(Consultations.daysMaximum) ngày làm việc.",
                en: "Number \(place): give a term, from 1 minute to "
                    + "\(Consultations.daysMaximum) working days.")
        case .leadUnknown:
            Bilingual(
                vi: "Cơ quan chủ trì phải là một nơi được hỏi.",
                en: "Who leads must be one of those that are asked.")
        case .basisMissing:
            Bilingual(
                vi: "Im lặng là đồng ý: hãy ghi văn bản quy định.",
                en: "Where silence is consent, name the text that says so.")
        default: ofReply
        }
    }

    private var ofReply: Bilingual {
        switch self {
        case .opinionMissing: Bilingual(vi: "Hãy chọn ý kiến.", en: "Choose an opinion.")
        case .wordsMissing:
            Bilingual(
                vi: "Hãy ghi ý kiến kèm theo hoặc lý do không đồng ý.",
                en: "Write the remarks, or why you disagree.")
        case .documentMissing:
            Bilingual(
                vi: "Hãy ghi số văn bản trả lời.", en: "Give the number of the letter.")
        case .documentDayInvalid:
            Bilingual(
                vi: "Hãy ghi ngày của văn bản, không sau hôm nay, ví dụ 2017-08-01.",
                en: "Give the day of the letter, not after today, like 2017-08-01.")
        case .reasonMissing:
            Bilingual(vi: "Hãy ghi lý do rút câu hỏi.", en: "Say why it is withdrawn.")
        default: Bilingual(vi: "Nội dung quá dài.", en: "The text is too long.")
        }
    }
}
