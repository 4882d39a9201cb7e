/** A control whose value lives in its component listens for this; `detail` is the value. */
export const TAKE = "peyvand:take";

/** Puts a text into a field of a form, as if it had been typed; the ticks of a group are parted by commas. */
export function takeInto(formId: string, name: string, value: string): void {
  const control = document.forms.namedItem(formId)?.elements.namedItem(name);
  const controls = control instanceof RadioNodeList ? [...control] : [control];
  const ticked = value.split(",");
  for (const one of controls) {
    if (one instanceof HTMLInputElement && (one.type === "checkbox" || one.type === "radio")) {
      const isTicked = ticked.includes(one.value);
      if (one.checked !== isTicked && (one.type === "checkbox" || isTicked)) one.click();
    } else if (one instanceof HTMLInputElement && one.type === "hidden") {
      one.dispatchEvent(new CustomEvent(TAKE, { detail: value }));
    } else if (
      one instanceof HTMLInputElement ||
      one instanceof HTMLTextAreaElement ||
      one instanceof HTMLSelectElement
    ) {
      one.value = value;
      one.dispatchEvent(new Event("input", { bubbles: true }));
      one.focus();
    }
  }
}
