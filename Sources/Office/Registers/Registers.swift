// Registers: the official register of dossiers (sổ theo dõi hồ sơ, form 06 of TT 01/2018, 07 of
// TT 03/2025) of an office and a period, as a page that prints and as PDF.
//
// Start here. /registers takes a month, or some days of one, and shows each dossier received in
// them with the columns of the form. It is read from the dossiers themselves, so there is nothing
// to keep. Names and addresses stand in it: every dossier notes who was shown it (Reads).
// - RegisterNoun: a row, a register.  RegisterQueries: reading it for a viewer.
// - RegisterPeriod: which days.  RegisterRefusals: why not.

/// Namespace of the feature. Columns: the form of TT 01/2018 as software of provinces prints it;
/// who leads the work and the way of return are unconfirmed (GK).
public enum Registers {
    static let daysMaximum = 31
    /// As many as are read and printed at once.
    static let rowsMaximum = 500
}
