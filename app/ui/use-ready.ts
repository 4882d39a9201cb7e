import { useSyncExternalStore } from "react";
import { wordsComing } from "./page-words";

/**
 * Whether the page can do what only script can: false on the server and until the browser has taken the page over and
 * has its words. What only works with script stands behind it, so that nobody meets a button that does nothing.
 */
export const useReady = (): boolean =>
  useSyncExternalStore(wordsComing.subscribe, wordsComing.areAllHere, () => false);
