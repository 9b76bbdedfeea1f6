// `roviec restore` and `roviec backup check`: a backup that is not whole makes no office.

import Foundation
import GRDB
import Ledger
import Testing

struct RestoreCommandTests {
    /// Restores and checks; both refuse, and leave nothing behind.
    private func expectBoth(
        _ saved: SavedOffice, _ folder: WorkFolder, vi: String, en: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let new = folder.path("new")
        expectRefusal(
            try await roviec("restore", "--from", saved.file, "--data", new),
            naming: saved.stem, vi: vi, en: en, sourceLocation: sourceLocation)
        #expect(folder.names(in: "new").isEmpty, sourceLocation: sourceLocation)
        try FileManager.default.createDirectory(
            at: folder.url("trial"), withIntermediateDirectories: true)
        expectRefusal(
            try await roviec(
                "backup", "check", "--from", saved.file, "--temporary", folder.path("trial")),
            naming: saved.stem, vi: vi, en: en, sourceLocation: sourceLocation)
        #expect(folder.names(in: "trial").isEmpty, sourceLocation: sourceLocation)
    }

    @Test func `a good backup passes, also the newest of a folder, and the trial is removed`()
        async throws
    {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            try saved.copy(as: "20170101T000000Z")
            try folder.write("saved/office-20170101T000000Z.sqlite", "hỏng")
            try FileManager.default.createDirectory(
                at: folder.url("trial"), withIntermediateDirectories: true)
            for from in [saved.file, saved.folder] {
                let result = try await roviec(
                    "backup", "check", "--from", from, "--temporary", folder.path("trial"))
                #expect(
                    result.status == 0 && result.output.contains("can be restored"), "\(result)")
                #expect(folder.names(in: "trial").isEmpty)
            }
            let old = try await roviec(
                "backup", "check", "--from", saved.folder + "/office-20170101T000000Z.sqlite")
            #expect(old.status == 1)
        }
    }

    @Test(arguments: [0.0, 0.01, 0.3, 0.5, 0.77, 0.999])
    func `one altered byte is found`(share: Double) async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            var bytes = try Data(contentsOf: URL(filePath: saved.file))
            bytes[Int(Double(bytes.count) * share)] ^= 1
            try bytes.write(to: URL(filePath: saved.file))
            try await expectBoth(
                saved, folder, vi: "không phải bản đã lưu", en: "is not what was saved")
        }
    }

    @Test func `a file that is cut, longer, or empty is found`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            let whole = try Data(contentsOf: URL(filePath: saved.file))
            for bytes in [whole.dropLast(), whole.prefix(4096), whole + Data([0]), Data()] {
                try bytes.write(to: URL(filePath: saved.file))
                try await expectBoth(
                    saved, folder, vi: "không phải bản đã lưu", en: "is not what was saved")
            }
        }
    }

    @Test func `what the manifest says is compared with what is there`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            let whole = try saved.fields()
            var rows = try #require(whole["rows"] as? [String: Int])
            rows["session"] = 12
            try saved.write(whole.merging(["rows": rows]) { $1 })
            try await expectBoth(saved, folder, vi: "dòng trong session", en: "rows in session")
            rows["session"] = nil
            try saved.write(whole.merging(["rows": rows]) { $1 })
            let sessions = try #require((whole["rows"] as? [String: Int])?["session"])
            if sessions > 0 {
                try await expectBoth(saved, folder, vi: "dòng trong session", en: "rows in session")
            }
            try saved.write(whole.merging(["sequence": 5]) { $1 })
            try await expectBoth(saved, folder, vi: "không dừng ở số 5", en: "does not end at 5")
            try saved.write(whole.merging(["sha256": String(repeating: "0", count: 64)]) { $1 })
            try await expectBoth(
                saved, folder, vi: "không phải bản đã lưu", en: "is not what was saved")
            try saved.write(whole.merging(["format": "roviec backup v2"]) { $1 })
            try await expectBoth(
                saved, folder, vi: "không mô tả bản sao lưu nào", en: "describes no backup")
            try FileManager.default.removeItem(atPath: saved.manifest)
            try await expectBoth(saved, folder, vi: "Không có “", en: "There is no “")
        }
    }

    @Test func `a backup whose ledger was altered with care is found by its chain`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            let queue = try DatabaseQueue(path: saved.file)
            try await queue.write {
                try $0.execute(sql: "UPDATE entry SET unit = 'x' WHERE sequence = 40")
            }
            try queue.close()
            // The thief makes the manifest fit.
            let (bytes, digest) = try FileDigest.of(saved.file)
            try saved.write(
                saved.fields().merging(["bytes": bytes, "sha256": digest]) { $1 })
            let result = try await roviec(
                "restore", "--from", saved.file, "--data", folder.path("new"))
            expectRefusal(result, naming: saved.file, vi: "sai lệch", en: "findings")
            #expect(result.complaint.contains("sequence 40"))
            #expect(folder.names(in: "new").isEmpty)
        }
    }

    @Test func `an office is never restored over another`() async throws {
        try await withWorkFolder { folder in
            let saved = try await SavedOffice.make(in: folder)
            let before = try Data(contentsOf: URL(filePath: saved.data + "/office.sqlite"))
            expectRefusal(
                try await roviec("restore", "--from", saved.file, "--data", saved.data),
                naming: saved.data, vi: "đã có dữ liệu", en: "There is an office")
            #expect(try Data(contentsOf: URL(filePath: saved.data + "/office.sqlite")) == before)
            expectRefusal(
                try await roviec("restore", "--from", saved.stem, "--data", folder.path("new")),
                naming: saved.stem, vi: "Không có tệp", en: "There is no file")
            expectRefusal(
                try await roviec("backup", "check", "--from", folder.path("office")),
                naming: folder.path("office"), vi: "không có bản sao lưu nào", en: "no backup")
        }
    }
}
