/**
 * Serves the built application on PORT of HOST (127.0.0.1 unless told otherwise) and keeps its worker, a process of its
 * own. Says which process that is and `ready` over IPC (or a line) once it answers; SIGTERM or SIGINT lets requests and
 * jobs under way finish. Where one of the two ends by itself, so does the other.
 */
import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createRemixRequest, sendRemixResponse } from "@remix-run/express/dist/server.js";
import { createRequestHandler } from "@remix-run/node";
import compression from "compression";
import express from "express";
import expressStaticGzip from "express-static-gzip";
import { handlers } from "./setup/narrowed-build.mjs";
import { sendWhole, wholePageOf } from "./setup/whole-answer.mjs";
import { startWorker } from "./setup/worker.mjs";

process.env.NODE_ENV ??= "production";
// It loads while this one does.
const worker = startWorker();
process.send?.({ worker: worker.pid });
const root = fileURLToPath(new URL("..", import.meta.url));
const build = await import(new URL("../build/server/index.js", import.meta.url).href);
const application = await build.entry.module.boot();

/**
 * What a page may load and run. A script that stands in the page itself runs only with the nonce of this one answer; React's
 * style attributes and react-aria's style elements have none.
 * @param {string} [nonce]
 */
const policy = (nonce) =>
  `default-src 'self'; script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}; style-src 'self' 'unsafe-inline'; ` +
  "img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

const app = express();
app.disable("x-powered-by");
try {
  app.set("trust proxy", (process.env.TRUST_PROXY || "loopback").split(/[\s,]+/));
} catch {
  console.error(
    `TRUST_PROXY is "${process.env.TRUST_PROXY}". Give addresses or networks of your proxies, such as 10.0.0.0/8.`,
  );
  process.exit(1);
}
app.get("/healthz", (_request, response) => {
  Promise.all([application.ready(), worker.ready()]).then(
    () => response.type("text").send("ok\n"),
    () => response.status(503).type("text").send("not ready\n"),
  );
});

app.use((_request, response, next) => {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "same-origin");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("content-security-policy", policy());
  if (process.env.PUBLIC_URL?.startsWith("https:"))
    response.setHeader("strict-transport-security", "max-age=31536000");
  next();
});

app.use(
  "/assets",
  expressStaticGzip(`${root}/build/client/assets`, {
    enableBrotli: true,
    orderPreference: ["br"],
    index: false,
    serveStatic: { immutable: true, maxAge: "1y", fallthrough: false },
  }),
);
// Whether an address is a file's is known here: asking the disk costs more than the rest of the way to a page.
const files = new Set(readdirSync(`${root}/build/client`, { recursive: true }).map((name) => `/${name}`));
const sendFile = express.static(`${root}/build/client`, { maxAge: "1h", index: false });
const press = compression({ level: 4 });
app.use((request, response, next) => {
  if (!files.has(request.path)) return next();
  press(request, response, () => sendFile(request, response, next));
});

// A change comes from our own pages or not at all.
app.use((request, response, next) => {
  if (request.method === "GET" || request.method === "HEAD") return next();
  const origin = request.headers.origin;
  let host;
  try {
    host = origin ? new URL(origin).host : undefined;
  } catch {
    host = undefined;
  }
  if (host === request.headers.host) return next();
  response.status(403).type("text").send("refused: this form came from another site\n");
});

// An answer may come before its form was read to the end: a file that is too large. A browser hears nothing before it
// has sent everything, so the rest is taken in and thrown away.
app.use((request, response, next) => {
  response.on("finish", () => {
    if (request.complete) return;
    request.removeAllListeners("data");
    request.resume();
  });
  next();
});

const handlerFor = handlers(build, (narrowed) => createRequestHandler(narrowed, process.env.NODE_ENV));

/** @param {import("express").Request} request @param {import("express").Response} response */
async function answer(request, response) {
  const asked = createRemixRequest(request, response);
  const context = await application.loadContext(request.path, request.headers.cookie ?? null, request.ip);
  for (const cookie of context.scope.setCookies) response.append("set-cookie", cookie);
  response.setHeader("content-security-policy", policy(context.nonce));
  const answered = await handlerFor(request.path)(asked, context);
  // Many share a desk's computer: after signing out, going back shows nothing of what stood there.
  if (!answered.headers.has("cache-control")) response.setHeader("cache-control", "no-store");
  const page = wholePageOf(answered);
  if (page) return sendWhole(request, response, answered, page);
  await new Promise((resolve) => press(request, response, () => resolve(undefined)));
  await sendRemixResponse(response, answered);
}
app.all("*", (request, response, next) => void answer(request, response).catch(next));

// What fails before a page is begun (the account could not be read, an address is no address): Express itself would
// print the error with its message, and outside production show it.
app.use(
  /**
   * @param {Error & { status?: number }} error
   * @param {import("express").Request} _request
   * @param {import("express").Response} response
   * @param {import("express").NextFunction} _next
   */
  (error, _request, response, _next) => {
    // Of an address or a body that cannot be read the client is told so.
    const told = error?.status ?? 500;
    const status = told >= 400 && told < 500 ? told : 500;
    const page = status === 500 ? application.failed(error) : application.unreadable();
    if (response.headersSent) response.destroy();
    else response.status(status).set("cache-control", "no-store").type("html").send(page);
  },
);

const server = createServer(app);
server.listen(Number(process.env.PORT ?? 3000), process.env.HOST ?? "127.0.0.1", () => {
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  if (process.send) process.send({ ready: true, port });
  else console.log(`ready on port ${port}`);
});
server.on("error", (/** @type {NodeJS.ErrnoException} */ error) => {
  console.error(
    error.code === "EADDRINUSE"
      ? `Port ${process.env.PORT} is in use. Set PORT to another one.`
      : error.message,
  );
  process.exit(1);
});

let stopping = false;
async function stop(code = 0) {
  if (stopping) return;
  stopping = true;
  const closed = new Promise((resolve) => server.close(resolve));
  setInterval(() => server.closeIdleConnections(), 50);
  setTimeout(() => server.closeAllConnections(), 5000);
  await Promise.all([closed, worker.stop()]);
  await application.stop();
  process.exit(code);
}
process.on("SIGTERM", () => void stop());
process.on("SIGINT", () => void stop());
// The launcher is gone, and with it whoever would stop this process.
process.on("disconnect", () => void stop());
void worker.ended.then((how) => {
  if (stopping) return;
  console.error(`The worker ended by itself (${how}).`);
  void stop(1);
});
