// The example of a whole step table that ships with the schema, and small tables made from it.

import Foundation

enum SchemaFile {
    static let example = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "docs/schema/cap-gpxd.yaml").path

    static func text() throws -> String { try String(contentsOfFile: example, encoding: .utf8) }

    static let head = "code: QT-01\ntitle: Cấp bản sao\nkind: internal\n"

    static let csvHeader =
        "sop_id,procedure_vi,step_no,step_vi,responsible_vi,tasks_vi,time_value,time_unit,"
        + "clock_effect,marks_business_done,source_id\n"

    static func row(_ code: String, _ number: Int = 1, unit: String = "ngày làm việc") -> String {
        "\(code),Cấp bản sao,\(number),Ký duyệt,Văn phòng,Ký duyệt,1,\(unit),run,no,S1\n"
    }
}
