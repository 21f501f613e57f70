// The field for one's municipality leads to its page as soon as it is chosen from the list.
(function (atlas) {
  const field = document.querySelector(".find-place input");
  if (!field) return;
  const items = [...field.list.options].map(({ value: label, dataset: { key, search } }) => ({ value: key, label, search }));
  const go = (key) => location.assign(`${field.form.action}/${key}`);
  atlas.combobox(field, [{ group: "", items }], { none: field.dataset.none }, go);
})((window.savivalda ??= {}));
