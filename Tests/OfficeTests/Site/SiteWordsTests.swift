// Words of the interface: the file, its places for arguments, dates and numbers as people write.

import Testing
import WorkTime

@testable import Office

@Suite struct `Words of the interface` {
    private func frame(_ language: Language) throws -> Site.Frame {
        Site.Frame(
            texts: try .bundled(), assets: [:], language: language, viewer: nil,
            now: LocalMinute(rawValue: 0), isDemo: false, path: "/", formToken: "",
            commandKey: "")
    }

    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (1000, "1.000", "1,000"),
        (7114, "7.114", "7,114"), (1_234_567, "1.234.567", "1,234,567"),
        (-1000, "-1.000", "-1,000"), (-12, "-12", "-12"), (.min, "-9.223.372.036.854.775.808", ""),
    ])
    func `numbers are grouped by threes`(_ value: Int, _ vi: String, _ en: String) throws {
        #expect(try frame(.vi).number(value) == vi)
        if !en.isEmpty { #expect(try frame(.en).number(value) == en) }
    }

    @Test(arguments: [
        (0, 0, "–", "–"), (0, 5, "0,00 %", "0.00 %"), (5, 5, "100,00 %", "100.00 %"),
        (1, 3, "33,33 %", "33.33 %"), (2, 3, "66,67 %", "66.67 %"),
        (1, 8, "12,50 %", "12.50 %"), (832, 858, "96,97 %", "96.97 %"),
        (1, 20_000, "0,01 %", "0.01 %"), (1, 20_001, "0,00 %", "0.00 %"),
    ])
    func `shares are rounded to two digits`(
        _ part: Int, _ whole: Int, _ vi: String, _ en: String
    ) throws {
        #expect(try frame(.vi).percent(part, of: whole) == vi)
        #expect(try frame(.en).percent(part, of: whole) == en)
    }

    @Test(arguments: [
        (0, "0 phút", "0 min"), (20, "20 phút", "20 min"), (-20, "20 phút", "20 min"),
        (60, "1 giờ", "1 h"), (90, "1 giờ 30 phút", "1 h 30 min"), (480, "1 ngày", "1 d"),
        (840, "1 ngày 6 giờ", "1 d 6 h"), (845, "1 ngày 6 giờ", "1 d 6 h"),
        (960, "2 ngày", "2 d"), (485, "1 ngày", "1 d"),
    ])
    func `working time is days and hours of the office`(
        _ minutes: Int, _ vi: String, _ en: String
    ) throws {
        #expect(try frame(.vi).worked(workingMinutes: minutes) == vi)
        #expect(try frame(.en).worked(workingMinutes: minutes) == en)
    }

    @Test func `days and moments are written the Vietnamese way`() throws {
        let moment = try #require(LocalMinute("2019-07-18T09:05"))
        #expect(try frame(.vi).day(moment.day) == "Thứ Năm 18/07/2019")
        #expect(try frame(.en).day(moment.day) == "Thu 18/07/2019")
        #expect(try frame(.vi).moment(moment) == "09:05, 18/07/2019")
        #expect(try frame(.vi).clock(LocalMinute(startOf: moment.day)) == "00:00")
        let sunday = try #require(DayNumber("2017-07-02"))
        #expect(try frame(.vi).day(sunday) == "Chủ nhật 02/07/2017")
    }

    @Test func `the file that is shipped has every word in both languages`() throws {
        let texts = try Site.Texts.bundled()
        #expect(texts.text("site.name", .vi) == "Rõ Việc")
        #expect(texts.text("work.title", .en) == "My work")
        #expect(texts.has("menu.work"))
        #expect(!texts.has("khong.co"))
        #expect(texts.text("khong.co", .vi) == "[khong.co]")
        for key in Dossiers.Status.allCases.map({ "status.\($0.rawValue)" })
            + Dossiers.Act.allCases.map({ "act.\($0.rawValue)" })
            + Dossiers.Channel.allCases.map({ "channel.\($0.rawValue)" })
            + Dossiers.ReturnWay.allCases.map({ "returnWay.\($0.rawValue)" })
            + Work.Tab.allCases.map({ "work.tab.\($0.rawValue)" })
            + Site.Section.allCases.map({ "menu.\($0.rawValue)" })
        {
            #expect(texts.has(key), "\(key)")
        }
    }

    @Test func `a file with an empty or a missing cell is refused`() throws {
        let good = try Site.Texts(csv: Array("key,vi,en\na,\"x, {0} {1}\",y\n".utf8))
        #expect(good.text("a", .vi, ["1", "2"]) == "x, 1 2")
        #expect(good.text("a", .vi, ["1"]) == "x, 1 {1}")
        #expect(good.text("a", .en, ["1"]) == "y")
        for bad in ["key,vi,en\na,,y\n", "key,vi,en\na,x\n", "key,vi,en\na,x,y,z\n"] {
            #expect(throws: Site.Texts.Flaw.self) { try Site.Texts(csv: Array(bad.utf8)) }
        }
    }

    @Test func `an argument that looks like a place is left as it is`() throws {
        let texts = try Site.Texts(csv: Array("key,vi,en\na,{0}-{1},{1}{0}{2}\n".utf8))
        #expect(texts.text("a", .vi, ["{1}", "x"]) == "{1}-x")
        #expect(texts.text("a", .en, ["{0}", "{2}"]) == "{2}{0}{2}")
    }
}
