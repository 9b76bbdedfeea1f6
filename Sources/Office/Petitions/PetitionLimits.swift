// How many petitions one address may send in an hour.

import WorkTime

extension Desk {
    /// - Parameter address: Of who sends, as the network tells it.
    func countPetition(from address: String) async throws {
        try await count("petition", from: address, maximum: Petitions.sendingMaximum) {
            Petitions.Rejection.tooMany(seconds: $0)
        }
    }
}
