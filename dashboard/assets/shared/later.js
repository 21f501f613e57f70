// What a page needs only for being worked with is fetched after it has been painted.
(function (atlas) {
  const wanted = JSON.parse(document.getElementById("later")?.textContent || "{}");

  const load = (src) => new Promise((done, failed) => {
    document.head.append(atlas.element("script", { src, onload: done, onerror: () => failed(new Error(src)) }));
  });

  // A page in the background is not painted; what it waits for comes all the same.
  const painted = new Promise((done) => {
    if (document.hidden) setTimeout(done);
    else requestAnimationFrame(() => setTimeout(done));
  });

  let coming = null;

  /** Fetches plotly.js and resolves when it has come; where it could not, another call tries again. */
  atlas.plotly = function () {
    if (!coming) {
      coming = painted.then(() => load(wanted.plotly));
      coming.catch(() => { coming = null; });  // the page's own picture stays
    }
    return coming;
  };

  /** Fetches Dash's front end, each script after those that it needs, and starts it. */
  atlas.startDash = async function () {
    for (const src of wanted.dash) await load(src);
    window.renderer = new DashRenderer();  // what Dash would do by a script within the page
  };
})((window.savivalda ??= {}));
