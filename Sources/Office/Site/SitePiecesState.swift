// The state of a piece of work: a word, a shape and a colour, always all three.

import HTML

extension Piece {
    /// States as the style sheet draws them. A triangle is lateness; full is open, hollow is over.
    enum State: String, Sendable, CaseIterable {
        case late, today, soon, ok, paused, wait, hand, done
        case wasLate = "was-late"
    }

    /// The badge. The words carry the meaning, so there is no badge without any.
    static func state(_ state: State, _ words: String) -> HTML {
        span(.class("st \(state.rawValue)")) { words }
    }

    /// A badge with a line beneath it, such as the date of the deadline.
    static func state(
        _ state: State, _ words: String, @HTMLBuilder detail: () -> HTML
    ) -> HTML {
        HTML {
            Piece.state(state, words)
            " "
            small { detail() }
        }
    }

    /// A moment, for people and for programs (`machine` in ISO 8601, without seconds).
    static func moment(_ words: String, machine: String) -> HTML {
        time(.datetime(machine)) { words }
    }

    /// Words with a second voice beneath them: a person and the unit, a place and the ward.
    static func twoVoices(_ first: String, _ second: String?) -> HTML {
        HTML {
            first
            if let second, !second.isEmpty {
                " "
                small { second }
            }
        }
    }

    /// A code, which never breaks across lines.
    static func code(_ text: String) -> HTML {
        span(.class("code")) { text }
    }
}
