// What makes the desk quicker; it works without. Menus, the centre's clock, print, keys, and places as they change.
"use strict";
const menus = document.querySelectorAll("details.menu");
document.addEventListener("click", (event) => {
  const inside = event.target.closest("details");
  menus.forEach((menu) => { if (menu !== inside) menu.open = false; });
});
const typing = (element) => element.matches("input, textarea, select, [contenteditable]");
document.addEventListener("keydown", (event) => {
  const open = document.querySelector("details.menu[open]");
  if (event.key === "Escape" && open) {
    open.open = false;
    open.querySelector("summary").focus();
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target)) {
    const wanted = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (wanted) {
      event.preventDefault();
      if (wanted.matches("input")) wanted.focus(); else wanted.click();
    }
  }
});

const clock = document.querySelector("[data-clock]");
if (clock) {
  const format = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: clock.dataset.clock });
  setInterval(() => { clock.textContent = format.format(new Date()); }, 1000);
}

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});

// Two desks at the same session: what the other one books is seen here at once. Only the roster is put in anew, so nothing
// that is typed or pointed at moves.
const live = document.querySelector("[data-live]");
if (live && window.EventSource) {
  const stream = new EventSource("/v1/schedule/live?centre=" + encodeURIComponent(live.dataset.centre));
  const again = (message) => {
    const told = message.type === "reload" ? null : JSON.parse(message.data);
    if (told === null || told.id === live.dataset.live) {
      window.htmx.trigger("#roster", "changed");
    }
  };
  ["places", "session", "reload"].forEach((kind) => stream.addEventListener(kind, again));
}
// What is no part of a page is not put into one, and nothing that was typed is lost: the line stays, and says so.
const say = (form) => {
  const said = form && form.querySelector("[role=status]");
  if (said) {
    said.textContent = form.dataset.failed;
    said.classList.add("no");
  }
};
document.addEventListener("htmx:beforeSwap", (event) => {
  const type = event.detail.xhr.getResponseHeader("Content-Type") || "";
  const line = document.querySelector("#line");
  if (!type.startsWith("text/html") || (event.detail.xhr.status >= 400 && event.detail.target !== line)) {
    event.detail.shouldSwap = false;
    say(line);
  }
});
document.addEventListener("htmx:sendError", () => say(document.querySelector("#line")));
document.addEventListener("htmx:afterSettle", (event) => {
  const next = event.detail.elt.querySelector("[data-focus]");
  if (next) next.focus();
});
