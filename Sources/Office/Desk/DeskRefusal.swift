// What a person is told when something may not be done. A refusal is expected: nothing was written.

import WorkTime

/// A typed rejection that knows its sentence. Every feature's `Rejection` is one.
public protocol Refusal: Error, Sendable {
    /// Stable, for programs: `dossiers.supplementAlreadyAsked`.
    var code: String { get }
    /// What is wrong and how to mend it, in both languages.
    var sentence: Bilingual { get }
    /// The form field it concerns.
    var field: String? { get }
    /// The thing is not there for this viewer (found means allowed).
    var isNotFound: Bool { get }
}

extension Refusal {
    public var field: String? { nil }
    public var isNotFound: Bool { false }
}

/// Refusals of the Desk itself.
public enum DeskRefusal: Refusal, Hashable {
    /// Somebody else changed it since it was read.
    case changedMeanwhile(stream: String)
    /// The same key was sent before with another content.
    case keyUsedForOtherCommand
    case unknown(String)

    public var code: String {
        switch self {
        case .changedMeanwhile: "desk.changedMeanwhile"
        case .keyUsedForOtherCommand: "desk.keyUsedForOtherCommand"
        case .unknown: "desk.unknown"
        }
    }

    public var isNotFound: Bool { if case .unknown = self { true } else { false } }

    public var sentence: Bilingual {
        switch self {
        case .changedMeanwhile:
            Bilingual(
                vi: "Người khác vừa thay đổi việc này. Hãy mở lại trang rồi làm tiếp.",
                en: "Somebody else has just changed this. Open the page again and go on.")
        case .keyUsedForOtherCommand:
            Bilingual(
                vi: "Mẫu này đã được gửi trước đó với nội dung khác. Hãy mở lại trang.",
                en: "This form was sent before with other content. Open the page again.")
        case .unknown(""):
            Bilingual(
                vi: "Đường dẫn thiếu mã. Hãy mở lại đường dẫn đầy đủ.",
                en: "The address lacks its code. Open the whole address again.")
        case .unknown(let name):
            Bilingual(
                vi: "Không tìm thấy “\(name)”, hoặc bạn không được xem.",
                en: "“\(name)” was not found, or you may not see it.")
        }
    }
}
