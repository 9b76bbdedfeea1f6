// How much of a body is read before it is refused.

/// Limits of one body; all in bytes but the first.
public struct MultipartLimits: Hashable, Sendable {
    public var parts: Int
    /// Of all headers of one part, and of what stands before the first delimiter.
    public var headerBytes: Int
    /// Of a part without a file name.
    public var fieldBytes: Int
    public var fileBytes: Int
    /// Of everything, delimiters and headers included.
    public var bodyBytes: Int

    public init(
        parts: Int = 100, headerBytes: Int = 8_192, fieldBytes: Int = 65_536,
        fileBytes: Int = 10_485_760, bodyBytes: Int = 67_108_864
    ) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.fieldBytes = fieldBytes
        self.fileBytes = fileBytes
        self.bodyBytes = bodyBytes
    }
}
