// The modules of a QR code (ISO/IEC 18004), worked out by libqrencode.

import CQRencode

extension Site {
    /// A square of modules, dark or light, that a camera reads as a text.
    struct QRCode: Hashable, Sendable {
        /// Modules a side, without the quiet zone: 21 for the smallest, 4 more a version.
        let side: Int
        /// Row after row from the top left; true is dark.
        let modules: [Bool]

        /// The smallest code that holds the text as UTF-8, with error correction M: it is read
        /// though 15 % of it are lost to a fold or a stain. `nil` for an empty text, one with a
        /// NUL, or one longer than any code holds (2,331 bytes).
        init?(_ text: String) {
            if text.isEmpty || text.utf8.contains(0) { return nil }
            guard let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
                return nil
            }
            defer { QRcode_free(code) }
            let side = Int(code.pointee.width)
            guard let data = code.pointee.data else { return nil }
            self.side = side
            // The lowest bit is the module; the others tell what part of the code it belongs to.
            modules = (0..<side * side).map { data[$0] & 1 == 1 }
        }

        /// A code whose modules are known.
        init(side: Int, dark modules: [Bool]) {
            self.side = side
            self.modules = modules
        }

        /// A place outside the square is light.
        func isDark(row: Int, column: Int) -> Bool {
            guard (0..<side).contains(row), (0..<side).contains(column) else { return false }
            return modules[row * side + column]
        }

        /// The dark modules as path data, a rectangle for each run within a row, moved in by the
        /// quiet zone.
        func path(quietZone: Int) -> String {
            var path = ""
            for row in 0..<side {
                var column = 0
                while column < side {
                    let start = column
                    while isDark(row: row, column: column) { column += 1 }
                    let length = column - start
                    if length == 0 {
                        column += 1
                    } else {
                        path += "M\(start + quietZone) \(row + quietZone)h\(length)v1h-\(length)z"
                    }
                }
            }
            return path
        }
    }
}
