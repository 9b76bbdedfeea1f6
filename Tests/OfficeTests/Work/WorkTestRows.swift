// Rows of work lists made by hand, for pages that no office has yet.

import HTML
import Testing
import WorkTime

@testable import Office

enum WorkTestRows {
    /// Monday.
    static let now = LocalMinute("2017-07-03T09:00") ?? LocalMinute(rawValue: 0)

    static func frame(_ language: Language) throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: language, viewer: nil, now: now,
            isDemo: false, path: "/work", formToken: "", commandKey: "")
    }

    static func list(
        _ tab: Work.Tab, at now: LocalMinute = now, counts: Work.Counts = .init(),
        offered: [Work.Row] = [], rows: [Work.Row] = [], done: [Work.DoneRow] = [],
        next: String? = nil
    ) throws -> Work.List {
        Work.List(
            tab: tab, now: now, counts: counts, offered: offered, rows: rows, done: done, next: next
        )
    }

    static func row(
        _ code: String, due: String?, at now: LocalMinute = now, list: Dossiers.WorkList = .open,
        isMine: Bool = true, needsTaking: Bool = false, words: String = "Việc"
    ) -> Work.Row {
        let due = due.flatMap { LocalMinute($0) }
        return Work.Row(
            dossier: code, item: 1, title: "\(words) \(code)", applicant: "\(words) đơn",
            step: "\(words) bước", due: due, since: now, list: list, holder: "Chị Hư Cấu",
            holderIsViewer: isMine, standsIn: false, isReady: false, sender: "Người gửi",
            unit: "Tổ một", needsTaking: needsTaking,
            left: Work.TimeLeft(
                due: due, now: now, waits: list == .waiting, calendar: .vietnam), key: code)
    }
}
