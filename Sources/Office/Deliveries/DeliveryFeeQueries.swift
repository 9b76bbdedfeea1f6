// What deliveries cost, as the page of an office and who asks for one are shown it.

import Engine
import Ledger
import ProcessModel
import WorkTime

extension Deliveries {
    /// The fee of today for one way of bringing.
    public struct FeeOffer: Hashable, Sendable, Encodable {
        public let carrier: Carrier
        public let amount: Int
        public let payer: FeePayer
        public let source: String

        init(_ fee: Fee) {
            carrier = fee.carrier
            amount = fee.amount
            payer = fee.payer
            source = fee.source
        }

        /// As an order has it written.
        init(_ charge: Charge, by carrier: Carrier) {
            self.carrier = carrier
            amount = charge.amount
            payer = charge.payer == .office ? .office : .recipient
            source = charge.source
        }
    }

    public struct FeeLine: Hashable, Sendable, Encodable {
        public let fee: Fee
        /// Title of the procedure; `nil` for all.
        public let title: String?
        public let isInForce: Bool
    }

    /// A procedure that can be chosen.
    public struct FeeProcess: Hashable, Sendable, Encodable {
        public let code: ProcessCode
        public let title: String
    }

    public struct FeeBook: Sendable, Encodable {
        public let office: String
        public let officeName: String
        public let day: DayNumber
        /// The last begun on top.
        public let lines: [FeeLine]
        public let centre: CostCentre?
        public let processes: [FeeProcess]
        public let maySet: Bool
    }
}

extension DeskReading {
    /// What the carriers of a procedure cost on a day, in their order.
    func deliveryFees(
        of registration: Dossiers.Registration, _ carriers: [Deliveries.Carrier],
        on day: DayNumber
    ) throws -> [Deliveries.FeeOffer] {
        let plan = try deliveryPlan(of: registration.office)?.state
        return carriers.compactMap {
            plan?.fee(of: registration.process, by: $0, on: day).map(Deliveries.FeeOffer.init)
        }
    }

    func deliveryFeeBook(
        ofOffice asked: String?, for viewer: Viewer, at now: LocalMinute
    ) throws -> Deliveries.FeeBook {
        let office = try deliveryOffice(asked, for: viewer)
        let plan = try deliveryPlan(of: office.id)?.state ?? Deliveries.Plan()
        let offered = try procedures(Procedures.Filter(), on: now.day).procedures
            .map { Deliveries.FeeProcess(code: ProcessCode($0.code), title: $0.title) }
        let titles = Dictionary(
            offered.map { ($0.code, $0.title) }, uniquingKeysWith: { first, _ in first })
        let fees = (plan.fees ?? []).sorted {
            ($0.from, $0.number) > ($1.from, $1.number)
        }
        return Deliveries.FeeBook(
            office: office.id.rawValue, officeName: office.name, day: now.day,
            lines: fees.map { fee in
                Deliveries.FeeLine(
                    fee: fee, title: fee.process.map { titles[$0] ?? $0.rawValue },
                    isInForce: fee.holds(on: now.day))
            },
            centre: plan.centre, processes: offered,
            maySet: try organisation().maySetSlots(viewer.person, of: office.id, on: viewer.today))
    }
}
