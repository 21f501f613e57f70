// Has a form checked: sends the file that was chosen or dropped and shows the report that comes
// back. The file stays in the page's memory, so that its marked copy can be asked for.
(function (atlas) {
  const PATIENCE_MS = 120_000;
  let frame, file, turn = 0;
  const part = (id) => document.getElementById(`check-${id}`);

  function say(status, problem = "") {
    part("status").textContent = status;
    part("problem").textContent = problem;
  }

  /** The server's answer; what it refuses with is an error to be shown as it is. */
  async function ask(kind) {
    let answer;
    try {
      answer = await fetch(`${atlas.base}/check/${frame.code}/${kind}`, {
        method: "POST", body: file, signal: AbortSignal.timeout(PATIENCE_MS),
        headers: { "Content-Type": "application/octet-stream", "X-File-Name": encodeURIComponent(file.name) },
      });
      if (answer.ok) return await answer.blob();
    } catch { /* no connection, or the file has changed since it was chosen */ }
    const told = answer && (answer.headers.get("Content-Type") || "").startsWith("text/plain");
    throw new Error(told ? await answer.text() : frame.lost);
  }

  async function check(files) {
    if (!files.length) return;
    const mine = ++turn;
    part("result").hidden = true;
    if (files.length > 1) { say("", frame.one); return; }
    [file] = files;
    if (file.size > frame.most) { say("", frame.large); return; }
    say(frame.checking);
    try {
      const report = await (await ask("report")).text();
      if (mine === turn) show(report);
    } catch (error) {
      if (mine === turn) say("", error.message);
    }
  }

  function show(report) {
    part("result").innerHTML = report;
    part("result").hidden = false;
    const verdict = document.getElementById("verdict");
    say(`${frame.checked} ${verdict.textContent}`);
    part("result").scrollIntoView();
    verdict.focus({ preventScroll: true });
  }

  /** Asks for another form of the answer and lets the browser save it. */
  async function take(kind) {
    say(frame.preparing);
    try {
      const url = URL.createObjectURL(await ask(kind));
      const stem = file.name.replace(/\.[^.]*$/, "");
      const download = `${stem}-${frame.mark}.${kind === "json" ? "json" : "xlsx"}`;
      atlas.element("a", { href: url, download }).click();
      setTimeout(() => URL.revokeObjectURL(url), 60_000);
      say(frame.ready);
    } catch (error) {
      say("", error.message);
    }
  }

  /** Says in the page's language what a browser would say in its own. */
  function askForMunicipality() {
    const form = part("form"), places = form.elements.municipality;
    const tell = (text) => {
      part("unchosen").textContent = text;
      places.setAttribute("aria-invalid", Boolean(text));
    };
    form.noValidate = true;
    places.setAttribute("aria-describedby", "check-unchosen");
    places.addEventListener("change", () => tell(""));
    form.addEventListener("submit", (event) => {
      if (places.value) return;
      event.preventDefault();
      tell(frame.unchosen);
      places.focus();
    });
  }

  function start() {
    frame = JSON.parse(part("frame").textContent);
    askForMunicipality();
    const input = part("file");
    input.addEventListener("change", () => { check([...input.files]); input.value = ""; });
    const over = (on) => part("drop").classList.toggle("over", on);
    // Anywhere on the page: a file that misses the place would take the page's place instead.
    const drags = {
      dragover: (event) => { event.preventDefault(); over(true); },
      dragleave: (event) => { if (!event.relatedTarget) over(false); },
      drop: (event) => { event.preventDefault(); over(false); check([...event.dataTransfer.files]); },
    };
    for (const [name, act] of Object.entries(drags)) document.addEventListener(name, act);
    part("result").addEventListener("click", (event) => {
      const button = event.target.closest("[data-answer]");
      if (button) take(button.dataset.answer);
    });
  }

  start();
})((window.savivalda ??= {}));
