import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import pg from "pg";

/** Serves on PORT with nothing between HTTP and a pool of connections, and says `ready` to whoever started it. */
export function serveBare(
  answer: (pool: pg.Pool, request: IncomingMessage, response: ServerResponse) => Promise<void>,
): void {
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
  const server = createServer((request, response) => {
    answer(pool, request, response).catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
  });
  server.listen(Number(process.env.PORT), "127.0.0.1", () => process.send?.({ ready: true }));
  process.on("SIGTERM", () => {
    server.close();
    server.closeAllConnections();
    void pool.end().finally(() => process.exit(0));
  });
  process.on("disconnect", () => process.exit(0));
}
