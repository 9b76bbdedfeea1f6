// The sheet as an e-mail: codes, procedures and dates, no name of a citizen.

import Engine
import Ledger
import WorkTime

extension DeskReading {
    /// `nil` when there is nothing to tell, or nobody to tell it to: who has no position today, or
    /// does not want it any more.
    func writtenDaySheet(
        _ message: OutboxMessage, site: String?, texts: Site.Texts
    ) throws -> Notices.Written? {
        let person = PersonID(try message.payload.text("code"))
        let now = LocalMinute(rawValue: Int(try message.payload.int("at")))
        guard let email = try daySheetAddress(of: person),
            let viewer = Viewer(person: person, in: try organisation(), today: now.day)
        else { return nil }
        let sheet = try daySheet(for: viewer, at: now)
        if sheet.isEmpty { return nil }
        let frame = texts.frame(of: .vi, at: now)
        return Notices.Written(
            address: email, subject: frame.text("today.mail.subject", frame.day(now.day)),
            body: DaySheets.body(of: sheet, site: site, frame))
    }
}

extension DaySheets {
    fileprivate static func body(
        of sheet: Sheet, site: String?, _ frame: Site.Frame
    ) -> String {
        let parts = sheet.parts.map { part in
            let more = part.more > 0 ? ["  " + frame.text("today.more", String(part.more))] : []
            return
                ([frame.text("today.group.\(part.group.rawValue)")]
                + part.lines.map { "- " + frame.dayLine($0, in: part.group) } + more)
                .joined(separator: "\n")
        }
        let way = site.map { [frame.text("today.mail.way", "\($0)/today")] } ?? []
        return
            ([frame.text("today.lead", sheet.name, frame.day(sheet.now.day))] + parts + way
            + [frame.text("today.mail.foot")]).joined(separator: "\n\n") + "\n"
    }
}

extension Site.Frame {
    /// `BD-170801-0001, Đăng ký khai sinh (Thẩm định): 17:30, 01/08/2017`.
    func dayLine(_ line: DaySheets.Line, in group: DaySheets.Group) -> String {
        let name = line.isPetition ? text("petition.one") : line.title
        let step = line.step.isEmpty ? "" : " (\(line.step))"
        return "\(line.code), \(name)\(step): \(dayLineTime(line, in: group))"
    }

    func dayLineTime(_ line: DaySheets.Line, in group: DaySheets.Group) -> String {
        switch group {
        case .waiting: text("today.since", moment(line.since))
        default: line.due.map(moment) ?? text("today.since", moment(line.since))
        }
    }
}
