// The desk: “Cite” beside a field adds a source for it; a quotation counts its letters. Without this file the rows below do the same.
document.addEventListener("DOMContentLoaded", () => {
  const $ = window.django.jQuery, empty = document.querySelector('select[name$="-__prefix__-field"]');
  const group = empty?.closest("[data-inline-type]"), prefix = empty?.name.replace("-__prefix__-field", "");
  const part = (row, name) => document.querySelector(`[name="${prefix}-${row}-${name}"]`);
  const count = () => Number(document.querySelector(`[name="${prefix}-TOTAL_FORMS"]`).value);

  function cite(field) {
    let row = count() - 1; // the last row, where nothing is in it yet
    if (row < 0 || part(row, "source").value || part(row, "field").value || part(row, "locator").value) {
      group.querySelector(".add-row").click();
      row = count() - 1;
    }
    part(row, "field").value = field;
    part(row, "field").closest(".form-group").scrollIntoView({ block: "center" });
    $(part(row, "source")).select2("open");
  }

  for (const option of empty?.options ?? []) {
    const line = option.value && [...document.querySelectorAll(`.field-${option.value}.field-line`)].find((found) => !found.closest(".formset"));
    if (!line) continue;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "desk-cite", textContent: empty.dataset.cite });
    button.setAttribute("aria-label", `${empty.dataset.cite}: ${option.text}`);
    button.addEventListener("click", () => cite(option.value));
    line.querySelector("label").after(button);
  }

  // How it was read is often the same for the same source.
  $(document).on("change", 'select[name$="-source"]', (event) => {
    const row = event.target.name.split("-").at(-2), consulted = part(row, "consulted");
    if (!consulted || consulted.value || !event.target.value) return;
    const rows = [...Array(count()).keys()].filter((other) => String(other) !== row && part(other, "source").value === event.target.value);
    consulted.value = rows.map((other) => part(other, "consulted").value).find(Boolean) ?? "";
    part(row, "locator").focus();
  });

  function measure(text) {
    const shown = text.nextElementSibling?.matches(".desk-count") ? text.nextElementSibling : document.createElement("span");
    shown.className = "desk-count";
    shown.textContent = `${text.value.length} / ${text.maxLength}`;
    text.after(shown);
  }
  document.querySelectorAll('textarea[name$="-quotation"]').forEach(measure);
  document.addEventListener("input", (event) => event.target.matches('textarea[name$="-quotation"]') && measure(event.target));
});
