// Gives what is typed to the worker and shows its answer. Text goes into the
// document as text alone, never as markup.
"use strict";

const $ = (id) => document.getElementById(id);
const largest = 1_000_000; // bytes of a file
const mostDrawn = 60_000; // units of text, and
const mostRows = 300; // findings, that are drawn of a long text

const examples = [
  ["A patient moves a visit", "hi its dana whitfield, can i move my diabetes check to friday? my number is 202-555-0147"],
  ["A form, filled in", "Name: Marisol Quintero\nDOB: 03/14/1988\nMRN 00482913\nStarted sertraline 50 mg for anxiety and the rash is back 😬\nmarisol.q@example.com, Dr Okafor knows"],
  ["For a child", "my son teddy (6) is wheezing again, his inhaler ran out. 14 Larch Close, Leeds. can you send the script to the pharmacy?"],
  ["A question about health", "do you treat migraines, and is it covered?"],
  ["An advertisement", "Dr Priya Raman joins us in May! New smiles from $99, book now at www.example.com"],
  ["Opening hours", "are you open on saturdays, and is there parking?"],
];

const signs = { phi: "⚠", identifier: "◆", health: "✚", none: "✓" };
const names = { phi: "PHI", identifier: "Identifier only", health: "Health only", none: "Neither" };

const worker = new Worker("/worker.js");
let ready = false, busy = false, again = false, announcing = 0;
let shown = ""; // the text that the last answer is about
let whole = ""; // that text, redacted

function ask() {
  if (!ready || busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  worker.postMessage({ text: $("text").value, redaction: $("redaction").value });
}

worker.onmessage = ({ data }) => {
  if (data.failed) {
    fail(data.failed);
    return;
  }
  if (data.ready) {
    ready = true;
    ask();
    return;
  }
  busy = false;
  show(data.text, data.answer);
  if (again) ask();
};
worker.onerror = () => fail("the library cannot be run in this browser");

function fail(why) {
  setVerdict("", "✕", "Stopped", why);
  $("grounds").hidden = true;
  tell("Stopped: " + why);
}

function setVerdict(verdict, sign, name, means) {
  $("verdict").dataset.verdict = verdict;
  $("verdict-sign").textContent = sign;
  $("verdict-name").textContent = name;
  $("verdict-means").textContent = means;
}

function show(text, a) {
  shown = text;
  if (text === "") {
    setVerdict("", "…", "Ready", "Type or paste a message, or choose an example.");
    $("grounds").hidden = true;
    $("time").textContent = "";
  } else {
    setVerdict(a.verdict, signs[a.verdict], names[a.verdict], a.means);
    $("grounds").hidden = false;
    $("score").textContent = a.score.toFixed(2);
    $("score-bar").setAttribute("aria-valuenow", a.score.toFixed(2));
    $("score-bar").firstElementChild.style.width = 100 * a.score + "%";
    $("about").textContent = "The chance that it speaks of somebody's health: " + a.about + ".";
    fill($("reasons"), a.reasons, (reason) => element("li", "", reason));
    $("time").textContent = "Read " + count(a.bytes, "byte") + " in " + duration(a.micros) + (a.runs > 1 ? ", the mean of " + a.runs + " times" : "") + ", in this browser.";
  }
  drawMarks(text, a.marks);
  fill($("spans"), a.spans.slice(0, mostRows), (s) => spanRow(text, s, a.marks));
  more($("spans"), a.spans.length, "No identifier.");
  fill($("health"), a.health.slice(0, mostRows), (w) => wordRow(text, w));
  more($("health"), a.health.length, "No word of health.");
  const redacted = $("redacted");
  redacted.replaceChildren(a.redacted === "" ? element("span", "help", "Nothing yet.") : document.createTextNode(cut(a.redacted)));
  whole = a.redacted;
  clearTimeout(announcing);
  announcing = setTimeout(() => tell(spoken(text, a)), 900);
}

// drawMarks shows the text with its findings, each with its name beside it, so
// that colour is not all that tells them apart.
function drawMarks(text, marks) {
  const out = [];
  let at = 0;
  for (const m of marks) {
    if (m.end > mostDrawn) break;
    out.push(visible(text.slice(at, m.start)));
    const mark = element("mark", m.group, visible(text.slice(m.start, m.end)));
    mark.append(element("span", "tag", m.name));
    out.push(mark);
    at = m.end;
  }
  out.push(visible(cut(text, at)));
  $("marked").replaceChildren(...(text === "" ? [element("span", "help", "Nothing yet.")] : out));
}

function spanRow(text, s, marks) {
  const row = document.createElement("li");
  const mark = marks.find((m) => m.kind === "identifier" && m.start === s.start);
  const kind = element("span", "kind", s.type + " ");
  kind.append(element("small", "", "Safe Harbor " + s.letter + ", score " + s.score.toFixed(2)));
  row.append(showButton(text, s, mark ? mark.group : "number"), kind, element("span", "why", s.why + (s.whose ? " · " + s.whose : "")));
  return row;
}

function wordRow(text, w) {
  const row = document.createElement("li");
  row.append(showButton(text, w, "health"), element("span", "kind", w.category), element("span", "why", w.sensitive.length ? "sensitive: " + w.sensitive.join(", ") : ""));
  return row;
}

// showButton shows a finding's words and selects them in the message.
function showButton(text, found, group) {
  const words = visible(text.slice(found.start, found.end));
  const button = element("button", group, words);
  button.type = "button";
  button.title = "Select it in the message";
  button.addEventListener("click", () => {
    const field = $("text");
    if (field.value !== text) return;
    field.focus();
    field.setSelectionRange(found.start, found.end);
  });
  return button;
}

function more(list, length, none) {
  if (length === 0) list.append(element("li", "help", shown === "" ? "Nothing yet." : none));
  if (length > mostRows) list.append(element("li", "help", "and " + (length - mostRows) + " more"));
}

function spoken(text, a) {
  if (text === "") return "";
  const kinds = [...new Set(a.spans.map((s) => s.type))];
  return names[a.verdict] + ". " + a.means + " Health score " + a.score.toFixed(2) + ". " + count(a.spans.length, "identifier") + (kinds.length ? ": " + kinds.join(", ") : "") + ".";
}

function tell(words) {
  $("status").textContent = words;
}

function element(tag, className, text) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  e.textContent = text;
  return e;
}

// fill shows the items of a list. Where the focus was on one of its buttons it
// stays at that place: an answer may come when somebody is there already.
function fill(list, items, make) {
  const at = [...list.querySelectorAll("button")].indexOf(document.activeElement);
  list.replaceChildren(...items.map(make));
  if (at >= 0) list.querySelectorAll("button")[at]?.focus();
}

// visible shows characters that turn the reading order as one that does not; it
// keeps the length, and so the offsets.
function visible(s) {
  return s.replace(/[\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}

function cut(s, from = 0) {
  return s.length <= mostDrawn ? s.slice(from) : s.slice(from, Math.max(from, mostDrawn)) + " … (the rest is not shown)";
}

function count(n, what) {
  return n.toLocaleString("en") + " " + what + (n === 1 ? "" : "s");
}

function duration(micros) {
  if (micros < 1000) return micros.toFixed(micros < 10 ? 1 : 0) + " µs";
  return (micros / 1000).toFixed(micros < 10_000 ? 1 : 0) + " ms";
}

function setText(text) {
  trouble("");
  $("text").value = text;
  ask();
}

function trouble(why) {
  $("trouble").textContent = why;
  $("trouble").hidden = why === "";
}

async function readFile(file) {
  if (file.size > largest) {
    trouble("“" + file.name + "” has " + (file.size / 1e6).toFixed(1) + " MB; the page reads up to 1 MB. phiscan reads files of any size.");
    return;
  }
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    trouble("“" + file.name + "” cannot be read.");
    return;
  }
  const text = decode(bytes);
  if (text === null) {
    trouble("“" + file.name + "” is no text in UTF-8 or UTF-16.");
    return;
  }
  setText(text);
  $("text").focus();
}

// decode gives the text of a file, null if it is none.
function decode(bytes) {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(wide, { fatal: true }).decode(bytes);
    return text.includes("\0") ? null : text;
  } catch {
    return null;
  }
}

for (const [name, text] of examples) {
  const option = element("option", "", name);
  option.value = text;
  $("example").append(option);
}
$("example").addEventListener("change", (e) => {
  if (e.target.value) setText(e.target.value);
});
$("text").addEventListener("input", () => {
  trouble("");
  $("example").value = "";
  ask();
});
$("redaction").addEventListener("change", ask);
$("file").addEventListener("change", (e) => {
  if (e.target.files[0]) readFile(e.target.files[0]);
});
$("clear").addEventListener("click", () => {
  $("file").value = "";
  $("example").value = "";
  setText("");
  $("text").focus();
});
$("copy").addEventListener("click", async () => {
  try {
    await navigator.clipboard.writeText(whole);
    $("copied").textContent = "Copied.";
  } catch {
    getSelection().selectAllChildren($("redacted"));
    $("copied").textContent = "Selected: copy it with the keyboard.";
  }
  setTimeout(() => ($("copied").textContent = ""), 4000);
});

const holdsFiles = (e) => e.dataTransfer && [...e.dataTransfer.types].includes("Files");
for (const kind of ["dragenter", "dragover"]) {
  addEventListener(kind, (e) => {
    if (!holdsFiles(e)) return;
    e.preventDefault();
    document.body.classList.add("dropping");
  });
}
addEventListener("dragleave", (e) => {
  if (e.relatedTarget === null) document.body.classList.remove("dropping");
});
addEventListener("drop", (e) => {
  document.body.classList.remove("dropping");
  if (!holdsFiles(e)) return;
  e.preventDefault();
  if (e.dataTransfer.files[0]) readFile(e.dataTransfer.files[0]);
});
