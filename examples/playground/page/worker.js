// Runs the library beside the page, so that a long text does not stop typing.
"use strict";

importScripts("/wasm_exec.js");

const go = new Go();

WebAssembly.instantiateStreaming(fetch("/phidetect.wasm"), go.importObject).then(
  ({ instance }) => {
    go.run(instance).then(() => postMessage({ failed: "the library has stopped; reload the page" }));
    postMessage({ ready: true });
    warm(performance.now() + 3000);
  },
  () => postMessage({ failed: "the library cannot be loaded; reload the page, or use a browser that has WebAssembly" }),
);

// warm reads a message over and over between those of the page: browsers compile
// well what has run often, and from then on it takes a tenth of the time.
function warm(end) {
  phidetect("hi its dana whitfield, can i move my diabetes check to friday? 202-555-0147, dana@example.com, 14 Larch Close", "label");
  if (performance.now() < end) setTimeout(warm, 0, end);
}

onmessage = ({ data }) => {
  const answer = phidetect(data.text, data.redaction);
  postMessage(answer instanceof Error ? { failed: answer.message } : { answer: JSON.parse(answer), text: data.text });
};
