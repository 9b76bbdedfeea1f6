// A text as a QR code, drawn into the page: no image to load, sharp on paper at any size.

import HTML

extension Piece {
    /// Light modules around the code, without which cameras do not find it (ISO/IEC 18004: 4).
    static let qrQuietZone = 4

    /// The code as a drawing, black on white whatever the page looks like. Nothing when the text
    /// fits no code.
    /// - Parameter label: What the code leads to, for those who cannot see it.
    static func qr(_ text: String, label: String) -> HTML {
        guard let code = Site.QRCode(text) else { return HTML() }
        let side = code.side + 2 * qrQuietZone
        return SVG.svg(
            .class("qr"), .viewBox("0 0 \(side) \(side)"), .role("img"), .aria("label", label),
            .focusable("false"), .shapeRendering("crispEdges")
        ) {
            SVG.rect(.width(Double(side)), .height(Double(side)), .fill("#fff"))
            SVG.path(.d(code.path(quietZone: qrQuietZone)), .fill("#000"))
        }
    }
}
