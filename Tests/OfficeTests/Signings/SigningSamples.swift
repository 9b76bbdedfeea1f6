// A process whose signature controls another step, as those of real offices do.

import Engine
import ProcessModel
import Testing
import WorkTime

@testable import Office

enum SigningSamples {
    static let code: ProcessCode = "KY-01"

    /// - Parameter hasFields: whether the step of the signature has something to fill in.
    static func process(hasFields: Bool = false) throws -> ProcessVersion {
        var version = try #require(DossierTestSamples.processes.first { $0.code == "KS-01" })
        version.code = hasFields ? "KY-02" : code
        version.title = hasFields ? "Cấp phép có phiếu" : "Cấp phép"
        version.nodes = version.nodes.map { node in
            guard node.id == "ky", case .step(var step) = node.kind else { return node }
            step.controls = ["tham-dinh"]
            step.form = hasFields ? "BM-03" : "BM-02"
            return Node(id: node.id, title: node.title, kind: .step(step))
        }
        version.forms.append(
            Form(
                code: "BM-03", title: "Phiếu ký",
                fields: [FormField(key: "soKy", label: "Số bản ký", type: .number)]))
        return version
    }
}

extension DossierTestOffice {
    /// A dossier that waits for the signature: offered to the chairman, or accepted.
    func receiveForSigning(
        hasFields: Bool = false, isAccepted: Bool = false
    ) async throws -> String {
        let code = try await receive { $0.process = hasFields ? "KY-02" : "KY-01" }
        for _ in 0..<8 {
            if try await item(code).node == "ky" { break }
            if try await state(code).instance?.items.first?.offer?.person == "anh" { break }
            try await advance(code)
        }
        if isAccepted { try await advance(code) }
        return code
    }

    func signings(as person: PersonID) async throws -> Signings.List {
        let (viewer, now) = (try await viewer(person), now)
        return try await desk.read { try $0.signings(for: viewer, at: now) }
    }

    func sign(
        _ choices: [Signings.Choice], as person: PersonID, key: String = "k"
    ) async throws -> [Signings.Outcome] {
        try await desk.sign(choices, for: try await viewer(person), at: sources.now, key: key)
    }
}
