// Queues: the numbers people draw in a one-stop shop (lấy số thứ tự), and how they are called.
//
// Start here. Anybody draws a number at /queue/OFFICE, an officer at /queue calls the next one to a
// window, and /queue/OFFICE/screen shows everybody who is called. A day of an office is one stream,
// `queue/OFFICE/DAY`, so numbers begin anew each day and a stream never grows beyond a day. Nothing
// in it tells who somebody is, nor why they come first (docs/decisions/0035, 0050).
// - QueueNoun: a number, what is asked of the line, what happens.  QueueState: the day.
// - QueueTerms: who comes first, how often somebody is called, what a number is for and where.
// - QueueSettingNoun, QueueSettingRules, QueueSettingRefusals, QueueSettingText, QueueSettingPages,
//   QueueSettingViews: an office sets them, in the stream `queueSettings/OFFICE`.
// - QueueLine: the order of those who wait.  QueueRules, QueueRefusals: what may be done.
// - QueueDesk, QueueLimits: the stream; how many numbers one place may draw.
// - QueueFigures: how long people waited.  QueueBoard, QueueQueries: what is shown, to whom.

/// Namespace of the feature.
public enum Queues {
    static let feature = "queue"

    /// A number has three digits.
    static let ticketsMaximum = 999
    static let windowMaximum = 20
    /// Numbers on the screen, as many as one reads from far.
    static let shownCalled = 4
    static let shownNext = 6
    /// Numbers listed for the officers.
    static let shownWaiting = 60
    /// Seconds after which a screen asks again.
    static let screenSeconds = 10

    /// Three digits, as it is printed and called.
    static func text(of number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    }
}
