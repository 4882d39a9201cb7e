import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { decodeMinutes } from "~/areas/meetings/minutes-import/decode";
import { toDocument } from "~/areas/meetings/minutes-import/document";
import { parseMinutes } from "~/areas/meetings/minutes-import/parse";
import { partyDictionary } from "../prisma/seed/party-dictionary";

const USAGE = "Usage: npm run -s minutes -- FILE";

/** Ends with 2 when there is nothing to read; what a document lacks is told in its warnings. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function read(file: string): Uint8Array {
  try {
    // npm runs scripts in the project; the file is named from where the person stands.
    return readFileSync(resolve(process.env.INIT_CWD ?? ".", file));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT") return refuse(`There is no file ${file}.`);
    if (code === "EISDIR") return refuse(`${file} is a folder; name a file of minutes.`);
    return refuse(`${file} cannot be read (${String(code ?? error)}).`);
  }
}

const [file, ...others] = process.argv.slice(2);
if (file === undefined || others.length > 0) refuse(USAGE);

const decoded = decodeMinutes(read(file));
if (!decoded.ok) {
  refuse(
    decoded.reason === "empty"
      ? `${file} is empty.`
      : `${file} is not a text file. Save the minutes as plain text (UTF-8) and try again.`,
  );
}
const minutes = toDocument(parseMinutes(decoded.text, partyDictionary));
process.stdout.write(`${JSON.stringify(minutes, null, 2)}\n`);
