// Forms of processes on pages and for programs: an input for each type of field, and from what was
// posted to one canonical value.
//
// Start here. What a field is and which values it takes stands in ProcessModel (ProcessForm,
// FieldReading, FieldChecking, FieldAsking); the same rules serve the citizen's wizard, the
// counter, the completion of work, programs and the engine. Conditions are worked out on the
// server with each post; without a script nothing is missing (docs/decisions/0033).
// - FormAnswers: the names of inputs, and their values as one.  FormWards: to choose from.
// - FormRefusals: all mistakes in place of the first.
// - FormFieldViews, FormPartViews: the inputs.  FormMistakeViews: what is wrong, and the way there.
// - FormShown: values as people read them.
// - FormSchema, FormSchemaCondition: the form of a procedure in JSON Schema; FormSchemaText its
//   bytes, FormSchemaPages its address.

/// Namespace of the feature.
public enum Forms {
    /// How a signature is given by a program that sends a value rather than ticking a box.
    static let consents: Set<String> = ["1", "true"]
}
