import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode, useEffect, type ReactNode } from "react";
import { hydrateRoot } from "react-dom/client";

/**
 * Acts for which React takes the page over at once, ready or not. It waits for the data that came with the page, and one of
 * these in that moment makes it give up ("root did not complete"): until it is done they are the browser's alone.
 */
const HURRYING =
  "keydown keyup keypress beforeinput input textInput change click dblclick auxclick contextmenu mousedown mouseup pointerdown pointerup pointercancel touchstart touchend touchcancel dragstart dragend drop compositionstart compositionend copy cut paste reset submit".split(
    " ",
  );

/** The script of the page itself hears the keys first, and keeps those that open something of the page. */
function holdBack(event: Event): void {
  event.stopPropagation();
}

for (const type of HURRYING) window.addEventListener(type, holdBack, true);

/** Lets everything through once the page is taken over. Around it and not beside it: a neighbour would change the ids of forms. */
function Ready({ children }: { children: ReactNode }) {
  useEffect(() => {
    for (const type of HURRYING) window.removeEventListener(type, holdBack, true);
    if (window.keepEarlyKey) window.removeEventListener("keydown", window.keepEarlyKey, true);
    const kept = window.earlyKeys ?? [];
    window.earlyKeys = [];
    for (const { code, key, ctrlKey, metaKey, altKey } of kept) {
      document.dispatchEvent(new KeyboardEvent("keydown", { code, key, ctrlKey, metaKey, altKey }));
    }
  }, []);
  return children;
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <Ready>
        <RemixBrowser />
      </Ready>
    </StrictMode>,
  );
});
