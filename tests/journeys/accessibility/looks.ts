import type { Page } from "playwright-core";

/** What makes the contrast of words: their own colour and size, and every ground that they stand on. */
const known = new Set<string>();

/**
 * Lets axe read the colours of those words alone whose look no page had before, and answers how many they are. Reading
 * colours takes as long as everything else, and a frame that stands round every page has the same ones on each.
 */
export async function markUnreadLooks(page: Page): Promise<number> {
  const looks = await page.evaluate(
    ([seen, mark]) => {
      const before = new Set(seen);
      const grounds = new Map<Element | null, string>([[null, ""]]);
      const groundOf = (element: Element | null): string => {
        const had = grounds.get(element);
        if (had !== undefined || !element) return had ?? "";
        const { backgroundColor, backgroundImage, opacity, position, zIndex } = getComputedStyle(element);
        const own = `${backgroundColor} ${backgroundImage} ${opacity} ${position} ${zIndex}`;
        const above = groundOf(element.parentElement);
        const ground = above.endsWith(`|${own}`) ? above : `${above}|${own}`;
        grounds.set(element, ground);
        return ground;
      };
      const hash = (text: string) => {
        let [one, other] = [0xdeadbeef, 0x41c6ce57];
        for (let at = 0; at < text.length; at += 1) {
          one = Math.imul(one ^ text.charCodeAt(at), 2654435761);
          other = Math.imul(other ^ text.charCodeAt(at), 1597334677);
        }
        return `${(one >>> 0).toString(36)}${(other >>> 0).toString(36)}`;
      };
      const speaks = (element: Element) =>
        element.matches("input, select, textarea") ||
        [...element.childNodes].some(
          ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
        );
      // Axe passes over what nobody sees and what is switched off: it may be seen on another page.
      const isRead = (element: Element) => {
        const { width, height } = element.getBoundingClientRect();
        const isOff = element.closest("[disabled], [aria-disabled=true]") !== null;
        return width > 1 && height > 1 && !isOff && element.checkVisibility({ visibilityProperty: true });
      };
      const unread = [];
      for (const element of document.querySelectorAll("body *")) {
        if (!speaks(element) || !isRead(element)) continue;
        const { color, fontSize, fontWeight, textShadow } = getComputedStyle(element);
        const { className, tagName } = element;
        const words = `${tagName} ${String(className)} ${color} ${fontSize} ${fontWeight} ${textShadow}`;
        const look = hash(`${words}${groundOf(element)}`);
        if (before.has(look)) continue;
        before.add(look);
        unread.push(look);
        element.setAttribute(mark, "");
      }
      window.axe.configure({ rules: [{ id: "color-contrast", selector: `[${mark}]` }] });
      return unread;
    },
    [[...known], "data-unread-look"] as const,
  );
  for (const look of looks) known.add(look);
  return looks.length;
}
