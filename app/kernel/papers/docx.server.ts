import type * as Docx from "docx";
import type { Paragraph, TableCell } from "docx";
import { countingFontFile, fontFile } from "./fonts.server";
import { isRightToLeft, pageAsWritten, type OfficePage, type PaperPart } from "./office-page";

const FONT = "Vazirmatn";
/** The same with Persian shapes for all digits: a program that opens the file counts its pages in Latin ones. */
const COUNTING_FONT = "Vazirmatn FD";
/** In twentieths of a point: what lies between the margins of an A4 page, upright and on its side. */
const MARGIN = 1020;
const [SHORT, LONG] = [11_906, 16_838];
const SIZE = { text: 20, small: 17, title: 28, head: 22 } as const;

/** Writes paragraphs, tables and runs of one page, every one of them in the page's direction. */
function pen(docx: typeof Docx, page: OfficePage) {
  const isRtl = page.locale === "fa";
  const { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } = docx;
  const width = (page.isWide ? LONG : SHORT) - 2 * MARGIN;
  // Where a line begins: at the right of a paragraph from right to left.
  const [near, far] = [AlignmentType.START, AlignmentType.END];
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const bare = { top: none, bottom: none, left: none, right: none };

  const run = (text: string, look: { bold?: boolean; size?: number; color?: string } = {}) =>
    new TextRun({
      text,
      rightToLeft: isRightToLeft(text, isRtl),
      font: FONT,
      size: look.size ?? SIZE.text,
      ...(look.bold ? { bold: true } : {}),
      ...(look.color ? { color: look.color } : {}),
    });
  const line = (
    children: ReturnType<typeof run>[],
    look: {
      align?: (typeof AlignmentType)[keyof typeof AlignmentType];
      after?: number;
      isTitle?: boolean;
    } = {},
  ) =>
    new Paragraph({
      bidirectional: isRtl,
      alignment: look.align ?? near,
      spacing: { after: look.after ?? 60 },
      ...(look.isTitle ? { heading: docx.HeadingLevel.HEADING_1 } : {}),
      children,
    });
  /** Words of others, in their own direction, at the page's side. */
  const words = (text: string, look: Parameters<typeof run>[1] = {}, after = 60) => {
    const own = isRightToLeft(text, isRtl);
    return new Paragraph({
      bidirectional: own,
      alignment: own === isRtl ? near : far,
      spacing: { after },
      children: [run(text, look)],
    });
  };
  const cell = (
    children: Paragraph[],
    share: number,
    look: { isBare?: boolean; shading?: string; isAtTop?: boolean; isRoomy?: boolean } = {},
  ): TableCell =>
    new TableCell({
      width: { size: Math.round(width * share), type: WidthType.DXA },
      children,
      verticalAlign: look.isAtTop ? docx.VerticalAlignTable.TOP : docx.VerticalAlignTable.CENTER,
      margins: { top: look.isRoomy ? 300 : 50, bottom: look.isRoomy ? 300 : 50, left: 80, right: 80 },
      ...(look.isBare ? { borders: bare } : {}),
      ...(look.shading ? { shading: { fill: look.shading } } : {}),
    });
  const table = (shares: readonly number[], rows: { cells: TableCell[]; isHead?: boolean }[]) =>
    new Table({
      visuallyRightToLeft: isRtl,
      layout: docx.TableLayoutType.FIXED,
      width: { size: width, type: WidthType.DXA },
      columnWidths: shares.map((share) => Math.round(width * share)),
      rows: rows.map(
        ({ cells, isHead }) =>
          new TableRow({ children: cells, cantSplit: true, ...(isHead ? { tableHeader: true } : {}) }),
      ),
    });
  return { isRtl, far, run, line, words, cell, table, centre: AlignmentType.CENTER };
}

type Pen = ReturnType<typeof pen>;

const sharesOf = (widths: readonly number[]) => {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => width / all);
};

function partOf({ run, line, words, cell, table, centre }: Pen, part: PaperPart) {
  if (part.kind === "facts") {
    const shares = [0.25, 0.75];
    return [
      table(
        shares,
        part.facts.map(([label, value]) => ({
          cells: [
            cell([line([run(label, { color: "555555" })])], 0.25, { isBare: true }),
            cell([words(value)], 0.75, { isBare: true }),
          ],
        })),
      ),
    ];
  }
  if (part.kind === "text") {
    return [
      ...(part.heading ? [line([run(part.heading, { bold: true, size: SIZE.head })])] : []),
      ...part.lines.map((text) => words(text)),
    ];
  }
  if (part.rows.length === 0) return [line([run(part.empty)], { align: centre })];
  const shares = sharesOf(part.widths);
  const written = (cells: string[], head: boolean) =>
    cells.map((text, at) =>
      cell([words(text, { bold: head, size: SIZE.small }, 0)], shares[at] ?? 0, {
        ...(head ? { shading: "EEEEEE" } : {}),
        isRoomy: !head && part.isForm === true,
      }),
    );
  return [
    line([run("")]),
    table(shares, [
      { cells: written(part.headers, true), isHead: true },
      ...part.rows.map((cells) => ({ cells: written(cells, false) })),
    ]),
  ];
}

function headOf({ run, line, cell, table, far, centre }: Pen, page: OfficePage) {
  const third = 1 / 3;
  const office = page.office.map((text, at) => line([run(text, { bold: at === 0 })]));
  const registry = page.registry.map(([label, value]) =>
    line([run(`${label}: `, { color: "555555" }), run(value)], { align: far }),
  );
  return [
    table(
      [third, third, third],
      [
        {
          cells: [
            cell(office, third, { isBare: true, isAtTop: true }),
            cell([line([run(page.invocation)], { align: centre })], third, { isBare: true, isAtTop: true }),
            cell(registry, third, { isBare: true, isAtTop: true }),
          ],
        },
      ],
    ),
    line([run("")]),
    ...(page.sample ? [line([run(page.sample, { bold: true, color: "999999" })], { align: centre })] : []),
    line([run(page.title, { bold: true, size: SIZE.title, color: "000000" })], {
      align: centre,
      after: 120,
      isTitle: true,
    }),
    ...(page.lead ? [line([run(page.lead, { color: "555555" })], { align: centre, after: 160 })] : []),
  ];
}

function signaturesOf({ run, line, cell, table, centre }: Pen, page: OfficePage) {
  if (page.signers.length === 0) return [];
  const shares = sharesOf(page.signers.map(() => 1));
  const signer = ([role, name]: [string, string], at: number) =>
    cell(
      [
        line([run(role)], { align: centre }),
        line([run(name, { bold: true })], { align: centre, after: 700 }),
        line([run(page.signature, { size: SIZE.small, color: "555555" })], { align: centre }),
      ],
      shares[at] ?? 0,
      { isBare: true },
    );
  return [line([run("")]), table(shares, [{ cells: page.signers.map(signer) }])];
}

/** An office page as DOCX. The writer is brought in when the first page is written. */
export async function docxOf(asked: OfficePage): Promise<Buffer> {
  const docx = await import("docx");
  const page = pageAsWritten(asked);
  const hand = pen(docx, page);
  const { run, line, isRtl, far } = hand;
  const number = (children: (typeof docx.PageNumber)[keyof typeof docx.PageNumber][]) =>
    new docx.TextRun({
      children,
      rightToLeft: isRtl,
      font: isRtl ? COUNTING_FONT : FONT,
      size: SIZE.small,
    });
  const pages = page.pages
    .split(/(\{pages?\})/)
    .map((piece) =>
      piece === "{page}"
        ? number([docx.PageNumber.CURRENT])
        : piece === "{pages}"
          ? number([docx.PageNumber.TOTAL_PAGES])
          : run(piece, { size: SIZE.small }),
    );
  const document = new docx.Document({
    title: page.title,
    creator: page.author,
    fonts: [
      { name: FONT, data: await fontFile("Regular") },
      ...(isRtl ? [{ name: COUNTING_FONT, data: await countingFontFile() }] : []),
    ],
    styles: { default: { document: { run: { font: FONT, size: SIZE.text } } } },
    sections: [
      {
        properties: {
          page: {
            // The writer turns the sides of a page that lies on its side.
            size: {
              width: SHORT,
              height: LONG,
              orientation: page.isWide ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
          },
        },
        footers: {
          default: new docx.Footer({
            children: [line([run(page.foot, { size: SIZE.small })]), line(pages, { align: far })],
          }),
        },
        children: [
          ...headOf(hand, page),
          ...page.parts.flatMap((part) => partOf(hand, part)),
          ...signaturesOf(hand, page),
        ],
      },
    ],
  });
  return docx.Packer.toBuffer(document);
}
