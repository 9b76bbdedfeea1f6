// The people behind a process at the gate. A process names units by what they are for, and may run
// in many offices: publishing is blocked when nobody can do a step anywhere, and only warned of
// when some offices lack somebody.

import Engine
import ProcessModel
import WorkTime

extension DeskReading {
    /// The gate with the processes that are called and the people of the day.
    func clarity(of version: ProcessVersion, on day: DayNumber) throws -> [Diagnostic] {
        let organisation = try organisation()
        let offices = organisation.officesRunning(version, on: day)
        var called = [version]
        for node in version.nodes {
            guard case .call(let call) = node.kind, call.process != version.code else { continue }
            if let found = try publishedVersion(of: call.process, on: day) { called.append(found) }
        }
        let gate = ClarityGate(
            today: day, catalogue: ProcessCatalogue(called),
            roster: organisation.units.isEmpty
                ? nil
                : PerformerRoster { organisation.standing(of: $0, in: offices, on: day) })
        return gate.check(version) + organisation.lacks(of: version, in: offices, on: day)
    }
}

extension People.Organisation {
    /// Offices that have every unit the version names by function or label; all offices when no
    /// office has them all. Processes of one code per unit run where that unit is.
    func officesRunning(_ version: ProcessVersion, on day: DayNumber) -> [UnitID] {
        let offices = units.values.filter { $0.kind == .committee && $0.exists(on: day) }
            .map(\.id).sorted { $0.rawValue < $1.rawValue }
        let named = version.performers.compactMap(\.unit).filter {
            if case .code = $0 { false } else { true }
        }
        let complete = offices.filter { office in
            named.allSatisfy { unit($0, office: office, on: day) != nil }
        }
        return complete.isEmpty ? offices : complete
    }

    /// The best that any of the offices can offer: one office that can do a step is enough to
    /// publish the process.
    func standing(
        of performer: Performer, in offices: [UnitID], on day: DayNumber
    ) -> PerformerStanding {
        var best: (count: Int, standing: PerformerStanding) = (-1, .unknown)
        for office in offices {
            guard case .people(let holders, let substitutes) = standing(performer, office, day)
            else { continue }
            let count = holders.count + substitutes.count
            if count > best.count {
                best = (count, .people(holders: holders, substitutes: substitutes))
            }
        }
        return best.standing
    }

    private func standing(
        _ performer: Performer, _ office: UnitID, _ day: DayNumber
    ) -> PerformerStanding {
        guard let reference = performer.unit,
            let unit = unit(reference, office: office, on: day)
        else { return .unknown }
        var people: [PersonID] = []
        switch performer {
        case .position(let code, _):
            let own = (positionsOfUnit[unit] ?? []).filter { positions[$0]?.code == code }
            if own.isEmpty { return .unknown }
            people = own.flatMap { holders(of: $0, on: day) }
        case .head: people = head(of: unit, on: day).map { [$0] } ?? []
        case .member: people = members(of: unit, on: day)
        case .focalPoint, .performer, .applicant, .body: return .unknown
        }
        let substitutes = substitutions.filter { people.contains($0.absent) && $0.covers(day) }
            .map(\.substitute.rawValue)
        return .people(holders: people.map(\.rawValue), substitutes: substitutes)
    }

    /// One warning for each performer whom some of several offices lack.
    func lacks(
        of version: ProcessVersion, in offices: [UnitID], on day: DayNumber
    ) -> [Diagnostic] {
        var seen: Set<Performer> = []
        let list = PrincipleList.named(version.principle)
        return version.performers.filter { seen.insert($0).inserted }.compactMap { performer in
            guard case .function = performer.unit else { return nil }
            let lacking = offices.filter { office in
                switch standing(performer, office, day) {
                case .people(holders: [], substitutes: []), .unknown: true
                case .people: false
                }
            }
            if lacking.isEmpty || lacking.count == offices.count { return nil }
            let names = lacking.compactMap { units[$0]?.name }.joined(separator: ", ")
            return Diagnostic(
                severity: .warning, rule: ClarityRule.performerResolves.rawValue,
                principle: list?.item(for: .performerResolves)?.label, process: version.code,
                message: Bilingual(
                    vi: "“\(performer.phrase.vi)” hôm nay chưa có người ở: \(names)",
                    en: "“\(performer.phrase.en)” has nobody today in: \(names)"),
                mend: Bilingual(
                    vi: "gán người giữ hoặc người thay ở những nơi đó",
                    en: "assign a holder or a substitute in those places"))
        }
    }
}

extension ProcessVersion {
    /// Everybody whom the steps name, in order, several times where named so.
    var performers: [Performer] {
        nodes.compactMap(\.step).flatMap { step in
            [step.performer, step.accountable, step.substitute].compactMap(\.self)
                + step.cooperating
        }
    }
}
