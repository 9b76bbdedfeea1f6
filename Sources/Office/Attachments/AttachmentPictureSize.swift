// Width and height as the header of a picture claims them, read while its bytes come. A picture of
// a few kilobytes may claim millions of points and fill the memory of whoever opens it.

extension Attachments {
    struct PictureSize: Hashable, Sendable {
        let width: Int
        let height: Int
    }

    /// PNG: the first chunk is IHDR (ISO/IEC 15948, 11.2.2). `nil` when it is not.
    static func pngSize(_ head: [UInt8]) -> PictureSize? {
        guard head.count >= 24, head[12..<16].elementsEqual(Array("IHDR".utf8)) else { return nil }
        func number(_ at: Int) -> Int {
            head[at..<at + 4].reduce(0) { $0 << 8 | Int($1) }
        }
        return PictureSize(width: number(16), height: number(20))
    }

    /// JPEG: walks from marker to marker to the frame header (ITU T.81, B.2.2), which may stand
    /// behind long segments of the camera.
    struct JPEGWalk: Sendable {
        private enum Place { case marker, code, length, segment(Int), frame }

        private var place = Place.marker
        private var held: [UInt8] = []
        private var code: UInt8 = 0
        private(set) var size: PictureSize?
        /// It is no picture, or begins with its points before it says how many.
        private(set) var isBroken = false

        /// Takes what follows the first two bytes.
        mutating func take(_ bytes: some Sequence<UInt8>) {
            for byte in bytes {
                if size != nil || isBroken { return }
                step(byte)
            }
        }

        private mutating func step(_ byte: UInt8) {
            switch place {
            case .marker: if byte == 0xFF { place = .code } else { isBroken = true }
            case .code: take(code: byte)
            case .length:
                held.append(byte)
                if held.count == 2 { measure() }
            case .segment(let left): place = left > 1 ? .segment(left - 1) : .marker
            case .frame:
                held.append(byte)
                if held.count == 5 {
                    size = PictureSize(
                        width: Int(held[3]) << 8 | Int(held[4]),
                        height: Int(held[1]) << 8 | Int(held[2]))
                }
            }
        }

        private mutating func take(code byte: UInt8) {
            switch byte {
            case 0xFF: return
            case 0x01, 0xD0...0xD7: place = .marker
            // Points, the end, or a second beginning, before any frame.
            case 0x00, 0xD8, 0xD9, 0xDA: isBroken = true
            default:
                (code, place, held) = (byte, .length, [])
            }
        }

        private mutating func measure() {
            let left = (Int(held[0]) << 8 | Int(held[1])) - 2
            held = []
            let isFrame = (0xC0...0xCF).contains(code) && ![0xC4, 0xC8, 0xCC].contains(code)
            if left < 0 || (isFrame && left < 5) { isBroken = true }
            place = isFrame ? .frame : left == 0 ? .marker : .segment(left)
        }
    }
}
