import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
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
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}

// The browser's own "back" returns to the row that was opened
for (const row of document.querySelectorAll("[data-row] a")) {
  row.addEventListener("click", () => {
    history.replaceState(history.state, "", `#${row.closest("[data-row]").id}`);
  });
}
