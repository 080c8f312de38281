// swift-tools-version: 6.3
// One settings list, targets in the order of the flow: spool → articles → linguistics → event coding → store → service.

import PackageDescription

/// Whether `make fuzz` builds: everything with coverage and the address sanitiser, and the fuzzer itself.
let fuzzes = Context.environment["NEWSD_FUZZ"] == "1"
let fuzzFlags = ["-sanitize=fuzzer,address"]

let settings: [SwiftSetting] =
  (fuzzes ? [.unsafeFlags(fuzzFlags)] : []) + [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
  ]
let kernelSettings: [CSetting] = [.unsafeFlags(["-O3"])]

/// A target of the house: its settings are the same everywhere.
func room(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = ["Fixtures"]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude, swiftSettings: settings)
}

let package = Package(
  name: "newsd",
  products: [
    .executable(name: "newsd", targets: ["newsd"]),
    .executable(name: "newsq", targets: ["newsq"]),
  ],
  targets: [
    // C: libraries of the system, and what Swift cannot say.
    .systemLibrary(name: "CSystemd", pkgConfig: "libsystemd", providers: [.apt(["libsystemd-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
    // libstemmer has no pkg-config file.
    .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
    .target(name: "CLinux"),
    .target(name: "CKernels", cSettings: kernelSettings),
    .target(name: "CEnglish", exclude: ["english.model"]),
    .target(name: "CReport", exclude: ["Page"]),

    // Ground: the operating system, JSON, and the words of the project.
    room("Spelling", []),
    room("Platform", ["CLinux", "CXXHash", "Spelling"]),
    room("SystemdSupport", ["CLinux", "CSystemd", "Platform"]),
    room("JSONCoding", []),
    room("NewsModel", ["JSONCoding", "Spelling"]),

    // The flow.
    room("ArticleReading", ["NewsModel", "JSONCoding", "CXML2", "CZlib", "CXXHash"]),
    room("Linguistics", ["NewsModel", "CKernels", "CEnglish"], exclude: ["Training"]),
    room("EventCoding", ["NewsModel", "Linguistics", "CResources", "Spelling"]),
    .target(name: "CResources", exclude: ["Data"]),
    room("Stories", ["NewsModel"]),
    room("EventStorage", ["NewsModel", "JSONCoding", "Platform", "CSnowball"]),
    room("Spooling", ["NewsModel", "JSONCoding", "Platform"]),
    room("JSONRPC", ["JSONCoding", "Platform", "Spelling"]),
    room(
      "NewsService",
      [
        "NewsModel", "JSONCoding", "Platform", "SystemdSupport", "ArticleReading", "Linguistics", "EventCoding",
        "Stories", "EventStorage", "Spooling", "JSONRPC",
      ]),

    // Programs: main and commands only.
    program(
      "newsd",
      [
        "NewsService", "NewsModel", "JSONCoding", "Platform", "Spelling", "ArticleReading", "Linguistics",
        "EventCoding",
      ]),
    program("newsq", ["JSONRPC", "JSONCoding", "NewsModel", "Platform", "Spelling", "CReport"]),
    program(
      "newsbench",
      [
        "NewsModel", "JSONCoding", "Platform", "ArticleReading", "Linguistics", "EventCoding", "Stories",
        "EventStorage", "JSONRPC",
        "NewsService", "TestSupport",
      ]),

    // Tests.
    .target(
      name: "TestSupport", dependencies: ["Platform", "JSONCoding"], path: "Tests/TestSupport", swiftSettings: settings),
    .target(
      name: "FuzzTargets", dependencies: ["ArticleReading", "EventStorage", "NewsModel", "JSONCoding", "JSONRPC"],
      path: "Tests/FuzzTargets", swiftSettings: settings),
    tests("FuzzTests", ["FuzzTargets"], exclude: ["Corpus"]),
    tests("PlatformTests", ["Platform", "SystemdSupport", "Spelling"]),
    tests("JSONCodingTests", ["JSONCoding"]),
    tests("NewsModelTests", ["NewsModel", "JSONCoding"]),
    tests("ArticleReadingTests", ["ArticleReading", "NewsModel"]),
    tests("LinguisticsTests", ["Linguistics", "NewsModel", "CKernels"]),
    tests("EventCodingTests", ["EventCoding", "Linguistics", "NewsModel", "Platform"]),
    tests("StoriesTests", ["Stories", "NewsModel", "JSONCoding"], exclude: []),
    tests("EventStorageTests", ["EventStorage", "NewsModel", "JSONCoding", "Platform"]),
    tests("SpoolingTests", ["Spooling", "NewsModel", "Platform"]),
    tests("JSONRPCTests", ["JSONRPC", "JSONCoding", "Platform"]),
    tests("NewsServiceTests", ["NewsService", "NewsModel", "JSONCoding", "Platform"]),
    tests("SystemTests", ["Platform"], exclude: ["box"]),
    tests("EndToEndTests", ["JSONRPC", "JSONCoding", "NewsModel", "Platform"]),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x
)

if fuzzes {
  package.targets.append(
    .executableTarget(
      name: "newsfuzz", dependencies: ["FuzzTargets"], path: "Tests/newsfuzz", swiftSettings: settings,
      linkerSettings: [.unsafeFlags(fuzzFlags + ["-use-ld=lld"])]))
}
