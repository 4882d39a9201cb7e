import { createContext } from "react";

/** What the page's own scripts carry, so that no other script written into it is run; known only where it is drawn. */
export const NonceContext = createContext<string | undefined>(undefined);
