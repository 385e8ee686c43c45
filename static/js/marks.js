// The footnote of a source mark, shown beside it on hover, focus and tap; Escape closes it. Without this file a mark leads to its footnote.
(() => {
  if (!HTMLElement.prototype.showPopover) return;
  const card = Object.assign(document.createElement("div"), { className: "card", popover: "manual", role: "note" });
  let mark = null, dismissed = null, touched = false, timer;

  const about = (passage) => passage.querySelector("b")?.textContent;
  const inside = (element) => card.contains(element);
  const focused = () => mark.matches(":focus-visible") || inside(document.activeElement);
  const later = (act, delay) => { clearTimeout(timer); timer = setTimeout(act, delay); };

  function close() {
    clearTimeout(timer);
    if (mark) { card.hidePopover(); card.remove(); }
    mark = null;
  }

  function open(link) {
    if (link === mark) return clearTimeout(timer);
    close();
    const target = document.getElementById(link.hash.slice(1)), note = target?.closest(".sources > li");
    if (!note) return;
    const copy = note.firstElementChild.cloneNode(true), wanted = target === note ? undefined : about(target);
    copy.querySelector(".back").remove();
    for (const passage of copy.querySelectorAll("li")) {
      if (about(passage) !== wanted) passage.remove();
      passage.removeAttribute("id");
    }
    card.replaceChildren(copy);
    link.after(card);
    card.showPopover();
    mark = link;
    const at = link.getBoundingClientRect(), height = card.offsetHeight, width = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = at.bottom + height < innerHeight || at.top < height;
    card.style.left = `${scrollX + Math.max(8, Math.min(at.left, width))}px`;
    card.style.top = `${scrollY + (below ? at.bottom : at.top - height)}px`;
  }

  document.addEventListener("pointerdown", (event) => { touched = event.pointerType === "touch"; }, true);
  document.addEventListener("pointerover", (event) => {
    const link = event.target.closest(".src");
    if (event.pointerType === "touch" || (link && link === dismissed)) return;
    dismissed = null;
    if (link) later(() => open(link), 120);
    else if (inside(event.target)) clearTimeout(timer);
    else later(() => mark && !focused() && close(), 250);
  });
  document.addEventListener("focusin", (event) => {
    if (event.target.matches(".src:focus-visible")) open(event.target);
    else if (!inside(event.target)) close();
  });
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".src");
    if (link && touched && link !== mark) { event.preventDefault(); open(link); }
    else if (link || !inside(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && mark) { dismissed = mark; if (inside(document.activeElement)) mark.focus(); close(); }
  });
  addEventListener("resize", close);
})();
