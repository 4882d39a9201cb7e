declare global {
  interface Window {
    /** The key that opens the search, pressed before anything of the page listened. */
    earlyKey?: KeyboardEvent;
    keepEarlyKey?: (event: KeyboardEvent) => void;
  }
}

/**
 * Written into the page itself: on a slow line it is read long before its script comes, and the key that opens the search would
 * be the browser's. What it keeps is taken up by `entry.client`.
 */
export const EARLY_KEY =
  'addEventListener("keydown",window.keepEarlyKey=e=>{if((e.ctrlKey||e.metaKey)&&e.code=="KeyK"){e.preventDefault();window.earlyKey=e}},!0)';
