import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";

const LOOK_MS = 1500;

/** Reads the page's data anew every second and a half, while somebody looks at it: for work that goes on elsewhere. */
export function useLookAgain(): void {
  const { revalidate, state } = useRevalidator();
  const look = useRef(() => {});
  useEffect(() => {
    look.current = () => {
      if (state === "idle" && document.visibilityState === "visible") revalidate();
    };
  }, [revalidate, state]);
  useEffect(() => {
    const timer = setInterval(() => look.current(), LOOK_MS);
    return () => clearInterval(timer);
  }, []);
}
