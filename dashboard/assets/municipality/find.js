// The field for one's municipality leads to its page as soon as it is chosen from the list.
(function (atlas) {
  const field = document.querySelector(".find-place input");
  if (!field) return;
  const links = new Map([...document.querySelectorAll(".county-list a")].map((link) => [link.textContent, link]));
  // By alphabet, as the field's own list is; a county is no name of its municipalities.
  const items = [...field.list.options].map(({ value: label }) =>
    ({ value: links.get(label).pathname.split("/").pop(), label, search: links.get(label).parentElement.dataset.search }));
  const go = (value) => location.assign(links.get(items.find((item) => item.value === value).label).href);
  atlas.combobox(field, [{ group: "", items }], { none: field.dataset.none }, go);
})((window.savivalda ??= {}));
