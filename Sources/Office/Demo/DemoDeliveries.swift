// Results that are to be brought home when the demo opens: asked for in the last days of July, one
// for National Day, and a Sunday on which one was handed over and one found nobody.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// One act on the delivery of a dossier of the plan.
    struct PlannedDelivery: Sendable {
        let at: LocalMinute
        let dossier: Int
        let act: Deliveries.Act
        let actor: Actor
    }

    /// A result that lies at a counter, and since when.
    private struct Lying {
        let dossier: Int
        let planned: PlannedDossier
        let since: LocalMinute
        let hasGift: Bool

        var officer: Actor { planned.acts.first?.actor ?? Deliveries.citizen }

        var entered: Deliveries.Entered {
            let applicant = planned.intake.applicant
            return Deliveries.Entered(
                recipient: Deliveries.Recipient(
                    name: applicant.name, phone: applicant.phone, address: applicant.address),
                hasGift: hasGift)
        }
    }

    /// How many wait to be scheduled, and how many are scheduled for the first evening.
    private static let askedCount = 3
    private static let eveningCount = 4

    /// In the order of time.
    static func deliveries(
        of plan: Plan, processes: Processes, sheets: [Procedures.Sheet]
    ) -> [PlannedDelivery] {
        let offered = Dictionary(
            sheets.map { ($0.code, Deliveries.Terms($0)) }, uniquingKeysWith: { first, _ in first })
        let lying = lying(in: plan, ProcessCatalogue(processes.all), offered)
        let sunday = LocalMinute(startOf: Day.today - 2) + 8 * 60
        var acts: [PlannedDelivery] = []
        let early = lying.filter { $0.since.day < Day.today - 4 }.prefix(2)
        for (index, result) in early.enumerated() {
            acts += brought(result, on: sunday, isReceived: index == 0)
        }
        let rest = lying.filter { result in !early.contains { $0.dossier == result.dossier } }
        let holiday = rest.first(where: \.hasGift) ?? rest.first
        let others = rest.filter { $0.dossier != holiday?.dossier }
        for result in others.prefix(askedCount) { acts.append(asked(result, minutes: 0)) }
        let evening = LocalMinute(startOf: Day.today) + 17 * 60 + 30
        for result in others.dropFirst(askedCount).prefix(eveningCount) {
            acts += scheduled(result, for: evening)
        }
        if let holiday { acts += scheduled(holiday, for: Day.nationalDay) }
        return acts.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
    }

    /// Results that were ready before the last afternoon and that nobody fetched.
    private static func lying(
        in plan: Plan, _ catalogue: ProcessCatalogue,
        _ offered: [ProcessCode: Deliveries.Terms]
    ) -> [Lying] {
        plan.dossiers.enumerated().compactMap { index, planned in
            let intake = planned.intake
            guard let terms = offered[intake.process], terms.carriers.contains(.officer),
                !intake.applicant.phone.isEmpty, Dossiers.isPhone(intake.applicant.phone),
                !intake.applicant.address.isEmpty, let version = catalogue[intake.process],
                let since = readySince(planned, version), since < lastAfternoon
            else { return nil }
            return Lying(
                dossier: index, planned: planned, since: since, hasGift: terms.hasGift)
        }
    }

    /// When the counter had the result; `nil` when it has none, or gave it out.
    private static func readySince(
        _ planned: PlannedDossier, _ version: ProcessVersion
    ) -> LocalMinute? {
        let steps = route(through: version, fields: planned.intake.fields)
        guard let last = steps.last, last.step.performer == .focalPoint, !last.step.marksDone
        else { return nil }
        let item = WorkItemID(steps.count)
        let completed = planned.acts.compactMap { act -> WorkItemID? in
            if case .work(.complete(let id, _, _)) = act.deed { id } else { nil }
        }
        let accepted = planned.acts.contains { $0.deed == .work(.accept(item)) }
        let isWhole = completed.count == steps.count - 1 && !completed.contains(item)
        return isWhole && accepted ? planned.acts.last?.at : nil
    }
}

extension Demo {
    /// The afternoon before the demo opens.
    private static let lastAfternoon = LocalMinute(startOf: Day.today - 1) + 16 * 60

    private static func asked(_ result: Lying, minutes: Int) -> PlannedDelivery {
        PlannedDelivery(
            at: lastAfternoon + minutes, dossier: result.dossier, act: .request(result.entered),
            actor: Deliveries.citizen)
    }

    private static func scheduled(_ result: Lying, for start: LocalMinute) -> [PlannedDelivery] {
        [
            asked(result, minutes: 10),
            PlannedDelivery(
                at: lastAfternoon + 40, dossier: result.dossier,
                act: .schedule(start, officer: result.officer.person), actor: result.officer),
        ]
    }

    /// On a Sunday: received with a paper shown, or nobody at home.
    private static func brought(
        _ result: Lying, on start: LocalMinute, isReceived: Bool
    ) -> [PlannedDelivery] {
        let friday = LocalMinute(startOf: start.day - 2) + 16 * 60
        let name = result.entered.recipient.name
        let acts: [(LocalMinute, Deliveries.Act, Actor)] = [
            (friday, .request(result.entered), Deliveries.citizen),
            (friday + 20, .schedule(start, officer: result.officer.person), result.officer),
            (start + 5, .send, result.officer),
            (
                start + 50,
                isReceived
                    ? .handOver(
                        .init(receiver: name, paper: "0218", giftGiven: result.hasGift))
                    : .fail(.absent), result.officer
            ),
        ]
        return acts.map { at, act, actor in
            PlannedDelivery(at: at, dossier: result.dossier, act: act, actor: actor)
        }
    }
}

extension Demo.Day {
    /// The first slot of 2 September 2017.
    static let nationalDay = LocalMinute(startOf: DayNumber(trusted: 2017, 9, 2)) + 8 * 60
}
