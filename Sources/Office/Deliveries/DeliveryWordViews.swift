// How deliveries are said: where one stands, a slot, somebody's choice of one.

import HTML
import WorkTime

extension Site.Frame {
    func deliveryState(_ standing: Deliveries.Standing) -> HTML {
        let look: Piece.State =
            switch standing {
            case .requested: .wait
            case .scheduled: .soon
            case .out: .hand
            case .failed: .late
            case .delivered: .done
            case .counter: .paused
            }
        return Piece.state(look, text("delivery.standing.\(standing.rawValue)"))
    }

    /// `Thứ Bảy 02/09/2017, 08:00–11:00`.
    func slot(_ slot: Deliveries.Slot) -> String {
        "\(day(slot.day)), \(clock(slot.start))–\(clock(slot.end))"
    }

    func slotTime(_ slot: Deliveries.Slot) -> HTML {
        Piece.moment(self.slot(slot), machine: slot.start.text)
    }

    func slotChoices(_ slots: [Deliveries.Slot]) -> [Piece.Choice] {
        slots.map { Piece.Choice($0.start.text, slot($0)) }
    }
}
