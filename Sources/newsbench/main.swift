// Benchmarks and scores; not installed. `make bench`, `make eval` and `make soak` call it.

import Glibc

let words = Array(CommandLine.arguments.dropFirst())
guard let choice = BenchmarkChoice(words) else {
  print(BenchmarkChoice.usage)
  exit(3)
}
do {
  try choice.run()
} catch {
  print("  FAILED: \(error)")
  exit(1)
}
