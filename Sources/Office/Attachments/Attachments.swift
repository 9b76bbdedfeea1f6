// Attachments: files of the papers that a citizen adds to an online filing or a supplement, and an
// officer at the counter adds to a dossier (NĐ 45/2020, procedures done electronically; article
// unconfirmed).
//
// Start here. A file comes in pieces (RFC 7578) and is on the disk piece by piece, in chunks beside
// the ledger; what it is, its first bytes say, whatever its name says. It waits with a draft, or
// for one command, until it is filed: then the stream `attachment/<code>` tells of it, with a mark
// of its name and digest that can be erased by law. A scanner for viruses looks at it before
// anybody opens it; where none is set up, people are told so (docs/decisions/0029).
// - AttachmentNoun, AttachmentState: a file, and the files of one stream.
// - AttachmentLimits: what is too much.  AttachmentLook, AttachmentPictureSize: what a file is.
// - AttachmentIntake: one file while it comes in.  AttachmentForm, AttachmentFormPages: a form
//   with files.
// - AttachmentRules, AttachmentRefusals, AttachmentDesk: filing and removing.
// - AttachmentTables: rows and chunks.  AttachmentSweep: letting go.  AttachmentScanDesk: viruses.
// - AttachmentQueries, AttachmentPages, AttachmentViews: /attachments/ID, the page
//   /dossiers/CODE/attachments and the lists on other pages.
// - AttachmentWizardPages, AttachmentWizardViews: /file/…/files.
// - AttachmentOwnViews: files as their applicant opens them, on /track and at /my.

/// Namespace of the feature.
public enum Attachments {
    static let feature = "attachment"

    static func stream(of subject: String) -> String { "\(feature)/\(subject)" }
    /// Of the name and digest of a file, beside the ledger.
    static func personalID(of file: String) -> String { "\(feature)/\(file)" }
}
