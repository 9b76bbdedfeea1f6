// Logs of time that cannot be understood, each with the sentence that says how to mend them.

public enum ClockError: Error, Hashable, Sendable {
    /// Nothing started the clocks.
    case notReceived
    case receivedTwice(LocalMinute, LocalMinute)
    case beforeReceived(ClockEvent, received: LocalMinute)
    /// A supplement or a payment that nobody had asked for.
    case closedWithoutOpening(ClockEvent, cause: String)
    case deadline(DeadlineError)

    public var sentence: Bilingual {
        switch self {
        case .notReceived:
            Bilingual(
                vi: "Hồ sơ chưa có thời điểm tiếp nhận nên chưa tính được hạn; "
                    + "hãy ghi sự kiện tiếp nhận.",
                en: "The dossier has no moment of receipt, so nothing can be reckoned; "
                    + "record when it was received.")
        case .receivedTwice(let first, let second):
            Bilingual(
                vi: "Hồ sơ được tiếp nhận hai lần, lúc \(first.phrase.vi) và "
                    + "\(second.phrase.vi); hãy bỏ một lần.",
                en: "The dossier was received twice, at \(first.phrase.en) and at "
                    + "\(second.phrase.en); remove one of them.")
        case .beforeReceived(let event, let received):
            Bilingual(
                vi: "Sự kiện \"\(event.kind.name.vi)\" lúc \(event.at.phrase.vi) xảy ra trước khi "
                    + "tiếp nhận (\(received.phrase.vi)); hãy sửa thời điểm.",
                en: "The event \"\(event.kind.name.en)\" at \(event.at.phrase.en) comes before the "
                    + "receipt (\(received.phrase.en)); mend its time.")
        case .closedWithoutOpening(let event, let cause):
            Bilingual(
                vi: "Sự kiện \"\(event.kind.name.vi)\" lúc \(event.at.phrase.vi) không có yêu cầu "
                    + "tương ứng (\(cause)) đang mở; hãy ghi yêu cầu trước đó.",
                en: "The event \"\(event.kind.name.en)\" at \(event.at.phrase.en) answers no open "
                    + "request (\(cause)); record the request before it.")
        case .deadline(let error): error.sentence
        }
    }

    /// Hands on what the calendar cannot answer.
    static func reckon<Value>(
        _ sum: () throws(CalendarError) -> Value
    ) throws(ClockError) -> Value {
        do {
            return try sum()
        } catch {
            throw .deadline(.calendar(error))
        }
    }
}
