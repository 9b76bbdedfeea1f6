// How a tag becomes bytes. Names come from literals of this module alone.

extension HTML {
    /// `<name attributes>content</name>`
    init(element name: StaticString, _ attributes: [Attribute], _ content: HTML) {
        var bytes: [UInt8] = []
        let room = content.storage.count + 2 * name.utf8CodeUnitCount + 5
        bytes.reserveCapacity(room + 32 * attributes.count)
        bytes.appendTag(name, attributes)
        bytes.append(contentsOf: content.storage)
        bytes.append(literal: "</")
        bytes.append(literal: name)
        bytes.append(0x3E)
        self.init(bytes: bytes)
    }

    /// `<name attributes>`, for elements that never have content and no closing tag.
    init(void name: StaticString, _ attributes: [Attribute]) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8CodeUnitCount + 2 + 32 * attributes.count)
        bytes.appendTag(name, attributes)
        self.init(bytes: bytes)
    }
}

extension [UInt8] {
    fileprivate mutating func appendTag(_ name: StaticString, _ attributes: [Attribute]) {
        append(0x3C)
        append(literal: name)
        for attribute in attributes { append(attribute) }
        append(0x3E)
    }
}
