// The form that chooses the period of a sheet of figures.

import HTML
import WorkTime

extension Site.Frame {
    /// Offers what the reports offer on that day, and the period itself.
    /// - Parameter office: Kept while the period changes.
    func periodFilter(
        to action: Link, period: Reports.Period, office: String, on today: DayNumber
    ) -> HTML {
        let usual = Reports.Period.choices(on: today)
        let choices = usual.contains(period) ? usual : [period] + usual
        return form(.class("filter noprint"), .action(action)) {
            input(.type(.hidden), .name("office"), .value(office))
            label {
                text("reports.period")
                " "
                select(.name("period")) {
                    for choice in choices {
                        option(.value(choice.text), .if(choice == period, .selected)) {
                            say(choice.name)
                        }
                    }
                }
            }
            Piece.submit(text("reports.show"), .small)
        }
    }
}
