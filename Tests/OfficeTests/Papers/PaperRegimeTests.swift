// Which official forms hold on which day, in the words of the circulars.

import Testing
import WorkTime

@testable import Office

@Suite struct `The regime of official forms` {
    private static func day(_ text: String) throws -> DayNumber { try #require(DayNumber(text)) }

    /// TT 01/2018/TT-VPCP is in force from 6 January 2019, TT 03/2025/TT-VPCP from 1 July 2025.
    @Test(arguments: [
        ("1999-01-01", Papers.Regime.Name.decision2015), ("2017-07-03", .decision2015),
        ("2018-06-21", .decision2015), ("2019-01-05", .decision2015),
        ("2019-01-06", .circular2018), ("2022-02-28", .circular2018),
        ("2025-06-30", .circular2018), ("2025-07-01", .circular2025),
        ("2026-11-30", .circular2025), ("2999-12-31", .circular2025),
    ])
    func `is that of the day of receipt`(
        _ day: String, _ regime: Papers.Regime.Name
    ) throws {
        #expect(Papers.Regime.on(try Self.day(day)).name == regime)
    }

    @Test func `every day lies in one and no other`() throws {
        let last = try Self.day("2030-01-01")
        var day = try Self.day("2015-01-01")
        while day < last {
            #expect(Papers.Regime.all.count { $0.holds(on: day) } == 1, "\(day.text)")
            day = day + 1
        }
        for (before, after) in zip(Papers.Regime.all, Papers.Regime.all.dropFirst()) {
            let (until, from) = (try #require(before.until), try #require(after.from))
            #expect(until + 1 == from, "no gap before \(after.document)")
        }
        #expect(Papers.Regime.all.first?.from == nil && Papers.Regime.all.last?.until == nil)
    }

    /// TT 01/2018 Đ9 has six forms; TT 03/2025 has seven.
    @Test(arguments: [
        (Papers.Regime.Name.decision2015, ["01", "02", "03", "04", "05", "06"]),
        (.circular2018, ["01", "02", "03", "04", "05", "06"]),
        (.circular2025, ["01", "02", "03", "04", "05", "06", "07"]),
    ])
    func `has as many forms as its circular, numbered through`(
        _ name: Papers.Regime.Name, _ numbers: [String]
    ) {
        let forms = Papers.Regime.named(name).forms
        #expect(forms.map(\.number) == numbers)
        #expect(Set(forms.map(\.name)).count == forms.count, "one form a name")
        #expect(forms.allSatisfy { $0.regime == name })
    }

    /// The number of a form in 2018 and in 2025, with what it is called there.
    @Test(
        arguments: [
            (Papers.FormName.receipt, "01", "01", "Giấy tiếp nhận hồ sơ và hẹn trả kết quả"),
            (.supplement, "02", "02", "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ"),
            (.refusal, "03", "03", "Phiếu từ chối tiếp nhận giải quyết hồ sơ"),
            (.apology, "04", "04", "Văn bản xin lỗi và đề nghị gia hạn"),
            (.stop, nil, "05", "Thông báo dừng giải quyết hồ sơ"),
            (.slip, "05", "06", "Phiếu kiểm soát quá trình giải quyết hồ sơ"),
            (.register, "06", "07", "Sổ theo dõi hồ sơ"),
        ] as [(Papers.FormName, String?, String, String)])
    func `gives a name its number`(
        _ name: Papers.FormName, _ before: String?, _ after: String, _ title: String
    ) {
        #expect(Papers.Regime.circular2018.form(name)?.number == before)
        #expect(Papers.Regime.decision2015.form(name)?.number == before)
        let form = Papers.Regime.circular2025.form(name)
        #expect(form?.number == after && form?.title.vi == title)
        #expect(form?.citation.vi == "Mẫu số \(after), TT 03/2025/TT-VPCP")
    }

    @Test func `number 05 is the control slip before and the notice of a stop after`() {
        func names(_ regime: Papers.Regime) -> [Papers.FormName] {
            regime.forms.filter { $0.number == "05" }.map(\.name)
        }
        #expect(names(.circular2018) == [.slip] && names(.circular2025) == [.stop])
    }

    @Test func `says how sure we are`() {
        #expect(Papers.Regime.decision2015.forms.allSatisfy { $0.confidence == .nearest })
        #expect(Papers.Regime.decision2015.forms.allSatisfy { $0.document.hasPrefix("TT 01/2018") })
        #expect(Papers.Regime.circular2018.forms.allSatisfy { !$0.confidence.isUnconfirmed })
        let later = Papers.Regime.circular2025.forms
        #expect(later.allSatisfy { $0.confidence == .titleOnly && $0.confidence.isUnconfirmed })
        for regime in Papers.Regime.all {
            let isUnsure = regime.forms.contains { $0.confidence.isUnconfirmed }
            let source = regime.source
            #expect(source.vi.localizedCaseContains("chưa xác nhận") || !isUnsure)
            #expect(source.vi != source.en && source.vi.contains("/"))
        }
    }

    @Test func `the apology begs pardon and gives a day in 2018, and asks for time in 2025`() {
        let (before, after) = (Papers.Regime.circular2018, Papers.Regime.circular2025)
        #expect(before.form(.apology)?.title.vi == "Phiếu xin lỗi và hẹn lại ngày trả kết quả")
        #expect(after.form(.apology)?.title.en == "Apology and request for extension")
    }

    @Test(
        arguments: [
            (Papers.Kind.supplement, Papers.FormName.supplement), (.refusal, .refusal),
            (.stop, .stop), (.result, nil),
        ] as [(Papers.Kind, Papers.FormName?)])
    func `of a result is none, whatever the day`(
        _ kind: Papers.Kind, _ name: Papers.FormName?
    ) {
        #expect(kind.formName == name)
    }

    @Test func `has words for all that a page may say of it`() throws {
        let texts = try Site.Texts.bundled()
        for confidence in Papers.Confidence.allCases {
            #expect(texts.has("regime.confidence.\(confidence.rawValue)"))
        }
        for need in Papers.Field.Need.allCases where need != .always {
            #expect(texts.has("regime.need.\(need.rawValue)"))
        }
        for standing in Papers.Field.Standing.allCases where standing != .printed {
            #expect(texts.has("regime.standing.\(standing.rawValue)"))
        }
        for way in Papers.Line.Way.allCases { #expect(texts.has("regime.way.\(way.rawValue)")) }
    }

    @Test(arguments: [
        ("UBND phường Bồ Đề", "Bồ Đề"), ("UBND quận Long Biên", "Long Biên"),
        ("Ủy ban nhân dân xã Hư Cấu", "Hư Cấu"), ("UBND phường 1", "Phường 1"),
        ("UBND thị xã 2 Sông", "Thị xã 2 Sông"), ("UBND phường ", nil), ("UBND", nil),
        ("Trung tâm Phục vụ hành chính công", nil), ("", nil),
    ])
    func `the place before the date is the name of the unit`(_ office: String, _ place: String?) {
        #expect(Papers.place(of: office) == place)
    }
}

extension String {
    /// Without regard to capitals.
    fileprivate func localizedCaseContains(_ words: String) -> Bool {
        lowercased().contains(words.lowercased())
    }
}
