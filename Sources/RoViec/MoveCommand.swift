// `roviec move`: an office from one store into another, with the same ledger.

import ArgumentParser
import Ledger

struct MoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "move",
        abstract: "Copies an office into a new place, of the same kind of store or another.",
        discussion: """
            Chuyển cơ quan sang nơi lưu khác, sổ giữ nguyên từng byte. Hãy dừng dịch vụ trước; nơi \
            cũ vẫn còn nguyên. Every value is compared afterwards, and the ledger verified.
            """)

    @Option(help: ArgumentHelp("Where the office is.", valueName: "data"))
    var from: String

    @Option(help: ArgumentHelp("Where it shall be: a place without an office.", valueName: "data"))
    var to: String

    func run() async throws {
        let moving = OfficeMoving(
            from: try DataOption.parse(["--data", from]), to: try NewPlace(to))
        let sums = try await moving.move()
        let to = moving.to.option.shown
        let rows = sums.reduce(0) { $0 + $1.rows }
        let entries = sums.first { $0.table == "entry" }?.rows ?? 0
        Output.write(
            """
            Đã chuyển \(rows) dòng của \(sums.count) bảng, \(entries) mục sổ, sang “\(to)”.
            Moved \(rows) rows of \(sums.count) tables, \(entries) entries, into “\(to)”.

            """)
    }
}
