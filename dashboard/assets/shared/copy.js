// Texts to be copied: a button marked data-copy names the element whose text it is.
document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  await navigator.clipboard?.writeText(document.getElementById(button.dataset.copy).textContent);
  button.textContent = button.dataset.done;
});
