// Drawings of figures: stacked bars of parts, and a line of months. The tables beneath have the
// same numbers; a drawing never says anything alone.

import HTML

extension Reports {
    /// Stacked bars: early, on time, late, in progress.
    struct BarChart {
        struct Bar {
            let name: String
            let sums: Sums
        }

        let id: String
        let title: String
        let summary: String
        let bars: [Bar]
        /// Numbers as the reader's language groups them, like in the tables beneath.
        var number: (Int) -> String = { String($0) }

        static let left = 176.0
        static let width = 375.0
        static let step = 34.0

        private var height: Double { Double(bars.count) * Self.step + 6 }
        private var scale: Scale { Scale(maximum: bars.map(\.sums.taken).max() ?? 0) }

        var html: HTML {
            SVG.svg(
                .class("draw chart"), .viewBox("0 0 600 \(SVG.digits(of: height + 24))"),
                .role("img"), .aria("labelledby", "\(id)-t \(id)-d")
            ) {
                SVG.title(.id("\(id)-t")) { title }
                SVG.desc(.id("\(id)-d")) { summary }
                for mark in scale.marks { grid(mark) }
                for (index, bar) in bars.enumerated() { drawn(bar, Double(index) * Self.step + 5) }
            }
        }

        private func grid(_ mark: Int) -> HTML {
            let x = Self.left + scale.length(mark, of: Self.width)
            return HTML {
                SVG.path(
                    .class(mark == 0 ? "axis" : "grid"),
                    .d("M\(SVG.digits(of: x)) 0V\(SVG.digits(of: height))"))
                SVG.text(.class("muted"), .x(x), .y(height + 18), .textAnchor("middle")) {
                    number(mark)
                }
            }
        }

        private func drawn(_ bar: Bar, _ top: Double) -> HTML {
            let parts = [
                ("c1", bar.sums.early), ("c2", bar.sums.onTime), ("c3", bar.sums.late),
                ("c4", bar.sums.open + bar.sums.unclassed),
            ]
            var x = Self.left
            var pieces: [HTML] = []
            for (name, count) in parts where count > 0 {
                let length = scale.length(count, of: Self.width)
                pieces.append(piece(name, count, x: x, top: top, length: length))
                x += length
            }
            return HTML {
                SVG.text(.x(Self.left - 10), .y(top + 16), .textAnchor("end")) { bar.name }
                pieces
                SVG.text(.class("b"), .x(x + 8), .y(top + 16)) { number(bar.sums.taken) }
            }
        }

        /// Lateness is told by its hatching too, not by its colour alone.
        private func piece(
            _ name: String, _ count: Int, x: Double, top: Double, length: Double
        ) -> HTML {
            HTML {
                SVG.rect(.class(name), .x(x), .y(top), .width(max(length, 1)), .height(22))
                if name == "c3", length >= 6 {
                    for offset in stride(from: 2.0, to: length - 3, by: 6) {
                        SVG.path(
                            .class("hatch"),
                            .d("M\(SVG.digits(of: x + offset)) \(SVG.digits(of: top + 21))l4 -20"))
                    }
                }
                if length >= 30, name != "c3" {
                    SVG.text(
                        .class(name == "c1" ? "on" : nil), .x(x + length / 2), .y(top + 16),
                        .textAnchor("middle")
                    ) { number(count) }
                }
            }
        }
    }

    /// A line of shares in percent, month by month; its axis begins where the numbers begin.
    struct LineChart {
        struct Point {
            let name: String
            let part: Int
            let whole: Int
            /// 0...10000
            var hundredths: Int { whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole) }
        }

        let id: String
        let title: String
        let summary: String
        let points: [Point]

        /// Lowest share shown, in whole percent: the ten below the lowest point.
        var floor: Int { max(0, ((points.map(\.hundredths).min() ?? 0) / 100 - 1) / 10 * 10) }

        var html: HTML {
            SVG.svg(
                .class("draw chart"), .viewBox("0 0 600 228"), .role("img"),
                .aria("labelledby", "\(id)-t \(id)-d")
            ) {
                SVG.title(.id("\(id)-t")) { title }
                SVG.desc(.id("\(id)-d")) { summary }
                for mark in [floor, (floor + 100) / 2, 100] { grid(mark) }
                SVG.polyline(.class("line"), .points(path))
                for (index, point) in points.enumerated() { dot(index, point) }
            }
        }

        private var path: String {
            points.enumerated().map { index, point in
                "\(SVG.digits(of: x(index))),\(SVG.digits(of: y(Double(point.hundredths) / 100)))"
            }.joined(separator: " ")
        }

        private func grid(_ mark: Int) -> HTML {
            let y = y(Double(mark))
            return HTML {
                SVG.path(
                    .class(mark == floor ? "axis" : "grid"), .d("M44 \(SVG.digits(of: y))H584"))
                SVG.text(.class("muted"), .x(36), .y(y + 4), .textAnchor("end")) { "\(mark) %" }
            }
        }

        private func dot(_ index: Int, _ point: Point) -> HTML {
            HTML {
                SVG.circle(
                    .class("dot"), .cx(x(index)), .cy(y(Double(point.hundredths) / 100)), .r(4))
                SVG.text(.class("muted"), .x(x(index)), .y(218), .textAnchor("middle")) {
                    point.name
                }
            }
        }

        private func x(_ index: Int) -> Double {
            points.count < 2 ? 314 : 64 + Double(index) * 500 / Double(points.count - 1)
        }

        private func y(_ percent: Double) -> Double {
            198 - (percent - Double(floor)) * 180 / Double(max(1, 100 - floor))
        }
    }

    /// Round numbers along an axis.
    struct Scale {
        let maximum: Int

        /// 1, 2 or 5 times a power of ten, so that there are five marks or fewer.
        var step: Int {
            var step = 1
            while maximum > step * 5 {
                let isTwo = String(step).first == "2"
                step = isTwo ? step / 2 * 5 : step * 2
            }
            return step
        }

        var marks: [Int] { Array(stride(from: 0, through: maximum, by: step)) }

        func length(_ value: Int, of width: Double) -> Double {
            maximum == 0 ? 0 : Double(value) * width / Double(maximum)
        }
    }
}
