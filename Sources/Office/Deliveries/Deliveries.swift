// Deliveries: the result is brought home, also on days off (QĐ 45/2016/QĐ-TTg for the post; the
// pilot of Long Biên, 2017, for officers, with flowers and a card for a birth).
//
// Start here. A delivery is an order beside its dossier, a stream `delivery/<code>`: asked on
// /track or at the counter, put into a slot, carried, and handed over with the same check as at the
// counter (NĐ 61/2018 Đ6k2b). The dossier's clock stopped when the result was ready: nothing here
// touches it.
// Slots and the roster of an office are one stream, `deliveryPlan/<office>`.
// - DeliveryNoun, DeliverySlot, DeliveryPlan: what the streams tell.  DeliveryState: told again.
// - DeliveryRules: commands, events, refusals; DeliveryAskRules, DeliveryHandRules and
//   DeliveryPlanRules decide.  DeliveryRights: who may.  DeliveryTerms: what a procedure allows.
// - DeliveryPicture: photo and signature of the door, kept as Attachments keeps files and filed by
//   DeliveryPictureDesk; DeliveryPicturePages opens one for who holds the delivery.
// - DeliveryFee, DeliveryFeeRules: the table of fees, what an order owes, the cost centre of
//   presents; /deliveries/fees and /deliveries/gifts show them. What is paid joins Payments.
// - DeliveryDesk, DeliveryPlanDesk: load, decide, append.  DeliveryReturn: the step of returning.
// - DeliveryTables: the read tables.  DeliveryAddress: the order of a route.
// - Queries, Pages and Views: /deliveries, its /route, /roster, /leave, and /track/delivery.
// Hours on days off go into a sheet for compensatory leave (NĐ 61/2018 Đ11k3c).

import Engine

/// Namespace of the feature. No text says within which limits: the numbers are settings.
public enum Deliveries {
    static let feature = "delivery"
    static let planFeature = "deliveryPlan"

    /// Who asks on /track, as the ledger names it: a citizen has no account.
    static let citizen = Actor(PersonID("citizen"))

    /// Wrong codes at the door before only a paper counts.
    static let mistakesMaximum = 5
    static let codeDigits = 6
    static let nameMaximum = 200
    static let addressMaximum = 300
    /// Of the paper that was shown: its last signs.
    static let paperDigits = 4
    /// How far ahead slots are offered.
    static let daysAhead = 14
    /// How far ahead a slot may be chosen at all.
    static let daysMaximum = 60
    static let attemptsMaximum = 100
    static let listPage = 50

    static func stream(of code: String) -> String { "\(feature)/\(code)" }
    static func planStream(of office: UnitID) -> String { "\(planFeature)/\(office)" }
}
