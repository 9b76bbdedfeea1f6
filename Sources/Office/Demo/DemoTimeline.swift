// Writes the acts of one dossier: through its steps in order, inside office hours, so that the
// result comes before its date, or, where the story says so, after it.

import Engine
import ProcessModel
import WorkTime

extension Demo {
    /// What a timeline is written from.
    struct Case {
        let filing: Filing
        let version: ProcessVersion
        let intake: Dossiers.Intake
        let story: Story
        let received: LocalMinute
    }

    /// The acts of one dossier in the making.
    struct Timeline {
        private let plot: Case
        private let calendar: WorkCalendar
        private var chance: Chance
        private(set) var crew: Crew
        private(set) var acts: [Act] = []
        private var giver: (person: PersonID, unit: UnitID)
        private let focal: PersonID
        private var item = 0
        /// Latest moment so far; the next act comes no earlier.
        private var last: LocalMinute
        private var pace: Pace
        private var isEnded = false

        /// Nil when the one-stop shop has nobody.
        init?(_ plot: Case, calendar: WorkCalendar, crew: Crew, chance: Chance) throws {
            self.plot = plot
            self.calendar = calendar
            self.chance = chance
            self.crew = crew
            let officers = self.crew.counter(of: plot.filing.office)
            guard let first = officers.first else { return nil }
            let officer = self.chance.pick(officers, else: first)
            guard let unit = self.crew.unit(of: officer) else { return nil }
            focal = officer
            giver = (officer, unit)
            last = plot.received
            pace = try Pace(plot, calendar: calendar, chance: &self.chance)
        }

        mutating func write() throws -> [Act] {
            add(plot.received, Actor(focal), .receive)
            let steps = Demo.route(through: plot.version, fields: plot.intake.fields)
            let result = steps.firstIndex { $0.step.marksDone } ?? steps.count - 1
            let weights = steps.prefix(result + 1).map { Pace.weight(of: $0.step) }
            let worked = steps.firstIndex { $0.step.performer != .focalPoint } ?? 0
            var passed = 0
            for (index, (_, step)) in steps.enumerated() where !isEnded {
                item += 1
                let isSlow = plot.story == .late && index == max(worked, result - 1)
                if index <= result {
                    passed += weights[index]
                    try work(
                        step, share: (passed, weights.reduce(0, +)), isWorked: index == worked,
                        isSlow: isSlow || (plot.story == .late && result == worked))
                } else {
                    try finish(step, isLast: index == steps.count - 1)
                }
            }
            return acts
        }

        private mutating func add(_ at: LocalMinute, _ actor: Actor, _ deed: Deed) {
            acts.append(Act(at: at, actor: actor, deed: deed))
            last = at
        }

        private mutating func work(_ deed: EngineCommand, by actor: Actor, at: LocalMinute) {
            add(at, actor, .work(deed))
        }

        /// Working minutes after the last act; the first possible minute when that is later.
        private func later(_ minutes: Int) throws -> LocalMinute {
            try calendar.adding(minutes: max(1, minutes), to: last)
        }
    }
}

extension Demo.Timeline {
    /// One step before the result is ready.
    private mutating func work(
        _ step: Step, share: (passed: Int, whole: Int), isWorked: Bool, isSlow: Bool
    ) throws {
        if isSlow { pace.slip(try pace.slipMinutes(calendar, &chance)) }
        var done = try pace.moment(share.passed, of: share.whole, calendar)
        let slot = max(1, try calendar.workingMinutes(from: last, to: max(last, done)))
        let worker = try receive(step, within: slot)
        if isWorked, plot.story != .normal {
            try turn(slot: slot, by: worker)
            if isEnded { return }
            if pace.isRestarted {
                done = try pace.moment(share.passed, of: share.whole, calendar)
            }
        }
        if step.clock == .pauseAndResume {
            // The citizen pays; the office's time stands still.
            let minutes = chance.between(300, 480 * 9)
            pace.slip(minutes)
            done = try calendar.adding(minutes: minutes, to: last)
        }
        let at = max(try later(chance.between(1, 3)), done)
        work(.complete(WorkItemID(item), product: step.product, fields: [:]), by: worker, at: at)
    }

    /// The work reaches somebody: accepted, distributed or taken. Returns who does it.
    private mutating func receive(_ step: Step, within slot: Int) throws -> Actor {
        if case .body = step.performer { return Actor(giver.person) }
        if step.performer == .focalPoint {
            guard let unit = crew.unit(of: focal) else { return Actor(focal) }
            if unit != giver.unit, focal != giver.person {
                try accept(by: Actor(focal), within: slot)
            }
            giver = (focal, unit)
            return Actor(focal)
        }
        guard let performer = step.performer,
            let place = crew.place(of: performer, in: plot.filing.office)
        else { return Actor(giver.person) }
        let assignment = place.assignment
        let worker = chance.pick(place.workers, else: assignment.person)
        let actor = actor(for: worker, step)
        let isOffered = assignment.unit != giver.unit && assignment.person != giver.person
        giver = (worker, assignment.unit)
        if !isOffered {
            if assignment.needsTaking, worker != assignment.person {
                work(.take(WorkItemID(item)), by: actor, at: try later(wait(slot)))
            }
        } else if worker != assignment.person, place.headDistributes {
            try accept(by: Actor(assignment.person), within: slot)
            let at = try later(chance.between(1, 6))
            work(.assign(WorkItemID(item), to: worker), by: Actor(assignment.person), at: at)
        } else {
            try accept(by: actor, within: slot)
        }
        return actor
    }

    private mutating func accept(by actor: Actor, within slot: Int) throws {
        work(.accept(WorkItemID(item)), by: actor, at: try later(wait(slot)))
    }

    /// How long an offer lies: up to a third of the time there is, at most a few hours.
    private mutating func wait(_ slot: Int) -> Int { chance.between(1, max(2, min(slot / 3, 150))) }

    /// Now and then the standing substitute signs for a leader; both names are kept.
    private mutating func actor(for worker: PersonID, _ step: Step) -> Actor {
        guard step.marksDone, case .position = step.performer, chance.happens(40),
            let other = crew.substitute(of: worker)
        else { return Actor(worker) }
        return Actor(other, onBehalfOf: worker)
    }

    /// The turn of the story at the first working step.
    private mutating func turn(slot: Int, by worker: Actor) throws {
        let id = WorkItemID(item)
        switch plot.story {
        case .normal, .late: return
        case .refused:
            let reason = chance.pick(Demo.Words.refusal, else: "")
            let at = try later(chance.between(5, max(6, slot / 2)))
            work(.close(.refused, reason: reason), by: worker, at: at)
            isEnded = true
        case .withdrawn:
            let reason = chance.pick(Demo.Words.withdrawal, else: "")
            let at = try later(chance.between(5, max(6, slot / 2)))
            work(.close(.withdrawn, reason: reason), by: Actor(focal), at: at)
            isEnded = true
        case .supplement, .supplementOpen:
            let reason = chance.pick(Demo.Words.supplement, else: "")
            let papers = [plot.intake.papers.first?.name ?? Demo.Words.papers]
            let at = try later(chance.between(3, max(4, min(slot / 3, 900))))
            add(at, worker, .askSupplement(id, reason: reason, papers: papers))
            if plot.story == .supplementOpen {
                isEnded = true
                return
            }
            let back = try later(chance.between(240, 480 * 6))
            work(.receiveSupplement(id), by: worker, at: back)
            try pace.restart(at: back, plot.version, calendar)
        }
    }

    /// After the result is ready: the counter has it, takes the fee, gives it back.
    private mutating func finish(_ step: Step, isLast: Bool) throws {
        let worker = try receive(step, within: 120)
        let wait = isLast ? collecting() : chance.between(2, 20)
        let at = try later(wait)
        work(.complete(WorkItemID(item), product: step.product, fields: [:]), by: worker, at: at)
    }

    /// Most fetch their result the same or the next day; a few leave it lying for weeks.
    private mutating func collecting() -> Int {
        switch chance.below(1_000) {
        case ..<560: chance.between(10, 200)
        case ..<900: chance.between(200, 480 * 2)
        case ..<985: chance.between(480 * 2, 480 * 9)
        default: chance.between(480 * 12, 480 * 40)
        }
    }
}
