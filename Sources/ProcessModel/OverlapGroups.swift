// Places by the words of their text, and pairs of texts that share most of their words.

import WorkTime

/// Places with one text, marks and capitals apart.
struct OverlapGroups {
    struct Group {
        var words: [String]
        var places: [Overlap.Place]
    }

    private(set) var groups: [Group] = []
    private var positions: [[String]: Int] = [:]

    mutating func add(_ text: String, _ place: Overlap.Place) {
        let words = FoldedText.words(of: text)
        guard !words.isEmpty else { return }
        var place = place
        place.text = text
        if let position = positions[words] {
            groups[position].places.append(place)
        } else {
            positions[words] = groups.count
            groups.append(Group(words: words, places: [place]))
        }
    }

    /// Groups whose places differ in `key`; of each value of it the first place is shown.
    func overlaps(
        _ reason: Overlap.Reason, leastWords: Int = 1, by key: (Overlap.Place) -> String
    ) -> [Overlap] {
        groups.compactMap { group in
            guard group.words.count >= leastWords else { return nil }
            var seen: Set<String> = []
            let places = group.places.filter { seen.insert(key($0)).inserted }
            return places.count > 1 ? Overlap(reason: reason, places: places) : nil
        }
    }
}

/// Finds similar sets of words: two sets with so much in common share one of their rarest words
/// (prefix filter). A word that stands in very many sets tells nothing and is not followed.
enum SimilarPairs {
    struct Pair {
        var first: Int
        var second: Int
        /// Words in both, of the words of either.
        var share: Double
    }

    /// Most sets that are looked at for one word.
    private static let followed = 200

    static func find(among sets: [Set<String>], leastShare: Double) -> [Pair] {
        var counts: [String: Int] = [:]
        for word in sets.joined() { counts[word, default: 0] += 1 }
        var index: [String: [Int]] = [:]
        var pairs: [Pair] = []
        for (second, words) in sets.enumerated() {
            let rarest = words.sorted { (counts[$0] ?? 0, $0) < (counts[$1] ?? 0, $1) }
            let needed = Int((Double(words.count) * leastShare).rounded(.up))
            var candidates: Set<Int> = []
            for word in rarest.prefix(words.count - needed + 1) {
                candidates.formUnion(index[word, default: []].suffix(followed))
                index[word, default: []].append(second)
            }
            for first in candidates.sorted() {
                let common = sets[first].intersection(words).count
                let share = Double(common) / Double(sets[first].count + words.count - common)
                if share >= leastShare {
                    pairs.append(Pair(first: first, second: second, share: share))
                }
            }
        }
        return pairs
    }
}
