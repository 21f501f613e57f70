// What the scripts of all pages share.
(function (atlas) {
  /** What stands before every address, where the atlas lies below a path of its server. */
  atlas.base = document.body.dataset.base;

  /** An element with attributes and children; `on…` attributes are listeners. */
  atlas.element = function (tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined) element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  };

  /** Shows that something is waited for, unless it comes almost at once. */
  atlas.waitFor = function (promise) {
    const { dataset } = document.documentElement;
    const timer = setTimeout(() => { dataset.waiting = ""; }, 150);
    const done = () => { clearTimeout(timer); delete dataset.waiting; };
    return promise.finally(done);
  };
})((window.savivalda ??= {}));
