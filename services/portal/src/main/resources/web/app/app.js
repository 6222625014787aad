import {
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
  createAll,
} from "govuk-frontend";

// Every page works without this file. With it: forms are sent once, the focus goes to what is wrong, and parts that do
// not apply fold away.
document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [
  Button,
  CharacterCount,
  ErrorSummary,
  NotificationBanner,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}

// What belongs to one choice of several folds away while it is not chosen, and is then not sent. The design system's own script says so with
// aria-expanded, which a radio button must not have.
for (const choice of document.querySelectorAll("[data-reveals]")) {
  const part = document.getElementById(choice.dataset.reveals);
  const show = () => {
    part.classList.toggle("govuk-radios__conditional--hidden", !choice.checked);
    for (const field of part.querySelectorAll("input, select, textarea")) {
      field.disabled = !choice.checked;
    }
  };
  for (const other of document.getElementsByName(choice.name)) {
    other.addEventListener("change", show);
  }
  show();
}

// The browser's own "back" returns to the row that was opened
for (const row of document.querySelectorAll("[data-row] a")) {
  row.addEventListener("click", () => {
    history.replaceState(history.state, "", `#${row.closest("[data-row]").id}`);
  });
}

// A form whose answer takes long says that it is at work, and is sent once. Who comes back to it finds it as it was.
for (const form of document.querySelectorAll("[data-working]")) {
  const button = form.querySelector("button[type=submit]");
  const told = form.querySelector("[role=status] > *");
  const idle = button.textContent;
  const work = (works) => {
    button.setAttribute("aria-disabled", works);
    button.textContent = works ? form.dataset.working : idle;
    told.hidden = !works;
  };
  form.addEventListener("submit", (event) => {
    if (button.getAttribute("aria-disabled") === "true") {
      event.preventDefault();
    } else {
      work(true);
    }
  });
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) {
      work(false);
    }
  });
}

// What waits for work that goes on elsewhere is asked for again, until it stands; without script a link does it
const waiting = document.querySelector("[data-waiting]");
if (waiting) {
  const address = waiting.dataset.waiting;
  const again = async () => {
    try {
      const answer = await fetch(address, { redirect: "manual" });
      if (answer.type === "opaqueredirect" || answer.status === 401) {
        document.querySelector("[data-waiting-ended] > *").hidden = false;
        return;
      }
      if (answer.ok) {
        const next = new DOMParser().parseFromString(await answer.text(), "text/html");
        const now = next.querySelector("[data-waiting]");
        if (!now) {
          location.replace(address);
          return;
        }
        waiting.replaceChildren(...now.childNodes);
      }
    } catch {
      // not reached this time: ask again
    }
    setTimeout(again, 2000);
  };
  setTimeout(again, 1000);
}
