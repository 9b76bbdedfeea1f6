// One part as its headers tell it.

/// A field of a form, or a file that was chosen in one.
public struct MultipartPart: Hashable, Sendable {
    public let name: String
    /// As the sender says: never a place on any disk. `nil` for a field, empty when a field for
    /// files was left alone.
    public let fileName: String?

    public var isFile: Bool { fileName != nil }

    public init(name: String, fileName: String? = nil) {
        self.name = name
        self.fileName = fileName
    }

    /// - Throws: `headerInvalid`, `nested`, `encoded`.
    init(header bytes: [UInt8]) throws(MultipartFlaw) {
        let lines = try MultipartHeader.lines(of: bytes)
        let dispositions = lines.filter { $0.name == "content-disposition" }
        guard dispositions.count == 1 else { throw .headerInvalid }
        let (kind, parameters) = MultipartHeader.parameters(in: dispositions[0].value)
        let names = parameters.filter { $0.name == "name" }
        let files = parameters.filter { $0.name == "filename" }
        guard kind.lowercased() == "form-data", names.count == 1, files.count < 2 else {
            throw .headerInvalid
        }
        for line in lines {
            switch line.name {
            case "content-type" where line.value.lowercased().hasPrefix("multipart/"):
                throw .nested
            case "content-transfer-encoding":
                if !["7bit", "8bit", "binary"].contains(line.value.lowercased()) { throw .encoded }
            default: continue
            }
        }
        name = Self.decoded(names[0].value)
        fileName = files.first.map { Self.decoded($0.value) }
    }

    /// The three marks that browsers write as `%XX` in names (HTML Living Standard, 4.10.21.8).
    private static func decoded(_ text: String) -> String {
        text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
    }
}
