import { createContext, useContext, type ReactNode } from "react";

type Fields = Readonly<Record<string, string>>;

const NONE: Fields = {};
const Context = createContext<Fields>(NONE);

/** Hidden fields that every form below carries. */
export function CarriedFields({ fields, children }: { fields: Fields; children: ReactNode }) {
  return <Context.Provider value={fields}>{children}</Context.Provider>;
}

/** The hidden fields themselves, inside a form. */
export function Carried() {
  return Object.entries(useContext(Context)).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}
