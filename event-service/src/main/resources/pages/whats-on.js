// Only what makes a good page better: it works without. Which menu is open, the visitor's own time, print and share.
"use strict";
const menus = document.querySelectorAll("details.menu, details.pick");
const close = (besides) => menus.forEach((menu) => { if (menu !== besides) menu.open = false; });
document.addEventListener("click", (event) => close(event.target.closest("details")));
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && document.querySelector("details.menu[open], details.pick[open]");
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

// With the year where it is not the current one; the first of a month is "1er" in French.
function dayIn(lang, instant) {
  const year = instant.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
  const day = new Intl.DateTimeFormat(lang, { weekday: "long", day: "numeric", month: "long", ...year }).format(instant);
  return lang.startsWith("fr") ? day.replace(/\b1(?= )/, "1er") : day;
}

const here = document.querySelector("time[data-here]");
const yours = document.querySelector("[data-yours]");
if (here && yours) {
  const said = here.getAttribute("datetime");
  const instant = new Date(said);
  const clock = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  const own = new Intl.DateTimeFormat("en-GB", clock).format(instant);
  const ownDay = new Intl.DateTimeFormat("sv", { dateStyle: "short" }).format(instant);
  if (own !== said.slice(11, 16) || ownDay !== said.slice(0, 10)) {
    const lang = document.documentElement.lang + "-u-nu-latn";
    const day = ownDay === said.slice(0, 10)
      ? ""
      : dayIn(lang, instant) + " ";
    yours.textContent = yours.dataset.yours.replace("{0}", day + own);
    yours.hidden = false;
  }
}

document.querySelectorAll("[data-print]").forEach((button) => {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
});
document.querySelectorAll("[data-share]").forEach((button) => {
  if (navigator.share) {
    button.hidden = false;
    button.addEventListener("click", () => {
      navigator.share({ title: document.title, url: location.href }).catch(() => {}); // the visitor thought better of it
    });
  }
});
