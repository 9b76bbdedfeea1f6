// How many numbers one place may draw in an hour.

import WorkTime

extension Queues {
    /// A machine at the entrance draws for everybody; a telephone outside does not need that many.
    static let drawingsMaximum = 120
}

extension Desk {
    /// - Parameter address: Of who draws, as the network tells it.
    func countDrawing(from address: String) async throws {
        try await count("queue", from: address, maximum: Queues.drawingsMaximum) {
            Queues.Rejection.tooMany(seconds: $0)
        }
    }
}
