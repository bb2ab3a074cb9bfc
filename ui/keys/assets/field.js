// One key goes to a text field, Enter and Escape leave it: what is struck then is for the buttons again.
let known = null

// Heard from the first time on: where the field is not on the page, nothing happens.
export default function ({ data }) {
  if (!data || typeof data.label !== "string") return undefined
  if (!known) document.addEventListener("keydown", heard)
  known = data
  return undefined
}

function heard(event) {
  const field = [...document.querySelectorAll("input")].find((one) => one.getAttribute("aria-label") === known.label)
  if (!field || event.isComposing) return
  if (document.activeElement === field) {
    if (event.key === "Enter" || event.key === "Escape") field.blur() // which also sends what was written
    return
  }
  if (event.key.toLowerCase() !== known.key || event.ctrlKey || event.metaKey || event.altKey) return
  if (writes(event.target)) return
  event.preventDefault() // the letter is no part of what is written
  field.focus()
}

function writes(target) {
  return target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName)
}
