"use strict";
// Draws the report from the events in #data. Nothing is fetched. Every figure is a way to choose events; the list shows them.
(() => {
  const report = JSON.parse(document.getElementById("data").textContent);
  const land = document.getElementById("land").textContent.trim().split("\n");
  const { events, articles } = report;
  const day = 86400000;
  const quads = {
    "words that cooperate": { hue: 212, types: ["AGREE", "CONSULT", "SUPPORT", "CONCEDE"] },
    "deeds that cooperate": { hue: 152, types: ["COOPERATE", "AID", "RETREAT"] },
    "words of conflict": { hue: 36, types: ["REQUEST", "ACCUSE", "REJECT", "THREATEN"] },
    "deeds of conflict": { hue: 4, types: ["PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"] },
  };
  const colours = { STATEMENT: "var(--statement)" };
  const order = ["STATEMENT"];
  for (const { hue, types } of Object.values(quads)) {
    types.forEach((type, index) => {
      colours[type] = `hsl(${hue} 58% ${56 - (index * 26) / types.length}%)`;
      order.push(type);
    });
  }
  const quadOf = (type) => Object.values(quads).find((quad) => quad.types.includes(type));
  const quadColour = (type) => (quadOf(type) ? `hsl(${quadOf(type).hue} 58% 48%)` : colours.STATEMENT);

  // What is chosen: a name of a question, with its value and how to ask an event.
  const chosen = new Map();
  const questions = {
    type: (event, type) => event.t === type,
    party: (event, name) => event.a.includes(name) || event.r.includes(name),
    pair: (event, pair) => event.a.includes(pair[0]) && event.r.includes(pair[1]),
    place: (event, name) => event.p === name,
    time: (event, span) => event.d >= span[0] && event.d < span[1],
  };
  const fits = (event, but) => [...chosen].every(([question, { value }]) => question === but || questions[question](event, value));
  const some = (but) => events.filter((event) => fits(event, but));

  function choose(question, value, label) {
    const same = chosen.get(question);
    if (same && same.label === label) chosen.delete(question);
    else chosen.set(question, { value, label });
    draw();
  }

  // Elements.
  function make(name, attributes = {}, ...children) {
    const isDrawing = ["svg", "g", "rect", "path", "circle", "line", "text", "title"].includes(name);
    const element = isDrawing ? document.createElementNS("http://www.w3.org/2000/svg", name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "onclick") {
        element.addEventListener("click", value);
        if (isDrawing) {
          element.setAttribute("role", "button");
          element.setAttribute("tabindex", "0");
          element.addEventListener("keydown", (press) => {
            if (press.key === "Enter" || press.key === " ") { press.preventDefault(); value(); }
          });
        }
      } else element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }
  const titled = (element, text) => { element.append(make("title", {}, text)); return element; };
  const plot = (id) => document.querySelector(`#${id} .plot`);
  function canvas(id, height) {
    const width = Math.max(260, plot(id).clientWidth);
    const svg = make("svg", { viewBox: `0 0 ${width} ${height}`, role: "group" });
    plot(id).replaceChildren(svg);
    return { svg, width };
  }
  const count = (list, values) => {
    const counts = new Map();
    for (const event of list) for (const value of values(event)) if (value) counts.set(value, (counts.get(value) || 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  };
  const short = (text, length) => (text.length > length ? text.slice(0, length - 1) + "…" : text);
  const plural = (number, word) => `${number.toLocaleString("en")} ${word}${number === 1 ? "" : "s"}`;
  const dayName = (time) => new Date(time).toISOString().slice(0, 10);

  // When.
  function bins(list) {
    const times = list.map((event) => Date.parse(event.d)).filter((time) => !Number.isNaN(time)).sort((a, b) => a - b);
    if (!times.length) return [];
    // The middle 98 of 100: one event of 1945 must not squeeze the rest.
    const first = times[Math.floor(times.length * 0.01)], last = times[Math.ceil(times.length * 0.99) - 1];
    const days = (last - first) / day + 1;
    const step = days <= 62 ? 1 : days <= 400 ? 7 : days <= 4000 ? 30 : 365;
    const result = [];
    for (let start = first; start <= last; start += step * day) {
      result.push({ start: dayName(start), end: dayName(start + step * day), step, byType: {}, total: 0 });
    }
    for (const event of list) {
      const bin = result[Math.floor((Date.parse(event.d) - first) / (step * day))];
      if (!bin) continue;
      bin.byType[event.t] = (bin.byType[event.t] || 0) + 1;
      bin.total += 1;
    }
    return result;
  }

  function drawTime() {
    const list = some("time");
    const height = 220, left = 34, bottom = 22, top = 8;
    const { svg, width } = canvas("time", height);
    const columns = bins(list);
    if (!columns.length) return;
    const most = Math.max(1, ...columns.map((bin) => bin.total));
    const scale = (height - top - bottom) / most, step = (width - left) / columns.length;
    for (const part of most > 3 ? [0, 0.5, 1] : [0, 1]) {
      const y = height - bottom - part * most * scale;
      svg.append(make("line", { x1: left, x2: width, y1: y, y2: y, class: "grid" }));
      svg.append(make("text", { x: left - 6, y: y + 4, "text-anchor": "end", class: "soft" }, Math.round(part * most).toLocaleString("en")));
    }
    const span = chosen.get("time");
    columns.forEach((bin, index) => {
      let y = height - bottom;
      const label = bin.step === 1 ? bin.start : `${bin.start} to ${dayName(Date.parse(bin.end) - day)}`;
      const group = make("g", bin.total ? { onclick: () => choose("time", [bin.start, bin.end], label) } : {});
      if (span && span.label !== label) group.setAttribute("class", "off");
      group.append(make("rect", { x: left + index * step, y: top, width: step, height: height - bottom - top, fill: "transparent" }));
      for (const type of order) {
        const part = (bin.byType[type] || 0) * scale;
        if (!part) continue;
        y -= part;
        group.append(make("rect", { x: left + index * step + 1, y, width: Math.max(1, Math.min(step - 2, 60)), height: part, fill: colours[type] }));
      }
      const parts = order.filter((type) => bin.byType[type]).map((type) => `${type} ${bin.byType[type]}`);
      svg.append(titled(group, `${label}: ${plural(bin.total, "event")}\n${parts.join("\n")}`));
    });
    const every = Math.ceil(columns.length / Math.max(2, Math.floor((width - left) / 90)));
    const long = 70;
    let free = 0;
    columns.forEach((bin, index) => {
      if (index % every) return;
      const x = left + index * step, start = Math.min(x, width - long);
      if (start < free) return;
      free = start + long + 8;
      svg.append(make("text", { x: start, y: height - 6, class: "soft" }, bin.start));
    });
    drawTypes();
  }

  function drawTypes() {
    const counts = new Map(count(some("type"), (event) => [event.t]));
    const buttons = order.filter((type) => counts.has(type)).reverse().map((type) => {
      const button = make("button", { type: "button", onclick: () => choose("type", type, type) });
      if (chosen.has("type") && chosen.get("type").value !== type) button.className = "off";
      const mark = make("i");
      mark.style.background = colours[type];
      button.append(mark, `${type} ${counts.get(type).toLocaleString("en")}`);
      return button;
    });
    document.querySelector("#time .legend").replaceChildren(...buttons);
  }

  // Who did what to whom.
  function drawNetwork() {
    const list = some("pair").filter((event) => event.a.length && event.r.length);
    const totals = new Map(count(list, (event) => [...new Set([...event.a, ...event.r])]));
    const narrow = plot("network").clientWidth < 420;
    // Those of the busiest pairs, so that nobody stands there without a line.
    const chief = new Set();
    const weighty = count(list, (event) => event.a.flatMap((from) => event.r.filter((to) => to !== from).map((to) => JSON.stringify([from, to]))));
    for (const [pair] of weighty) {
      const both = JSON.parse(pair);
      if (chief.size + both.filter((name) => !chief.has(name)).length <= (narrow ? 12 : 18)) both.forEach((name) => chief.add(name));
    }
    const nodes = [...chief].map((name) => ({ name, total: totals.get(name) }));
    const height = narrow ? 360 : 460;
    const { svg, width } = canvas("network", height);
    if (!nodes.length) return svg.append(make("text", { x: 0, y: 20, class: "soft" }, "No event here has both an actor and a recipient."));
    const names = new Map(nodes.map((node) => [node.name, node]));
    const pairs = new Map();
    for (const event of list) for (const from of event.a) for (const to of event.r) {
      if (from === to || !names.has(from) || !names.has(to)) continue;
      const key = JSON.stringify([from, to]);
      const pair = pairs.get(key) || { from, to, total: 0, types: {} };
      pair.total += 1;
      pair.types[event.t] = (pair.types[event.t] || 0) + 1;
      pairs.set(key, pair);
    }
    arrange(nodes, [...pairs.values()]);
    const room = Math.min(130, width * 0.27), radiusX = width / 2 - room, radiusY = height / 2 - 26;
    nodes.forEach((node, index) => {
      const angle = (index / nodes.length) * 2 * Math.PI - Math.PI / 2;
      Object.assign(node, { x: width / 2 + radiusX * Math.cos(angle), y: height / 2 + radiusY * Math.sin(angle), angle });
    });
    drawPairs(svg, [...pairs.values()].sort((a, b) => b.total - a.total).slice(0, 60), names, width / 2, height / 2);
    for (const node of nodes) {
      const side = Math.cos(node.angle), isRight = side > 0.15, isLeft = side < -0.15;
      const label = short(node.name, Math.max(8, Math.floor((room - 14) / 6.8)));
      const group = make("g", { onclick: () => choose("party", node.name, node.name) });
      const size = 3 + 6 * Math.sqrt(node.total / nodes.reduce((most, other) => Math.max(most, other.total), 1));
      group.append(make("circle", { cx: node.x, cy: node.y, r: size, fill: "var(--accent)" }));
      const up = Math.sin(node.angle) < 0;
      group.append(make("text", {
        x: node.x + (isRight ? size + 4 : isLeft ? -size - 4 : 0), y: node.y + (isRight || isLeft ? 4 : up ? -size - 4 : size + 13),
        "text-anchor": isRight ? "start" : isLeft ? "end" : "middle",
      }, label));
      svg.append(titled(group, `${node.name}: ${plural(node.total, "event")} with others`));
    }
    document.querySelector("#network .legend").replaceChildren(...Object.entries(quads).map(([name, { hue }]) => {
      const mark = make("i");
      mark.style.background = `hsl(${hue} 58% 48%)`;
      const item = make("span", {}, mark, ` ${name}`);
      return item;
    }));
  }

  // Parties that have to do with one another stand close: each goes next to the one placed last that it has most with.
  function arrange(nodes, pairs) {
    const weight = new Map();
    for (const { from, to, total } of pairs) {
      for (const key of [from + "\u0000" + to, to + "\u0000" + from]) weight.set(key, (weight.get(key) || 0) + total);
    }
    for (let place = 1; place < nodes.length; place += 1) {
      const last = nodes[place - 1].name;
      let best = place;
      for (let other = place; other < nodes.length; other += 1) {
        const here = weight.get(last + "\u0000" + nodes[other].name) || 0;
        if (here > (weight.get(last + "\u0000" + nodes[best].name) || 0)) best = other;
      }
      [nodes[place], nodes[best]] = [nodes[best], nodes[place]];
    }
  }

  function drawPairs(svg, pairs, nodes, middleX, middleY) {
    const most = Math.max(1, ...pairs.map((pair) => pair.total));
    for (const pair of pairs.reverse()) {
      const from = nodes.get(pair.from), to = nodes.get(pair.to);
      const [type] = Object.entries(pair.types).sort((a, b) => b[1] - a[1])[0];
      // Bent to the middle and to one side, so that there and back are two lines.
      const bendX = (from.x + to.x) / 2 * 0.45 + middleX * 0.55 + (to.y - from.y) * 0.08;
      const bendY = (from.y + to.y) / 2 * 0.45 + middleY * 0.55 - (to.x - from.x) * 0.08;
      const length = Math.hypot(to.x - bendX, to.y - bendY) || 1;
      const endX = to.x - ((to.x - bendX) / length) * 11, endY = to.y - ((to.y - bendY) / length) * 11;
      const thick = 1.2 + 4.5 * Math.sqrt(pair.total / most), colour = quadColour(type);
      const label = `${pair.from} → ${pair.to}`;
      const group = make("g", { onclick: () => choose("pair", [pair.from, pair.to], label) });
      group.append(make("path", {
        d: `M${from.x} ${from.y}Q${bendX} ${bendY} ${endX} ${endY}`, fill: "none", stroke: colour, "stroke-width": thick, "stroke-opacity": 0.75,
      }));
      const angle = Math.atan2(endY - bendY, endX - bendX), size = 4 + thick;
      const corner = (turn) => `${endX + size * Math.cos(angle + turn)} ${endY + size * Math.sin(angle + turn)}`;
      group.append(make("path", { d: `M${corner(0)}L${corner(2.3)}L${corner(-2.3)}Z`, fill: colour }));
      const types = Object.entries(pair.types).sort((a, b) => b[1] - a[1]).map(([name, total]) => `${name} ${total}`);
      svg.append(titled(group, `${label}\n${types.join("\n")}`));
    }
  }

  // Who.
  function drawActors() {
    const list = some("party");
    const acting = new Map(count(list, (event) => [...new Set(event.a)]));
    const acted = new Map(count(list, (event) => [...new Set(event.r)]));
    const names = count(list, (event) => [...new Set([...event.a, ...event.r])]).slice(0, 15);
    const line = 27, height = Math.max(1, names.length) * line + 4;
    const { svg, width } = canvas("actors", height);
    const left = Math.min(170, width * 0.4), right = 40;
    const sum = ([name]) => (acting.get(name) || 0) + (acted.get(name) || 0);
    const scale = (width - left - right) / Math.max(1, ...names.map(sum));
    names.forEach((entry, index) => {
      const [name] = entry, y = index * line + 4;
      const group = make("g", { onclick: () => choose("party", name, name) });
      if (chosen.has("party") && chosen.get("party").value !== name) group.setAttribute("class", "off");
      const first = (acting.get(name) || 0) * scale, second = (acted.get(name) || 0) * scale;
      group.append(make("rect", { x: 0, y: y - 4, width, height: line, fill: "transparent" }));
      group.append(make("text", { x: left - 8, y: y + 14, "text-anchor": "end" }, short(name, Math.floor(left / 7))));
      group.append(make("rect", { x: left, y, width: first, height: line - 8, fill: "var(--accent)" }));
      group.append(make("rect", { x: left + first, y, width: second, height: line - 8, fill: "var(--accent)", opacity: 0.4 }));
      group.append(make("text", { x: left + first + second + 5, y: y + 14, class: "soft" }, sum(entry).toLocaleString("en")));
      svg.append(titled(group, `${name}: ${acting.get(name) || 0} acting, ${acted.get(name) || 0} acted upon`));
    });
    const key = (opacity, text) => {
      const mark = make("i");
      mark.style.background = "var(--accent)";
      mark.style.opacity = opacity;
      return make("span", {}, mark, ` ${text}`);
    };
    document.querySelector("#actors .legend").replaceChildren(key(1, "acting"), key(0.4, "acted upon"));
  }

  // Where.
  function drawPlaces() {
    const list = some("place").filter((event) => event.p && typeof event.y === "number" && typeof event.x === "number");
    const places = new Map();
    for (const event of list) {
      const place = places.get(event.p) || { name: event.p, x: event.x, y: event.y, total: 0 };
      place.total += 1;
      places.set(event.p, place);
    }
    const plotWidth = Math.max(260, plot("places").clientWidth);
    const frame = frameOf([...places.values()], plotWidth);
    const { svg, width } = canvas("places", frame.height);
    const scale = width / (frame.east - frame.west);
    const x = (east) => (east - frame.west) * scale, y = (north) => (frame.north - north) * scale;
    land.forEach((row, index) => [...row].forEach((digit, four) => [...parseInt(digit, 16).toString(2).padStart(4, "0")].forEach((bit, one) => {
      const east = (four * 4 + one) * 2 - 179, north = 89 - index * 2;
      if (bit === "0" || east < frame.west || east > frame.east || north > frame.north || north < frame.south) return;
      svg.append(make("circle", { cx: x(east), cy: y(north), r: Math.max(0.9, scale * 0.55), fill: "var(--land)" }));
    })));
    const most = Math.max(1, ...[...places.values()].map((place) => place.total));
    const sorted = [...places.values()].sort((a, b) => b.total - a.total);
    const largest = width < 500 ? 11 : 16;
    const circles = sorted.map((place) => {
      const radius = Math.max(3, largest * Math.sqrt(place.total / most)), left = x(place.x), top = y(place.y);
      const group = make("g", { onclick: () => choose("place", place.name, place.name) });
      if (chosen.has("place") && chosen.get("place").value !== place.name) group.setAttribute("class", "off");
      group.append(make("circle", { cx: left, cy: top, r: radius, fill: "var(--accent)", "fill-opacity": 0.55, stroke: "var(--card)" }));
      svg.append(titled(group, `${place.name}: ${plural(place.total, "event")}`));
      return { name: place.name, left: left - radius, right: left + radius, top: top - radius, bottom: top + radius };
    });
    drawNames(svg, circles, width, frame.height);
    if (!sorted.length) svg.append(make("text", { x: 4, y: 16, class: "soft" }, "No event here has a place with coordinates."));
  }

  // Names beside, below or above their circles, where they cover neither a large circle nor another name; the busiest come first.
  function drawNames(svg, circles, width, height) {
    // Dots may be written over, with a rim in the colour of the paper.
    const taken = circles.filter((circle) => circle.right - circle.left >= 9);
    for (const circle of circles.slice(0, 60)) {
      const text = short(circle.name, 18), long = text.length * 7, middle = (circle.left + circle.right) / 2, level = (circle.top + circle.bottom) / 2;
      const at = (left, top) => ({ left, right: left + long, top, bottom: top + 14 });
      const spots = [at(circle.right + 3, level - 7), at(circle.left - 3 - long, level - 7), at(middle - long / 2, circle.bottom + 1), at(middle - long / 2, circle.top - 15)];
      const spot = spots.find((box) => box.left >= 0 && box.right <= width && box.top >= 0 && box.bottom <= height
        && !taken.some((other) => box.left < other.right && box.right > other.left && box.top < other.bottom && box.bottom > other.top));
      if (!spot) continue;
      taken.push(spot);
      svg.append(make("text", { x: (spot.left + spot.right) / 2, y: spot.top + 11, "text-anchor": "middle", class: "name" }, text));
    }
  }

  // The part of the world with the places, at least 40 degrees wide and twice as wide as high.
  function frameOf(places, width) {
    let [west, east, south, north] = [-170, 180, -56, 74];
    if (places.length) {
      west = Math.min(...places.map((place) => place.x)) - 8;
      east = Math.max(...places.map((place) => place.x)) + 14;
      south = Math.min(...places.map((place) => place.y)) - 6;
      north = Math.max(...places.map((place) => place.y)) + 6;
    }
    const wanted = Math.max(40, east - west, (north - south) * (width < 500 ? 1.4 : 2.1));
    const middle = (east + west) / 2, centre = (north + south) / 2;
    west = Math.max(-180, Math.min(middle - wanted / 2, 180 - wanted));
    east = Math.min(180, west + wanted);
    const high = (east - west) / (width < 500 ? 1.4 : 2.1);
    south = Math.max(-90, Math.min(centre - high / 2, 90 - high));
    north = Math.min(90, south + high);
    return { west, east, south, north, height: Math.round((width * (north - south)) / (east - west)) };
  }

  // Lists.
  function item(event) {
    const article = articles[event.n] || {};
    const tag = make("span", { class: "tag" }, event.t);
    tag.style.background = quadColour(event.t);
    const what = make("div", { class: "what" }, event.a.join(", "), tag, event.r.join(", "));
    const facts = [event.w || "", event.p || "", event.s === "occurred" ? "" : event.s, event.k ? `on the word of ${event.k}` : ""];
    what.append(make("span", { class: "status" }, " " + facts.filter(Boolean).join(" · ")));
    const quote = make("q", {}, event.v[0], make("mark", {}, event.v[1]), event.v[2]);
    const origin = make("div", { class: "origin" });
    const title = article.title || article.id || "";
    const isLink = /^https?:\/\//.test(article.url || "");
    origin.append(isLink ? make("a", { href: article.url, rel: "noreferrer noopener" }, title) : title);
    origin.append([article.source, (article.date || "").slice(0, 10)].filter(Boolean).map((part) => ` · ${part}`).join("") + " · ");
    origin.append(make("code", {}, `newsq show ${event.i}`));
    return make("li", { id: event.i }, what, quote, origin);
  }

  let shown = 50;
  function drawList() {
    const list = some().sort((a, b) => (a.d < b.d ? 1 : a.d > b.d ? -1 : 0));
    document.querySelector("#list h2 small").textContent =
      `${plural(list.length, "event")}${chosen.size ? " chosen" : ""}, the latest first${list.length > shown ? `; ${shown} of them are shown` : ""}`;
    document.querySelector("#list .events").replaceChildren(...list.slice(0, shown).map(item));
    document.getElementById("more").hidden = list.length <= shown;
  }

  function drawComing() {
    const list = some("time").filter((event) => event.s === "scheduled" && event.d && event.d >= report.today);
    list.sort((a, b) => (a.d < b.d ? -1 : 1));
    document.querySelector("#coming small").textContent =
      list.length ? `${plural(list.length, "event")} announced for ${report.today} or later${list.length > 20 ? "; the first 20 are shown" : ""}` : `nothing is announced for ${report.today} or later`;
    document.querySelector("#coming .events").replaceChildren(...list.slice(0, 20).map((event) => {
      const element = item(event);
      element.removeAttribute("id");
      return element;
    }));
  }

  function drawChosen() {
    const nav = document.getElementById("chosen");
    nav.hidden = !chosen.size;
    nav.replaceChildren(...[...chosen].map(([question, { label }]) =>
      make("button", { type: "button", title: "choose all again", onclick: () => { chosen.delete(question); draw(); } }, `${label} ✕`)));
  }

  function draw() {
    shown = 50;
    drawChosen(); drawTime(); drawNetwork(); drawActors(); drawPlaces(); drawComing(); drawList();
  }

  document.title = report.title;
  document.getElementById("title").textContent = report.title;
  document.getElementById("summary").textContent = report.summary;
  document.getElementById("more").addEventListener("click", () => { shown += 200; drawList(); });
  let width = window.innerWidth;
  window.addEventListener("resize", () => { if (window.innerWidth !== width) { width = window.innerWidth; draw(); } });
  draw();
})();
