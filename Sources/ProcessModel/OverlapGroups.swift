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
/// (prefix filter). Of the sets that share a very common word only the last ones are looked at, so
/// that the work grows with the number of sets and not with its square.
enum SimilarPairs {
    struct Pair {
        var first: Int
        var second: Int
        /// Words in both, of the words of either.
        var share: Double
    }

    /// Most sets that are looked at for one word.
    private static let followed = 64

    static func find(among sets: [Set<String>], leastShare: Double) -> [Pair] {
        let ranked = ranks(of: sets)
        var index: [Int: [Int]] = [:]
        var pairs: [Pair] = []
        for (second, words) in ranked.enumerated() {
            let needed = Int((Double(words.count) * leastShare).rounded(.up))
            var candidates: Set<Int> = []
            for word in words.prefix(words.count - needed + 1) {
                candidates.formUnion(index[word, default: []].suffix(followed))
                index[word, default: []].append(second)
            }
            for first in candidates.sorted() {
                let share = share(of: ranked[first], words)
                if share >= leastShare {
                    pairs.append(Pair(first: first, second: second, share: share))
                }
            }
        }
        return pairs
    }

    /// Words as numbers, the rarest first, in each set in ascending order.
    private static func ranks(of sets: [Set<String>]) -> [[Int]] {
        var counts: [String: Int] = [:]
        for word in sets.joined() { counts[word, default: 0] += 1 }
        let order = counts.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
        let ranks = Dictionary(
            order.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
        return sets.map { $0.compactMap { ranks[$0] }.sorted() }
    }

    private static func share(of a: [Int], _ b: [Int]) -> Double {
        var (left, right, common) = (0, 0, 0)
        while left < a.count, right < b.count {
            let (mine, other) = (a[left], b[right])
            if mine == other { common += 1 }
            if mine <= other { left += 1 }
            if other <= mine { right += 1 }
        }
        return Double(common) / Double(a.count + b.count - common)
    }
}
