// Beside the centre's time the reader's own, at the end of the line, where the two differ: <time data-instant="…Z">.
"use strict";
(() => {
  const centre = document.querySelector("[data-clock]").dataset.clock;
  const words = document.body.dataset.yourTime;
  const wall = (instant, timeZone) =>
    new Intl.DateTimeFormat("sv", { dateStyle: "short", timeStyle: "short", timeZone }).format(instant);
  const lang = document.documentElement.lang + "-u-nu-latn";
  const tell = (time) => {
    const instant = new Date(time.dataset.instant);
    const there = wall(instant, centre);
    const here = wall(instant);
    delete time.dataset.instant;
    if (there !== here) {
      const day = there.slice(0, 10) === here.slice(0, 10)
        ? ""
        : new Intl.DateTimeFormat(lang, { weekday: "short", day: "numeric", month: "long" }).format(instant) + " ";
      const yours = document.createElement("span");
      yours.className = "yours";
      yours.textContent = words.replace("{0}", day + here.slice(11));
      time.parentElement.append(" ", yours);
    }
  };
  const tellAll = (root) => root.querySelectorAll("time[data-instant]").forEach(tell);
  tellAll(document);
  document.addEventListener("htmx:load", (event) => tellAll(event.detail.elt));
})();
