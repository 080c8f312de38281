import JSONCoding
import JSONRPC

/// A connection to newsd whose failures are endings of newsq.
struct Connection {
  private let client: Client
  /// Milliseconds that the user wants to wait for an answer.
  private let timeout: Int?

  /// What is waited for where the user says nothing.
  static let patience = 60_000

  init(_ client: Client, timeout: Int?) {
    self.client = client
    self.timeout = timeout
  }

  /// Calls a method and returns the JSON text of its result.
  ///
  /// - Parameter mayTakeLong: whether to wait for ever unless the user says how long.
  func call(
    _ method: String, _ parameters: Request.Parameters, mayTakeLong: Bool = false
  ) throws(Ending) -> [UInt8] {
    do throws(Client.Failure) {
      return try client.call(method, parameters, timeout: timeout ?? (mayTakeLong ? nil : Self.patience))
    } catch {
      throw Self.ending(error)
    }
  }

  /// Calls a method with parameters by name.
  func call(_ method: String, _ parameters: JSONObject = [:], mayTakeLong: Bool = false) throws(Ending) -> [UInt8] {
    try call(method, parameters.isEmpty ? .none : .byName(parameters), mayTakeLong: mayTakeLong)
  }

  /// The next notification.
  func nextNotification() throws(Ending) -> Notification {
    do throws(Client.Failure) {
      return try client.nextNotification()
    } catch {
      throw Self.ending(error)
    }
  }

  private static func ending(_ failure: Client.Failure) -> Ending {
    switch failure {
    case .noDaemon, .connectionLost: Ending(.noDaemon, "\(failure)")
    case .timeout: Ending(.timeout, "\(failure); --timeout SECONDS waits longer")
    case .refused, .unintelligible: Ending(.refused, "\(failure)")
    }
  }
}

extension JSONDecodable {
  /// Reads an answer; one that is not of the type is an ending.
  init(answer: [UInt8]) throws(Ending) {
    do {
      try self.init(parsing: answer)
    } catch {
      throw Ending(.refused, "newsd sent what newsq \(Newsq.version) does not understand: \(error)")
    }
  }
}
