// The search of the register: by the rarest words typed, when some are rare.

import Engine
import Ledger
import WorkTime

extension Dossiers {
    /// Words that more dossiers of the viewer's offices hold lead to no short list: then the
    /// register itself is read, in which they are met often.
    static let rareMaximum = 2_000

    /// Few dossiers, found by words, of which the rest of the filter is asked.
    struct Candidates: Hashable, Sendable {
        private let words: [RareWord]
        private var condition = Condition()

        init(_ words: [RareWord], _ filter: Filter, for viewer: Viewer, at now: LocalMinute) {
            self.words = words
            condition.add(
                """
                EXISTS (SELECT 1 FROM dossierUnit u WHERE u.dossier = d.code
                    AND u.unit IN (\(Condition.marks(viewer.visibleUnits.count))))
                """, viewer.visibleUnits.map { .text($0.rawValue) })
            for word in filter.words { condition.add("d.folded LIKE ?", [.text("% \(word)%")]) }
            condition.add(filter.condition(at: now, receipt: "d.receivedAt"))
            if filter.isOpenOnly { condition.add("d.endedDay IS NULL") }
        }

        /// One row more than a page, newest first. The sum keeps a database from walking through
        /// all dossiers in the order of receipt until it meets these.
        func page(after key: WorkKey?) -> Query {
            var condition = condition
            if let key {
                condition.add(
                    "(d.receivedAt, d.code) < (?, ?)", [SQLValue(key.due), .text(key.dossier)])
            }
            return query(
                registerColumns, condition,
                "ORDER BY d.receivedAt + 0 DESC, d.code DESC LIMIT \(registerPage + 1)")
        }

        var count: Query {
            let all = query("d.code", condition, "LIMIT \(registerCountMaximum)")
            return Query(
                sql: "SELECT count(*) AS n FROM (\(all.sql)) AS bounded",
                arguments: all.arguments)
        }

        private func query(_ columns: String, _ condition: Condition, _ end: String) -> Query {
            let found = words.map { "SELECT w.dossier FROM dossierWord w WHERE \($0.sql)" }
            return Query(
                sql: """
                    SELECT \(columns) FROM (\(found.joined(separator: " UNION "))) AS c
                    CROSS JOIN dossier d WHERE d.code = c.dossier AND \(condition.sql) \(end)
                    """,
                arguments: words.flatMap(\.arguments) + condition.arguments)
        }
    }

    /// A word typed and the offices in whose words it is looked for.
    struct RareWord: Hashable, Sendable {
        let word: String
        let offices: [UnitID]

        /// Everything that begins with the word, as one range of the index.
        var sql: String {
            "w.office IN (\(Condition.marks(offices.count))) AND w.word >= ? AND w.word < ?"
        }
        var arguments: [SQLValue] {
            offices.map { .text($0.rawValue) } + [.text(word), .text(word + "\u{10FFFF}")]
        }
    }
}

extension DeskReading {
    /// Words of which every dossier that is searched holds one as a key: no title holds them all.
    /// `nil` when they lead to too many, or when nothing is typed.
    func rareWords(
        _ words: [String], for viewer: Viewer, _ organisation: People.Organisation,
        _ maximum: Int
    ) throws -> [Dossiers.RareWord]? {
        if words.isEmpty { return nil }
        let offices = Set(viewer.visibleUnits.map { organisation.office(of: $0) ?? $0 })
            .sorted { $0.rawValue < $1.rawValue }
        let counted = try Set(words).sorted().map { word in
            let rare = Dossiers.RareWord(word: word, offices: offices)
            return (rare, try count(rare, maximum))
        }.sorted { $0.1 < $1.1 }
        var titles = try titleWords()
        var chosen: [Dossiers.RareWord] = []
        for (rare, count) in counted {
            if count >= maximum { return nil }
            chosen.append(rare)
            titles.removeAll { title in !title.contains { $0.hasPrefix(rare.word) } }
            if titles.isEmpty { return chosen }
        }
        return nil
    }

    private func count(_ word: Dossiers.RareWord, _ maximum: Int) throws -> Int {
        let row = try reader.row(
            """
            SELECT count(*) AS n FROM (SELECT 1 FROM dossierWord w WHERE \(word.sql)
            LIMIT \(maximum)) AS bounded
            """, word.arguments)
        return try row?.int("n") ?? 0
    }

    /// The words of every title that a dossier can bear.
    private func titleWords() throws -> [[String]] {
        try rows("SELECT DISTINCT title FROM processIssue").map {
            Folding.words(try $0.text("title"))
        }
    }
}
