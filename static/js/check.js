// The check works without this file. With it: focus after a swap, one tick that clears the others, a map that stays
// in view while places are tapped, a word when the network fails.
(() => {
  const message = document.createElement("p");
  message.className = "check-message";
  message.setAttribute("role", "alert");
  document.body.append(message);

  const say = (name) => {
    const check = document.querySelector("[data-offline]");
    message.textContent = name && check ? check.dataset[name] : "";
  };

  const focus = () => {
    const target = document.querySelector("#main [data-focus]") ?? document.querySelector("#main h1");
    if (target) target.focus({ preventScroll: true });
  };

  const wait = (is) => document.getElementById("main").setAttribute("aria-busy", is);

  document.addEventListener("htmx:beforeRequest", () => { say(""); wait(true); });
  document.addEventListener("htmx:afterRequest", () => wait(false));
  addEventListener("online", () => say(""));
  document.addEventListener("htmx:sendError", () => say("offline"));
  document.addEventListener("htmx:timeout", () => say("offline"));
  document.addEventListener("htmx:responseError", ({ detail }) => say(detail.xhr.status === 403 ? "expired" : "failed"));
  document.addEventListener("htmx:afterSettle", (event) => {
    if (event.target.id === "main") focus();
  });

  document.addEventListener("change", ({ target }) => {
    if (target.type !== "checkbox" || !target.checked) return;
    for (const other of target.form?.querySelectorAll(`[name="${target.name}"]`) ?? []) {
      if (other !== target && (other.dataset.exclusive ?? target.dataset.exclusive) !== undefined) other.checked = false;
    }
  });

  // By itself a label moves the focus, and with it the page, away from the figures to the checkbox in the list.
  document.addEventListener("click", (event) => {
    const label = event.target.closest(".body-map label");
    if (!label) return;
    event.preventDefault();
    label.control.click();
  });

  // Copying needs this file and a secure page; without them the text can be selected by hand.
  if (navigator.clipboard) {
    for (const line of document.querySelectorAll(".share__copy")) line.hidden = false;
    document.addEventListener("click", async ({ target }) => {
      const source = target.dataset?.copy && document.getElementById(target.dataset.copy);
      if (!source) return;
      await navigator.clipboard.writeText(source.value);
      const status = target.parentElement.querySelector("[role=status]");
      status.textContent = status.dataset.copied;
    });
  }

  // Without htmx's own guard: a plain form is sent once, unless it gives a file, and never into a dead network.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.hasAttribute("hx-post") || form.method !== "post") return;
    if (form.dataset.sent || !navigator.onLine) event.preventDefault();
    if (!navigator.onLine) return say("offline");
    say("");
    if ("again" in form.dataset) return;
    form.dataset.sent = "yes";
    setTimeout(() => delete form.dataset.sent, 3000);
  });
  addEventListener("pageshow", () => {
    for (const form of document.forms) delete form.dataset.sent;
    if (document.querySelector("#main [data-focus]")) focus();
  });
})();
