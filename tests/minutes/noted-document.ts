/**
 * A document as OpenDocument's own XML, from the text that a reader makes of it: «[1]» becomes a note of the page, «[i]» one
 * of the document's end, and the line that begins so their words; «پایین صفحه:» the foot of its pages. HTML, from which the
 * other files are made, has none of these.
 */
const NOTE_LINE = /^\[(\d+|[ivx]+)\] (.+)$/u;
const FOOT_LINE = /^پایین صفحه: (.+)$/u;

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function flatDocument(text: string): string {
  const lines = text.split("\n");
  const notes = new Map(lines.flatMap((line) => (NOTE_LINE.test(line) ? [noteOf(line)] : [])));
  const foot = lines.flatMap((line) => FOOT_LINE.exec(line)?.[1] ?? []);
  const words = (line: string) =>
    escaped(line).replace(/\[(\d+|[ivx]+)\]/gu, (_, label: string) => {
      const kind = /\d/.test(label) ? "footnote" : "endnote";
      return `<text:note text:id="${kind}${label}" text:note-class="${kind}"><text:note-citation>${label}</text:note-citation><text:note-body><text:p>${escaped(notes.get(label) ?? "")}</text:p></text:note-body></text:note>`;
    });
  const body: string[] = [];
  let rows: string[][] = [];
  const endTable = () => {
    if (rows.length > 0) {
      const columns = Math.max(...rows.map((row) => row.length));
      const cells = (row: readonly string[]) =>
        row
          .map(
            (cell) =>
              `<table:table-cell office:value-type="string"><text:p>${words(cell)}</text:p></table:table-cell>`,
          )
          .join("");
      body.push(
        `<table:table table:name="t${body.length}"><table:table-column table:number-columns-repeated="${columns}"/>${rows.map((row) => `<table:table-row>${cells(row)}</table:table-row>`).join("")}</table:table>`,
      );
    }
    rows = [];
  };
  for (const line of lines) {
    if (line.includes("\t")) {
      rows.push(line.split("\t"));
      continue;
    }
    endTable();
    if (!NOTE_LINE.test(line) && !FOOT_LINE.test(line)) body.push(`<text:p>${words(line)}</text:p>`);
  }
  endTable();
  const footer = foot.map((line) => `<text:p>${escaped(line)}</text:p>`).join("");
  const number = `<text:p>صفحه <text:page-number>1</text:page-number> از <text:page-count>1</text:page-count></text:p>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">` +
    `<office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/><style:footer-style/></style:page-layout></office:automatic-styles>` +
    `<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"><style:footer>${footer}${number}</style:footer></style:master-page></office:master-styles>` +
    `<office:body><office:text>${body.join("")}</office:text></office:body></office:document>`
  );
}

function noteOf(line: string): [string, string] {
  const [, label = "", words = ""] = NOTE_LINE.exec(line) ?? [];
  return [label, words];
}
