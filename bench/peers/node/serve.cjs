// Reads the texts and then orders, one JSON value a line; answers each order
// with one line. The time is taken here, so that the pipe costs nothing.
//
//     ["text", ...]                        -> {"versions":{...}}
//     {"tool":"redact-pii","find":false}   -> {"ns":[...],"found":123}
//     {"tool":"redact-pii","find":true}    -> {"texts":[{"spans":[...]} or {"redacted":"...","spans":[...]}]}
"use strict";
const readline = require("node:readline");
const { SyncRedactor } = require("redact-pii");
const { OpenRedaction } = require("openredaction");

const redactor = new SyncRedactor();
const detector = new OpenRedaction();

// The words that redact-pii puts in the place of what it finds.
const placeholder =
  /\b(CREDIT_CARD_NUMBER|STREET_ADDRESS|ZIPCODE|PHONE_NUMBER|IP_ADDRESS|US_SOCIAL_SECURITY_NUMBER|EMAIL_ADDRESS|USERNAME|PASSWORD|CREDENTIALS|DIGITS|URL|PERSON_NAME)\b/g;

const tools = {
  "redact-pii": {
    run: (text) => redactor.redact(text),
    count: (redacted) => (redacted.match(placeholder) || []).length,
    tell: (text, redacted) => ({
      redacted,
      spans: (redacted.match(placeholder) || []).map((kind) => ({ Kind: kind, Start: 0, End: 0 })),
    }),
  },
  openredaction: {
    run: (text) => detector.detect(text),
    count: (result) => result.detections.length,
    tell: (text, result) => ({
      spans: result.detections.map((d) => ({
        Kind: d.type,
        Start: Buffer.byteLength(text.slice(0, d.position[0])),
        End: Buffer.byteLength(text.slice(0, d.position[1])),
      })),
    }),
  },
};

async function answer(texts, order) {
  const tool = tools[order.tool];
  if (order.find) {
    const out = [];
    for (const text of texts) out.push(tool.tell(text, await tool.run(text)));
    return { texts: out };
  }
  const ns = [];
  let found = 0;
  for (const text of texts) {
    const began = process.hrtime.bigint();
    let result = tool.run(text);
    if (result instanceof Promise) result = await result;
    ns.push(Number(process.hrtime.bigint() - began));
    found += tool.count(result);
  }
  return { ns, found };
}

async function main() {
  let texts;
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const value = JSON.parse(line);
    let reply;
    if (Array.isArray(value)) {
      texts = value;
      reply = { node: process.version };
    } else {
      reply = await answer(value.texts || texts, value);
    }
    process.stdout.write(JSON.stringify(reply) + "\n");
  }
}

main();
