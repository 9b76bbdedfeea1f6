// Refusals about a piece of work, in words.

import ProcessModel
import WorkTime

extension EngineRejection {
    func itemSentence(_ names: EngineNames) -> Bilingual {
        switch self {
        case .unknownItem(let item):
            Bilingual(
                vi: "Không có việc số \(item) trong hồ sơ này; hãy mở lại danh sách việc.",
                en: "There is no work item \(item) here; open the list of work again.")
        case .alreadyDone(let item):
            Bilingual(
                vi: "Việc số \(item) đã xong hoặc đã chuyển đi; hãy mở lại danh sách việc.",
                en: "Work item \(item) is done or has moved on; open the list of work again.")
        case .unfitItem(let item, let kind):
            Bilingual(
                vi: "Việc số \(item) là \(kind.words.vi), không làm thế này được; hãy mở việc đó "
                    + "để xem có thể làm gì.",
                en: "Work item \(item) is \(kind.words.en) and cannot be treated so; open it to "
                    + "see what can be done.")
        case .notHolder(let item, let holder):
            Bilingual(
                vi: "Việc số \(item) do \(names[holder]) giữ; hãy đề nghị người đó làm hoặc "
                    + "chuyển giao.",
                en: "Work item \(item) is held by \(names[holder]); ask them to do it or pass it "
                    + "on.")
        case .mayNotStandIn(let item, let person):
            Bilingual(
                vi: "Chưa có ủy quyền làm thay \(names[person]) ở việc số \(item); hãy lập ủy "
                    + "quyền.",
                en: "There is no substitution for \(names[person]) on work item \(item); record "
                    + "one first.")
        case .notInUnit(let person, let unit):
            Bilingual(
                vi: "\(names[person]) không thuộc đơn vị \(names[unit]); hãy chọn người trong "
                    + "đơn vị.",
                en: "\(names[person]) does not work in unit \(names[unit]); choose somebody of "
                    + "that unit.")
        case .alreadyHolds(let person):
            Bilingual(
                vi: "\(names[person]) đã giữ việc này; hãy chọn người khác.",
                en: "\(names[person]) has it already; choose somebody else.")
        case .controlsOwnWork(let node, let person):
            Bilingual(
                vi: "\(names[person]) đã làm bước \(names[node]) nên không được tự kiểm; hãy giao "
                    + "người khác.",
                en: "\(names[person]) did step \(names[node]) and may not control it; give it to "
                    + "somebody else.")
        case .unknownNode(let node):
            Bilingual(
                vi: "Quy trình không có bước \(names[node]); hãy chọn bước có trong quy trình.",
                en: "The process has no step \(names[node]); choose one that it has.")
        case .mayNotReturnThere(let node):
            Bilingual(
                vi: "Không được trả về bước \(names[node]) từ đây; hãy chọn bước đã làm mà quy "
                    + "trình cho phép trả về.",
                en: "Work may not go back to step \(names[node]) from here; choose a completed "
                    + "step that the process allows.")
        default: passingSentence(names)
        }
    }

    private func passingSentence(_ names: EngineNames) -> Bilingual {
        switch self {
        case .notAcceptedYet(let item, let receiver):
            Bilingual(
                vi: "Việc số \(item) đang chờ \(names[receiver]) tiếp nhận; hãy tiếp nhận hoặc trả "
                    + "lại.",
                en: "Work item \(item) waits for \(names[receiver]) to accept it; accept or return "
                    + "it.")
        case .notReceiver(let item, let receiver):
            Bilingual(
                vi: "Việc số \(item) được bàn giao cho \(names[receiver]); chỉ người đó trả lời "
                    + "được.",
                en: "Work item \(item) is offered to \(names[receiver]); only that person can "
                    + "answer.")
        case .mayNotTake(let item, let holder):
            Bilingual(
                vi: "Việc số \(item) do \(names[holder]) giữ, không để nhận; hãy đề nghị họ giao "
                    + "lại.",
                en: "Work item \(item) is held by \(names[holder]) and not free to take; ask for "
                    + "it.")
        case .mayNotAssign(let item, let unit):
            Bilingual(
                vi: "Chỉ người đứng đầu \(names[unit]) được phân công việc số \(item); hãy đề nghị "
                    + "họ.",
                en: "Only the head of \(names[unit]) may assign work item \(item); ask them.")
        case .notOffered(let item):
            Bilingual(
                vi: "Việc số \(item) không chờ tiếp nhận; hãy mở lại danh sách việc.",
                en: "Work item \(item) is not on offer; open the list of work again.")
        default:
            Bilingual(
                vi: "Không làm được việc này; hãy mở lại hồ sơ.",
                en: "This cannot be done; open the matter again.")
        }
    }
}

extension WorkItem.Kind {
    /// With its article in English, for use in a sentence.
    var words: Bilingual {
        switch self {
        case .step: Bilingual(vi: "một bước", en: "a step")
        case .wait: Bilingual(vi: "việc chờ bên ngoài", en: "a wait")
        case .event: Bilingual(vi: "việc chờ một trong nhiều sự kiện", en: "a wait for an event")
        case .timer: Bilingual(vi: "khoảng thời gian chờ", en: "a timer")
        case .call: Bilingual(vi: "quy trình liên thông", en: "a call of another process")
        case .incident: Bilingual(vi: "sự cố cần xử lý", en: "an incident")
        }
    }
}
