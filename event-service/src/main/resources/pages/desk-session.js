// The page of a session: what is put in anew takes nothing away of what somebody is about to type, nor the focus.
"use strict";
(() => {
  const roster = document.querySelector("#roster");
  if (!roster) return;
  let typed = [];
  let hadFocus = false;
  document.addEventListener("htmx:beforeSwap", (event) => {
    typed = [...roster.querySelectorAll("input[id]")].filter((input) => input.value !== input.defaultValue)
      .filter((input) => !event.detail.requestConfig.elt.contains(input)) // what was sent has been taken
      .map((input) => [input.id, input.value]);
    hadFocus = document.activeElement.closest("#roster, #kept") !== null;
  });
  document.addEventListener("htmx:afterSettle", () => {
    typed.forEach(([id, value]) => {
      const input = document.getElementById(id);
      if (input) input.value = value;
    });
    typed = [];
    if (hadFocus && document.activeElement === document.body) {
      document.querySelector("[data-focus]").focus(); // the button that was pressed is gone
    }
    hadFocus = false;
  });
  // Out of what is booked was chosen further down: the name is typed up here.
  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.requestConfig.path.includes("/source")) document.querySelector("[data-focus]").focus();
  });
})();
