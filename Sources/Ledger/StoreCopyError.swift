// What can go wrong when an office is copied.

/// Why a copy is not one.
public enum StoreCopyError: Error, Hashable, Sendable {
    /// There is something in the target already.
    case targetNotEmpty(table: String)
    /// What was written is not what was read.
    case differs(table: String)
    /// The connection to the source broke; its snapshot is lost.
    case snapshotLost
}
