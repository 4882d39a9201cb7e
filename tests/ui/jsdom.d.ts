/** The one face of jsdom that render tests use; the package carries no types. */
declare module "jsdom" {
  export class JSDOM {
    constructor(html: string);
    readonly window: Window & { DOMParser: typeof DOMParser };
  }
}
