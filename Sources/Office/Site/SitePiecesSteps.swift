// The way of a case: the strip of steps, and what has happened so far.

import HTML

extension Piece {
    /// A step of the strip.
    struct Step: Sendable {
        /// Where the case stands as seen from the step.
        enum Stand: String, Sendable {
            case past, here, next
        }

        let title: String
        let stand: Stand
        let lines: [String]
        let when: String?
        let isGap: Bool

        /// - Parameters:
        ///   - lines: Second voice: who, and when it was done or is due.
        ///   - when: Set for the list citizens see, where the time stands at the right.
        ///   - isGap: A pause in which the clock stood still, drawn as a square.
        init(
            _ title: String, _ stand: Stand, lines: [String] = [], when: String? = nil,
            isGap: Bool = false
        ) {
            self.title = title
            self.stand = stand
            self.lines = lines
            self.when = when
            self.isGap = isGap
        }
    }

    /// More than these go on in a line below.
    private static let stepsInLine = 8

    /// The strip of steps; as a list from top to bottom for citizens.
    static func steps(_ steps: [Step], asTrack: Bool = false) -> HTML {
        let look = asTrack ? "track" : steps.count > stepsInLine ? "long" : nil
        return ol(.classes("steps", look)) {
            for step in steps {
                li(
                    .classes(step.stand.rawValue, step.isGap ? "gap" : nil),
                    .if(step.stand == .here, .aria("current", "step"))
                ) {
                    b { step.title }
                    if let when = step.when {
                        " "
                        span(.class("when")) { when }
                    }
                    stepLines(step.lines, asTrack: asTrack)
                }
            }
        }
    }

    private static func stepLines(_ lines: [String], asTrack: Bool) -> HTML {
        let texts = lines.map { line in asTrack ? em { line } : HTML { line } }
        var result = HTML()
        for (index, text) in texts.enumerated() {
            if index > 0 && !asTrack { result.append(br()) } else { result.append(.text(" ")) }
            result.append(text)
        }
        return result
    }

    /// An entry of what has happened.
    struct Happening: Sendable {
        let when: HTML
        let what: HTML
        let stopsClock: Bool

        /// - Parameter when: A `Piece.moment`.
        init(_ when: HTML, stopsClock: Bool = false, @HTMLBuilder _ what: () -> HTML) {
            self.when = when
            self.what = what()
            self.stopsClock = stopsClock
        }
    }

    /// What has happened, in the order given; the newest first reads best.
    static func timeline(_ happenings: [Happening]) -> HTML {
        ol(.class("log")) {
            for happening in happenings {
                li(.if(happening.stopsClock, .class("stopclock"))) {
                    happening.when
                    div { happening.what }
                }
            }
        }
    }
}
