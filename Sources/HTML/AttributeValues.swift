// Closed lists of values that attributes take.

/// Kinds of input fields and buttons.
public enum InputType: String, Sendable, CaseIterable {
    case text, search, tel, email, url, password, number, date, time, month, week
    case dateTime = "datetime-local"
    case checkbox, radio, hidden, file
    case submit, button, reset
}

/// How a form is sent.
public enum FormMethod: String, Sendable {
    case get, post, dialog
}

/// How the fields of a form are written into the body.
public enum FormEncoding: String, Sendable {
    case urlEncoded = "application/x-www-form-urlencoded"
    case multipart = "multipart/form-data"
}

/// What a header cell of a table stands for.
public enum HeaderScope: String, Sendable {
    case column = "col"
    case row
    case columnGroup = "colgroup"
    case rowGroup = "rowgroup"
}
