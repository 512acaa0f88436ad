// The browser's side of a review: shows what Python holds and sends commands; nothing is decided or kept here.
// Text of documents becomes text nodes only, never HTML. Nothing is fetched.

const KEYS = [
  ["j or ↓", "next item"], ["k or ↑", "item before"], ["a", "accept (a figure: it is no fact)"],
  ["e or Enter", "correct a slot"], ["d", "delete the fact"], ["n", "new fact, from the words selected in the text"],
  ["u", "undo"], ["Shift + A", "all the rest is right: complete, and on to the next release"],
  ["] and [", "next and previous release"], ["Esc", "close a form"], ["?", "show or hide these keys"],
];

// An element with attributes and children; a string becomes text.
function h(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

// Python counts code points, a browser UTF-16 units.
const points = (text) => Array.from(text).length;

function render({ model, el }) {
  let current = 0; // the item that keys speak of
  let form = null; // {kind: "edit" | "add", ...} while one is open
  let selection = null; // {start, end, words} of the text
  let asked = 0; // the number of the last command
  let awaiting = null; // what to do once it is answered; what is pressed before then waits in `later`
  let later = [];
  let family = "seizures"; // of the fact last added
  let shownId = null;

  const release = () => model.get("release");
  const items = () => release().items;
  const item = () => items()[current];
  const families = () => model.get("families");

  const title = h("div", { class: "title" });
  const about = h("div", { class: "about" });
  const queueSummary = h("summary");
  const queueList = h("ol", { class: "queue-list" });
  const text = h("div", { class: "text", tabindex: "0", role: "document", "aria-label": "Text of the release" });
  const list = h("ol", { class: "items", "aria-label": "Items of the release, the most doubtful first" });
  const count = h("div", { class: "count" });
  const slotForm = h("div", { class: "form-place" });
  const status = h("div", { class: "status", role: "status", "aria-live": "polite" });
  const help = h("div", { class: "help", hidden: true, role: "region", "aria-label": "Keys" },
    h("dl", {}, ...KEYS.flatMap(([key, does]) => [h("dt", {}, h("kbd", {}, key)), h("dd", {}, does)])));
  const button = (label, key, act, more = {}) => h("button", {
    type: "button", title: `${label} (${key})`, "aria-keyshortcuts": key, onclick: () => run(act), ...more }, label,
    h("kbd", { "aria-hidden": "true" }, key));
  const addButton = button("Add fact", "n", () => openAdd());
  const helpButton = button("Keys", "?", () => toggleHelp(), { "aria-expanded": "false" });
  const root = h("div", {
    class: "beatbook-review", role: "region", "aria-label": "Review of releases", tabindex: "-1",
    // JupyterLab's own shortcuts (a, d d, j, k) stay out of here.
    "data-lm-suppress-shortcuts": "true",
  },
  h("div", { class: "bar" }, h("div", { class: "names" }, title, about),
    h("div", { class: "buttons" }, button("Previous", "[", () => open(-1)), button("Next", "]", () => open(1)),
      button("Undo", "u", () => send({ do: "undo" })), addButton,
      button("Accept the rest", "A", () => acceptRest(), { class: "main" }), helpButton)),
  help,
  h("details", { class: "queue" }, queueSummary, queueList),
  status,
  h("div", { class: "columns" }, text, h("div", { class: "side" }, count, slotForm, list)));

  // Commands ----------------------------------------------------------------------------------------------------------

  function send(command, then = null) {
    asked += 1;
    const timer = setTimeout(() => say("The kernel does not answer. Is it running?", false), 8000);
    awaiting = { id: asked, then, timer };
    model.send({ ...command, id: asked });
  }

  // Whoever is quicker than the kernel means the items as they will then be.
  function run(act) {
    if (awaiting) later.push(act);
    else act();
  }

  function answered() {
    const told = model.get("told");
    if (told.text === undefined) return;
    status.textContent = told.text;
    status.className = `status ${told.ok ? "ok" : "wrong"}`;
    if (awaiting && told.id === awaiting.id) {
      const then = awaiting.then;
      clearTimeout(awaiting.timer);
      awaiting = null;
      if (told.ok && then) then();
      else if (!told.ok && form) slotForm.querySelector("input, select, textarea")?.focus();
      if (!told.ok) later = [];
      while (later.length && !awaiting) later.shift()();
    }
  }

  const open = (by) => openAt(model.get("queue").at + by);
  const openAt = (at) => send({ do: "open", at }, focusItem);

  function accept() {
    const one = item();
    if (!one) return;
    if (one.kind === "fact") send({ do: "accept", key: one.key }, focusItem);
    else send({ do: "accept", table: one.family, start: one.start, end: one.end }, focusItem);
  }

  function remove() {
    const one = item();
    if (one && one.kind === "fact" && one.state !== "deleted") send({ do: "delete", key: one.key }, focusItem);
  }

  function acceptRest() {
    const queue = model.get("queue");
    const last = queue.at + 1 >= queue.of;
    send({ do: "accept_rest" }, () => (last ? focusItem() : openAt(queue.at + 1)));
  }

  // Forms -------------------------------------------------------------------------------------------------------------

  function field(slot, value, id) {
    const describes = slot.unit ? `${slot.doc}, ${slot.unit}` : slot.doc;
    const shared = { id, name: slot.name, title: describes };
    let input;
    if (slot.vocabulary.length && !slot.list) {
      input = h("select", shared, h("option", { value: "" }, slot.default ? `(${slot.default})` : ""),
        ...slot.vocabulary.map((one) => h("option", { value: one, selected: one === value }, one)));
    } else if (slot.long) {
      input = h("textarea", { ...shared, rows: "2" });
      input.value = value;
    } else {
      input = h("input", { ...shared, type: "text", autocomplete: "off" });
      input.value = value;
    }
    const hint = slot.list ? ("parted by ;" + (slot.vocabulary.length ? ` ${slot.vocabulary.join(", ")}` : "")) : slot.unit;
    const note = hint ? h("small", { id: `${id}-note` }, hint) : null;
    if (note) input.setAttribute("aria-describedby", note.id);
    return h("div", { class: slot.long || slot.list ? "field wide" : "field" }, h("label", { for: id }, slot.label), input,
      note);
  }

  function fields(name, values) {
    const schema = families()[name];
    const first = (slot) => (values[slot.name] && values[slot.name] !== slot.default) || schema.required.includes(slot.name)
      || ["item", "quantity", "unit", "count"].includes(slot.name);
    const make = (slot) => field(slot, values[slot.name] || "", `bb-${name}-${slot.name}`);
    const rest = schema.slots.filter((slot) => !first(slot));
    return [h("div", { class: "fields" }, ...schema.slots.filter(first).map(make)),
      rest.length ? h("details", {}, h("summary", {}, "More slots"), h("div", { class: "fields" }, ...rest.map(make)))
        : null];
  }

  function showForm(heading, parts, submit) {
    const why = h("input", { type: "text", id: "bb-why", name: "why", autocomplete: "off" });
    const element = h("form", {
      class: "form", "aria-label": heading,
      onsubmit: (event) => { event.preventDefault(); submit(element, why.value); },
    }, h("div", { class: "heading" }, heading), ...parts,
    h("div", { class: "field wide" }, h("label", { for: "bb-why" }, "why (may stay empty)"), why),
    h("div", { class: "buttons" }, h("button", { type: "submit", class: "main" }, "Save", h("kbd", {}, "Enter")),
      h("button", { type: "button", onclick: closeForm }, "Cancel", h("kbd", {}, "Esc"))));
    slotForm.replaceChildren(element);
    mark();
    return element;
  }

  function closeForm() {
    form = null;
    slotForm.replaceChildren();
    showItems();
    focusItem();
  }

  const slotValues = (element) => Object.fromEntries(
    [...element.querySelectorAll(".fields [name]")].map((input) => [input.name, input.value]));

  function openEdit() {
    const one = item();
    if (!one) return;
    if (one.kind !== "fact") { if (one.kind === "figure") openAdd(); return; }
    if (one.state === "deleted") { say("A deleted fact is restored first: press a.", false); return; }
    form = { kind: "edit" };
    const element = showForm(`Correct: ${families()[one.family].name.toLowerCase()} “${one.words}”`,
      fields(one.family, one.slots), (filled, why) => {
        const slots = Object.fromEntries(Object.entries(slotValues(filled)).filter(
          ([name, value]) => value !== (one.slots[name] || "")));
        send({ do: "correct", key: one.key, slots, why }, closeForm);
      });
    element.querySelector("input, select, textarea").focus();
  }

  function openAdd() {
    const one = item();
    const from = selection || (one && one.kind === "figure" ? { start: one.start, end: one.end, words: one.words } : null);
    form = { kind: "add" };
    const words = h("textarea", { id: "bb-words", rows: "2", "aria-describedby": "bb-words-note" });
    words.value = from ? from.words : "";
    const untouched = words.value;
    const place = h("div", { class: "slots-place" });
    const choose = h("select", { id: "bb-family", onchange: () => {
      family = choose.value;
      place.replaceChildren(...fields(family, {}).filter(Boolean));
    } }, ...Object.entries(families()).map(([name, one]) => h("option", { value: name, selected: name === family }, one.name)));
    place.replaceChildren(...fields(family, {}).filter(Boolean));
    showForm("Add a fact", [
      h("div", { class: "field wide" }, h("label", { for: "bb-words" }, "words that state it"), words,
        h("small", { id: "bb-words-note" }, "as they stand in the text; select them there, or type them")),
      h("div", { class: "field" }, h("label", { for: "bb-family" }, "family"), choose), place],
    (filled, why) => {
      const command = { do: "add", family: choose.value, slots: slotValues(filled), why };
      if (from && words.value === untouched) Object.assign(command, { start: from.start, end: from.end });
      else command.words = words.value;
      send(command, () => { selection = null; closeForm(); });
    });
    (from ? choose : words).focus();
  }

  function say(sentence, ok = true) {
    status.textContent = sentence;
    status.className = `status ${ok ? "ok" : "wrong"}`;
  }

  function toggleHelp() {
    help.hidden = !help.hidden;
    helpButton.setAttribute("aria-expanded", String(!help.hidden));
  }

  // Showing -----------------------------------------------------------------------------------------------------------

  function showQueue() {
    const queue = model.get("queue");
    queueSummary.textContent = `Release ${queue.at + 1} of ${queue.of} · ${queue.done} complete · `
      + `decisions go to ${queue.file}${queue.who ? `, signed ${queue.who}` : ""}`;
    queueList.replaceChildren(...queue.rows.map((row, at) => h("li", {}, h("button", {
      type: "button", class: row.done ? "done" : "", "aria-current": at === queue.at ? "true" : null,
      onclick: () => openAt(at),
    }, row.id, h("small", {}, row.done ? "complete" : [
      row.checks ? `${row.checks} failed check${row.checks > 1 ? "s" : ""}` : "",
      row.figures ? `${row.figures} unclaimed` : "", `${row.left} to look at`].filter(Boolean).join(" · "))))));
  }

  function showRelease() {
    const now = release();
    if (now.id !== shownId) {
      shownId = now.id;
      current = 0;
      selection = null;
      form = null;
      slotForm.replaceChildren();
      text.scrollTop = 0;
    }
    current = Math.max(0, Math.min(current, now.items.length - 1));
    title.textContent = now.title || now.id;
    about.textContent = [now.title ? now.id : "", now.about].filter(Boolean).join(" · ");
    text.replaceChildren(...now.pieces.map(([start, words, over]) => {
      if (!over.length) return document.createTextNode(words);
      const inner = now.items[over[over.length - 1]];
      return h("mark", {
        class: `fact ${inner.family}${inner.state ? " seen" : ""}`, "data-over": over.join(" "),
        title: over.map((n) => `${named(now.items[n])}: ${now.items[n].label}`).join("\n"),
      }, words);
    }));
    showItems();
  }

  const named = (one) => (one.kind === "check" ? "Failed check" : one.kind === "figure" ? "Unclaimed figure"
    : families()[one.family].name);

  function showItems() {
    const now = release();
    const left = now.items.filter((one) => !one.state).length;
    const decided = now.items.length - left;
    count.textContent = now.items.length ? [left ? `${left} to look at` : "Nothing left to look at",
      decided ? `${decided} fact${decided > 1 ? "s" : ""} decided` : "", now.complete ? "complete" : ""].filter(Boolean)
      .join(" · ") : "The rules found nothing here.";
    list.replaceChildren(...now.items.map((one, n) => h("li", {
      class: `item ${one.kind} ${one.state}${n === current ? " now" : ""}`, tabindex: n === current ? "0" : "-1",
      "data-n": n, "aria-current": n === current ? "true" : null,
      onclick: (event) => { if (!event.target.closest("button")) { choose(n); focusItem(); } },
    },
    h("div", { class: "head" }, h("span", { class: `badge ${one.family}` },
      h("mark", { class: `fact ${one.family}` }, named(one))),
    h("span", { class: "label" }, one.label),
    one.state ? h("span", { class: `state${one.unproved ? " unproved" : ""}` },
      one.unproved ? `${one.state}, not proved` : one.state) : null),
    h("div", { class: "words" }, one.around || one.words),
    n === current ? h("div", { class: "why" }, one.why) : null,
    n === current ? actions(one) : null)));
    mark();
  }

  function actions(one) {
    const small = (label, key, act) => button(label, key, act);
    if (one.kind === "check") return h("div", { class: "buttons" }, small("The text says so", "a", accept));
    if (one.kind === "figure") {
      return h("div", { class: "buttons" }, small("No fact", "a", accept), small("Add fact", "n", openAdd));
    }
    if (one.state === "deleted") return h("div", { class: "buttons" }, small("Restore", "a", accept));
    return h("div", { class: "buttons" }, one.state ? null : small("Accept", "a", accept), small("Correct", "e", openEdit),
      small("Delete", "d", remove));
  }

  function mark() {
    for (const piece of text.querySelectorAll("mark")) {
      piece.classList.toggle("now", piece.dataset.over.split(" ").includes(String(current)));
    }
    const first = text.querySelector("mark.now");
    if (first) reveal(text, first);
    const row = list.children[current];
    if (row) reveal(list, row);
  }

  // Scrolls a pane, and never the notebook.
  function reveal(pane, element) {
    const box = pane.getBoundingClientRect();
    const at = element.getBoundingClientRect();
    if (at.top < box.top) pane.scrollTop -= box.top - at.top + 24;
    else if (at.bottom > box.bottom) pane.scrollTop += Math.min(at.bottom - box.bottom + 24, at.top - box.top);
  }

  function choose(n) {
    current = Math.max(0, Math.min(n, items().length - 1));
    showItems();
  }

  function focusItem() {
    (list.children[current] || root).focus({ preventScroll: true });
  }

  // Selecting and keys ------------------------------------------------------------------------------------------------

  function readSelection() {
    const chosen = document.getSelection();
    if (!chosen || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.commonAncestorContainer)) return;
    if (range.collapsed) { selection = null; return; }
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = points(before.toString());
    const words = range.toString();
    selection = { start, end: start + points(words), words: words.trim().replace(/\s+/g, " ") };
    say(`selected: “${selection.words.slice(0, 80)}” – press n to add a fact`);
  }

  text.addEventListener("click", (event) => {
    const piece = event.target.closest("mark");
    const chosen = document.getSelection();
    if (!piece || (chosen && !chosen.isCollapsed)) return;
    const over = piece.dataset.over.split(" ").map(Number);
    const at = over.indexOf(current); // again: the fact around it
    choose(at > 0 ? over[at - 1] : over[over.length - 1]);
  });

  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && form) { closeForm(); event.preventDefault(); return; }
    if (event.target.closest("input, select, textarea")) {
      if (event.key === "Enter" && event.target.matches("textarea") && !event.shiftKey) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
      return;
    }
    const onButton = event.target.closest("button, summary");
    const act = {
      j: () => { choose(current + 1); focusItem(); }, k: () => { choose(current - 1); focusItem(); },
      ArrowDown: () => { choose(current + 1); focusItem(); }, ArrowUp: () => { choose(current - 1); focusItem(); },
      a: accept, e: openEdit, Enter: openEdit, d: remove, n: openAdd, u: () => send({ do: "undo" }, focusItem),
      A: acceptRest, "]": () => open(1), "[": () => open(-1), "?": toggleHelp,
    }[event.key];
    if (!act || (onButton && event.key === "Enter")) return;
    // The text scrolls by arrows.
    if (event.key.startsWith("Arrow") && text.contains(event.target)) return;
    event.preventDefault();
    run(act);
  });

  document.addEventListener("selectionchange", readSelection);
  model.on("change:release", showRelease);
  model.on("change:queue", showQueue);
  model.on("change:told", answered);
  showQueue();
  showRelease();
  el.append(root);
  return () => {
    document.removeEventListener("selectionchange", readSelection);
    model.off("change:release", showRelease);
    model.off("change:queue", showQueue);
    model.off("change:told", answered);
  };
}

export default { render };
