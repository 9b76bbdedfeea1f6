// Processes: the catalogue of versioned processes that the office works by.
//
// Start here. One stream a process, `process/<code>`; an entry holds a whole issue as JSON of the
// process model. An issue is drafted, checked at the clarity gate, published from a day on, and
// retired; running work stays on the issue it began with.
// - ProcessRules: commands, events, refusals; the gate stands in front of publishing.
// - ProcessDesk: at the desk.  ProcessRoster: the people that the gate asks for.
// - ProcessTables, Process…Queries: catalogue, open gaps, one issue (ProcessSheet), comparison.
// - ProcessPages, ProcessActPages, Process…Views: /processes and what lies below it.
// - ProcessDiagram: swim lanes of a version, in a page or as a file.  ProcessNaming: codes of
//   positions and units in the words of the viewer's office.

/// Namespace of the feature.
public enum Processes {}
