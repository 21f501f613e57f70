// Asks the server for views. A view has one address for all who look at it, and may be kept by the
// browser and whatever stands between; Dash's callback carries which one is wanted.
(function (atlas) {
  const PATIENCE_MS = 20_000;
  const LATE = {};
  let ready, lost, turn = 0, question = null;
  const dash = new Promise((done, failed) => { [ready, lost] = [done, failed]; });
  dash.catch(() => {});

  /** What of a choice an indicator has no room for becomes usual. */
  function fitting({ indicator, unit, area, classes, limits, figures }) {
    const { units, by_area: byArea, defaults } = atlas.state.frame;
    return {
      indicator, classes, limits, figures,
      unit: units[indicator].includes(unit) ? unit : units[indicator][0],
      area: byArea.includes(indicator) ? area : defaults.area,
    };
  }

  function address({ indicator, unit, area, classes, limits, figures }) {
    const { version, views } = atlas.state.frame;
    const query = new URLSearchParams({ lang: document.documentElement.lang, unit, area, classes, limits, figures });
    return `${views}/${version}/${indicator}?${query}`;
  }

  atlas.fetchView = async function (at) {
    const answer = await fetch(atlas.base + at, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  };

  const same = (one, other) => Object.keys(one).every((name) => one[name] === other[name]);

  /**
   * Asks for another view and shows it when it comes; the last one asked for wins.
   * @param {object} change what is chosen otherwise: indicator, unit, area, classes, limits, figures
   * @param {(error?: Error) => void} done called when the view is there, or did not come
   * @param {object} look what is looked at in it: year, selected, names, same; without, it stays
   */
  atlas.ask = function (change, done, look = {}) {
    const shown = atlas.state.view.view, wanted = fitting({ ...shown, ...change });
    if (!question && same(wanted, shown)) return;
    question?.settle(LATE);
    atlas.address.flush();
    const asked = new Promise((settle) => { question = { settle, look }; });
    turn += 1;
    // The same choice again is a new question, so it has a number.
    dash.then(() => dash_clientside.set_props("choice", { value: `${address(wanted)}#${turn}` }), question.settle);
    atlas.waitFor(asked).then((error) => {
      if (error === LATE) return;
      question = null;
      done(error);
    });
  };

  /** Dash's front end did not come. */
  atlas.withoutDash = (error) => lost(error);

  async function changeView(choice) {
    if (!choice) { ready(); atlas.ready("whole"); return dash_clientside.no_update; }
    const [at, number] = choice.split("#"), late = () => Number(number) !== turn;
    let view;
    try {
      view = await atlas.fetchView(at);
    } catch (error) {
      if (!late()) question.settle(error);
    }
    if (!view || late()) return dash_clientside.no_update;
    atlas.show(view, question.look);
    question.settle();
    return at;
  }

  Object.assign(((window.dash_clientside ??= {}).savivalda ??= {}), { changeView });
})((window.savivalda ??= {}));
