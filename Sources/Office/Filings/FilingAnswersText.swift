// Answers of a draft as text, in which they are kept.

import Foundation

extension Filings.Answers {
    func text() throws -> String {
        let value = Stored(
            pairs: form.pairs.map { [$0.name, $0.value] }, seen: seen.sorted(), prefill: prefill)
        return String(decoding: try JSONEncoder().encode(value), as: UTF8.self)
    }

    init(text: String) throws {
        let stored = try JSONDecoder().decode(Stored.self, from: Data(text.utf8))
        self.init(
            form: Site.Form(
                pairs: stored.pairs.filter { $0.count == 2 }.map { ($0[0], $0[1]) }),
            seen: Set(stored.seen), prefill: stored.prefill)
    }

    private struct Stored: Codable {
        let pairs: [[String]]
        let seen: [String]
        var prefill: Prefills.Filled?
    }
}
