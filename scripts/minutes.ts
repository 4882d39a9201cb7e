import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { MinutesFileProblem } from "~/areas/meetings/choices";
import { readMinutesFile } from "~/areas/meetings/minutes/file.server";
import { toDocument } from "~/areas/meetings/minutes/import/document";
import { parseMinutes } from "~/areas/meetings/minutes/import/parse";
import { countyNames, partyDictionary } from "../prisma/seed/party-dictionary";

const USAGE = "Usage: npm run -s minutes -- FILE";

/** Ends with 2 when there is nothing to read; what a document lacks is told in its warnings. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(2);
}

function bytesOf(file: string): Uint8Array {
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

/** What is wrong with a file, after its name. */
const PROBLEMS: Readonly<Record<MinutesFileProblem, string>> = {
  empty: "is empty.",
  "not-text": "is not a text file. Save the minutes as DOCX, XLSX or plain text (UTF-8) and try again.",
  picture: "is not a text file but a picture, whatever its name says.",
  pdf: "is not a text file but a PDF. Open it and save its text as DOCX or plain text.",
  encrypted: "has a password. Remove it and try again.",
  "old-office": "is of an old format of Word or Excel. Save it as DOCX or XLSX and try again.",
  "other-office": "is an OpenDocument file. Save it as DOCX or XLSX and try again.",
  broken: "is damaged. Open it, save it again and try once more.",
  "too-large": "is larger than 8 MB. Save the minutes without their pictures.",
  "too-large-inside": "unpacks to far more than any minutes hold, and was not read.",
  "too-long": "is longer than a million characters. Split it into several files.",
};

const read = await readMinutesFile(bytesOf(file));
if (!read.ok) refuse(`${file} ${PROBLEMS[read.reason]}`);
const minutes = toDocument(parseMinutes(read.text, partyDictionary, countyNames));
process.stdout.write(`${JSON.stringify(minutes, null, 2)}\n`);
