// What every refusal of the program owes to people: both languages, the place, and no machine talk.

import Testing

/// A refusal has said nothing on its output, ended with its status, and speaks Vietnamese in the
/// first line of its complaint and English in the second; both name the place.
func expectRefusal(
    _ result: CommandResult, status: Int32 = 1, naming places: String..., vi: String, en: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let lines = result.complaint.split(separator: "\n").map(String.init)
    let seen = Comment(rawValue: "\(result)")
    #expect(!result.isKilled && result.status == status, seen, sourceLocation: sourceLocation)
    #expect(result.output.isEmpty, seen, sourceLocation: sourceLocation)
    guard lines.count >= 2 else {
        Issue.record("no sentence in both languages: \(result)", sourceLocation: sourceLocation)
        return
    }
    #expect(lines[0].contains(vi), seen, sourceLocation: sourceLocation)
    #expect(lines[1].contains(en), seen, sourceLocation: sourceLocation)
    #expect(lines[0].contains(where: isVietnamese), seen, sourceLocation: sourceLocation)
    for place in places {
        #expect(
            lines[0].contains(place) && lines[1].contains(place), seen,
            sourceLocation: sourceLocation)
    }
    expectNoMachineTalk(result, sourceLocation: sourceLocation)
}

/// Names of types and codes help nobody who holds a file in the hand.
func expectNoMachineTalk(
    _ result: CommandResult, sourceLocation: SourceLocation = #_sourceLocation
) {
    for word in ["Error Domain", "NSCocoa", "Fatal error", "wrongKind", "DecodingError", "nil"] {
        #expect(
            !result.complaint.contains(word), Comment(rawValue: result.complaint),
            sourceLocation: sourceLocation)
    }
}

/// Letters that English does not have.
private func isVietnamese(_ letter: Character) -> Bool {
    letter.isLetter && !letter.isASCII
}
