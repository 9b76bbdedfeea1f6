// Why an instance cannot go on at some place. An incident is recorded, held by a person, mended.

import ProcessModel
import WorkTime

/// The reason of an incident, kept in the note of its work item.
public enum IncidentCause: String, Hashable, Sendable, Codable, CaseIterable {
    case noPerformer, noWayForward, endlessLoop, unknownNode, stalled, handoverReturned

    public var sentence: Bilingual {
        switch self {
        case .noPerformer:
            Bilingual(
                vi:
                    "Không tìm được người thực hiện bước này; bố trí người rồi thử lại.",
                en: "Nobody can be found for this step; fill the position, then try again.")
        case .noWayForward:
            Bilingual(
                vi: "Không nhánh nào đúng điều kiện; điền trường còn thiếu rồi thử lại.",
                en: "No condition of the ways from here holds; fill in the field, then try again.")
        case .endlessLoop:
            Bilingual(
                vi: "Các nhánh quay vòng mà không qua bước nào; sửa giá trị trường rồi thử lại.",
                en: "The ways run in a circle without a step; change the field, then try again.")
        case .unknownNode:
            Bilingual(
                vi: "Quy trình trỏ tới một nút không có; sửa quy trình.",
                en: "The process points to a node that does not exist; mend the process.")
        case .stalled:
            Bilingual(
                vi: "Các nhánh chờ lẫn nhau; thử lại để đi tiếp với những nhánh đã đến.",
                en: "Branches wait for each other; try again to go on with those that came.")
        case .handoverReturned:
            Bilingual(
                vi: "Đơn vị nhận trả lại việc đầu tiên; sửa rồi thử lại để bàn giao lần nữa.",
                en: "The first work was returned; mend it, then try again to offer it once more.")
        }
    }
}

extension WorkItem {
    /// Why the instance cannot go on here; `nil` unless the item is an incident.
    public var incident: IncidentCause? {
        kind == .incident ? IncidentCause(rawValue: note) : nil
    }
}
