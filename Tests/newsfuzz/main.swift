// The fuzzer that `make fuzz` builds and runs: libFuzzer's driver around one of the targets, which
// NEWSD_FUZZ_TARGET names. Arguments are libFuzzer's own.

import FuzzTargets
import Glibc

/// Declared by libFuzzer in FuzzerInterface.h.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

private let name = unsafe getenv("NEWSD_FUZZ_TARGET").map { unsafe String(cString: $0) } ?? ""
private let target = FuzzTarget(rawValue: name)
guard target != nil else {
  print("newsfuzz: NEWSD_FUZZ_TARGET is one of \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))")
  exit(3)
}

var count = CommandLine.argc
var arguments = unsafe CommandLine.unsafeArgv
exit(
  unsafe runDriver(&count, &arguments) { bytes, count in
    // Safe: libFuzzer lends the bytes for the time of the call, and they are copied.
    target?.run(unsafe Array(UnsafeBufferPointer(start: bytes, count: count)))
    return 0
  })
