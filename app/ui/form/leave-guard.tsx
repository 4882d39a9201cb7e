import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";
import { useT } from "../i18n";
import type { UiKey } from "../messages";

/**
 * Asks before a page with unsaved words is left, inside the application and out of it. Rendered only while
 * there is something unsaved: the router knows one blocker at a time.
 */
export function LeaveGuard() {
  const t = useT<UiKey>();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname,
  );

  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(t("ui.leave.unsaved"))) blocker.proceed();
    else blocker.reset();
  }, [blocker, t]);

  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, []);

  return null;
}
