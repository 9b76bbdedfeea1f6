// Signings: the desk of who signs. Everything that waits for a signature or an approval, by the
// time left, with what is asked in one line; several are signed at once after a look at each.
//
// Start here. It is a view of the work lists: what waits is the open work at steps that control
// another step, the viewer's own, that of those they stand in for on the day (the substitution
// ends with its dates) and that which is delegated to them (Delegations). Signing is the usual act
// of the dossier, one a piece of work, all in one commit; each is done or refused for itself.
// - SigningNoun: what is shown.  SigningQueries: what waits.  SigningDesk: signing.
// - SigningPages, SigningViews, SigningPreviewViews: /signing and /signing/preview.

/// Namespace of the feature.
public enum Signings {
    /// How many are signed at once at most: as many as somebody can look at.
    static let atOnceMaximum = 50
}
