// The text under which values about a person are kept beside the ledger: JSON with sorted keys,
// so that its digest is always the same.

import Foundation

protocol PersonalText: Codable {}

extension PersonalText {
    func text() throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(self), as: UTF8.self)
    }

    init(text: String) throws {
        self = try JSONDecoder().decode(Self.self, from: Data(text.utf8))
    }
}

extension Dossiers.Applicant: PersonalText {}
extension Deliveries.Recipient: PersonalText {}
extension Petitions.Sender: PersonalText {}
extension Privacy.Claimant: PersonalText {}
extension Prefills.Holder: PersonalText {}
