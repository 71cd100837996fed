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
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey && !typing(event.target) && !document.querySelector("dialog[open]")) {
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

// Two desks at the same session or board: what the other one does is seen here at once. Only the roster or the board is put in
// anew, so nothing that is typed moves.
const board = document.querySelector("[data-centre]");
if (board && window.EventSource) {
  const session = board.dataset.live;
  const stream = new EventSource("/v1/schedule/live?centre=" + encodeURIComponent(board.dataset.centre));
  let soon = null;
  const again = (message) => {
    const told = message.type === "reload" ? null : JSON.parse(message.data);
    if (session && (told === null || told.id === session)) {
      window.htmx.trigger("#roster", "changed");
    } else if (!session && document.querySelector("#board")) {
      clearTimeout(soon);
      soon = setTimeout(() => window.htmx.trigger("#board", "changed"), 250);
    }
  };
  ["places", "session", "reload"].forEach((kind) => stream.addEventListener(kind, again));
}

// What is planned, moved or asked opens over the board; the link leads to the same on a page of its own.
document.documentElement.classList.add("scripted");
const dialog = document.querySelector("#dialog");
const open = async (address) => {
  await window.htmx.ajax("GET", address, { target: "#dialog .inside", swap: "innerHTML", select: "main > .board" });
  if (!dialog.open && dialog.querySelector(".inside").children.length > 0) dialog.showModal();
  (dialog.querySelector("[data-focus]") || dialog.querySelector("#heading"))?.focus();
};
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-dialog]");
  const sheet = event.target.closest("[data-opens]");
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
  if (link) {
    event.preventDefault();
    open(link.getAttribute("href"));
  } else if (sheet) {
    event.preventDefault();
    document.querySelector("#" + sheet.dataset.opens).showModal();
  } else if (event.target.closest("dialog [data-close]")) {
    event.preventDefault();
    dialog.close();
  } else if (event.target.closest("[data-instead]") && event.target.closest("#sheet")) {
    event.preventDefault();
    instead(event.target.closest("#sheet"), event.target.closest("[data-instead]").value);
  }
});
dialog?.addEventListener("close", () => { dialog.querySelector(".inside").replaceChildren(); });
document.addEventListener("keydown", (event) => {
  const card = event.target.closest?.("[data-own] .slot[data-session]");
  const what = { m: "move", c: "cancellation" }[event.key];
  if (card && what && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    open("/desk/sessions/" + card.dataset.session + "/" + what);
  }
});

// A time or a space that is offered goes into the fields, and is asked about.
const instead = (sheet, offered) => {
  if (offered.startsWith("space:")) {
    sheet.elements.place.value = offered.slice(6);
  } else {
    const [from, until] = offered.split("/");
    sheet.elements.date.value = from.slice(0, 10);
    sheet.elements.start.value = from.slice(11, 16);
    sheet.elements.end.value = until.slice(11, 16);
    sheet.elements.endDate.value = until.slice(0, 10) === from.slice(0, 10) ? "" : until.slice(0, 10);
  }
  sheet.elements.date.focus();
  sheet.dispatchEvent(new Event("change", { bubbles: true }));
};
const unfold = (root) => root.querySelectorAll("select[data-shows]").forEach((select) => {
  select.form.querySelectorAll("[data-shown-by]").forEach((part) => { part.hidden = part.dataset.shownBy !== select.value; });
});
unfold(document);
document.addEventListener("change", (event) => {
  if (event.target.matches("[data-shows]")) unfold(event.target.form);
  if (event.target.matches("[data-submits]")) event.target.form.requestSubmit();
});
// What was done can be taken back for ten seconds, longer while somebody is about to.
const fade = (root) => root.querySelectorAll("[data-undo]:not([data-fading])").forEach((undo) => {
  undo.dataset.fading = "";
  const away = () => { if (undo.matches(":hover, :focus-within")) setTimeout(away, 2000); else undo.remove(); };
  setTimeout(away, 10000);
});
fade(document);
document.addEventListener("htmx:afterSettle", (event) => {
  unfold(event.detail.elt);
  fade(document);
});

// What is no part of a page is not put into one, and nothing that was typed is lost: the line stays, and says so.
const say = (form) => {
  const said = form && (form.querySelector("[role=status]") || document.querySelector("#said"));
  if (said) {
    said.textContent = form.dataset.failed;
    said.classList.add("no");
  }
};
const sent = (event) => event.detail.requestConfig.elt.closest("form[data-failed]")
  || document.querySelector("#line") || document.querySelector("#mover");
document.addEventListener("htmx:beforeSwap", (event) => {
  const type = event.detail.xhr.getResponseHeader("Content-Type") || "";
  const line = document.querySelector("#line");
  const answered = event.detail.target === line || event.detail.target.id === "said"
    || (event.detail.target.matches("[data-answered]") && !/^\s*<!doctype/i.test(event.detail.serverResponse));
  if (!type.startsWith("text/html") || (event.detail.xhr.status >= 400 && !answered)) {
    event.detail.shouldSwap = false;
    say(sent(event));
  }
});
document.addEventListener("htmx:sendError", (event) => say(sent(event)));
document.addEventListener("htmx:afterSettle", (event) => {
  const next = event.detail.elt.querySelector(".bookin [data-focus]") || event.detail.elt.closest(".bookin")?.querySelector("[data-focus]");
  if (next && document.activeElement === document.body) next.focus(); // what had it is gone
});

// What was typed outlives a reload and a sign-in that ended while it was typed: it waits in this tab alone, and is gone once it
// is there again.
const KEPT = "typed " + location.pathname;
const forms = () => [...document.querySelectorAll("main form[data-failed][id]:not([hidden])")];
const typedIn = (form) => [...form.elements]
  .filter((field) => field.name && field.type !== "hidden" && field.type !== "radio" && field.type !== "checkbox"
    && field.defaultValue !== undefined && field.value !== field.defaultValue)
  .map((field) => [field.name, field.value]);
let wasSent = false;
document.addEventListener("submit", (event) => { wasSent = wasSent || !event.defaultPrevented; });
addEventListener("pagehide", () => {
  const typed = forms().map((form) => [form.id, typedIn(form)]).filter(([, fields]) => fields.length > 0);
  if (typed.length > 0 && !wasSent) sessionStorage.setItem(KEPT, JSON.stringify(typed));
});
const came = performance.getEntriesByType("navigation")[0];
const ended = sessionStorage.getItem("ended");
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status === 401) sessionStorage.setItem("ended", location.pathname);
});
const kept = sessionStorage.getItem(KEPT);
if (kept && (came?.type === "reload" || ended === location.pathname)) {
  JSON.parse(kept).forEach(([id, fields]) => fields.forEach(([name, value]) => {
    const field = document.getElementById(id)?.elements[name];
    if (field) field.value = value;
  }));
}
sessionStorage.removeItem(KEPT);
sessionStorage.removeItem("ended");
