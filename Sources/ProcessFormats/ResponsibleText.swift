// Who a column `responsible_vi` names: a unit, its head, a post, the applicant, another body.

import ProcessModel
import WorkTime

/// Performers as step tables write them.
enum ResponsibleText {
    static let applicant = "Người nộp"
    static let head = "Lãnh đạo "
    /// Posts that are written with the body they lead.
    private static let posts = [
        "Chủ tịch ", "Phó Chủ tịch ", "Trưởng ", "Phó Trưởng ", "Giám đốc ",
    ]
    /// Beginnings of the names of bodies outside the office.
    private static let bodies = ["Cơ quan thuế", "Chi cục thuế", "Cơ quan phối hợp", "Kho bạc"]

    static func performer(_ text: String) -> Performer? {
        if text.isEmpty { return nil }
        if text == applicant { return .applicant }
        if bodies.contains(where: text.hasPrefix) { return .body(text) }
        if text.hasPrefix(head) { return .head(of: .label(String(text.dropFirst(head.count)))) }
        if let post = posts.first(where: text.hasPrefix) {
            return .position(text, in: .label(String(text.dropFirst(post.count))))
        }
        return .member(of: .label(text))
    }

    /// The head of the unit that is named: answers for the step until somebody says better.
    static func accountable(for performer: Performer) -> Performer? {
        switch performer {
        case .applicant, .focalPoint, .performer: nil
        case .body(let name): .head(of: .label(name))
        case .head, .position: performer
        case .member(let unit): .head(of: unit)
        }
    }

    static func text(of performer: Performer?) -> String {
        switch performer {
        case nil: ""
        case .applicant: applicant
        case .body(let name): name
        case .head(let unit): head + text(of: unit)
        case .position(let code, _): code
        case .member(let unit): text(of: unit)
        case .focalPoint, .performer: performer?.phrase.vi ?? ""
        }
    }

    private static func text(of unit: UnitReference) -> String {
        switch unit {
        case .code(let text), .function(let text), .label(let text): text
        }
    }
}
