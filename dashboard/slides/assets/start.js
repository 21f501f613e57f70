// Makes a presentation of the document.
(function (deck) {
  document.documentElement.dataset.presented = "";
  for (const slide of deck.slides) slide.hidden = slide !== deck.slide();
  deck.hands();
  deck.follow();
  document.addEventListener("keydown", deck.key);
  addEventListener("hashchange", deck.follow);
  addEventListener("pagehide", () => deck.presenter.close());
})((window.savivalda ??= {}));
