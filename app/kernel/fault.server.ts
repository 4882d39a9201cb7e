const FRAME = /^\s+at .*:\d+(:\d+)?\)?$/;
const PLAIN = /^[\w.-]{1,60}$/;
const FRAMES_KEPT = 15;

export type Fault = { fault: string; code?: string; at?: string[]; cause?: Fault };

const plain = (value: unknown) => (typeof value === "string" && PLAIN.test(value) ? value : undefined);

/**
 * What the log may say of an error: its name, its code and where it was thrown. Never its message: that of a database
 * or a parser carries the values it failed on, and so may name a person.
 */
export function faultOf(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { fault: typeof error };
  const code = "code" in error ? plain(error.code) : undefined;
  // The message stands at the head of the stack, and may itself have lines that look like frames.
  const frames = (error.stack ?? "").replace(error.message, "").split("\n");
  const at = frames.filter((line) => FRAME.test(line)).slice(0, FRAMES_KEPT);
  return {
    fault: plain(error.name) ?? "Error",
    ...(code !== undefined && { code }),
    at: at.map((line) => line.trim()),
    ...(error.cause instanceof Error && depth < 2 && { cause: faultOf(error.cause, depth + 1) }),
  };
}
