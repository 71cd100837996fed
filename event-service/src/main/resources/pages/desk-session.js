// The page of a session: what is put in anew takes nothing away of what somebody is about to type, nor the focus, nor the row under
// the pointer.
"use strict";
(() => {
  const roster = document.querySelector("#roster");
  if (!roster) return;
  let typed = [];
  let hadFocus = false;
  let anchor = null;
  let pointer = null;
  const follow = (event) => { pointer = [event.clientX, event.clientY]; };
  document.addEventListener("pointermove", follow, { passive: true });
  document.addEventListener("pointerdown", follow, { passive: true });

  // The row that is worked on, or lies under the pointer, or is the first in sight: it stays at its height.
  const rowInSight = (elt) => {
    const under = pointer && document.elementFromPoint(...pointer);
    const rows = () => [...roster.querySelectorAll("tr[id]")];
    return elt.closest?.("#roster tr[id]") || under?.closest("#roster tr[id]")
      || (window.scrollY > 0 && rows().find((row) => row.getBoundingClientRect().top >= 0));
  };
  const stay = () => {
    const row = anchor && document.getElementById(anchor.id);
    if (row) window.scrollBy({ top: row.getBoundingClientRect().top - anchor.top, behavior: "instant" });
    return row;
  };
  document.addEventListener("htmx:beforeSwap", (event) => {
    typed = [...roster.querySelectorAll("input[id]")].filter((input) => input.value !== input.defaultValue)
      .filter((input) => input.form !== event.detail.requestConfig.elt) // what was sent has been taken
      .map((input) => [input.id, input.value]);
    hadFocus = document.activeElement.closest("#roster, #kept") !== null;
    const row = event.detail.target === roster && rowInSight(event.detail.requestConfig.elt);
    anchor = row ? { id: row.id, top: row.getBoundingClientRect().top } : null;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    typed.forEach(([id, value]) => {
      const input = document.getElementById(id);
      if (input) input.value = value;
    });
    typed = [];
    filter();
    const row = stay();
    const wasBelow = event.detail.requestConfig.path.includes("/source"); // out of what is booked: the name is typed above
    if (wasBelow) {
      document.querySelector("[data-focus]").focus();
    } else if (hadFocus && document.activeElement === document.body) { // the button that was pressed is gone
      (row?.querySelector(".undo button, .act button") || row || document.querySelector("[data-focus]")).focus({ preventScroll: true });
    }
    hadFocus = false;
  });
  document.addEventListener("htmx:afterSettle", stay);

  // Names that have each of the words, whatever their accents and capitals.
  const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const filter = () => {
    const field = document.querySelector("[data-filters]");
    if (!field) return;
    const words = folded(field.value).split(/\s+/).filter(Boolean);
    document.querySelectorAll(field.dataset.filters + " > tr").forEach((row) => {
      const text = folded(row.cells[0].textContent + " " + row.cells[1].textContent);
      row.hidden = !words.every((word) => text.includes(word));
    });
  };
  document.addEventListener("input", (event) => { if (event.target.matches("[data-filters]")) filter(); });
  filter();

  // The booking of which something is said comes into view; the line keeps the focus.
  document.addEventListener("htmx:afterSettle", () => {
    const named = document.querySelector("#line[data-row]");
    const row = named && document.getElementById(named.dataset.row);
    if (!row) return;
    document.querySelectorAll("#roster tr.found").forEach((other) => other.classList.remove("found"));
    row.classList.add("found");
    row.hidden = false;
    row.scrollIntoView({ block: "nearest" });
    named.removeAttribute("data-row");
    document.querySelector("#visitor").focus({ preventScroll: true });
  });
})();
