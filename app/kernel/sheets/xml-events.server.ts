import sax from "sax";

export type XmlTag = { name: string; attributes: Record<string, string> };
export type XmlEvents = {
  open?: (tag: XmlTag) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
};

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * A parser that is fed with pieces of XML and tells what it meets, by names without their prefix. Throws on what is not
 * well-formed. It knows the five entities of XML alone: a document type declares nothing here.
 */
export function xmlParser({ open, text, close }: XmlEvents): { write: (piece: string) => void } {
  const parser = sax.parser(true, { position: false });
  parser.onerror = (error) => {
    throw error;
  };
  if (open) {
    parser.onopentag = ({ name, attributes }) =>
      open({ name: localName(name), attributes: attributes as Record<string, string> });
  }
  if (text) {
    parser.ontext = text;
    parser.oncdata = text;
  }
  if (close) parser.onclosetag = (name) => close(localName(name));
  return { write: (piece) => void parser.write(piece) };
}
