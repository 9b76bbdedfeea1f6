// Where an office is to be made.

import ArgumentParser
import Foundation

/// A place where an office is to be made: nothing of an office may be there.
struct NewPlace {
    let option: DataOption

    init(_ data: String) throws {
        option = try DataOption.parse(["--data", data])
        if isFile, FileManagerPlace.exists(option.databasePath) {
            throw CommandFailure(
                vi: "“\(data)” đã có dữ liệu của cơ quan nên không ghi vào. Hãy nêu thư mục mới.",
                en: "There is an office in “\(data)”, so nothing is written. Name a new folder.")
        }
    }

    /// Whether the office is a file in a folder.
    var isFile: Bool { !option.isServer }
}
