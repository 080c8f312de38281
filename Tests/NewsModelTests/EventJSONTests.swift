import JSONCoding
import NewsModel
import Testing

@Suite struct EventJSONTests {
  @Test("an event comes back as it was written", arguments: [fullEvent, bareEvent])
  func roundTrip(_ event: Event) throws {
    #expect(try read(Event.self, json(event)) == event)
  }

  @Test("the text of an event is exactly this")
  func exactText() {
    #expect(
      json(fullEvent)
        == [
          #"{"id":"00ff00ff00ff00ff-02","article":"00ff00ff00ff00ff","sequence":17,"type":"CONSULT","modes":["multilateral"],"#,
          #""contexts":["diplomatic"],"cameo":"046","quad":1,"intensity":4.0,"status":"scheduled","actors":["#,
          #"{"text":"the Freedonian envoy","name":"Ada Example","code":"FRD","sector":"GOV","role":"envoy","start":0,"end":20},"#,
          #"{"text":"rebels","start":25,"end":31,"unresolved":"nobody is known by these words"}],"#,
          #""recipients":[{"text":"Sylvania","name":"Sylvania","code":"SYL","start":40,"end":48}],"#,
          #""time":{"text":"Monday to Wednesday","type":"DATE","value":"2024-03-04","end_value":"2024-03-06","basis":"relative","#,
          #""start":50,"end":69},"place":{"text":"Geneva","name":"Geneva","country":"CHE","latitude":46.20222,"longitude":6.0,"#,
          #""kind":"city","start":73,"end":79},"quantities":[{"text":"an estimated 1,000 monitors","value":1000.0,"#,
          #""approximate":true,"counted":"monitor","start":80,"end":107},{"text":"2 to 3 km","low":2.0,"high":3.0,"unit":"km","#,
          #""approximate":false,"start":110,"end":119}],"condition":{"text":"if the truce holds","start":120,"end":138},"#,
          #""attribution":{"source":{"text":"a spokeswoman","role":"spokeswoman","start":140,"end":153},"cue":"said","#,
          #""kind":"mixed","content":{"text":"will \"meet\"","start":31,"end":42},"via":{"text":"AFP","code":"NGO","#,
          #""start":160,"end":163}},"trigger":{"text":"meet","start":36,"end":40},"#,
          #""evidence":{"text":"… will \"meet\" …","start":0,"end":139},"#,
          #""mentions":[{"text":"the meeting","start":200,"end":211}],"confidence":0.84,"rule":"consult.meet"}"#,
        ].joined())
  }

  @Test("what is not known is absent")
  func absence() throws {
    let value = try read(JSONValue.self, json(bareEvent))
    let absent = ["sequence", "time", "place", "condition", "attribution", "mentions"]
    for key in absent { #expect(value[key] == nil, "\(key)") }
    #expect(value["actors"] == [] && value["quantities"] == [] && value["intensity"]?.double == 0)
  }

  @Test("null, unknown members and members that follow from others change nothing")
  func lenient() throws {
    var object = try #require(try read(JSONValue.self, json(bareEvent)).object)
    object["place"] = .null
    object["quad"] = 4
    object["intensity"] = "wrong"
    object["from_the_future"] = ["deep": [1, ["er": nil]]]
    #expect(try read(Event.self, json(object)) == bareEvent)
  }

  @Test("a word that is no choice is answered with the choices, and its place")
  func wrongChoice() {
    let error = #expect(throws: JSONError.self) { _ = try read(Event.self, #"{"status":"maybe"}"#) }
    #expect(
      error?.description
        == "\"maybe\" is not one of occurred, ongoing, scheduled, possible, demanded, denied at byte 10")
    let type = #expect(throws: JSONError.self) { _ = try read(Event.self, #"{"type":"consult"}"#) }
    #expect(type?.message.hasPrefix("\"consult\" is not one of AGREE, CONSULT, SUPPORT") == true)
  }

  @Test("a member of the wrong kind is an error, however deep")
  func wrongKind() {
    let texts = [
      #"{"actors":{}}"#, #"{"actors":[{"text":1}]}"#, #"{"confidence":"0.5"}"#, #"{"sequence":1.5}"#, #"{"modes":[1]}"#,
      #"{"place":{"latitude":"46"}}"#, #"{"attribution":{"source":[]}}"#, #"{"trigger":"said"}"#, "[]", "\"event\"",
    ]
    for text in texts { #expect(throws: JSONError.self, "\(text)") { _ = try read(Event.self, text) } }
  }

  @Test("every type, status, kind and basis comes back")
  func everyWord() throws {
    for type in EventType.allCases {
      for status in EventStatus.allCases {
        var event = bareEvent
        event.type = type
        event.status = status
        #expect(try read(Event.self, json(event)) == event)
      }
    }
    for kind in Place.Kind.allCases {
      let place = Place(text: "x", kind: kind, span: Span(1, 2))
      #expect(try read(Place.self, json(place)) == place)
    }
    for kind in Attribution.Kind.allCases {
      let attribution = Attribution(source: Party(text: "she", span: Span(0, 3)), kind: kind)
      #expect(try read(Attribution.self, json(attribution)) == attribution)
    }
    for kind in TimeExpression.Kind.allCases {
      for basis in TimeExpression.Basis.allCases {
        let time = TimeExpression(text: "x", kind: kind, value: "P3D", basis: basis, span: Span(1, 2))
        #expect(try read(TimeExpression.self, json(time)) == time)
      }
    }
  }

  @Test("a time that stands for the article's date has neither words nor place")
  func publicationTime() throws {
    let time = TimeExpression(kind: .date, value: "2024-03-04", basis: .publication)
    #expect(json(time) == #"{"type":"DATE","value":"2024-03-04","basis":"publication"}"#)
    #expect(try read(TimeExpression.self, json(time)) == time)
    let unresolved = TimeExpression(
      text: "that day", kind: .date, value: "", basis: .relative, span: Span(4, 12), unresolved: "which day")
    #expect(try read(TimeExpression.self, json(unresolved)) == unresolved)
    #expect(!json(unresolved).contains("value"))
  }
}
