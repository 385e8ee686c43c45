/* A choice of several: the field to type in, which select2 makes, is named as the choice is. */
"use strict";
window.addEventListener("load", () => {
  for (const select of document.querySelectorAll("select.admin-autocomplete[multiple]")) {
    const label = document.querySelector(`label[for="${select.id}"]`);
    const typed = select.parentElement.querySelector(".select2-search__field");
    if (label && typed) typed.setAttribute("aria-label", label.firstChild.textContent.trim());
  }
});
