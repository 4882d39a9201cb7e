import { expect, test } from "vitest";
import { ownerRows } from "../setup/owner";
import { startServer } from "../setup/server";

const VISITOR = "203.0.113.9";

/** Under which (hashed) keys a wrong try at the door was counted, of somebody behind a proxy. */
async function countedKeys(env: Record<string, string>): Promise<string[]> {
  const server = await startServer(env);
  try {
    await ownerRows("delete from rate_limit");
    const response = await fetch(`${server.url}/sign-in`, {
      method: "POST",
      headers: { origin: server.url, "x-forwarded-for": VISITOR },
      body: new URLSearchParams({
        requestId: "0199d1a2-0000-7000-8000-000000000001",
        name: "nobody-of-that-name",
        password: "wrong",
      }),
    });
    await response.text();
    const rows = await ownerRows("select key from rate_limit order by key");
    return rows.map(({ key }) => String(key));
  } finally {
    await server.stop();
  }
}

test("a try at the door counts for the visitor that a trusted proxy names", async () => {
  const named = await countedKeys({});
  expect(named.length).toBeGreaterThan(0);
  expect(await countedKeys({ TRUST_PROXY: "10.0.0.0/8, 127.0.0.0/8, ::1" })).toEqual(named);
});

test("whoever is no trusted proxy cannot name another visitor", async () => {
  const named = await countedKeys({});
  const own = await countedKeys({ TRUST_PROXY: "192.0.2.1" });
  expect(own).toHaveLength(named.length);
  expect(own).not.toEqual(named);
});
