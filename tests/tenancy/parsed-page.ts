import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

/** An element as a browser's parser places it; what only a window knows (layout, scripts, events) it does not have. */
export class Tag {
  readonly name: string;
  /** Itself and every element inside it, in the order of the page. */
  readonly whole: Tag[];
  private readonly attributes: ReadonlyMap<string, string>;

  constructor(
    private readonly element: Tree.Element,
    readonly page: Page,
    private readonly parent: Tag | undefined,
  ) {
    this.name = element.tagName;
    this.attributes = new Map(element.attrs.map(({ name, value }) => [name, value]));
    this.whole = [this, ...gathered(element, page, this)];
  }

  attribute(name: string): string | undefined {
    return this.attributes.get(name);
  }

  /** It, or the nearest around it, for which the test holds. */
  closest(test: (tag: Tag) => boolean): Tag | undefined {
    return test(this) ? this : this.parent?.closest(test);
  }

  /** Those inside it for which the test holds, in the order of the page. */
  inside(test: (tag: Tag) => boolean): Tag[] {
    return this.whole.filter((tag) => tag !== this && test(tag));
  }

  get text(): string {
    return textIn(this.element);
  }

  get form(): Tag | undefined {
    return this.closest(({ name }) => name === "form");
  }

  get type(): string {
    const written = this.attribute("type")?.toLowerCase();
    return written ?? (this.name === "button" ? "submit" : "text");
  }

  /** What the control holds as the page comes. */
  get value(): string {
    if (this.name === "textarea") return this.text;
    if (this.name === "option") return this.attribute("value") ?? this.text;
    if (this.name !== "select")
      return this.attribute("value") ?? (["checkbox", "radio"].includes(this.type) ? "on" : "");
    const options = this.inside(({ name }) => name === "option");
    const chosen = options.find((option) => option.attribute("selected") !== undefined);
    return (chosen ?? options[0])?.value ?? "";
  }
}

function textIn(node: Tree.ParentNode): string {
  return node.childNodes
    .map((child) => ("value" in child ? child.value : "childNodes" in child ? textIn(child) : ""))
    .join("");
}

const gathered = (node: Tree.ParentNode, page: Page, parent: Tag | undefined): Tag[] =>
  node.childNodes.flatMap((child) => ("tagName" in child ? new Tag(child, page, parent).whole : []));

export class Page {
  /** Every element, in the order of the page. */
  readonly tags: readonly Tag[];

  constructor(html: string) {
    this.tags = gathered(parse(html), this, undefined);
  }

  byId(id: string): Tag | undefined {
    return this.tags.find((tag) => tag.attribute("id") === id);
  }
}

let last: { html: string; page: Page } | undefined;

/** A page as a browser reads it, without its scripts; the answer that is looked at from several sides is read once. */
export function pageOf(html: string): Page {
  if (last?.html !== html) last = { html, page: new Page(html) };
  return last.page;
}
