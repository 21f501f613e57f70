// Examples speak of the atlas that is looked at.
{
  const here = window.location.origin + document.body.dataset.base;
  for (const place of document.querySelectorAll(".atlas-here")) place.textContent = here;
  // An address that ends with a table's name opens it.
  const open = () => {
    const found = document.getElementById(decodeURIComponent(window.location.hash.slice(1)));
    if (found?.matches("details")) found.open = true;
  };
  window.addEventListener("hashchange", open);
  open();
}
