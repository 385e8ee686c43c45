// The desk: “Cite” beside a field adds a source for it; a quotation counts its letters. Without this file the rows below do the same.
document.addEventListener("DOMContentLoaded", () => {
  const $ = window.django.jQuery, empty = document.querySelector('select[name$="-__prefix__-field"]');
  const group = empty?.closest("[data-inline-type]"), prefix = empty?.name.replace("-__prefix__-field", "");
  const part = (row, name) => document.querySelector(`[name="${prefix}-${row}-${name}"]`);
  const count = () => Number(document.querySelector(`[name="${prefix}-TOTAL_FORMS"]`).value);

  function row_for(field) {
    let row = count() - 1; // the last row, where nothing is in it yet
    if (row < 0 || part(row, "source").value || part(row, "field").value || part(row, "locator").value) {
      group.querySelector(".add-row").click();
      row = count() - 1;
    }
    part(row, "field").value = field;
    return row;
  }

  function cite(field) {
    const row = row_for(field);
    part(row, "field").closest(".form-group").scrollIntoView({ block: "center" });
    $(part(row, "source")).select2("open");
  }

  const cited = () => [...Array(count()).keys()].filter((row) => part(row, "source").value);

  // The source of the last row, for one more field: what a press release says of an election, it says of four of its fields.
  function cite_the_same(field) {
    const last = cited().at(-1), { text, value } = part(last, "source").selectedOptions[0], row = row_for(field);
    part(row, "source").append(new Option(text, value, true, true));
    for (const name of ["locator", "consulted"]) part(row, name).value = part(last, name).value;
    $(part(row, "source")).trigger("change.select2"); // shown, and nothing else follows
  }

  function button(word, option, act) {
    const made = Object.assign(document.createElement("button"), { type: "button", className: "desk-cite", textContent: word });
    made.setAttribute("aria-label", `${word}: ${option.text}`);
    made.addEventListener("click", () => act(option.value, made));
    return made;
  }

  const same = [];
  for (const option of empty?.options ?? []) {
    const line = option.value && [...document.querySelectorAll(`.field-${option.value}.field-line`)].find((found) => !found.closest(".formset"));
    if (!line) continue;
    const again = button(empty.dataset.same, option, (field, pressed) => {
      cite_the_same(field);
      Object.assign(pressed, { disabled: true, textContent: empty.dataset.cited });
    });
    again.hidden = true;
    again.dataset.field = option.value;
    same.push(again);
    line.querySelector("label").after(button(empty.dataset.cite, option, cite), again);
  }

  // How it was read is often the same for the same source.
  $(document).on("change", 'select[name$="-source"]', (event) => {
    const row = event.target.name.split("-").at(-2), consulted = part(row, "consulted");
    const fields = cited().map((other) => part(other, "source").value === event.target.value && part(other, "field").value);
    for (const again of same) again.hidden = !event.target.value || (!again.disabled && fields.includes(again.dataset.field));
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

  // Django puts the cursor on the first thing of a new form, which these buttons have become.
  window.addEventListener("load", () => {
    const line = document.activeElement.matches(".desk-cite") && document.activeElement.closest(".field-line");
    line && line.querySelector("input:not([type=hidden]), textarea, .select2-selection, select")?.focus();
  });
});
