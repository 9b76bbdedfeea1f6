// What can go wrong between a store and its database, the same for every store.

/// An incident of the database. Expected refusals of the office are no such errors; these reach
/// an operator.
public enum LedgerStoreError: Error, Hashable, Sendable {
    /// The queue of writers is full; the caller may come again.
    case overloaded(waiting: Int)
    case closed
    case cannotOpen(path: String, detail: String)
    case notADatabase(path: String)
    case diskFull
    case readOnly
    case corrupt(detail: String)
    /// Another process kept the database longer than the patience of this one.
    case lockedByAnotherProcess
    /// The database carries migrations this release does not know.
    case newerSchema(unknown: [String])
    /// A migration that has run reads differently in this release.
    case migrationChanged(id: String)
    /// The database would not promise that a commit is on the disk.
    case notDurable(setting: String, found: String)
    /// The database was made with a setting with which the office would not be right.
    case wrongSetting(String, found: String, wanted: String)
    /// The database server cannot be reached or broke the line before a commit was asked for.
    case unreachable(detail: String)
    /// The line broke after a commit was asked for: it may be written or not. Who asks again with
    /// the same command key learns which.
    case outcomeUnknown
    case constraint(ConstraintKind, detail: String)
    /// A placeholder of a migration is not known to the store.
    case unknownToken(String)
    case failed(detail: String, sql: String)

    public enum ConstraintKind: String, Hashable, Sendable {
        case unique, foreignKey, notNull, check, other
    }
}

extension LedgerStoreError {
    /// Says what happened and how to mend it.
    public var sentence: LedgerSentence {
        switch self {
        case .overloaded(let waiting):
            LedgerSentence(
                vi: "Hệ thống đang bận: \(waiting) yêu cầu đang chờ ghi. Hãy thử lại sau ít giây.",
                en: "The system is busy: \(waiting) requests wait to be written. "
                    + "Try again in a few seconds.")
        case .closed:
            LedgerSentence(
                vi: "Cơ sở dữ liệu đã đóng. Hãy khởi động lại dịch vụ.",
                en: "The database is closed. Start the service again.")
        case .diskFull:
            LedgerSentence(
                vi: "Đĩa đã đầy nên không ghi được. Hãy giải phóng dung lượng rồi thử lại.",
                en: "The disk is full, nothing was written. Free some space and try again.")
        case .readOnly:
            LedgerSentence(
                vi: "Cơ sở dữ liệu chỉ cho đọc. Hãy kiểm tra quyền ghi của tệp và thư mục.",
                en: "The database is read-only. Check write permission of its file and folder.")
        case .lockedByAnotherProcess:
            LedgerSentence(
                vi: "Một tiến trình khác đang giữ cơ sở dữ liệu. Hãy dừng tiến trình đó.",
                en: "Another process holds the database. Stop that process.")
        case .unreachable(let detail):
            LedgerSentence(
                vi: "Không liên lạc được với máy chủ cơ sở dữ liệu (\(detail)). "
                    + "Chưa có gì được ghi. Hãy thử lại sau ít giây.",
                en: "The database server cannot be reached (\(detail)). "
                    + "Nothing was written. Try again in a few seconds.")
        case .outcomeUnknown:
            LedgerSentence(
                vi: "Mất liên lạc với máy chủ cơ sở dữ liệu đúng lúc ghi. "
                    + "Hãy gửi lại: việc đã ghi sẽ không bị ghi lần nữa.",
                en: "The line to the database server broke while writing. "
                    + "Send it again: what was written is not written twice.")
        case .cannotOpen, .notADatabase, .corrupt, .notDurable, .wrongSetting: fileSentence
        case .newerSchema, .migrationChanged, .unknownToken, .constraint, .failed: schemaSentence
        }
    }

    private var fileSentence: LedgerSentence {
        switch self {
        case .cannotOpen(let path, let detail):
            LedgerSentence(
                vi: "Không mở được \(path): \(detail). Hãy kiểm tra đường dẫn và quyền truy cập.",
                en: "Cannot open \(path): \(detail). Check the path and its permissions.")
        case .notADatabase(let path):
            LedgerSentence(
                vi: "\(path) không phải là cơ sở dữ liệu. Hãy chọn tệp khác.",
                en: "\(path) is not a database. Name another file.")
        case .notDurable(let setting, let found):
            LedgerSentence(
                vi: "Cơ sở dữ liệu không bảo đảm ghi xuống đĩa: \(setting) là \(found).",
                en: "The database does not promise to reach the disk: \(setting) is \(found).")
        case .wrongSetting(let setting, let found, let wanted):
            LedgerSentence(
                vi: "Cơ sở dữ liệu có \(setting) là \(found), cần \(wanted). Hãy tạo lại bằng: "
                    + "createdb --template=template0 --encoding=UTF8 --locale=C",
                en: "The database has \(setting) \(found), \(wanted) is needed. Make it anew with: "
                    + "createdb --template=template0 --encoding=UTF8 --locale=C")
        default:
            LedgerSentence(
                vi: "Cơ sở dữ liệu bị hỏng. Hãy khôi phục từ bản sao lưu gần nhất. \(technical)",
                en: "The database is damaged. Restore the latest backup. \(technical)")
        }
    }

    private var schemaSentence: LedgerSentence {
        switch self {
        case .newerSchema(let unknown):
            LedgerSentence(
                vi: "Cơ sở dữ liệu do bản mới hơn tạo ra (\(unknown.joined(separator: ", "))). "
                    + "Hãy cài bản mới hơn.",
                en: "A newer release wrote this database (\(unknown.joined(separator: ", "))). "
                    + "Install that release.")
        case .migrationChanged(let id):
            LedgerSentence(
                vi: "Bước nâng cấp \(id) khác với bước đã chạy. Hãy cài đúng bản phát hành.",
                en: "Migration \(id) differs from the one that has run. "
                    + "Install the matching release.")
        default:
            LedgerSentence(
                vi: "Cơ sở dữ liệu từ chối câu lệnh. Hãy báo cho người quản trị: \(technical)",
                en: "The database refused a statement. Tell the administrator: \(technical)")
        }
    }

    private var technical: String {
        switch self {
        case .corrupt(let detail): detail
        case .constraint(let kind, let detail): "\(kind.rawValue), \(detail)"
        case .failed(let detail, let sql): "\(detail), \(sql)"
        case .unknownToken(let token): "{{\(token)}}"
        default: ""
        }
    }
}
