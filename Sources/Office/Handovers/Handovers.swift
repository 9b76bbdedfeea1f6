// Handovers: many dossiers passed between the counter and a unit at once (bàn giao hồ sơ), with one
// sheet that both sides sign (bảng kê bàn giao).
//
// Start here. /handovers shows what the viewer can pass on to another unit, and what other units
// offer the viewer, group by group; /handovers/preview shows what was chosen once more; one press
// does each for itself, by the ordinary command of the engine, and records the sheet in the same
// commit. A sheet is a stream, `handover/BG-…`, and names only what was really passed on
// (docs/decisions/0036). It holds no personal value: names of applicants are read when it is shown.
// - HandoverNoun: a group, a sheet, what comes of one.  HandoverSheetState: the sheet's stream.
// - HandoverReceivers: to which unit a piece of work will go.
// - HandoverDesk, HandoverRecordDesk: doing it; writing the sheet.  HandoverRefusals: why not.
// - HandoverQueries, HandoverSheetQueries: what is shown, to whom.

/// Namespace of the feature.
public enum Handovers {
    static let feature = "handover"
    static let prefix = "BG-"
    /// As many as one sheet of paper takes, and one look shows.
    static let atOnceMaximum = 50
    static let pageSize = 50
}
