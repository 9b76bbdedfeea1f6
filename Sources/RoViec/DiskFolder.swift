// Folders as the disk sees them.

import Foundation

enum DiskFolder {
    /// A new name is on the disk only when its folder is.
    static func synchronize(parentOf path: String) {
        let folder = URL(filePath: path).deletingLastPathComponent().path
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        if descriptor < 0 { return }
        fsync(descriptor)
        close(descriptor)
    }
}
