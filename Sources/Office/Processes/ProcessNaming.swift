// Who a performer is, in words: titles of positions and names of units of the viewer's office
// instead of the codes by which processes name them.

import Engine
import ProcessModel
import WorkTime

/// Says performers and units in one language.
struct ProcessNaming: Sendable {
    /// A performer in two voices: the position, and the unit it lies in.
    struct Name: Hashable, Sendable, Codable {
        var who: String
        /// Empty where the performer names no unit.
        var unit: String
        var line: String { unit.isEmpty ? who : "\(who), \(unit)" }
    }

    let language: Language
    /// `nil` says everything by its code.
    private let place: Place?

    private struct Place: Sendable {
        let organisation: People.Organisation
        let office: UnitID
        let day: DayNumber
    }

    /// By codes alone, where no organisation is at hand.
    init(language: Language) {
        self.language = language
        place = nil
    }

    /// As people of that office say it on that day.
    init(
        language: Language, organisation: People.Organisation, office: UnitID, day: DayNumber
    ) {
        self.language = language
        place = Place(organisation: organisation, office: office, day: day)
    }

    func name(of performer: Performer) -> Name {
        switch performer {
        case .position(let code, let unit):
            Name(who: title(ofPosition: code, in: unit), unit: name(of: unit))
        case .head(let unit): Name(who: titleOfHead(of: unit), unit: name(of: unit))
        case .member(let unit): Name(who: say("Cán bộ", "A member"), unit: name(of: unit))
        case .focalPoint, .performer, .applicant, .body:
            Name(who: performer.phrase[language], unit: "")
        }
    }

    func name(of unit: UnitReference) -> String {
        guard let found = record(of: unit) else { return unit.phrase[language] }
        return name(of: found)
    }

    /// The unit that owns a process; the code itself when the office has no such unit.
    func name(ofUnitCode code: String) -> String {
        code.isEmpty ? "" : name(of: .code(code))
    }

    private func name(of unit: People.Unit) -> String {
        language == .en && !unit.nameEnglish.isEmpty ? unit.nameEnglish : unit.name
    }

    /// The unit of the viewer's office; of another office when only others have one.
    private func record(of reference: UnitReference) -> People.Unit? {
        guard let place else { return nil }
        let organisation = place.organisation
        if let id = organisation.unit(reference, office: place.office, on: place.day) {
            return organisation.units[id]
        }
        guard case .function(let function) = reference else { return nil }
        return organisation.units.values
            .filter { $0.exists(on: place.day) && $0.functions.contains(function) }
            .min { $0.id.rawValue < $1.id.rawValue }
    }

    private func title(ofPosition code: String, in reference: UnitReference) -> String {
        guard let place else { return code }
        let own = record(of: reference).flatMap { place.organisation.positionsOfUnit[$0.id] } ?? []
        let found = own.compactMap { place.organisation.positions[$0] }.first { $0.code == code }
        return found?.title ?? code
    }

    private func titleOfHead(of reference: UnitReference) -> String {
        let own = record(of: reference).flatMap { place?.organisation.positionsOfUnit[$0.id] } ?? []
        let head = own.compactMap { place?.organisation.positions[$0] }.first { $0.isHead }
        return head?.title ?? say("Lãnh đạo", "Head")
    }

    private func say(_ vi: String, _ en: String) -> String { language == .vi ? vi : en }
}
