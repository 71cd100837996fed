// The page of a session: what is put in anew takes nothing away of what somebody is about to type, nor the focus.
"use strict";
(() => {
  const roster = document.querySelector("#roster");
  if (!roster) return;
  let typed = [];
  let hadFocus = false;
  document.addEventListener("htmx:beforeSwap", (event) => {
    typed = [...roster.querySelectorAll("input[id]")].filter((input) => input.value !== input.defaultValue)
      .filter((input) => input.form !== event.detail.requestConfig.elt) // what was sent has been taken
      .map((input) => [input.id, input.value]);
    hadFocus = document.activeElement.closest("#roster, #kept") !== null;
  });
  document.addEventListener("htmx:afterSwap", (event) => {
    typed.forEach(([id, value]) => {
      const input = document.getElementById(id);
      if (input) input.value = value;
    });
    typed = [];
    const wasBelow = event.detail.requestConfig.path.includes("/source"); // out of what is booked: the name is typed above
    if (wasBelow || (hadFocus && document.activeElement === document.body)) { // or the button that was pressed is gone
      document.querySelector("[data-focus]").focus();
    }
    hadFocus = false;
  });
})();
