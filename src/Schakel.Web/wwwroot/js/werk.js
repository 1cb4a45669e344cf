// The workbench's own script: keys, news of colleagues, forms that are sent once. Without it every page still works.
"use strict";
(() => {
  const english = document.documentElement.lang === "en";
  const say = (nl, en) => (english ? en : nl);
  const board = document.getElementById("bericht");
  const tell = (words) => { board.textContent = words; board.hidden = false; };

  // Keys. They can be switched off (WCAG 2.1.4), and do nothing while somebody types.
  const keysDialog = document.getElementById("toetsen");
  const keysOn = () => localStorage.getItem("toetsen") !== "uit";
  for (const box of document.querySelectorAll("[data-toetsen-aan]")) {
    box.checked = keysOn();
    box.addEventListener("change", () => localStorage.setItem("toetsen", box.checked ? "aan" : "uit"));
  }
  const rows = () => [...document.querySelectorAll("table.list tbody tr a.open")];
  const step = (by) => {
    const all = rows();
    if (all.length === 0) { return; }
    const at = all.indexOf(document.activeElement);
    const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by));
    all[next].focus();
    all[next].scrollIntoView({ block: "nearest" });
  };
  const types = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]") && !target.matches("[type=checkbox], [type=radio]");
  document.addEventListener("keydown", (press) => {
    // Ctrl+K searches from anywhere; with another key held it is the browser's.
    if ((press.ctrlKey || press.metaKey) && !press.altKey && !press.shiftKey && press.key.toLowerCase() === "k" && !(keysDialog && keysDialog.open)) {
      const box = document.getElementById("zoek") ?? document.getElementById("land");
      if (box) { press.preventDefault(); box.focus(); box.select(); }
      return;
    }
    if (press.ctrlKey || press.metaKey || press.altKey || types(press.target) || (keysDialog && keysDialog.open)) { return; }
    if (press.key === "?" && keysDialog) { press.preventDefault(); keysDialog.showModal(); return; }
    if (!keysOn()) { return; }
    switch (press.key) {
      case "j": press.preventDefault(); step(1); break;
      case "k": press.preventDefault(); step(-1); break;
      case "/": {
        const box = document.getElementById("zoek");
        if (box) { press.preventDefault(); box.focus(); }
        break;
      }
      case "c": {
        const row = document.activeElement && document.activeElement.closest("tr[data-sleutel]");
        if (row) { press.preventDefault(); takeUp(row); }
        break;
      }
      case "g": press.preventDefault(); location.assign("/werk"); break;
      default: break;
    }
  });
  // All rows of a page at once. Without script they are chosen one by one.
  const picks = () => [...document.querySelectorAll("tbody .pick input[type=checkbox]")];
  const bindAll = () => {
    for (const box of document.querySelectorAll("[data-kies-alles]")) {
      box.hidden = false;
      box.addEventListener("change", () => picks().forEach((each) => { each.checked = box.checked; }));
    }
  };
  bindAll();

  // The rows of a page that was asked again come in place of those that stand here; the row that has the focus keeps it, or the one that came in its place.
  const list = document.getElementById("lijst");
  const wordsOf = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const place = (page) => {
    const fresh = page.getElementById("lijst");
    if (!list || !fresh) { return null; }
    const keysOf = (root) => new Map([...root.querySelectorAll("tr[data-sleutel]")].map((row) => [row.dataset.sleutel, row.textContent]));
    const [old, now] = [keysOf(list), keysOf(fresh)];
    const added = [...now.keys()].filter((key) => !old.has(key));
    const gone = [...old.keys()].filter((key) => !now.has(key));
    const moved = [...now].filter(([key, text]) => old.has(key) && old.get(key) !== text).map(([key]) => key);
    if (added.length + gone.length + moved.length === 0) { return null; }
    const focused = document.activeElement && document.activeElement.closest("tr[data-sleutel]");
    const at = rows().indexOf(focused && focused.querySelector("a.open"));
    const chosen = new Set(picks().filter((each) => each.checked).map((each) => each.value));
    list.replaceChildren(...fresh.childNodes);
    picks().forEach((each) => { each.checked = chosen.has(each.value); });
    bindAll();
    for (const key of [...added, ...moved]) { list.querySelector(`tr[data-sleutel="${CSS.escape(key)}"]`)?.classList.add("fresh"); }
    if (focused) { (list.querySelector(`tr[data-sleutel="${CSS.escape(focused.dataset.sleutel)}"] a.open`) ?? rows()[Math.min(at, rows().length - 1)])?.focus(); }
    for (const count of page.querySelectorAll("[data-telling]")) {
      const here = document.querySelector(`[data-telling="${count.dataset.telling}"]`);
      if (here) { here.textContent = count.textContent; }
    }
    document.title = page.title;
    return { added, gone, moved };
  };

  // The file of a row is taken up or given back without leaving the list; what became of it is said. The buttons under the list do the same.
  let takes = false;
  const takeUp = async (row) => {
    const form = document.getElementById("samen");
    const box = row.querySelector(".pick input");
    if (!form || !form.dataset.oppakken || !box || takes) { return; }
    takes = true;
    const sent = new URLSearchParams({ verder: row.dataset.opgepakt === "mij" ? "geef-terug" : "pak-op", rij: box.value });
    for (const name of ["__RequestVerificationToken", "keuze"]) { sent.append(name, form.elements[name].value); }
    try {
      const answer = await fetch(form.dataset.oppakken, { method: "POST", body: sent });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok) { place(page); }
      const told = page.querySelector("#gedaan p, #fout");
      tell(told ? wordsOf(told) : say("Dit kon niet. Laad de bladzijde opnieuw.", "This was not possible. Load the page again."));
    } catch {
      tell(say("Er is geen verbinding; er is niets gewijzigd.", "There is no connection; nothing was changed."));
    } finally {
      takes = false;
    }
  };

  // A form that records is sent once.
  for (const form of document.querySelectorAll("form[data-eenmaal]")) {
    form.addEventListener("submit", (sending) => {
      if (form.dataset.verstuurd) { sending.preventDefault(); return; }
      form.dataset.verstuurd = "ja";
    });
  }
  window.addEventListener("pageshow", () => document.querySelectorAll("form[data-verstuurd]").forEach((form) => delete form.dataset.verstuurd));
  const first = document.querySelector("#gedaan, [role=alert]");
  if (first) { first.tabIndex = -1; first.focus({ preventScroll: false }); }

  // An appointment is dragged onto a day: dropping it opens the form with that day filled in, and records nothing. The links in the row do the same.
  const days = [...document.querySelectorAll("[data-naar]")];
  const movable = days.length === 0 ? [] : [...document.querySelectorAll("tr[data-verplaats]")];
  if (movable.length > 0) { document.querySelectorAll("[data-sleephulp]").forEach((each) => { each.hidden = false; }); }
  let carried = null;
  for (const row of movable) {
    row.draggable = true;
    row.addEventListener("dragstart", (drag) => {
      carried = row;
      drag.dataTransfer.effectAllowed = "move";
      drag.dataTransfer.setData("text/plain", row.dataset.verplaats);
      row.classList.add("carried");
      document.body.classList.add("carries");
      tell(say("Opgepakt. Laat los op een dag om te verplaatsen; er wordt nog niets vastgelegd.", "Picked up. Drop it on a day to move it; nothing is recorded yet."));
    });
    row.addEventListener("dragend", () => {
      if (carried) { tell(say("Niet verplaatst.", "Not moved.")); }
      carried = null;
      row.classList.remove("carried");
      document.body.classList.remove("carries");
      days.forEach((each) => each.classList.remove("under"));
    });
  }
  for (const day of days) {
    // What is over a child of the day is over the day: only who leaves it altogether has left.
    day.addEventListener("dragenter", () => {
      if (!carried || day.classList.contains("under")) { return; }
      days.forEach((each) => each.classList.toggle("under", each === day));
      tell(`${say("Naar", "To")} ${wordsOf(day)}`);
    });
    day.addEventListener("dragover", (drag) => { if (carried) { drag.preventDefault(); drag.dataTransfer.dropEffect = "move"; } });
    day.addEventListener("dragleave", (drag) => { if (!day.contains(drag.relatedTarget)) { day.classList.remove("under"); } });
    day.addEventListener("drop", (drag) => {
      if (!carried) { return; }
      drag.preventDefault();
      const form = `${carried.dataset.verplaats}?${carried.dataset.veld}=${encodeURIComponent(day.dataset.naar)}`;
      carried = null;
      tell(say("Het formulier gaat open; er is nog niets verplaatst.", "The form opens; nothing was moved yet."));
      location.assign(form);
    });
  }

  // News: the server says only that something is different; the page asks itself what, and says so.
  const { nieuws, pad } = document.body.dataset;
  if (!nieuws || !("EventSource" in window)) { return; }
  let busy = false;
  const refresh = async () => {
    if (busy) { return; }
    busy = true;
    try {
      const answer = await fetch(location.href, { headers: { "X-Requested-With": "werk" } });
      if (!answer.ok || answer.redirected) { return; }
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const changed = place(page);
      if (!changed) { return; }
      const { added, gone, moved } = changed;
      const parts = [];
      if (added.length) { parts.push(say(`${added.length} erbij`, `${added.length} added`)); }
      if (gone.length) { parts.push(say(`${gone.length} weg`, `${gone.length} gone`)); }
      if (moved.length) { parts.push(say(`${moved.length} gewijzigd`, `${moved.length} changed`)); }
      tell(`${say("Bijgewerkt door het werk van anderen:", "Updated by the work of others:")} ${parts.join(", ")}.`);
    } finally {
      busy = false;
    }
  };
  const offer = () => {
    if (!board.hidden) { return; }
    tell(say("Er is intussen iets vastgelegd in deze zaak. ", "Something was recorded in this file meanwhile. "));
    const link = document.createElement("a");
    link.href = location.pathname;
    link.textContent = say("Toon het", "Show it");
    board.append(link);
  };
  let source = null;
  const listen = () => {
    if (source || document.hidden) { return; }
    source = new EventSource(`${pad}?over=${encodeURIComponent(nieuws)}`);
    source.addEventListener("anders", () => (list ? refresh() : offer()));
    // A stream that was refused (the session is over) is not asked again and again.
    source.onerror = () => { if (source && source.readyState === EventSource.CLOSED) { source = null; } };
  };
  const rest = () => { if (source) { source.close(); source = null; } };
  // A browser opens few connections to one site: a tab that nobody sees does not hold one.
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  window.addEventListener("pagehide", rest);
  listen();
})();
