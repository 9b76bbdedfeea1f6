// Why a body is not read to its end. None of them can be mended by reading on.

/// What is wrong with a body of `multipart/form-data`.
public enum MultipartFlaw: Error, Hashable, Sendable {
    /// The first delimiter does not come.
    case notBegun
    /// The bytes end before the last delimiter.
    case truncated
    /// Something else than a line end follows a delimiter.
    case delimiterBroken
    case headerTooLarge
    /// No readable `Content-Disposition: form-data` with a name.
    case headerInvalid
    /// A part that has parts, which RFC 7578, 4.3, gave up.
    case nested
    /// A `Content-Transfer-Encoding` (RFC 7578, 4.7): no browser sends one.
    case encoded
    case tooManyParts
    case fieldTooLarge(name: String)
    case fileTooLarge(name: String)
    case bodyTooLarge
}
