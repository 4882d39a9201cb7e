import * as lucide from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { ICON_NAMES } from "../app/ui/icons";

const pascal = (name: string) =>
  name.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

function symbolOf(name: string): string {
  const drawing = (lucide as unknown as Record<string, lucide.LucideIcon | undefined>)[pascal(name)];
  if (!drawing) throw new Error(`lucide has no icon "${name}"`);
  const inside = renderToStaticMarkup(createElement(drawing)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${inside}</symbol>`;
}

/** The icons of the product as one picture of symbols; colour and line come from where a symbol is used. */
export function iconSheet(): string {
  return [
    "<!-- Lucide, ISC License, Copyright (c) Lucide Contributors; drawn by `npm run icons` -->",
    '<svg xmlns="http://www.w3.org/2000/svg">',
    ...ICON_NAMES.map(symbolOf),
    "</svg>",
    "",
  ].join("\n");
}
