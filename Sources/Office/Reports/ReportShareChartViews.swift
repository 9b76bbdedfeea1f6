// A drawing of shares: a bar for each, from none to all of the whole. The table beneath has the
// same numbers.

import HTML

extension Reports {
    struct ShareChart {
        struct Bar {
            let name: String
            let part: Int
            let whole: Int

            /// 0...1, never beyond: a bar does not leave the drawing.
            var share: Double { whole > 0 ? min(1, max(0, Double(part) / Double(whole))) : 0 }
        }

        let id: String
        let title: String
        let summary: String
        let bars: [Bar]
        /// A share as the language writes it.
        let percent: (Int, Int) -> String

        /// Names stand above their bars, so that they have room.
        static let step = 46.0
        static let width = 520.0

        private var height: Double { Double(bars.count) * Self.step + 6 }

        var html: HTML {
            SVG.svg(
                .class("draw chart"), .viewBox("0 0 600 \(SVG.digits(of: height + 24))"),
                .role("img"), .aria("labelledby", "\(id)-t \(id)-d")
            ) {
                SVG.title(.id("\(id)-t")) { title }
                SVG.desc(.id("\(id)-d")) { summary }
                for mark in [0, 25, 50, 75, 100] { grid(mark) }
                for (index, bar) in bars.enumerated() {
                    drawn(bar, top: Double(index) * Self.step + 2)
                }
            }
        }

        private func grid(_ mark: Int) -> HTML {
            let x = 4 + Double(mark) * Self.width / 100
            return HTML {
                SVG.path(
                    .class(mark == 0 ? "axis" : "grid"),
                    .d("M\(SVG.digits(of: x)) 0V\(SVG.digits(of: height))"))
                SVG.text(
                    .class("muted"), .x(x), .y(height + 18),
                    .textAnchor(mark == 0 ? "start" : "middle")
                ) { "\(mark) %" }
            }
        }

        private func drawn(_ bar: Bar, top: Double) -> HTML {
            HTML {
                SVG.text(.x(8), .y(top + 14)) { bar.name }
                SVG.rect(
                    .class("c4"), .x(4), .y(top + 20), .width(Self.width), .height(14))
                SVG.rect(
                    .class("c1"), .x(4), .y(top + 20), .width(bar.share * Self.width),
                    .height(14))
                SVG.text(.class("b"), .x(Self.width + 12), .y(top + 32)) {
                    percent(bar.part, bar.whole)
                }
            }
        }
    }
}
