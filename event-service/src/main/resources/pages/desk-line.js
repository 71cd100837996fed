// The line in which visitors are booked in: a combobox (WAI-ARIA Authoring Practices) of those whom the server finds, and the language
// of somebody new. The line is put in anew after each booking, so everything is asked of the document.
"use strict";
(() => {
  const visitor = () => document.querySelector("#visitor");
  const list = () => document.querySelector("#known");
  const language = () => document.querySelector("#language");
  const options = () => [...list().querySelectorAll("[role=option]")];
  if (!visitor()) return;
  let active = null;
  let picked = "";

  const activate = (option) => {
    active = option;
    options().forEach((one) => one.setAttribute("aria-selected", String(one === option)));
    if (option) {
      visitor().setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else {
      visitor().removeAttribute("aria-activedescendant");
    }
  };
  const show = (isOpen) => {
    list().hidden = !isOpen;
    visitor().setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) activate(null);
  };
  const propose = (name, isKnown) => {
    const proposal = language().options[0];
    proposal.textContent = name + " · " + (isKnown ? proposal.dataset.known : proposal.dataset.proposal);
  };
  const pick = (option) => {
    visitor().value = picked = option.dataset.line;
    language().selectedIndex = 0;
    propose(option.dataset.language, true);
    show(false);
  };

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target !== list() || visitor().value === picked) return;
    const proposed = list().querySelector("[data-proposed]");
    const name = visitor().value.trim().normalize("NFC").toLowerCase();
    const same = options().filter((one) => one.querySelector("bdi").textContent.normalize("NFC").toLowerCase() === name);
    if (same.length === 1) propose(same[0].dataset.language, true);
    else if (proposed) propose(proposed.dataset.proposed, false);
    show(document.activeElement === visitor() && options().length > 0);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "F2" && event.target.closest("#line")) {
      event.preventDefault();
      const select = language();
      select.selectedIndex = (select.selectedIndex + 1) % select.options.length;
      document.querySelector("#language-said").textContent = select.options[select.selectedIndex].textContent;
      return;
    }
    if (event.target !== visitor() || event.isComposing) return;
    const all = options();
    const isOpen = !list().hidden;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && all.length > 0) {
      event.preventDefault();
      if (!isOpen) show(true);
      const step = event.key === "ArrowDown" ? 1 : -1;
      const from = active ? all.indexOf(active) : (step > 0 ? -1 : all.length);
      activate(all[from + step] || null);
    } else if (event.key === "Enter" && isOpen && active) {
      event.preventDefault();
      pick(active);
    } else if (event.key === "Enter") {
      show(false);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      show(false);
    }
  });
  document.addEventListener("pointerdown", (event) => { if (event.target.closest("#known")) event.preventDefault(); });
  document.addEventListener("click", (event) => {
    const option = event.target.closest("#known [role=option]");
    if (option) {
      pick(option);
      visitor().focus();
    }
  });
  document.addEventListener("focusout", (event) => { if (event.target === visitor()) show(false); });
  document.addEventListener("input", (event) => { if (event.target === visitor()) picked = ""; });
})();
