// Sheets by chance: every list of every length, every enumeration, texts that are handed in.

import Engine
import ProcessModel
import WorkTime

@testable import Office

struct ProcedureRandomSheets {
    var chance: DossierTestChance
    /// What stands where somebody may type; never empty, no bars and line ends.
    let texts: [String]

    init(seed: UInt64, texts: [String]) {
        chance = DossierTestChance(seed: seed)
        self.texts = texts
    }

    static let plain = [
        "Giấy khai sinh", "Bản sao trích lục", "Trẻ sinh tại phường", "Đăng ký quá hạn",
        "Nghị quyết 06/2020", "em bé", "đẻ con", "sổ đỏ", "xác minh", "bản",
    ]

    mutating func text() -> String { chance.pick(texts) }

    mutating func day(_ from: String = "2017-01-01", within days: Int = 700) -> DayNumber {
        ProcedureSamples.day(from) + chance.below(days)
    }

    private mutating func lines() -> [String] { (0..<chance.below(4)).map { _ in text() } }

    private mutating func some<Value>(_ values: [Value]) -> [Value] {
        values.filter { _ in chance.below(2) == 0 }
    }

    mutating func fee() -> Procedures.Fee {
        let from: DayNumber? = chance.below(2) == 0 ? nil : day()
        let length = chance.below(300)
        let through: DayNumber? = chance.below(2) == 0 ? nil : (from ?? day()) + length
        return Procedures.Fee(
            channel: chance.below(2) == 0 ? nil : chance.pick(Dossiers.Channel.allCases),
            when: chance.below(3) == 0 ? "" : text(),
            amount: chance.pick([0, 5_000, 8_000, 1_250_000]),
            per: chance.below(2) == 0 ? "" : text(), from: from, through: through,
            basis: chance.below(2) == 0 ? "" : text(), isConfirmed: chance.below(2) == 0)
    }

    private mutating func term() -> Procedures.CaseTerm {
        Procedures.CaseTerm(
            when: text(),
            term: chance.pick([.workingDays(3), .calendarDays(10), .workingMinutes(90), .sameDay]),
            isExtension: chance.below(2) == 0, basis: chance.below(2) == 0 ? "" : text(),
            isConfirmed: chance.below(2) == 0)
    }

    /// One that may be issued.
    mutating func sheet(of code: ProcessCode) -> Procedures.Sheet {
        let levels: [Procedures.OnlineLevel?] = [nil, .level3, .level4, .partial, .full]
        let level = chance.pick(levels)
        let channels = Dossiers.Channel.allCases.filter {
            $0 == .online ? level != nil : $0 == .counter || chance.below(2) == 0
        }
        let presence = chance.below(3) == 0
        let ways = Dossiers.ReturnWay.allCases.filter {
            $0 == .counter || (!presence && chance.below(2) == 0)
        }
        return Procedures.Sheet(
            code: code, nationalCode: chance.pick(["", "1.001193", "2.000635"]),
            subjects: [.household] + some([.business, .organisation]), channels: channels,
            onlineLevel: level, returnWays: ways, requiresPresence: presence, results: lines(),
            conditions: lines(), fees: (0..<chance.below(5)).map { _ in fee() },
            terms: (0..<chance.below(3)).map { _ in term() },
            lifeEvents: some(Procedures.LifeEvent.allCases), keywords: lines(),
            unconfirmed: some(Procedures.Part.allCases))
    }
}
