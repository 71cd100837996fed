// The page that says that the sign-in has ended: what was sent in vain waits in this tab for the form it was typed in, and signing in
// leads there.
"use strict";
(() => {
  const sent = sessionStorage.getItem("sent");
  if (!sent) return;
  const { page, key, forms } = JSON.parse(sent);
  sessionStorage.setItem(key, JSON.stringify(forms));
  sessionStorage.setItem("ended", key);
  sessionStorage.removeItem("sent");
  document.querySelector("[data-sign-in]")?.setAttribute("href", page);
})();
