// What is too much: numbers that no law states. They are settings.

extension Attachments {
    /// Limits of an office.
    public struct Limits: Hashable, Sendable {
        public static let megabyte = 1_048_576
        /// What `fileMegabytes` may be: larger scans come from wrong settings of a scanner.
        public static let megabytesRange = 1...32

        public var fileMegabytes: Int
        /// Of all files of a filing before it is sent, or of one request.
        public var files = 50
        public var waitingMegabytes = 100
        /// Of everything that is not filed yet, from all citizens together: nobody fills the disk.
        public var houseMegabytes = 4_096
        /// Points of a picture, as its header claims them, and of one side.
        public var picturePoints = 120_000_000
        public var pictureSide = 30_000

        public init(fileMegabytes: Int = 10) { self.fileMegabytes = fileMegabytes }

        var fileBytes: Int { fileMegabytes * Self.megabyte }
        public var requestBytes: Int { 6 * fileBytes }
        var waitingBytes: Int { waitingMegabytes * Self.megabyte }
        var houseBytes: Int { houseMegabytes * Self.megabyte }
    }

    /// How an office takes files. All nodes of an office have the same.
    public struct Settings: Hashable, Sendable {
        public var limits: Limits
        /// Whether something looks for viruses: then a file is locked until it did.
        public var hasScanner: Bool

        public init(limits: Limits = Limits(), hasScanner: Bool = false) {
            self.limits = limits
            self.hasScanner = hasScanner
        }

        var firstStanding: Standing { hasScanner ? .waiting : .unscanned }
    }

    /// Bytes of one row of chunks: a page of a copy holds five hundred of them.
    static let chunkBytes = 65_536
    /// Chunks that are written with one commit, and that a file has in memory while it comes in.
    static let chunksAtOnce = 4
    static let nameMaximum = 120
    static let listMaximum = 200
    /// What came in and was not taken is let go after that.
    static let arrivalMilliseconds: Int64 = 3_600_000
}
