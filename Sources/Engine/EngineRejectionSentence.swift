// Every refusal in words: what stands in the way, where, and how to mend it.

import ProcessModel
import WorkTime

extension EngineRejection {
    /// The refusal with identifiers, for who knows no names.
    public var sentence: Bilingual { sentence(naming: .identifiers) }

    /// The refusal as a person reads it.
    public func sentence(naming names: EngineNames) -> Bilingual {
        switch self {
        case .notStarted, .alreadyStarted, .alreadyEnded, .otherVersion, .noStartNode,
            .personMissing, .reasonMissing, .mayNotDecide, .mayNotEndThus, .resultAlreadyReady:
            instanceSentence(names)
        case .unknownItem, .alreadyDone, .unfitItem, .notHolder, .mayNotStandIn, .mayNotTake,
            .mayNotAssign, .notInUnit, .alreadyHolds, .controlsOwnWork, .unknownNode,
            .mayNotReturnThere, .notAcceptedYet, .notOffered, .notReceiver:
            itemSentence(names)
        case .dueNotReckoned, .itemStopped, .supplementAlreadyAsked, .stopAlreadyOpen,
            .noOpenStop, .staleTimer, .timerNotDue, .notAmongEvents, .callAlreadyStarted,
            .callNotStarted:
            timeSentence(names)
        case .productMissing, .unknownForm, .unknownField, .fieldMissing, .fieldOfWrongType:
            formSentence(names)
        }
    }

    private func instanceSentence(_ names: EngineNames) -> Bilingual {
        switch self {
        case .notStarted:
            Bilingual(
                vi: "Hồ sơ công việc chưa bắt đầu; hãy tiếp nhận trước.",
                en: "This matter has not begun; receive it first.")
        case .alreadyStarted:
            Bilingual(
                vi: "Hồ sơ công việc này đã bắt đầu; hãy mở hồ sơ đang có.",
                en: "This matter has already begun; open the one that exists.")
        case .alreadyEnded(let outcome):
            Bilingual(
                vi: "Hồ sơ công việc đã kết thúc (\(outcome.words.vi)); không thể làm gì thêm.",
                en: "This matter has ended (\(outcome.words.en)); nothing more can be done.")
        case .otherVersion(let process, let issue):
            Bilingual(
                vi: "Hồ sơ chạy theo quy trình \(process) lần ban hành \(issue); hãy dùng bản đó.",
                en: "This matter runs on process \(process) issue \(issue); use that issue.")
        case .noStartNode:
            Bilingual(
                vi: "Quy trình không có điểm bắt đầu; hãy sửa quy trình.",
                en: "The process has no start; mend the process.")
        case .personMissing:
            Bilingual(
                vi: "Chưa rõ người chịu trách nhiệm, hoặc người đó không thuộc đơn vị nào; "
                    + "hãy chọn người.",
                en: "The person answerable is not named or works in no unit; choose a person.")
        case .reasonMissing:
            Bilingual(vi: "Chưa ghi lý do; hãy ghi lý do.", en: "The reason is missing; state it.")
        case .mayNotDecide(let person):
            Bilingual(
                vi: "\(names[person]) không phải đầu mối, cũng không giữ việc nào của hồ sơ này; "
                    + "hãy nhờ đầu mối.",
                en: "\(names[person]) is neither focal point nor holder here; ask the "
                    + "focal point.")
        case .mayNotEndThus:
            Bilingual(
                vi: "Không thể hoàn thành ngang; hãy làm xong các bước, hoặc từ chối, rút, dừng.",
                en: "A matter cannot be declared finished; complete the steps, or refuse, "
                    + "withdraw or stop it.")
        default:
            Bilingual(
                vi: "Kết quả đã có, thời hạn đã khép; hãy trả kết quả.",
                en: "The result is ready and time has ended; hand the result over.")
        }
    }
}

extension EndOutcome {
    var words: Bilingual {
        switch self {
        case .finished: Bilingual(vi: "hoàn thành", en: "finished")
        case .refused: Bilingual(vi: "từ chối", en: "refused")
        case .withdrawn: Bilingual(vi: "công dân rút", en: "withdrawn")
        case .stopped: Bilingual(vi: "dừng xử lý", en: "stopped")
        }
    }
}
