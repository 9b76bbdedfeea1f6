// The small parts of the demo: chance, tables, names, apportioning, receipts, notation, routes.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct DemoApportionTests {
    @Test func `Parts are whole, add up, and lie within one of their exact share`() {
        var chance = Demo.Chance(seed: 3)
        for _ in 0..<2_000 {
            let weights = (0..<chance.between(1, 20)).map { _ in chance.below(400) }
            let total = chance.below(10_000)
            let sum = weights.reduce(0, +)
            let parts = Demo.apportion(total, by: weights)
            #expect(parts.count == weights.count)
            if sum == 0 { continue }
            #expect(parts.reduce(0, +) == total)
            for (part, weight) in zip(parts, weights) {
                // floor or ceiling of the exact share, without fractions
                #expect(part * sum > weight * total - sum && part * sum < weight * total + sum)
                if weight == 0 { #expect(part == 0) }
            }
            for (a, b) in zip(weights.indices, weights.indices.dropFirst())
            where weights[a] > weights[b] {
                #expect(parts[a] >= parts[b], "more weight never gets less")
            }
        }
    }

    @Test(arguments: [
        (10, [1, 1, 1], [4, 3, 3]), (0, [5, 5], [0, 0]), (7, [1], [7]), (3, [0, 2, 0], [0, 3, 0]),
        (100, [2, 1], [67, 33]), (1, [1, 1], [1, 0]), (5, [], []),
    ])
    func `What is left over goes to the largest remainders, the first of equals`(
        _ total: Int, _ weights: [Int], _ parts: [Int]
    ) {
        #expect(Demo.apportion(total, by: weights) == parts)
    }

    @Test func `Every row of the demand gets its share of each published total`() throws {
        let filings = try Demo.filings(wards: try Demo.Ward.all())
        for (level, channel, process, share) in [
            (true, Dossiers.Channel.online, "HN001", 240), (true, .online, "HN015", 2),
            (false, .online, "HN044", 300), (false, .counter, "HN061", 3),
        ] {
            let half = filings.filter {
                ($0.office != "ubnd") == level && $0.channel == channel
                    && $0.through <= Demo.Day.lastReceipt
            }
            let count = half.count { $0.process == ProcessCode(process) }
            let whole = [true: [1_000, 14], false: [990, 41]][level] ?? []
            let sum = channel == .online ? whole[0] : whole[1]
            #expect(abs(count - half.count * share / sum) <= 1, "\(process): \(count)")
        }
    }
}

@Suite struct DemoChanceTests {
    @Test func `The numbers of a seed are those of the published generator`() {
        // SplitMix64 with seed 1234567, as in the reference implementation.
        var chance = Demo.Chance(seed: 1_234_567)
        let first = (0..<5).map { _ in chance.next() }
        #expect(
            first == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ])
    }

    @Test func `Numbers lie in their bounds and reach both`() {
        var chance = Demo.Chance(seed: 5)
        for bound in [1, 2, 3, 10, 1_000] {
            let drawn = Set((0..<bound * 20).map { _ in chance.below(bound) })
            #expect(drawn.allSatisfy { (0..<bound).contains($0) })
            #expect(drawn.contains(0) && drawn.contains(bound - 1))
        }
        #expect(chance.below(0) == 0)
        let between = Set((0..<200).map { _ in chance.between(-2, 2) })
        #expect(between == [-2, -1, 0, 1, 2])
        #expect(!(0..<100).contains { _ in chance.happens(0) })
        #expect((0..<100).allSatisfy { _ in chance.happens(1_000) })
    }

    @Test func `Shuffling loses nothing, and parts of one seed do not move each other`() {
        var chance = Demo.Chance(seed: 2017, of: "a")
        var shuffled = Array(0..<100)
        chance.shuffle(&shuffled)
        #expect(shuffled.sorted() == Array(0..<100) && shuffled != Array(0..<100))
        var (one, same) = (Demo.Chance(seed: 2017, of: "x"), Demo.Chance(seed: 2017, of: "x"))
        var other = Demo.Chance(seed: 2017, of: "y")
        let first = one.next()
        #expect(first == same.next() && first != other.next())
        #expect(chance.pick([Int](), else: 7) == 7)
    }
}

@Suite struct DemoTableTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["1", "2"]]), ("a,b\r\n1,2\r\n", [["1", "2"]]),
        ("a,b\n\"1,5\",\"x\ny\"", [["1,5", "x\ny"]]),
        ("a,b\n\"nói \"\"có\"\"\",2", [["nói \"có\"", "2"]]),
        ("a,b\n,\n1,2\n\n", [["1", "2"]]), ("a,b\n\"\",đ", [["", "đ"]]), ("a,b\n1", [["1", ""]]),
    ])
    func `Cells are read as spreadsheets write them`(
        _ text: String, _ cells: [[String]]
    ) throws {
        let table = try Demo.Table(name: "t", text: text, ["a", "b"])
        #expect(table.rows.map { [$0["a"], $0["b"]] } == cells)
    }

    @Test func `What lacks a table, a column or a number says where`() throws {
        #expect(throws: Demo.DataError.missingTable("khong-co")) {
            try Demo.Table.load("khong-co", columns: [])
        }
        #expect(throws: Demo.DataError.missingColumn("c", table: "t")) {
            try Demo.Table(name: "t", text: "a,b\n1,2", ["a", "c"])
        }
        #expect(throws: Demo.DataError.missingTable("t")) {
            try Demo.Table(name: "t", text: "", ["a"])
        }
        let row = try #require(
            try Demo.Table(name: "t", text: "a,b\nx,2017-02-30", ["a", "b"]).rows.first)
        #expect(throws: Demo.DataError.badValue("x", column: "a", table: "t")) {
            try row.number("a")
        }
        #expect(throws: Demo.DataError.badValue("2017-02-30", column: "b", table: "t")) {
            try row.day("b")
        }
        #expect(row["khong-co"] == "")
        let error = Demo.DataError.badValue("x", column: "a", table: "t")
        for word in ["t.csv", "a", "x"] { #expect(error.description.contains(word)) }
    }
}

@Suite struct DemoNamesTests {
    @Test func `A roster has no name twice and no name of a known person`() throws {
        let names = try Demo.Names()
        var chance = Demo.Chance(seed: 11)
        let roster = names.roster(3_000, &chance)
        #expect(Set(roster).count == 3_000)
        let avoided = try Demo.Table.load("names-avoid", columns: ["pair"]).rows.map { $0["pair"] }
        #expect(!avoided.isEmpty)
        for name in roster {
            let parts = name.split(separator: " ")
            #expect(parts.count >= 3, "\(name)")
            #expect(!avoided.contains { name.hasSuffix(" " + $0) }, "\(name)")
            #expect(name.allSatisfy { $0.isLetter || $0 == " " }, "\(name)")
        }
    }

    @Test func `A child has the family name of its parent`() throws {
        let names = try Demo.Names()
        var chance = Demo.Chance(seed: 12)
        for _ in 0..<200 {
            let parent = names.full(&chance)
            let child = names.child(of: parent, &chance)
            #expect(child.split(separator: " ").first == parent.split(separator: " ").first)
        }
    }
}

@Suite struct DemoReceiptsTests {
    private let calendar = WorkCalendar.vietnam

    @Test func `Requests come on working days, in office hours, more on Mondays`() throws {
        let receipts = try Demo.Receipts(
            from: Demo.Day.firstReceipt, through: Demo.Day.lastReceipt, calendar: calendar)
        var chance = Demo.Chance(seed: 9)
        var count: [Weekday: Int] = [:]
        for _ in 0..<6_000 {
            let moment = receipts.moment(&chance)
            #expect(moment.day >= Demo.Day.firstReceipt && moment.day <= Demo.Day.lastReceipt)
            #expect(try calendar.isWorkingDay(moment.day))
            #expect(try calendar.isOpen(at: moment), "\(moment)")
            count[moment.day.weekday, default: 0] += 1
        }
        #expect((count[.monday] ?? 0) > (count[.friday] ?? 0))
    }

    @Test func `Around Tết few people come`() throws {
        // Tết 2017: 28 January; the weeks beside it against three weeks of May.
        let receipts = try Demo.Receipts(
            from: Demo.Day.firstReceipt, through: Demo.Day.lastReceipt, calendar: calendar)
        var chance = Demo.Chance(seed: 10)
        var (near, may) = (0, 0)
        for _ in 0..<8_000 {
            let day = receipts.moment(&chance).day
            if day == DayNumber("2017-01-24") { near += 1 }
            if day == DayNumber("2017-05-16") { may += 1 }
        }
        #expect(near < may)
    }
}

@Suite struct DemoNotationTests {
    @Test(arguments: [
        ("focal", Performer.focalPoint), ("head@VP", .head(of: .code("VP"))),
        ("member@f:mot-cua", .member(of: .function("mot-cua"))),
        ("body:Chi cục Thuế", .body("Chi cục Thuế")),
        (
            "position:chu-tich@f:lanh-dao",
            .position("chu-tich", in: .function("lanh-dao"))
        ), ("head@P@X", .head(of: .code("P@X"))),
    ])
    func `A performer is read as the tables write it`(_ text: String, _ performer: Performer) {
        #expect(Demo.performer(text) == performer)
    }

    @Test(arguments: ["", "head", "HEAD@VP", "chief@VP", "focal ", "position@VP"])
    func `What is no performer is none`(_ text: String) {
        #expect(Demo.performer(text) == nil)
    }
}

@Suite struct DemoRouteTests {
    private func draft(_ id: NodeID, _ way: Demo.Draft.Way = .always) -> Demo.Draft {
        var draft = Demo.Chain.giveBack()
        draft = Demo.Draft(id: id, title: "Bước \(id)", step: draft.step, way: way)
        return draft
    }

    private func route(
        _ drafts: [Demo.Draft], _ fields: [String: FieldValue] = [:]
    ) -> [NodeID] {
        let (nodes, flows) = Demo.graph(of: drafts)
        let version = ProcessVersion(
            code: "X", title: "x", kind: .internalWork, ownerUnit: "NV", nodes: nodes,
            flows: flows)
        return Demo.route(through: version, fields: fields).map(\.node)
    }

    @Test func `A step for some cases is taken in those and left out in others`() {
        let drafts = [draft("a"), draft("b", .onlyIf(field: "can")), draft("c")]
        #expect(route(drafts) == ["a", "c"])
        #expect(route(drafts, ["can": .boolean(true)]) == ["a", "b", "c"])
        #expect(route(drafts, ["can": .boolean(false)]) == ["a", "c"])
    }

    @Test func `Two steps for some cases in a row do not lose each other`() {
        let drafts = [
            draft("a", .onlyIf(field: "x")), draft("b", .onlyIf(field: "y")), draft("c"),
        ]
        let (yes, no) = (FieldValue.boolean(true), FieldValue.boolean(false))
        #expect(route(drafts, ["x": no, "y": no]) == ["c"])
        #expect(route(drafts, ["x": yes, "y": no]) == ["a", "c"])
        #expect(route(drafts, ["x": no, "y": yes]) == ["b", "c"])
        #expect(route(drafts, ["x": yes, "y": yes]) == ["a", "b", "c"])
    }

    @Test func `The ward where the land lies confirms, and no other`() throws {
        let wards = try Demo.Ward.all()
        let drafts = [draft("a"), draft("b", .wardOfLand(wards)), draft("c")]
        for ward in wards {
            let way = route(drafts, [Demo.wardField: .text(ward.name)])
            #expect(way == ["a", NodeID("b-\(ward.slug)"), "c"])
        }
        let version = Demo.graph(of: drafts)
        let performers = version.nodes.compactMap { $0.step?.performer }.dropFirst().dropLast()
        #expect(Set(performers).count == wards.count)
    }

    @Test func `Every process of the demo has a way from start to end`() throws {
        let wards = try Demo.Ward.all()
        for version in try DemoTestWorld.built.get().processes.all {
            let fields = [Demo.wardField: FieldValue.text(wards[3].name)]
            let way = Demo.route(through: version, fields: fields)
            #expect(!way.isEmpty, "\(version.code)")
            #expect(Set(way.map(\.node)).count == way.count, "\(version.code)")
            if version.kind == .procedure {
                #expect(way.count { $0.step.marksDone } == 1, "\(version.code)")
            }
        }
    }
}
