// Values by key, of which those that were not asked for lately are let go.

/// Two generations: when the young one is full it becomes the old one, and what the old one still
/// held is forgotten. Asking for an old value makes it young again. Costs nothing but the lookup.
struct RecentValues<Key: Hashable, Value> {
    private var young: [Key: Value] = [:]
    private var old: [Key: Value] = [:]
    /// At most twice as many values are held.
    private let generationMaximum: Int

    init(generationMaximum: Int) {
        self.generationMaximum = generationMaximum
    }

    var count: Int { young.count + old.count }

    subscript(key: Key) -> Value? {
        mutating get {
            if let value = young[key] { return value }
            guard let value = old.removeValue(forKey: key) else { return nil }
            insert(value, for: key)
            return value
        }
        set {
            old[key] = nil
            if let newValue { insert(newValue, for: key) } else { young[key] = nil }
        }
    }

    private mutating func insert(_ value: Value, for key: Key) {
        if young.count >= generationMaximum, young[key] == nil {
            old = young
            young = [:]
        }
        young[key] = value
    }
}
