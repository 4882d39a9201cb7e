declare global {
  interface Window {
    /** Keys of the page's own, pressed before anything of it listened, in their order. */
    earlyKeys?: KeyboardEvent[];
    keepEarlyKey?: (event: KeyboardEvent) => void;
  }
}

/**
 * Written into the page itself: on a slow line it is read long before its script comes, and a key of the page would be the
 * browser's or nobody's. Kept are the one that opens the search, and those that a part of the page names in its `data-keys`
 * («Alt+ArrowDown Control+Enter»). They are pressed again by `entry.client`.
 */
export const EARLY_KEY =
  'addEventListener("keydown",window.keepEarlyKey=e=>{let c=e.ctrlKey||e.metaKey,n=(c?"Control+":"")+(e.altKey?"Alt+":"")+e.key;' +
  "if(c&&e.code==\"KeyK\"||/^(Control|Alt)\\+\\w+$/.test(n)&&document.querySelector('[data-keys~=\"'+n+'\"]')){e.preventDefault();(window.earlyKeys??=[]).push(e)}},!0)";
