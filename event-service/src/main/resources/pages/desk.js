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
// Where the server holds it for so long and no longer, it goes on time.
const fade = (root) => root.querySelectorAll("[data-undo]:not([data-fading])").forEach((undo) => {
  undo.dataset.fading = "";
  const held = Number(undo.dataset.undo);
  const away = () => {
    if (!held && undo.matches(":hover, :focus-within")) return setTimeout(away, 2000);
    const row = undo.matches(":focus-within") && undo.closest("tr[tabindex]");
    undo.remove();
    return row && row.focus({ preventScroll: true });
  };
  setTimeout(away, held || 10000);
});
fade(document);
document.addEventListener("htmx:afterSettle", (event) => {
  unfold(event.detail.elt);
  fade(document);
});

// What is folded out stays so when it is put in anew.
let unfolded = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  unfolded = [...event.detail.target.querySelectorAll("details[id][open]")].map((details) => details.id);
});
document.addEventListener("htmx:afterSwap", (event) => {
  unfolded.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  if (event.detail.target.id === "calls" && document.activeElement === document.body) document.querySelector("#calls-heading")?.focus();
});

// What is no part of a page is not put into one, and nothing that was typed is lost: the line stays, and says why. Where nothing was
// sent, it says that.
const statusOf = (form) => {
  if (!form) return null;
  const said = form.querySelector("[role=status]") || document.querySelector("#said");
  if (said) return said;
  const own = document.createElement("p");
  own.setAttribute("role", "status");
  form.prepend(own);
  return own;
};
const say = (form, words) => {
  const said = statusOf(form);
  if (said) {
    said.textContent = words || form.dataset.failed;
    said.classList.remove("yes");
    said.classList.add("said", "no");
  }
};
const sent = (event) => event.detail.requestConfig.elt.closest("form[data-failed], form.sheet")
  || document.querySelector("dialog[open] form.sheet") || document.querySelector("#line") || document.querySelector("#mover");
const ended = (event) => {
  const form = sent(event);
  say(form, document.body.dataset.ended + " ");
  const link = document.createElement("a");
  link.href = "/desk";
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = document.body.dataset.signIn;
  statusOf(form)?.append(link);
};
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
document.addEventListener("htmx:sendError", (event) => say(sent(event), document.body.dataset.away));
document.addEventListener("htmx:timeout", (event) => say(sent(event), document.body.dataset.away));

// While something is sent, that is said at once; what could be pressed twice waits.
document.addEventListener("htmx:beforeSend", (event) => {
  const form = event.detail.requestConfig.elt;
  if (!form.matches("form[data-busy]")) return;
  form.setAttribute("aria-busy", "true");
  const said = form.querySelector("[role=status]");
  said.classList.remove("yes", "no");
  said.textContent = form.dataset.busy;
});
document.addEventListener("htmx:afterRequest", (event) => event.detail.requestConfig.elt.removeAttribute("aria-busy"));
document.addEventListener("submit", (event) => {
  if (!event.defaultPrevented) event.target.setAttribute("aria-busy", "true");
});
addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach((form) => form.removeAttribute("aria-busy")));

// What is said of a row far below the line is said where it can be seen, too.
document.addEventListener("htmx:afterSettle", () => {
  const said = document.querySelector("#said");
  document.querySelector(".toast")?.remove();
  if (!said || !said.textContent.trim() || said.getBoundingClientRect().bottom > 0) return;
  const toast = document.createElement("p");
  toast.className = "toast " + said.className;
  toast.setAttribute("aria-hidden", "true");
  toast.textContent = said.textContent;
  document.body.append(toast);
  setTimeout(() => toast.remove(), 6000);
});
document.addEventListener("htmx:afterSettle", (event) => {
  const next = event.detail.elt.querySelector(".bookin [data-focus]") || event.detail.elt.closest(".bookin")?.querySelector("[data-focus]");
  if (next && document.activeElement === document.body) next.focus(); // what had it is gone
});

// What was typed outlives a reload and a sign-in that ended while it was typed: it waits in this tab alone, and is gone once it
// is there again. A form that is sent leaves it too, until a page of the desk answers: the page of a sign-in that has ended
// (desk-door.js) hands it back to the form.
const KEPT = "typed " + location.pathname;
const keepable = () => [...document.querySelectorAll("main form:not([hidden]):not([method=get])")]
  .filter((form) => form.matches("[data-failed][id], .sheet"));
const changed = (field) => field.type === "radio" || field.type === "checkbox" ? field.checked !== field.defaultChecked
  : field.matches("select") ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.defaultValue !== undefined && field.value !== field.defaultValue;
const typedIn = (form) => [...form.elements]
  .filter((field) => field.name && field.type !== "hidden" && field.type !== "submit" && changed(field))
  .map((field) => [field.name, field.value, field.checked]);
const typedNow = () => keepable().map((form, nth) => [form.id || nth, typedIn(form)]).filter(([, fields]) => fields.length > 0);
let wasSent = false;
sessionStorage.removeItem("sent");
document.addEventListener("submit", (event) => {
  if (event.defaultPrevented) return;
  wasSent = true;
  sessionStorage.setItem("sent", JSON.stringify({ page: location.pathname + location.search, key: KEPT, forms: typedNow() }));
});
addEventListener("pagehide", () => {
  const typed = typedNow();
  if (typed.length > 0 && !wasSent) sessionStorage.setItem(KEPT, JSON.stringify(typed));
});
const came = performance.getEntriesByType("navigation")[0];
const wasEnded = sessionStorage.getItem("ended");
document.addEventListener("htmx:beforeOnLoad", (event) => {
  if (event.detail.xhr.status !== 401) return;
  if (document.querySelector("dialog[open]")) { // the way through the door would close it
    event.preventDefault();
    ended(event);
  } else {
    sessionStorage.setItem("ended", KEPT);
  }
});
const kept = sessionStorage.getItem(KEPT);
if (kept && (came?.type === "reload" || wasEnded === KEPT)) {
  JSON.parse(kept).forEach(([id, fields]) => {
    const form = document.getElementById(id) || keepable()[id];
    fields.forEach(([name, value, isChecked]) => [].concat(...[form?.elements[name] ?? []].map((one) => one.length && !one.options ? [...one] : one))
      .forEach((field) => {
        if (field.type === "radio" || field.type === "checkbox") {
          if (field.value === value) field.checked = isChecked;
        } else {
          field.value = value;
        }
      }));
    if (form && wasEnded === KEPT) say(form, document.body.dataset.again);
  });
}
sessionStorage.removeItem(KEPT);
sessionStorage.removeItem("ended");

// A series that was to begin on a Monday, and is moved to a Tuesday, is on Tuesdays: unless more days were chosen.
(() => {
  const names = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
  const nameOf = (day) => names[new Date(day + "T12:00").getDay()];
  document.addEventListener("focusin", (event) => { if (event.target.name === "startsOn") event.target.dataset.before = event.target.value; });
  document.addEventListener("change", (event) => {
    const { target } = event;
    const ticked = target.form ? [...target.form.querySelectorAll("input[name=weekday]:checked")] : [];
    if (target.name !== "startsOn" || !target.value || ticked.length !== 1 || ticked[0].value !== nameOf(target.dataset.before)) return;
    ticked[0].checked = false;
    target.form.querySelector(`input[name=weekday][value=${nameOf(target.value)}]`).checked = true;
    target.dataset.before = target.value;
  });
})();
