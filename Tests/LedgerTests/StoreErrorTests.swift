// Every trouble with a database has a sentence that says what to do.

import Ledger
import Testing

@Suite struct StoreErrorTests {
    static let all: [LedgerStoreError] = [
        .overloaded(waiting: 4096), .closed, .cannotOpen(path: "/p", detail: "no folder"),
        .notADatabase(path: "/p"), .diskFull, .readOnly, .corrupt(detail: "page 7"),
        .lockedByAnotherProcess, .newerSchema(unknown: ["office/9"]),
        .migrationChanged(id: "office/2"), .notDurable(setting: "synchronous", found: "1"),
        .constraint(.foreignKey, detail: "FOREIGN KEY constraint failed"),
        .unknownToken("json"), .failed(detail: "no such table", sql: "SELECT 1"),
    ]

    @Test(arguments: all)
    func `an error speaks both languages`(error: LedgerStoreError) {
        let sentence = error.sentence
        #expect(sentence.vi.count > 20 && sentence.en.count > 20)
        #expect(sentence.vi != sentence.en)
    }

    @Test func `sentences are told apart and carry the detail`() {
        #expect(Set(Self.all.map(\.sentence.vi)).count == Self.all.count)
        let details = ["4096", "no folder", "page 7", "office/9", "office/2", "synchronous"]
        for detail in details {
            #expect(Self.all.contains { $0.sentence.vi.contains(detail) })
            #expect(Self.all.contains { $0.sentence.en.contains(detail) })
        }
    }

    @Test func `values become what SQL knows`() {
        #expect(SQLValue(7) == .integer(7) && SQLValue(true) == 1 && SQLValue(false) == 0)
        #expect(SQLValue("a") == "a" && SQLValue(1.5) == 1.5 && SQLValue([1]) == .blob([1]))
        #expect(SQLValue(nil as Int?) == nil && SQLValue(nil as String?) == .null)
        #expect(SQLValue(nil as Int64?) == nil && SQLValue(nil as [UInt8]?) == nil)
        #expect(SQLValue(nil as Bool?) == nil && SQLValue(true as Bool?) == true)
    }

    @Test func `a row is read by name whatever its case`() throws {
        let row = SQLRow(columns: ["onbehalfof", "open"], values: [.null, 2])
        #expect(try row.optionalText("onBehalfOf") == nil)
        #expect(throws: SQLRowError.isNull("onBehalfOf")) { try row.text("onBehalfOf") }
        #expect(throws: SQLRowError.wrongKind("open", wanted: "0 or 1", found: "2")) {
            try row.bool("open")
        }
        #expect(try row.int("OPEN") == 2)
        #expect(try row.real("open") == 2.0)
        #expect(try row.optionalInt("onBehalfOf") == nil)
        #expect(throws: SQLRowError.isNull("onbehalfof")) { try row.blob("onbehalfof") }
    }
}
