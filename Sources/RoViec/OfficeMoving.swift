// An office goes from one store into another.

import Ledger
import Office
import WorkTime

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
        try await OfficeProof.require(target, at: to.option.shown)
        let (before, after) = (
            try await target.store.read { try $0.ledgerSequence() },
            try await source.store.read { try $0.ledgerSequence() }
        )
        if before == after { return sums }
        throw CommandFailure(
            vi: "“\(from.shown)” còn ghi thêm \(after - before) mục trong lúc chuyển. "
                + "Hãy dừng dịch vụ rồi chuyển lại.",
            en: "“\(from.shown)” wrote \(after - before) more entries meanwhile. "
                + "Stop the server, then move again.")
    }

    private func failure(_ error: StoreCopyError) -> CommandFailure {
        switch error {
        case .targetNotEmpty(let table):
            CommandFailure(
                vi: "“\(to.option.shown)” đã có dữ liệu trong \(table). Hãy nêu nơi trống.",
                en: "“\(to.option.shown)” has something in \(table) already. Name an empty place.")
        case .differs(let table):
            CommandFailure(
                vi: "Bảng \(table) ở “\(to.option.shown)” khác bản gốc nên không dùng được.",
                en: "Table \(table) in “\(to.option.shown)” differs from its origin: do not use it."
            )
        case .snapshotLost:
            CommandFailure(
                vi: "Mất kết nối với “\(from.shown)” trong lúc chuyển. Hãy dọn nơi mới và làm lại.",
                en: "The connection to “\(from.shown)” broke. Clear the new place and move again.")
        }
    }
}
