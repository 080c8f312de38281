// Kinds of events, times and places are compared at every event. What the compiler makes of `==` by itself is called through a table
// from other rooms; this is compiled into them, as that of the tags is. A case without values is a byte.

extension EventType {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension EventStatus {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension TimeExpression.Kind {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension TimeExpression.Basis {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}

extension Place.Kind {
  @inlinable @inline(__always)
  package static func == (a: Self, b: Self) -> Bool {
    unsafe unsafeBitCast(a, to: UInt8.self) == unsafeBitCast(b, to: UInt8.self)
  }
}
