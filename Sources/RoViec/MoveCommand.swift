// `roviec move`: an office from one store into another, with the same ledger.

import ArgumentParser
import Ledger
import Office
import WorkTime

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
        let rows = sums.reduce(0) { $0 + $1.rows }
        let entries = sums.first { $0.table == "entry" }?.rows ?? 0
        Output.write(
            """
            Đã chuyển \(rows) dòng của \(sums.count) bảng, \(entries) mục sổ, sang “\(to)”.
            Moved \(rows) rows of \(sums.count) tables, \(entries) entries, into “\(to)”.

            """)
    }
}

/// Copies everything on one snapshot, compares it and proves the new ledger.
struct OfficeMoving {
    let from: DataOption
    let to: NewPlace

    func move() async throws -> [TableSum] {
        let source = try await OfficeOpening.desk(at: from, creates: false)
        let target: Desk
        do {
            target = try await OfficeOpening.desk(at: to.option, creates: true)
        } catch {
            await source.store.close()
            throw error
        }
        let result: Result<[TableSum], any Error>
        do {
            result = .success(try await copy(source, target))
        } catch let error as StoreCopyError {
            result = .failure(failure(error))
        } catch {
            result = .failure(error)
        }
        await source.store.close()
        await target.store.close()
        if case .failure = result, to.isFile { OfficeFile.remove(to.option.databasePath) }
        return try result.get()
    }

    private func copy(_ source: Desk, _ target: Desk) async throws -> [TableSum] {
        let sums = try await StoreCopy.run(
            SchemaTable.all(after: OfficeMigrations.all), from: source.store, to: target.store)
        try await OfficeProof.require(target, at: to.option.data)
        let (before, after) = (
            try await target.store.read { try $0.ledgerSequence() },
            try await source.store.read { try $0.ledgerSequence() }
        )
        if before == after { return sums }
        throw CommandFailure(
            vi: "“\(from.data)” còn ghi thêm \(after - before) mục trong lúc chuyển. "
                + "Hãy dừng dịch vụ rồi chuyển lại.",
            en: "“\(from.data)” wrote \(after - before) more entries meanwhile. "
                + "Stop the server, then move again.")
    }

    private func failure(_ error: StoreCopyError) -> CommandFailure {
        switch error {
        case .targetNotEmpty(let table):
            CommandFailure(
                vi: "“\(to.option.data)” đã có dữ liệu trong \(table). Hãy nêu nơi trống.",
                en: "“\(to.option.data)” has something in \(table) already. Name an empty place.")
        case .differs(let table):
            CommandFailure(
                vi: "Bảng \(table) ở “\(to.option.data)” khác bản gốc nên không dùng được.",
                en: "Table \(table) in “\(to.option.data)” differs from its origin: do not use it.")
        case .snapshotLost:
            CommandFailure(
                vi: "Mất kết nối với “\(from.data)” trong lúc chuyển. Hãy dọn nơi mới và làm lại.",
                en: "The connection to “\(from.data)” broke. Clear the new place and move again.")
        }
    }
}
