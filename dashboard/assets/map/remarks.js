// What municipalities and NGO centres remark on the figures of who is selected, in any of the years,
// as frame/remarks_note.py says it for the first answer.
(function (atlas) {
  /** What stands beside a municipality's figure of a year; of all years without one. */
  atlas.remarksOn = ({ view }, index, year) =>
    view.remarks.filter((it) => it.place === index && (!year || it.year === null || it.year === year));

  function item({ about, office, day, text, link }) {
    const { element } = atlas, more = link ? [" ", element("a", { href: link, rel: "external" }, atlas.text("remark.link"))] : [];
    const when = element("time", { datetime: day, class: "day" }, day);
    return element("li", {}, element("strong", {}, office), ", ", when, ` (${about}): `, text, ...more);
  }

  atlas.remarks = {
    draw(state, change) {
      if (change !== "view" && change !== "selected") return;
      const { frame, selected } = state, { element } = atlas, label = atlas.text("remark.label");
      const found = state.view.remarks.filter(({ place }) => selected.includes(frame.places[place].code));
      const sign = element("span", { class: "remark-sign", "aria-hidden": "true" }, frame.remarkSign);
      document.getElementById("remarks").replaceChildren(...(found.length ? [
        element("div", { class: "remarks", role: "group", "aria-label": label },
          element("p", { class: "remark-label" }, sign, " ", label), element("ul", {}, ...found.map(item)))] : []));
    },
  };
})((window.savivalda ??= {}));
