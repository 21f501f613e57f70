// The field for one's municipality leads to its page as soon as it is chosen from the list.
(function (atlas) {
  const field = document.querySelector(".find-place input");
  if (!field) return;
  const groups = [...document.querySelectorAll(".county-list section")].map((county) => ({
    group: county.querySelector("h2").textContent,
    items: [...county.querySelectorAll("a")].map((link) =>
      ({ value: link.pathname.split("/").pop(), label: link.textContent, search: link.parentElement.dataset.search, link })),
  }));
  const links = new Map(groups.flatMap(({ items }) => items.map(({ value, link }) => [value, link])));
  atlas.combobox(field, groups, { none: field.dataset.none }, (value) => location.assign(links.get(value).href));
})((window.savivalda ??= {}));
