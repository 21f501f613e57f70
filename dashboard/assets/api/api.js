// Examples speak of the atlas that is looked at, and can be copied.
{
  const here = window.location.origin + document.body.dataset.base;
  for (const place of document.querySelectorAll(".atlas-here")) place.textContent = here;
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const text = document.getElementById(button.dataset.copy).textContent;
      await navigator.clipboard?.writeText(text);
      button.textContent = button.dataset.done;
    });
  }
  // An address that ends with a table's name opens it.
  const open = () => {
    const found = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (found?.matches("details")) found.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}
