// Words that people typed may hold a name. Before they go to whoever asks, names are left out.

import Engine

extension Tracking {
    /// Leaves out the values it was given, however they are written: capitals and marks do not
    /// matter, other words stay.
    struct Veil {
        static let mark = "…"
        /// A single short word would take common words away: `Tư`, `01`.
        private static let lengthMinimum = 6

        private let values: [String]
        private let phrases: [[String]]

        init(_ values: [String]) {
            let told = values.filter { value in
                value.count >= Self.lengthMinimum || Self.parts(value).count > 1
            }
            self.values = told
            phrases = told.map { Self.parts($0).map(Self.key) }.filter { !$0.contains("") }
        }

        /// Everything personal of an applicant but the request itself, which may be no more than
        /// the name of the procedure.
        init(_ applicant: Dossiers.Applicant?, officers: [String]) {
            guard let applicant else {
                self.init(officers)
                return
            }
            self.init(
                [
                    applicant.name, applicant.identity, applicant.phone, applicant.address,
                    applicant.email, applicant.submitter,
                    applicant.filer?.identity ?? "", applicant.filer?.phone ?? "",
                ] + applicant.fields.values + officers)
        }

        func callAsFunction(_ text: String) -> String {
            var text = text
            for value in values { text = text.replacing(value, with: Self.mark) }
            let parts = Self.parts(text)
            let keys = parts.map(Self.key)
            var isHidden = parts.map { _ in false }
            for phrase in phrases where !phrase.isEmpty && phrase.count <= keys.count {
                for start in 0...(keys.count - phrase.count)
                where keys[start..<start + phrase.count].elementsEqual(phrase) {
                    for index in start..<start + phrase.count { isHidden[index] = true }
                }
            }
            guard isHidden.contains(true) else { return text }
            var words: [String] = []
            for (part, hidden) in zip(parts, isHidden) {
                if !hidden {
                    words.append(part)
                } else if words.last != Self.mark {
                    words.append(Self.mark)
                }
            }
            return words.joined(separator: " ")
        }

        private static func parts(_ text: String) -> [String] {
            text.split(whereSeparator: \.isWhitespace).map(String.init)
        }

        private static func key(_ part: String) -> String { Folding.words(part).joined() }
    }
}
