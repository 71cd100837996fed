// Tells the page around how tall this is; nothing else, and nothing comes back.
"use strict";
const tell = () => window.parent.postMessage({ goldenbridge: "height", height: Math.ceil(document.querySelector("main").getBoundingClientRect().height) }, "*");
new ResizeObserver(tell).observe(document.querySelector("main"));
