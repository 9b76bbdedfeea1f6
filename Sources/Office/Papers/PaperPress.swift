// How a sheet becomes PDF: by a press that the server was given. Which one, the program decides.

import WorkTime

extension Papers {
    /// Prints documents of this site.
    public protocol Press: Sendable {
        /// - Parameters:
        ///   - document: A whole document in HTML, UTF-8, without addresses to load.
        ///   - style: The style sheet of the site, whose rules for print count.
        /// - Returns: The PDF.
        /// - Throws: `PressFailure`.
        func print(_ document: [UInt8], style: [UInt8]) async throws -> [UInt8]
    }

    public enum PressFailure: Error, Hashable, Sendable {
        /// The server has no press.
        case absent
        /// Too many are being printed.
        case busy
        /// It did not end in time.
        case slow
        /// What it complained about stands in the log of the server, not here.
        case broken
    }
}

extension Papers.PressFailure: Refusal {
    public var code: String { "papers.press.\(self)" }
    public var isNotFound: Bool { false }
    public var field: String? { nil }

    public var sentence: Bilingual {
        switch self {
        case .absent:
            Bilingual(
                vi: "Máy chủ này chưa cài chương trình tạo PDF. Hãy dùng nút In của trang giấy; "
                    + "trình duyệt cũng lưu được thành PDF.",
                en: "This server has no program that makes PDF. Use the button Print on the page "
                    + "of the paper; browsers save as PDF too.")
        case .busy:
            Bilingual(
                vi: "Đang có nhiều giấy chờ tạo PDF. Hãy thử lại sau ít giây.",
                en: "Many papers are waiting to become PDF. Try again in a few seconds.")
        case .slow, .broken:
            Bilingual(
                vi: "Chưa tạo được PDF. Hãy thử lại, hoặc dùng nút In của trang giấy.",
                en: "No PDF could be made. Try again, or use the button Print on the page.")
        }
    }
}
