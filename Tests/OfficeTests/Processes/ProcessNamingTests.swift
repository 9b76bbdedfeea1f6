// Performers in the words of the viewer's office.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

@Suite struct ProcessNamingTests {
    private func naming(_ office: UnitID, _ language: Language = .vi) -> ProcessNaming {
        var state = People.Organisation()
        for command in ProcessTestOffice.commands {
            if case .createUnit(let unit) = command { state.apply(.unitCreated(unit: unit)) }
            if case .createPosition(let position) = command {
                state.apply(.positionCreated(position: position))
            }
        }
        return ProcessNaming(
            language: language, organisation: state, office: office, day: ProcessTestOffice.today)
    }

    @Test func `codes become titles and names`() {
        let name = naming("q").name(of: .position("can-bo-mc", in: .function("mot-cua")))
        #expect(name == .init(who: "Cán bộ một cửa", unit: "Bộ phận một cửa"))
        #expect(name.line == "Cán bộ một cửa, Bộ phận một cửa")
        #expect(naming("q").name(of: .head(of: .code("NV"))).line == "Trưởng phòng, Phòng Nội vụ")
    }

    @Test func `a function means the unit of the viewer's own office first`() {
        let unit = UnitReference.function("tu-phap")
        #expect(naming("p.b").name(of: unit) == "Tư pháp phường B")
        #expect(naming("q").name(of: unit) == "Tư pháp phường A")
    }

    @Test func `what the office does not have is said by its code`() {
        let name = naming("q").name(of: .position("la", in: .code("XX")))
        #expect(name == .init(who: "la", unit: "XX"))
        #expect(naming("q").name(ofUnitCode: "") == "")
        #expect(naming("q").name(ofUnitCode: "XX") == "XX")
    }

    @Test func `relations are said as they are`() {
        #expect(naming("q").name(of: .applicant).line == "người nộp")
        #expect(naming("q", .en).name(of: .applicant).line == "the applicant")
        #expect(ProcessNaming(language: .vi).name(of: .body("Thuế")).line == "Thuế")
    }
}
