// Shows what is on inside of a page of somebody else:
// <script src="https://…/whats-on/widget.js" data-centre="paris" data-lang="fr" async></script>
// It is light; with data-theme="system" it follows the reader's system. data-kind, data-programme and data-entries choose what it shows.
"use strict";
(() => {
  const script = document.currentScript;
  const origin = new URL(script.src).origin;
  const address = new URL("/whats-on/widget", origin);
  for (const name of ["centre", "lang", "theme", "kind", "programme", "entries"]) {
    if (script.dataset[name]) address.searchParams.set(name, script.dataset[name]);
  }
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title || "Goldenbridge";
  frame.loading = "lazy";
  frame.referrerPolicy = "no-referrer";
  frame.style.cssText = "display:block;inline-size:100%;block-size:36rem;border:0";
  script.after(frame);
  window.addEventListener("message", (event) => {
    if (event.source === frame.contentWindow && event.origin === origin && event.data && event.data.goldenbridge === "height") {
      frame.style.blockSize = Math.min(Math.max(Number(event.data.height) || 0, 100), 5000) + "px";
      if (!script.dataset.title && typeof event.data.title === "string") frame.title = event.data.title.slice(0, 200);
    }
  });
})();
