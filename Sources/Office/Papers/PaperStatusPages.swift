// With which status a PDF is refused.

import HTTPTypes

extension Papers.PressFailure: StatedRefusal {
    var status: HTTPResponse.Status {
        switch self {
        case .absent: .notImplemented
        case .busy, .slow: .serviceUnavailable
        case .broken: .internalServerError
        }
    }

    var headers: HTTPFields {
        var headers = HTTPFields()
        if self == .busy || self == .slow, let name = HTTPField.Name("Retry-After") {
            headers[name] = "5"
        }
        return headers
    }
}
