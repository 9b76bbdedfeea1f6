// The demo office and a backup of it.

import Foundation
import Testing

struct SavedOffice {
    let data: String
    /// Folder of the backups.
    let folder: String
    /// The file, without its ending.
    let stem: String

    var file: String { stem + ".sqlite" }
    var manifest: String { stem + ".json" }

    static func make(in folder: WorkFolder) async throws -> SavedOffice {
        let data = try await DemoOffice.copy(to: folder)
        let result = try await roviec("backup", "--data", data, "--to", folder.path("saved"))
        try #require(result.status == 0, "\(result)")
        let name = try #require(folder.names(in: "saved").first { $0.hasSuffix(".sqlite") })
        return SavedOffice(
            data: data, folder: folder.path("saved"),
            stem: folder.path("saved/" + name.dropLast(7)))
    }

    func fields() throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: manifest))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }

    func write(_ fields: [String: Any]) throws {
        try JSONSerialization.data(withJSONObject: fields).write(to: URL(filePath: manifest))
    }

    /// Puts the same backup into the folder as if it had been made at another time.
    func copy(as stamp: String) throws {
        for ending in [".sqlite", ".json"] {
            try FileManager.default.copyItem(
                atPath: stem + ending, toPath: "\(folder)/office-\(stamp)\(ending)")
        }
    }
}
