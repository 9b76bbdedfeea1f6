// Bodies as browsers write them, and chance that is the same on each run.

import Multipart

struct SamplePart: Hashable {
    var name: String
    var fileName: String?
    var bytes: [UInt8]

    init(_ name: String, _ value: String) {
        (self.name, fileName, bytes) = (name, nil, Array(value.utf8))
    }

    init(_ name: String, file: String, _ bytes: [UInt8]) {
        (self.name, fileName, self.bytes) = (name, file, bytes)
    }
}

enum MultipartSamples {
    static let boundary = "----WebKitFormBoundaryRoViec0123"

    static func body(_ parts: [SamplePart], boundary: String = boundary) -> [UInt8] {
        var body: [UInt8] = []
        for part in parts {
            var head = "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(part.name)\""
            if let file = part.fileName {
                head += "; filename=\"\(file)\"\r\nContent-Type: application/octet-stream"
            }
            body += Array((head + "\r\n\r\n").utf8) + part.bytes + [13, 10]
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }

    static let parts = [
        SamplePart("token", "abc"), SamplePart("ghi chú", "một\r\nhai"), SamplePart("rỗng", ""),
        SamplePart("file.Tờ khai", file: "ảnh.jpg", [0xFF, 0xD8, 13, 10, 45, 45, 0, 13, 10]),
        SamplePart("file.Đơn", file: "", []),
        SamplePart(
            "file.Sổ", file: "so.pdf",
            Array("\r\n------WebKitFormBoundaryRoViec012\r\n--".utf8) + [13, 13, 10, 45]),
    ]

    /// Reads a body in the given pieces.
    static func read(
        _ pieces: [[UInt8]], boundary: String = boundary, limits: MultipartLimits = .init()
    ) throws -> [SamplePart] {
        guard let named = MultipartBoundary(boundary) else { throw MultipartFlaw.notBegun }
        var reader = MultipartReader(boundary: named, limits: limits)
        var found: [SamplePart] = []
        for piece in pieces {
            for event in try reader.take(piece) {
                switch event {
                case .begins(let part):
                    var sample = SamplePart(part.name, "")
                    sample.fileName = part.fileName
                    found.append(sample)
                case .bytes(let bytes): found[found.count - 1].bytes += bytes
                case .ends: continue
                }
            }
        }
        try reader.finish()
        return found
    }
}

/// Splitmix64.
struct MultipartChance: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func pieces(of bytes: [UInt8], most: Int) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = Int.random(in: 0...most, using: &self)
            pieces.append(Array(rest.prefix(count)))
            rest = rest.dropFirst(count)
        }
        return pieces
    }
}
