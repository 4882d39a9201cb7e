import { event } from "~/kernel/event";

export const ExportTaken = event<{ exportId: string }>("ExportTaken");
export const PaperWritten = event<{ exportId: string }>("PaperWritten");
