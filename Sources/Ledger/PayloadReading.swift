// Reads single values out of a payload, with an error that names the key.

extension Payload {
    public func int(_ key: String) throws(PayloadError) -> Int64 {
        try required(key, optionalInt(key))
    }

    public func bool(_ key: String) throws(PayloadError) -> Bool {
        try required(key, optionalBool(key))
    }

    public func text(_ key: String) throws(PayloadError) -> String {
        try required(key, optionalText(key))
    }

    public func bytes(_ key: String) throws(PayloadError) -> [UInt8] {
        guard case .bytes(let value)? = self[key] else { throw wrong(key, "bytes") }
        return value
    }

    public func list(_ key: String) throws(PayloadError) -> [PayloadValue] {
        guard case .list(let value)? = self[key] else { throw wrong(key, "list") }
        return value
    }

    public func nested(_ key: String) throws(PayloadError) -> Payload {
        try required(key, optionalNested(key))
    }

    public func personal(_ key: String) throws(PayloadError) -> PersonalReference {
        try required(key, optionalPersonal(key))
    }

    public func optionalInt(_ key: String) throws(PayloadError) -> Int64? {
        guard let value = self[key] else { return nil }
        guard case .int(let number) = value else { throw wrong(key, "int") }
        return number
    }

    public func optionalBool(_ key: String) throws(PayloadError) -> Bool? {
        guard let value = self[key] else { return nil }
        guard case .bool(let truth) = value else { throw wrong(key, "bool") }
        return truth
    }

    public func optionalText(_ key: String) throws(PayloadError) -> String? {
        guard let value = self[key] else { return nil }
        guard case .text(let text) = value else { throw wrong(key, "text") }
        return text
    }

    public func optionalNested(_ key: String) throws(PayloadError) -> Payload? {
        guard let value = self[key] else { return nil }
        guard case .nested(let payload) = value else { throw wrong(key, "nested") }
        return payload
    }

    public func optionalPersonal(_ key: String) throws(PayloadError) -> PersonalReference? {
        guard let value = self[key] else { return nil }
        guard case .personal(let reference) = value else { throw wrong(key, "personal") }
        return reference
    }

    private func required<T>(_ key: String, _ value: T?) throws(PayloadError) -> T {
        guard let value else { throw .missing(key: key) }
        return value
    }

    private func wrong(_ key: String, _ wanted: String) -> PayloadError {
        guard let found = self[key] else { return .missing(key: key) }
        return .wrongKind(key: key, wanted: wanted, found: found.kind)
    }
}
