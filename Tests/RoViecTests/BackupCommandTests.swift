// `roviec backup`: one whole file while the office works; old ones go only behind a proved one.

import Foundation
import Ledger
import LedgerSQLite
import Testing

struct BackupCommandTests {
    @Test func `a backup is a file and what must be in it`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            #expect(
                folder.names(in: "saved").count == 2,
                "no part is left: \(folder.names(in: "saved"))")
            let fields = try saved.fields()
            let size = try FileManager.default.attributesOfItem(atPath: saved.file)[.size] as? Int
            #expect(fields["format"] as? String == "roviec backup v1")
            #expect(fields["bytes"] as? Int == size)
            #expect(fields["sha256"] as? String == (try FileDigest.of(saved.file).sha256))
            let rows = try #require(fields["rows"] as? [String: Int])
            for (table, count) in rows {
                let found = try await DemoOffice.value(saved.data, "SELECT count(*) FROM \(table)")
                #expect(found == "\(count)", "\(table)")
            }
            let tables = try await DemoOffice.value(
                saved.data,
                """
                SELECT count(*) FROM sqlite_master WHERE type = 'table'
                AND name NOT LIKE 'sqlite_%' AND name != 'schemaMigration'
                """)
            #expect("\(rows.count)" == tables, "every table of the office is counted")
            #expect(fields["sequence"] as? Int == rows["entry"])
            let line = try #require(fields["checkpoint"] as? String)
            #expect(try Checkpoint(line: line).number == rows["checkpoint"])
        }
    }

    @Test func `it is restored with everything, and goes on`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            let new = folder.path("new")
            let result = try await roviec("restore", "--from", saved.file, "--data", new)
            #expect(result.status == 0 && result.output.contains("nothing is amiss"), "\(result)")
            #expect(folder.names(in: "new") == ["office.sqlite"])
            let sum =
                "SELECT group_concat(hex(hash)) FROM (SELECT hash FROM entry ORDER BY sequence)"
            let both = try await (
                DemoOffice.value(saved.data, sum), DemoOffice.value(new, sum)
            )
            #expect(both.0 == both.1)
            #expect(try await roviec("verify", "--data", new).status == 0)
            let more = try await roviec("backup", "--data", new, "--to", folder.path("more"))
            #expect(more.status == 0)
        }
    }

    @Test func `the office goes on writing and the backup is whole`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let store = try SQLiteLedgerStore(path: data + "/office.sqlite")
            let start = try await store.read { try $0.ledgerSequence() }
            let writing = Task {
                var version = 0
                while !Task.isCancelled {
                    let (stream, expected) = ("note/\(version % 3)", version / 3)
                    try await store.write { transaction in
                        _ = try transaction.append(
                            [NewEntry("note", ["text": "x"])], to: stream, expecting: expected,
                            by: Authorship(at: 1, actor: "a", unit: "u"))
                    }
                    version += 1
                }
                return version
            }
            var seen = start
            for number in 0..<3 {
                let result = try await roviec(
                    "backup", "--data", data, "--to", folder.path("saved\(number)"))
                #expect(result.status == 0, "\(result)")
                // However slow the machine is: the writer gets on between two backups.
                while try await store.read({ try $0.ledgerSequence() }) == seen {
                    await Task.yield()
                }
                seen = try await store.read { try $0.ledgerSequence() }
            }
            writing.cancel()
            let written = try await writing.value
            await store.close()
            #expect(written >= 3)
            for number in 0..<3 {
                let name = try #require(
                    folder.names(in: "saved\(number)").first { $0.hasSuffix(".sqlite") })
                let file = folder.path("saved\(number)/\(name)")
                let report = try SQLiteFile.read(file) { try Verification.run($0) }
                #expect(report.isClean, "\(report.findings)")
                #expect((start...start + written).contains(report.entryCount))
            }
        }
    }

    @Test(
        arguments: [
            (["--keep", "3"], ["20170104", "20170105"]), (["--keep", "1"], []),
            (["--keep", "99"], ["20170101", "20170102", "20170103", "20170104", "20170105"]),
            ([], ["20170101", "20170102", "20170103", "20170104", "20170105"]),
            (["--keep-days", "1"], []),
            (
                ["--keep-days", "36500"],
                ["20170101", "20170102", "20170103", "20170104", "20170105"]
            ),
            (["--keep", "4", "--keep-days", "1"], []),
        ] as [([String], [String])])
    func `old backups go by number and age, others' files stay`(
        options: [String], left: [String]
    ) async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            for day in 1...5 { try saved.copy(as: "2017010\(day)T230000Z") }
            for ending in [".sqlite", ".json"] {
                try FileManager.default.removeItem(atPath: saved.stem + ending)
            }
            let others = ["office-20160101T000000Z.sqlite", "office-gestern.sqlite", "ghi chú.txt"]
            for name in others { try folder.write("saved/\(name)", "x") }
            let result = try await CommandProcess.run(
                ["backup", "--data", saved.data, "--to", saved.folder] + options)
            #expect(result.status == 0, "\(result)")
            let names = folder.names(in: "saved")
            let old = names.filter { $0.hasPrefix("office-2017") && $0.hasSuffix(".sqlite") }
            #expect(old == left.map { "office-\($0)T230000Z.sqlite" }, "\(result)")
            #expect(names.count(where: { $0.hasSuffix(".json") }) == left.count + 1)
            #expect(others.allSatisfy(names.contains))
        }
    }

    @Test func `behind a backup with findings no old one goes`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            for day in 1...2 { try saved.copy(as: "2017010\(day)T230000Z") }
            for ending in [".sqlite", ".json"] {
                try FileManager.default.removeItem(atPath: saved.stem + ending)
            }
            try await DemoOffice.edit(
                saved.data, "UPDATE entry SET actor = 'x' WHERE sequence = 30")
            let result = try await roviec(
                "backup", "--data", saved.data, "--to", saved.folder, "--keep", "1")
            #expect(result.status == 1 && result.complaint.contains("không xóa bản cũ nào"))
            #expect(result.complaint.contains("no old one goes"))
            let names = folder.names(in: "saved").filter { $0.hasSuffix(".sqlite") }
            #expect(names.count == 3, "\(names)")
            let check = try await roviec("backup", "check", "--from", saved.folder)
            #expect(check.status == 1 && check.complaint.contains("sequence 30"), "\(check)")
            let older = try await roviec(
                "backup", "check", "--from", saved.folder + "/office-20170102T230000Z.sqlite")
            #expect(older.status == 0, "\(older)")
        }
    }

    @Test func `what is no office, and where nothing can be written, is refused`() async throws {
        try await withWorkFolder { folder in
            let data = try await DemoOffice.copy(to: folder)
            let blocked = try folder.write("file", "x") + "/saved"
            expectRefusal(
                try await roviec("backup", "--data", data, "--to", blocked), naming: blocked,
                vi: "Không tạo được thư mục", en: "cannot be made")
            let nowhere = folder.path("none")
            expectRefusal(
                try await roviec("backup", "--data", nowhere, "--to", folder.path("saved")),
                naming: nowhere, vi: "Không có dữ liệu", en: "There is no office")
            for (name, content) in [("empty", ""), ("other", "SQLite format 3")] {
                let path = try folder.write("\(name)/office.sqlite", content)
                let result = try await roviec(
                    "backup", "--data", folder.path(name), "--to", folder.path("saved"))
                #expect(result.status == 1 && result.complaint.contains(path), "\(result)")
                #expect(folder.names(in: "saved").isEmpty)
            }
            for options in [["--keep", "0"], ["--keep-days", "-1"]] {
                let result = try await CommandProcess.run(
                    [
                        "backup", "--data", data, "--to", folder.path("saved"),
                        options.joined(separator: "="),
                    ])
                #expect(result.status == 2 && result.complaint.contains("1 trở lên"), "\(result)")
            }
        }
    }
}
